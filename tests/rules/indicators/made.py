"""How does a test make the facts of an enquiry? One that has nothing recorded but its days, unless told otherwise."""

from datetime import date

from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.facts import EnquiryFacts, RiskFacts, TalkFacts
from heard.rules.seen_alone import HowHeard

MAY = date(2026, 5, 20)


def enquiry(**known) -> EnquiryFacts:
    days = {"received_on": date(2026, 3, 2), "started_on": date(2026, 3, 4), "concluded_on": MAY}
    return EnquiryFacts(**{**days, **known})


def talk(how=HowHeard.ALONE, on=date(2026, 3, 3), stage="concern", **known) -> TalkFacts:
    return TalkFacts(on=on, stage=stage, how=how, **known)


def risk(outcome="", finding="risk-action", **known) -> RiskFacts:
    where = {"type": "physical", "source": "known-to-adult", "place": "own-home"}
    return RiskFacts(**{**where, "outcome": outcome, "finding": finding, **known})


def counted(slug: str, one: EnquiryFacts) -> tuple[int, int]:
    """Part and whole of one indicator for one enquiry."""
    return INDICATORS[slug].counts(one)
