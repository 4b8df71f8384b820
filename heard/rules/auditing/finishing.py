"""Is an audit finished?"""

from collections.abc import Collection, Sequence

from heard.rules.decision import Decision, Law

PRACTICE = (Law("Audit of case files: each answer rests on the record, and the adult’s own view is asked for"),)


def may_finish(
    *, questions: Sequence[str], answered: Collection[str], without_words: Collection[str], adult_asked: bool
) -> Decision:
    """Every question has an answer with its evidence or words, and it is said what the adult thinks, or why they were not asked.

    Practice: evidence linked to the record, and the adult's view sought (handbook, case-file audit; LGA, audit tools).
    """
    still = []
    if missing := [one for one in questions if one not in answered]:
        still.append(f"{len(missing)} of {len(questions)} questions have no answer yet.")
    if bare := [one for one in questions if one in without_words]:
        still.append(f"{len(bare)} answers say neither where in the record this is seen nor why.")
    if not adult_asked:
        still.append("Say what the adult thinks of how we worked with them, or why they were not asked.")
    return Decision(not still, tuple(still) or ("Everything is answered.",), PRACTICE)
