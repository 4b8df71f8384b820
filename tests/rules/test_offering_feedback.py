"""When may the adult be offered a say on how it went?"""

from datetime import date

import pytest

from heard.rules.offering_feedback import counts_for, may_offer

DAY = date(2026, 3, 5)
GOOD = {"started_on": DAY, "offered_on": date(2026, 4, 1), "offered_by": "Robin", "died": False}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param({}, "", id="after the enquiry began, by somebody named"),
        pytest.param({"offered_on": DAY}, "", id="on the day it began"),
        pytest.param({"offered_on": date(2026, 3, 4)}, "cannot be before", id="before it began"),
        pytest.param({"offered_by": "  "}, "who offered", id="by nobody named"),
        pytest.param({"died": True}, "has died", id="never to somebody who has died"),
    ],
)
def test_may_offer(changes, told):
    said = may_offer(**{**GOOD, **changes})
    assert bool(said) is (not told) and told in " ".join(said.because)


@pytest.mark.parametrize(
    ("offered_on", "counts"),
    [
        pytest.param(date(2026, 3, 20), True, id="on the day of the closing"),
        pytest.param(date(2026, 5, 15), True, id="eight weeks after it"),
        pytest.param(date(2026, 3, 6), True, id="fourteen days before it"),
        pytest.param(date(2026, 3, 5), False, id="fifteen days before it: in the middle of the enquiry"),
    ],
)
def test_an_offer_counts_at_the_closing_or_after(offered_on, counts):
    assert counts_for(closed_on=date(2026, 3, 20), offered_on=offered_on) is counts
