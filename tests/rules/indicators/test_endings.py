"""What became of the risk, did it happen again, and how did the adult see the end?"""

from datetime import date

import pytest

from heard.rules.indicators.endings import indicators_of_endings, months_before
from tests.rules.indicators.made import counted, enquiry, risk


@pytest.mark.parametrize(
    ("slug", "counts"),
    [
        pytest.param("risk-removed", (1, 4), id="one removed"),
        pytest.param("risk-reduced", (1, 4), id="one reduced"),
        pytest.param("risk-remained", (2, 4), id="two remained"),
        pytest.param("risk-less", (2, 4), id="removed or reduced, as ASCOF 4B counts it"),
        pytest.param("remained-by-choice", (1, 2), id="of the two that remained, one as the adult chose"),
    ],
)
def test_what_became_of_the_risk(slug, counts):
    not_counted = (risk(), risk("removed", finding="no-risk-action"))
    remained = (risk("remained", own_reason=1), risk("remained"))
    assert counted(slug, enquiry(risks=(risk("removed"), risk("reduced"), *remained, *not_counted))) == counts


def test_a_concern_again():
    assert counted("came-back", enquiry(came_back=1)) == (1, 1) and counted("came-back", enquiry()) == (0, 1)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        pytest.param(date(2026, 3, 2), 12, date(2025, 3, 2), id="a year"),
        pytest.param(date(2028, 2, 29), 12, date(2027, 2, 28), id="from 29 February"),
        pytest.param(date(2026, 3, 31), 1, date(2026, 2, 28), id="a shorter month"),
        pytest.param(date(2026, 1, 31), 1, date(2025, 12, 31), id="over the new year"),
        pytest.param(date(2026, 12, 15), 0, date(2026, 12, 15), id="no months"),
    ],
)
def test_months_before_a_day(day, months, before):
    assert months_before(day, months) == before


def test_the_adults_view_of_closing_counts_where_it_is_recorded():
    assert counted("closing-agrees", enquiry(closing_view="agrees")) == (1, 1)
    assert counted("closing-disagrees", enquiry(closing_view="agrees")) == (0, 1)
    assert counted("closing-not-asked", enquiry()) == (0, 0)


def test_a_say_offered():
    assert counted("feedback-offered", enquiry(offered=1)) == (1, 1) and counted("feedback-offered", enquiry()) == (0, 1)


def test_less_risk_is_the_sum_of_two_of_its_set():
    found = {one.slug: one for one in indicators_of_endings()}
    assert found["risk-less"].part == (*found["risk-removed"].part, *found["risk-reduced"].part)
