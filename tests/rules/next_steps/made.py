"""How does a test of what a case needs make its facts?"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from heard.rules.next_steps.facts import CaseFacts, ConcernFacts, ConversationFacts, EnquiryFacts

LONDON = ZoneInfo("Europe/London")
MARCH_2 = date(2026, 3, 2)


def concern(**fields) -> ConcernFacts:
    return ConcernFacts(**{"reference": "C-1", "received_on": MARCH_2, **fields})


def decided(**fields) -> ConcernFacts:
    return concern(**{"is_waiting": False, "decided_on": date(2026, 3, 4), **fields})


def enquiry(**fields) -> EnquiryFacts:
    return EnquiryFacts(**{"concern_reference": "C-1", "started_on": date(2026, 3, 4), **fields})


def talk(day: int = 3, **fields) -> ConversationFacts:
    return ConversationFacts(**{"at": datetime(2026, 3, day, 10, tzinfo=LONDON), **fields})


def facts(**fields) -> CaseFacts:
    return CaseFacts(**{"reference": "H-1", "concerns": (concern(),), **fields})
