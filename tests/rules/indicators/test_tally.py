"""How are many enquiries counted?"""

from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.breakdowns import By
from heard.rules.indicators.tally import Tally, share_in
from tests.rules.indicators.made import APRIL, enquiry, risk, tally_of


def test_months_apart_and_all_together():
    found = tally_of(enquiry(asked="yes-expressed"), enquiry(asked="no"), enquiry(asked="no", month_concluded=APRIL))
    may, april = found["2026-05", ""], found["2026-04", ""]
    assert (may.parts["asked"], may.wholes["asked"]) == (1, 2) and (april.parts["asked"], april.wholes["asked"]) == (0, 1)
    assert may.spreads["days-of-enquiry"] == {77: 2}


def test_an_enquiry_with_two_types_counts_in_both_and_each_risk_in_its_own():
    one = enquiry(risks=(risk("removed"), risk("remained", risk_type="neglect")))
    by_type = tally_of(one, by=By.TYPE)
    found = by_type["2026-05", "physical"], by_type["2026-05", "neglect"], tally_of(one)["2026-05", ""]
    assert [one.wholes["heard"] for one in found] == [1, 1, 1]
    assert [(one.parts["risk-removed"], one.wholes["risk-removed"]) for one in found] == [(1, 1), (0, 1), (1, 2)]


def test_what_nothing_is_behind_is_not_there():
    found = tally_of(enquiry())["2026-05", ""]
    assert "advocate-met" not in found.wholes and "days-to-decision" not in found.spreads and "risk-removed" not in found.wholes


def test_another_councils_area_is_not_counted():
    assert tally_of(enquiry(in_area=0)) == tally_of() == {}


def test_a_share_adds_up_its_facts():
    facts = {"risk_removed": 2, "risk_reduced": 3, "risk_outcomes": 9}
    assert share_in(INDICATORS["risk-less"], facts) == (5, 9)


def test_days_are_counted_under_the_indicator_that_times_them():
    one = Tally()
    one.add_days("days_to_decision", 4, 2)
    one.add_days("days_to_decision", 4, 1)
    assert one.spreads == {"days-to-decision": {4: 3}}
