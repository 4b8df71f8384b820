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
    remained = (risk("remained", has_adults_reason=True), risk("remained"))
    assert counted(slug, enquiry(risks=(risk("removed"), risk("reduced"), *remained, *not_counted))) == counts


@pytest.mark.parametrize(
    ("earlier_end", "again"),
    [
        pytest.param(None, (0, 1), id="no earlier enquiry"),
        pytest.param(date(2026, 2, 1), (1, 1), id="one ended a month before"),
        pytest.param(date(2025, 3, 2), (1, 1), id="one ended twelve months before to the day"),
        pytest.param(date(2025, 3, 1), (0, 1), id="one ended a day longer ago"),
    ],
)
def test_a_concern_again_within_twelve_months(earlier_end, again):
    assert counted("came-back", enquiry(earlier_end=earlier_end)) == again


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
    offered = next(one for one in indicators_of_endings() if one.slug == "feedback-offered")
    assert offered.counts(enquiry(feedback_offered=True)) == (1, 1) and offered.counts(enquiry()) == (0, 1)
