"""Does a team or a provider differ from the whole by more than chance?"""

import pytest

from heard.rules.funnel import Z_998, Lies, funnel_limits, lies, share_of_all
from heard.rules.wilson_interval import Z_95, wilson_interval


@pytest.mark.parametrize(
    ("counts", "share"),
    [
        pytest.param([(5, 10), (45, 50)], 50 / 60, id="the whole's share, not the mean of the shares"),
        pytest.param([(0, 0), (3, 6)], 0.5, id="a team with no case changes nothing"),
        pytest.param([(0, 0)], None, id="nothing counted"),
        pytest.param([], None, id="no teams"),
    ],
)
def test_the_middle_of_the_funnel(counts, share):
    assert share_of_all(counts) == share


@pytest.mark.parametrize(
    ("centre", "whole", "z", "limits"),
    [
        pytest.param(0.5, 100, Z_95, (0.402, 0.598), id="a hundred cases at a half"),
        pytest.param(0.5, 100, Z_998, (0.3455, 0.6545), id="the outer limits are wider"),
        pytest.param(0.9, 10, Z_95, (0.7141, 1.0), id="never above all"),
        pytest.param(0.1, 1, Z_95, (0.0, 0.688), id="one case reaches far, and never below nought"),
        pytest.param(1.0, 20, Z_95, (1.0, 1.0), id="where everybody has it there is no chance to differ"),
    ],
)
def test_how_far_chance_reaches(centre, whole, z, limits):
    assert funnel_limits(centre, whole, z) == pytest.approx(limits, abs=0.0005)


def test_nothing_counted_has_no_limits_and_lies_nowhere():
    assert funnel_limits(0.5, 0, Z_95) is None and lies(0, 0, 0.5) is None


@pytest.mark.parametrize(
    ("part", "whole", "where"),
    [
        pytest.param(50, 100, Lies.INSIDE, id="the same share"),
        pytest.param(59, 100, Lies.INSIDE, id="inside the limits"),
        pytest.param(61, 100, Lies.ABOVE_95, id="above the inner limit"),
        pytest.param(39, 100, Lies.BELOW_95, id="below the inner limit"),
        pytest.param(67, 100, Lies.ABOVE_998, id="above the outer limit"),
        pytest.param(30, 100, Lies.BELOW_998, id="below the outer limit"),
        pytest.param(1, 1, Lies.INSIDE, id="one case never lies outside a half"),
        pytest.param(0, 2, Lies.INSIDE, id="two cases never lie outside a half"),
    ],
)
def test_where_a_team_lies(part, whole, where):
    assert lies(part, whole, 0.5) == where


def test_outside_the_funnel_is_just_where_its_own_interval_leaves_out_the_centre():
    for whole in range(1, 80):
        for part in range(whole + 1):
            low, high = wilson_interval(part, whole)
            assert (lies(part, whole, 0.37) == Lies.INSIDE) == (low <= 0.37 <= high)
