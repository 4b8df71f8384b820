"""Has something changed from month to month, or is it the ordinary ups and downs?"""

import pytest

from heard.rules.process_control import FEWEST, Signal, control_of

UPS_AND_DOWNS = [50, 52] * 8
WIDE = [60, 40] * 8


def broken(values, **limits):
    """The places at which each rule is broken."""
    found = control_of(values, **limits)
    return {signal: [place for place, one in enumerate(found.signals) if signal in one] for signal in Signal if found}


def test_the_mean_and_the_limits():
    found = control_of(UPS_AND_DOWNS)
    assert (found.mean, found.low, found.high) == pytest.approx((51, 51 - 2.66 * 2, 51 + 2.66 * 2))


@pytest.mark.parametrize(
    ("values", "signal", "places"),
    [
        pytest.param(UPS_AND_DOWNS, None, [], id="ordinary ups and downs break no rule"),
        pytest.param([50] * 14, None, [], id="months that are all the same break no rule"),
        pytest.param([*UPS_AND_DOWNS, 90], Signal.BEYOND, [16], id="one month far outside"),
        pytest.param([*WIDE, *[55] * 7], Signal.SHIFT, list(range(16, 23)), id="seven above the mean"),
        pytest.param([*WIDE, *[55] * 6], Signal.SHIFT, [], id="six above the mean are not yet a shift"),
        pytest.param([*WIDE, 45, 47, 49, 51, 53, 55, 57], Signal.TREND, list(range(15, 23)), id="eight rising"),
        pytest.param([*WIDE, 57, 55, 53, 51, 49, 47, 45], Signal.TREND, list(range(16, 23)), id="seven falling"),
        pytest.param([*WIDE, 65, 47, 49, 51, 53, 55, 57], Signal.TREND, [], id="six rising are not yet a trend"),
        pytest.param([*UPS_AND_DOWNS, 56, 51, 56.2], Signal.NEAR, [16, 18], id="two of three close to the upper limit"),
        pytest.param([*UPS_AND_DOWNS, 56, 51, 46], Signal.NEAR, [], id="one close to each limit are not two close to one"),
    ],
)
def test_which_months_are_not_ordinary(values, signal, places):
    found = broken(values)
    if signal is None:
        assert not any(found.values())
    else:
        assert found[signal] == places


@pytest.mark.parametrize(
    "values", [[], [50], [50] * (FEWEST - 1), [None] * 24, [*[50] * (FEWEST - 1), None, None]],
    ids=["no months", "one month", "eleven months", "only gaps", "eleven months and gaps"],
)  # fmt: skip
def test_too_few_months_have_no_limits(values):
    assert control_of(values) is None


def test_a_month_that_may_not_be_shown_breaks_a_run_and_no_rule():
    values = [*WIDE, 55, 56, 55, None, 56, 55, 56, 55]
    assert broken(values)[Signal.SHIFT] == [] and control_of(values).signals[19] == frozenset()


def test_limits_stay_where_a_value_can_lie():
    found = control_of([95, 100] * 8, floor=0, ceiling=100)
    assert found.high == 100
    assert control_of([0, 5] * 8).low == 0 and control_of([0, 5] * 8, floor=None).low < 0
