"""What may somebody see who has figures but not the cases behind them?"""

import pytest

from heard.rules.disclosure_control import percentage, shown_count, shown_percentages


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        pytest.param(0, "[c]", id="nought is suppressed too"),
        pytest.param(1, "[c]", id="one is suppressed"),
        pytest.param(4, "[c]", id="four is suppressed"),
        pytest.param(5, 5, id="five is shown"),
        pytest.param(7, 5, id="seven goes down to five"),
        pytest.param(8, 10, id="eight goes up to ten"),
        pytest.param(12, 10, id="twelve goes down to ten"),
        pytest.param(13, 15, id="thirteen goes up to fifteen"),
        pytest.param(20_002, 20_000, id="a large count is rounded too"),
        pytest.param(None, "[x]", id="a count nobody has is not available"),
    ],
)
def test_a_count_as_it_is_shown(count, shown):
    assert shown_count(count) == shown


@pytest.mark.parametrize(
    ("parts", "whole", "shown"),
    [
        pytest.param([8, 12], 20, (40, 60), id="parts large enough are shown from unrounded counts"),
        pytest.param([13, 7, 2], 22, (None, None, None), id="one small part hides them all, or the rest would give it away"),
        pytest.param([18], 20, (None,), id="a small remainder hides the part beside it"),
        pytest.param([20], 20, (None,), id="everybody means that nobody was left, which is a small count"),
        pytest.param([6], 12, (50,), id="part and remainder both large enough"),
        pytest.param([0, 0], 0, (None, None), id="nothing of nothing"),
    ],
)
def test_percentages_never_give_a_small_count_away(parts, whole, shown):
    assert shown_percentages(parts, whole) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        pytest.param(1, 8, 13, id="halves go up"),
        pytest.param(1, 3, 33, id="a third"),
        pytest.param(0, 0, None, id="of nothing there is no percentage"),
    ],
)
def test_a_percentage_for_those_who_may_see_the_cases(part, whole, shown):
    assert percentage(part, whole) == shown
