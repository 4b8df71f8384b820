"""How are many enquiries counted?"""

from datetime import date

from heard.rules.indicators.tally import tally
from tests.rules.indicators.made import enquiry, risk

APRIL = date(2026, 4, 2)


def test_months_apart_and_all_together():
    found = tally([enquiry(asked="yes-expressed"), enquiry(asked="no"), enquiry(asked="no", concluded_on=APRIL)])
    may, april = found["2026-05", "", ""], found["2026-04", "", ""]
    assert (may.parts["asked"], may.wholes["asked"]) == (1, 2) and (april.parts["asked"], april.wholes["asked"]) == (0, 1)
    assert may.spreads["days-of-enquiry"] == {77: 2}


def test_an_enquiry_with_two_types_counts_in_both_and_each_risk_in_its_own():
    found = tally([enquiry(risks=(risk("removed"), risk("remained", type="neglect")))])
    physical, neglect, everything = (found["2026-05", *place] for place in (("type", "physical"), ("type", "neglect"), ("", "")))
    assert [one.wholes["heard"] for one in (physical, neglect, everything)] == [1, 1, 1]
    assert [(one.parts["risk-removed"], one.wholes["risk-removed"]) for one in (physical, neglect, everything)] == [(1, 1), (0, 1), (1, 2)]


def test_what_nothing_is_behind_is_not_there():
    found = tally([enquiry()])["2026-05", "", ""]
    assert "advocate-met" not in found.wholes and "days-to-decision" not in found.spreads and "risk-removed" not in found.wholes


def test_nothing_counted_is_nothing():
    assert tally([]) == {}
