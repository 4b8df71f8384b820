"""What became of the risk, did it happen again, and how did the adult see the end?"""

from collections.abc import Iterator
from datetime import date

from heard.rules.indicators.facts import EnquiryFacts
from heard.rules.indicators.hearing import CONCLUDED
from heard.rules.indicators.indicator import Counted, Group, Indicator, Unit
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME, ClosingView, RiskOutcome

FOUND = "Findings about each risk"


def months_before(day: date, months: int) -> date:
    """The same day some months before, or the last of that month where it has no such day.

    Practice: recurrence is counted within 12 months, by the calendar.
    """
    number = day.year * 12 + day.month - 1 - months
    year, month = number // 12, number % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
    return date(year, month, min(day.day, last))


def _outcomes(one: EnquiryFacts) -> list:
    return [risk for risk in one.risks if risk.finding in FINDINGS_WITH_OUTCOME and risk.outcome]


def _outcome(which: RiskOutcome):
    def count(one: EnquiryFacts) -> Counted:
        found = _outcomes(one)
        return sum(risk.outcome == which for risk in found), len(found)

    return count


def _less(one: EnquiryFacts) -> Counted:
    found = _outcomes(one)
    return sum(risk.outcome != RiskOutcome.REMAINED for risk in found), len(found)


def _by_choice(one: EnquiryFacts) -> Counted:
    remained = [risk for risk in _outcomes(one) if risk.outcome == RiskOutcome.REMAINED]
    return sum(risk.has_adults_reason for risk in remained), len(remained)


def _came_back(one: EnquiryFacts) -> Counted:
    return int(one.earlier_end is not None and one.earlier_end >= months_before(one.received_on, 12)), 1


def _closed(view: ClosingView):
    def count(one: EnquiryFacts) -> Counted:
        return int(one.closing_view == view), int(bool(one.closing_view))

    return count


def _offered(one: EnquiryFacts) -> Counted:
    return int(one.feedback_offered), 1


def indicators_of_endings() -> Iterator[Indicator]:
    """Risk removed, reduced, remained, remained by choice; a concern again within 12 months; the adult's view of closing; a say offered.

    Practice: ASCOF 4B and table SG2e for what became of a risk. "Remained" is no failure: it may be what the adult chose.
    """
    of = "risks that were identified and whose outcome is recorded"
    for outcome in RiskOutcome:
        yield Indicator(
            f"risk-{outcome}", outcome.label, Group.RISK, f"How many risks were {'still there' if outcome == 'remained' else outcome}?",
            f"risks that {'remained' if outcome == 'remained' else 'were ' + outcome}", of, FOUND, Unit.RISKS, _outcome(outcome),
            parts_of="risk-outcome",
        )  # fmt: skip
    rows = (
        ("risk-less", "Risk reduced or removed", Group.RISK, "How many risks were reduced or removed?",
         "risks that were reduced or removed", of, FOUND, Unit.RISKS, _less),
        ("remained-by-choice", "Remained, with the adult’s own reason", Group.RISK,
         "Of risks that remained, how many have the adult's own reason?", "of these, risks with the adult's own reason recorded",
         "identified risks that remained", FOUND, Unit.RISKS, _by_choice),
        ("came-back", "A concern again within 12 months", Group.RETURN,
         "How many enquiries were about an adult whose earlier enquiry had ended in the 12 months before?",
         "enquiries whose concern came within 12 months of the end of an earlier enquiry of the same adult", CONCLUDED,
         "Concerns and enquiries of the same adult", Unit.ENQUIRIES, _came_back),
    )  # fmt: skip
    yield from (Indicator(*row, sum_of="risk-outcome" if row[0] == "risk-less" else "") for row in rows)
    for view in ClosingView:
        yield Indicator(
            f"closing-{view}", view.label, Group.CLOSING, "What did the adult say about closing?",
            f"enquiries at whose closing is recorded: {view.label.lower()}", "enquiries with the adult's view of closing recorded",
            "The closing of the enquiry", Unit.ENQUIRIES, _closed(view), parts_of="closing-view",
        )  # fmt: skip
    yield Indicator(
        "feedback-offered", "Offered a say on how it went", Group.CLOSING, "How many adults were offered a say on how it went?",
        "enquiries in which it was offered", CONCLUDED, "Offers of a say", Unit.ENQUIRIES, _offered,
    )  # fmt: skip
