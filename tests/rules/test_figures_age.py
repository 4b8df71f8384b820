"""Are the figures fresh enough, and may they be worked out while somebody waits for the page?"""

from datetime import UTC, datetime, timedelta

import pytest

from heard.rules.figures_age import are_old, may_wait

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "old"),
    [
        pytest.param(None, True, id="never worked out"),
        pytest.param(timedelta(0), False, id="this moment"),
        pytest.param(timedelta(minutes=15), False, id="a quarter of an hour"),
        pytest.param(timedelta(minutes=15, seconds=1), True, id="a second longer"),
        pytest.param(timedelta(minutes=-3), False, id="a clock that was put back"),
    ],
)
def test_whether_figures_are_old(age, old):
    assert are_old(None if age is None else NOON - age, NOON) is old


@pytest.mark.parametrize(
    ("seconds", "waits"),
    [
        pytest.param(None, True, id="never done: the first reader waits"),
        pytest.param(0.4, True, id="a moment"),
        pytest.param(2.0, True, id="two seconds"),
        pytest.param(40.0, False, id="a region is left to the job"),
    ],
)
def test_whether_a_reader_may_wait(seconds, waits):
    assert may_wait(seconds) is waits
