"""How long must somebody wait before trying to sign in again?"""

from datetime import UTC, datetime, timedelta

import pytest

from heard.rules.sign_in_waits import failures_that_count, may_try_after

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [
        pytest.param(0, None, id="nobody who has not failed waits"),
        pytest.param(4, None, id="four slips cost nothing"),
        pytest.param(5, 1, id="the fifth failure costs a minute"),
        pytest.param(6, 2, id="each failure after that doubles the wait"),
        pytest.param(8, 8, id="eight failures cost eight minutes"),
        pytest.param(9, 15, id="the wait is never longer than fifteen minutes"),
        pytest.param(10_000, 15, id="not even after ten thousand failures"),
    ],
)
def test_the_wait_grows_and_stops_growing(failures, minutes):
    until = may_try_after(failures=failures, last_failed_at=NOW)
    assert until == (None if minutes is None else NOW + timedelta(minutes=minutes))


def test_an_address_that_never_failed_does_not_wait():
    assert may_try_after(failures=0, last_failed_at=None) is None


@pytest.mark.parametrize(
    ("hours_ago", "counted"),
    [
        pytest.param(1, 4, id="this morning's failures count"),
        pytest.param(24, 4, id="a day ago to the minute still counts"),
        pytest.param(25, 0, id="a day without a failure wipes them out"),
    ],
)
def test_old_failures_are_forgotten(hours_ago, counted):
    assert failures_that_count(failures=4, last_failed_at=NOW - timedelta(hours=hours_ago), now=NOW) == counted


def test_no_failure_counts_where_there_was_none():
    assert failures_that_count(failures=0, last_failed_at=None, now=NOW) == 0
