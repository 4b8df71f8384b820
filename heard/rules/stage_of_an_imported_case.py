"""At which stage is a case whose records came from another system?"""

from collections.abc import Iterable
from dataclasses import dataclass

from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.concern import SectionDecision


@dataclass(frozen=True)
class ConcernFacts:
    """What is known of one concern of the case: its decision (blank where none), and its enquiry, if any."""

    decision: str
    has_enquiry: bool
    is_concluded: bool = False


def imported_stage(concerns: Iterable[ConcernFacts]) -> CaseStage:
    """An open enquiry comes first, then a concern still to be decided or begun; a case with neither is closed.

    Practice: the four stages of the pathway; an enquiry is placed by its own dates, whatever its concern's decision.
    """
    known = list(concerns)
    if any(one.has_enquiry and not one.is_concluded for one in known):
        return CaseStage.ENQUIRY
    has_enquiry = any(one.has_enquiry for one in known)
    settled = (one.has_enquiry or one.decision == SectionDecision.NO_ENQUIRY or (one.decision and has_enquiry) for one in known)
    return CaseStage.CLOSED if all(settled) else CaseStage.CONCERN
