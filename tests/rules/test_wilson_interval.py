"""How sure is a share that was counted in few cases?"""

import pytest

from heard.rules.wilson_interval import wilson_interval


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        pytest.param(0, 1, 0.0, 0.7935, id="one case without it says almost nothing"),
        pytest.param(1, 1, 0.2065, 1.0, id="one case with it says almost nothing"),
        pytest.param(0, 10, 0.0, 0.2775, id="none of ten never goes below nought"),
        pytest.param(10, 10, 0.7225, 1.0, id="all of ten never goes above all"),
        pytest.param(81, 263, 0.2553, 0.3662, id="81 of 263, Newcombe's published example"),
        pytest.param(15, 148, 0.0624, 0.1605, id="15 of 148, Newcombe's published example"),
        pytest.param(500, 1000, 0.4691, 0.5309, id="with many cases it is narrow"),
    ],
)
def test_the_interval_of_a_share(part, whole, low, high):
    assert wilson_interval(part, whole) == pytest.approx((low, high), abs=0.0001)


@pytest.mark.parametrize("whole", [0, -1])
def test_nothing_counted_has_no_interval(whole):
    assert wilson_interval(0, whole) is None


def test_the_interval_always_holds_the_share_and_narrows_with_more_cases():
    for whole in range(1, 60):
        for part in range(whole + 1):
            low, high = wilson_interval(part, whole)
            wide_low, wide_high = wilson_interval(part, whole, z=3.09)
            share, hair = part / whole, 1e-12
            assert 0 <= wide_low <= low + hair and low <= share + hair
            assert share <= high + hair and high <= wide_high + hair and wide_high <= 1
