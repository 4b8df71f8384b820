"""What became of the risk, did it happen again, and how did the adult see the end?"""

from collections.abc import Iterator
from datetime import date

from heard.rules.indicators.facts import fact_of
from heard.rules.indicators.hearing import CONCLUDED, OF_CONCLUDED
from heard.rules.indicators.indicator import Group, Indicator, Unit
from heard.rules.vocabulary.enquiry import ClosingView, RiskOutcome

FOUND = "Findings about each risk"
OUTCOMES = ("risk_outcomes",)


def months_before(day: date, months: int) -> date:
    """The same day some months before, or the last of that month where it has no such day.

    Practice: recurrence is counted within 12 months, by the calendar.
    """
    number = day.year * 12 + day.month - 1 - months
    year, month = number // 12, number % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
    return date(year, month, min(day.day, last))


def indicators_of_endings() -> Iterator[Indicator]:
    """Risk removed, reduced, remained, remained by choice; a concern again within 12 months; the adult's view of closing; a say offered.

    Practice: ASCOF 4B and table SG2e for what became of a risk. "Remained" is no failure: it may be what the adult chose.
    """
    of = "risks that were identified and whose outcome is recorded"
    for outcome in RiskOutcome:
        yield Indicator(
            f"risk-{outcome}", outcome.label, Group.RISK, f"How many risks were {'still there' if outcome == 'remained' else outcome}?",
            f"risks that {'remained' if outcome == 'remained' else 'were ' + outcome}", of, FOUND, Unit.RISKS,
            (fact_of("risk", outcome),), OUTCOMES, parts_of="risk-outcome",
        )  # fmt: skip
    rows = (
        ("risk-less", "Risk reduced or removed", Group.RISK, "How many risks were reduced or removed?",
         "risks that were reduced or removed", of, FOUND, Unit.RISKS,
         (fact_of("risk", RiskOutcome.REMOVED), fact_of("risk", RiskOutcome.REDUCED)), OUTCOMES),
        ("remained-by-choice", "Remained, with the adult’s own reason", Group.RISK,
         "Of risks that remained, how many have the adult's own reason?", "of these, risks with the adult's own reason recorded",
         "identified risks that remained", FOUND, Unit.RISKS, ("remained_by_choice",),
         (fact_of("risk", RiskOutcome.REMAINED),)),
        ("came-back", "A concern again within 12 months", Group.RETURN,
         "How many enquiries were about an adult whose earlier enquiry had ended in the 12 months before?",
         "enquiries whose concern came within 12 months of the end of an earlier enquiry of the same adult", CONCLUDED,
         "Concerns and enquiries of the same adult", Unit.ENQUIRIES, ("came_back",), OF_CONCLUDED),
    )  # fmt: skip
    yield from (Indicator(*row, sum_of="risk-outcome" if row[0] == "risk-less" else "") for row in rows)
    for view in ClosingView:
        yield Indicator(
            f"closing-{view}", view.label, Group.CLOSING, "What did the adult say about closing?",
            f"enquiries at whose closing is recorded: {view.label.lower()}", "enquiries with the adult's view of closing recorded",
            "The closing of the enquiry", Unit.ENQUIRIES, (fact_of("closing", view),), ("closing",), parts_of="closing-view",
        )  # fmt: skip
    yield Indicator(
        "feedback-offered", "Offered a say on how it went", Group.CLOSING, "How many adults were offered a say on how it went?",
        "enquiries in which it was offered", CONCLUDED, "Offers of a say", Unit.ENQUIRIES, ("offered",), OF_CONCLUDED,
    )  # fmt: skip
