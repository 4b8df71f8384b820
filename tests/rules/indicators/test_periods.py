"""For which months are figures asked?"""

from datetime import date

import pytest

from heard.rules.indicators.periods import Period, last_quarter, last_twelve_months, period_named, periods_offered, whole_months_before


@pytest.mark.parametrize(
    ("today", "label"),
    [
        pytest.param(date(2026, 11, 26), "July to September 2026", id="in November"),
        pytest.param(date(2026, 4, 1), "January to March 2026", id="on the first day of a financial year"),
        pytest.param(date(2026, 3, 31), "October to December 2025", id="on the last day of a financial year"),
        pytest.param(date(2026, 1, 1), "October to December 2025", id="on new year's day"),
    ],
)
def test_the_last_quarter_that_has_ended(today, label):
    assert last_quarter(today).label == label


def test_months_of_a_period():
    assert Period(date(2025, 11, 1), 3).months == ["2025-11", "2025-12", "2026-01"]
    assert Period(date(2025, 11, 1), 3).label == "November 2025 to January 2026"
    assert last_twelve_months(date(2026, 11, 26)).label == "December 2025 to November 2026"
    assert whole_months_before(date(2026, 11, 26), 2).months == ["2026-09", "2026-10"]


def test_what_is_offered():
    labels = [one.label for one in periods_offered(date(2026, 11, 26))]
    assert labels[:3] == ["December 2025 to November 2026", "October to December 2026", "July to September 2026"]
    assert labels[-3:] == ["April 2026 to March 2027", "April 2025 to March 2026", "April 2024 to March 2025"]


@pytest.mark.parametrize("slug", ["", "2026-07-2", "nonsense", "2026-08-3", "1999-04-12"])
def test_a_period_that_is_not_offered_is_the_last_twelve_months(slug):
    assert period_named(slug, date(2026, 11, 26)) == last_twelve_months(date(2026, 11, 26))


def test_a_period_by_its_slug():
    assert period_named("2026-07-3", date(2026, 11, 26)).label == "July to September 2026"
