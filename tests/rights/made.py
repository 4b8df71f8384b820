"""How does a test of capacity make its records? Through the actions, so that their audit is tested too."""

from datetime import date, datetime

from heard.rights.actions.capacity import record_assessment
from heard.rights.models import CapacityAssessment
from heard.rules.capacity_test import PARTS
from heard.rules.decision import Decision
from heard.rules.vocabulary.rights import BestInterestsFactor
from tests import factories

DAY = date(2026, 3, 5)
WORDS = dict.fromkeys(PARTS, "He says it is safe, and he is my nephew.")
ALL = {"parts": dict.fromkeys(PARTS, "yes"), "words": WORDS, "conclusion": "has-capacity"}
LACKING = {
    "parts": {**ALL["parts"], "retain": "no"}, "words": WORDS, "conclusion": "lacks-capacity", "impairment": "Delirium, seen by the GP.",
    "causal_link": "She cannot hold it for a minute while she is delirious.",
}  # fmt: skip
WHOLE = {
    "decided": "The card stays with the bank for now.", "checklist": {one.value: "Considered." for one in BestInterestsFactor},
    "consulted": ["Her sister: she would want to keep it."], "known_wishes": "She wants her own money.", "follows": "yes",
    "less_restrictive": "A lower limit on the card.", "decided_by_name": "", "decided_on": DAY,
}  # fmt: skip


def morning(day: int) -> datetime:
    return factories.at(date(2026, 3, day))


def assess(enquiry, *, day: int = 5, waiting: Decision | None = None, **changes) -> CapacityAssessment:
    """An assessment in the enquiry's case by its lead; "can" unless told otherwise."""
    given = {"decision": "Who looks after her bank card", "assessed_at": morning(day), "enquiry": enquiry, **ALL, **changes}
    return record_assessment(case=enquiry.case, by=enquiry.lead, waiting=Decision(True) if waiting is None else waiting, **given)
