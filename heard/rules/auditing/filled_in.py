"""Which answers of an audit can be read from the record beforehand, and what do they rest on?

Each only says what was recorded: the auditor looks, and answers. Nothing is filled in where the record could not tell.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from heard.rules.next_steps.facts import ConversationFacts
from heard.rules.seen_alone import HowHeard, how_heard, was_alone
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.assurance import Answered
from heard.rules.vocabulary.communication import Met
from heard.rules.vocabulary.concern import Agreement


@dataclass(frozen=True)
class RecordRead:
    """What of a case's record these answers rest on."""

    talks: tuple[ConversationFacts, ...] = ()
    decided_on: date | None = None
    agreement: str = ""
    is_overridden: bool = False
    was_told: str = ""
    wishes: int = 0
    needs_asked: bool = False
    needs_met: tuple[str, ...] = ()
    parts_with_reasons: int = 0
    difficulty_considered: bool = False
    helped_by: int = 0
    assessments: int = 0
    assessments_with_support: int = 0
    risks: int = 0
    risks_seen_by_both: int = 0
    has_plan: bool = False
    plan_agreed: bool = False
    plan_reviewed: bool = False
    is_concluded: bool = False
    closing_asked: bool = False
    wishes_judged: int = 0
    feedback_offered: bool = False


@dataclass(frozen=True)
class FilledIn:
    """An answer read from the record, and in words what it rests on."""

    answer: Answered
    because: str


def filled_in(reader: str, record: RecordRead) -> FilledIn | None:
    """The answer that a question's named reader finds in the record, or None where there is no such reader or it cannot tell.

    Practice: what can be read is not asked again; it is marked as read, and the auditor may answer otherwise.
    """
    read = READERS.get(reader)
    return read(record) if read else None


def _heard_before_the_decision(record: RecordRead) -> FilledIn | None:
    if record.decided_on is None:
        return None
    before = [one for one in record.talks if one.heard and one.at.date() <= record.decided_on]
    if any(_is_alone(one) for one in before):
        return FilledIn(Answered.YES, "A conversation with the adult alone is recorded on or before the day of the decision.")
    if before:
        return FilledIn(Answered.PARTLY, "The adult was heard before the decision, and alone is not recorded.")
    return FilledIn(Answered.NO, "No conversation in which the adult was heard is recorded before the decision.")


def _is_alone(talk: ConversationFacts) -> bool:
    alone = YesNo.YES if was_alone(alone=talk.alone, present=talk.present) else talk.alone
    return how_heard(not_heard_because=talk.not_heard_because, alone=alone, spoken_by=talk.spoken_by) == HowHeard.ALONE


def _agreement(record: RecordRead) -> FilledIn | None:
    if record.is_overridden:
        if record.was_told == YesNo.YES:
            return FilledIn(Answered.YES, "The reasons for acting without agreement are recorded, and that the adult was told.")
        return FilledIn(Answered.PARTLY, "The reasons for acting without agreement are recorded, but not that the adult was told.")
    if record.agreement == Agreement.AGREED:
        return FilledIn(Answered.YES, "The adult’s agreement is recorded.")
    if not record.agreement:
        return FilledIn(Answered.NO, "Nothing is recorded of the adult’s agreement.")
    return None


def _wishes(record: RecordRead) -> FilledIn | None:
    stages = {one.stage for one in record.talks if one.asked_what_they_want and one.stage}
    if record.wishes and len(stages) > 1:
        return FilledIn(Answered.YES, f"Wishes are recorded, and the adult was asked at {len(stages)} stages.")
    if record.wishes:
        return FilledIn(Answered.PARTLY, "Wishes are recorded; asking again later is not.")
    return FilledIn(Answered.NO, "No wish of the adult is recorded.")


def _communication(record: RecordRead) -> FilledIn | None:
    if not record.needs_asked:
        return FilledIn(Answered.NO, "Nothing is recorded of what helps the adult to take part.")
    if Met.YES in record.needs_met and set(record.needs_met) == {Met.YES}:
        return FilledIn(Answered.YES, "What helps the adult is recorded, and each time that it was met.")
    return FilledIn(Answered.PARTLY, "What helps the adult is recorded, and not, or not each time, that it was met.")


def _three_parts(record: RecordRead) -> FilledIn | None:
    if record.decided_on is None:
        return None
    words = f"A reason is recorded for {record.parts_with_reasons} of the three parts of section 42(1)."
    if record.parts_with_reasons == 3:
        return FilledIn(Answered.PARTLY, f"{words} Timeliness and history are for you to judge.")
    return FilledIn(Answered.PARTLY if record.parts_with_reasons else Answered.NO, words)


def _involved(record: RecordRead) -> FilledIn | None:
    if not record.difficulty_considered:
        return FilledIn(Answered.NO, "Whether the adult has substantial difficulty is not recorded.")
    if record.helped_by:
        return FilledIn(Answered.YES, "Difficulty was considered, and an advocate met the adult or an appropriate person is named.")
    return None


def _capacity(record: RecordRead) -> FilledIn | None:
    if not record.assessments:
        return None
    if record.assessments_with_support == record.assessments:
        return FilledIn(Answered.YES, f"{record.assessments} assessed for a named decision, each with the support that was given.")
    return FilledIn(Answered.PARTLY, "Assessed for a named decision, and not each time with the support that was given.")


def _risk(record: RecordRead) -> FilledIn | None:
    if not record.risks:
        return FilledIn(Answered.NO, "No risk is recorded.")
    words = f"{record.risks_seen_by_both} of {record.risks} risks have both the adult’s view and the professional’s."
    if record.risks_seen_by_both == record.risks:
        return FilledIn(Answered.YES, words)
    return FilledIn(Answered.PARTLY if record.risks_seen_by_both else Answered.NO, words)


def _plan(record: RecordRead) -> FilledIn | None:
    if not record.has_plan:
        return None
    if record.plan_agreed and record.plan_reviewed:
        return FilledIn(Answered.YES, "A plan that the adult agreed with is recorded, and its review.")
    return FilledIn(Answered.PARTLY, "A plan is recorded; not both the adult’s agreement and a review.")


def _closing(record: RecordRead) -> FilledIn | None:
    if not record.is_concluded:
        return None
    found = [record.closing_asked, record.wishes == 0 or record.wishes_judged > 0, record.feedback_offered]
    words = f"{sum(found)} of three are recorded: the adult’s view of closing, their judgement of their wishes, an offer of a say."
    return FilledIn(Answered.YES if all(found) else Answered.PARTLY if any(found) else Answered.NO, words)


READERS: dict[str, Callable[[RecordRead], FilledIn | None]] = {
    "heard-before-the-decision": _heard_before_the_decision,
    "agreement": _agreement,
    "wishes": _wishes,
    "communication": _communication,
    "three-parts": _three_parts,
    "involved": _involved,
    "capacity": _capacity,
    "risk": _risk,
    "plan": _plan,
    "closing": _closing,
}
