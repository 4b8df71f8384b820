"""Is an audit finished?"""

from collections.abc import Collection, Sequence

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.assurance import Answered

PRACTICE = (Law("Audit of case files: each answer rests on the record, and the adult’s and the worker’s own views are asked for"),)


def must_point_at_a_record(answer: str, *, has_records: bool) -> bool:
    """Whether an answer has to say where in the record it is seen: what was done, wholly or partly, is seen somewhere.

    Practice: evidence linked to the record (handbook, case-file audit; LGA, audit tools). What was not done is seen nowhere.
    """
    return has_records and answer in (Answered.YES, Answered.PARTLY)


def may_finish(
    *, questions: Sequence[str], answered: Collection[str], without_words: Collection[str], adult_asked: bool, worker_asked: bool,
    unseen: Collection[str] = (),
) -> Decision:  # fmt: skip
    """Every question has an answer with its evidence or words, what was done points at the record, and it is said what the adult and the
    worker think, or why they were not asked. ``unseen`` are the answers that have to point at a record and do not.

    Practice: evidence linked to the record, and the adult's and the worker's view sought (handbook, case-file audit; LGA, audit tools).
    """
    still = []
    if missing := [one for one in questions if one not in answered]:
        still.append(f"{len(missing)} of {len(questions)} questions have no answer yet.")
    if bare := [one for one in questions if one in without_words]:
        many = "1 answer says" if len(bare) == 1 else f"{len(bare)} answers say"
        still.append(f"{many} neither where in the record this is seen nor why.")
    if lost := [one for one in questions if one in unseen]:
        many = "1 answer of yes or partly does" if len(lost) == 1 else f"{len(lost)} answers of yes or partly do"
        still.append(f"{many} not say where in the record this is seen.")
    if not adult_asked:
        still.append("Say what the adult thinks of how we worked with them, or why they were not asked.")
    if not worker_asked:
        still.append("Say what the worker thinks of the work in this case, or why nobody was asked.")
    return Decision(not still, tuple(still) or ("Everything is answered.",), PRACTICE)
