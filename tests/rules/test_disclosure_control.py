"""What may somebody see who has figures but not the cases behind them?"""

import pytest

from heard.rules.disclosure_control import hidden_beside, percentage, shown_count, shown_parts, shown_percentages


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


@pytest.mark.parametrize(
    ("parts", "whole", "shown"),
    [
        pytest.param([60, 30, 8, 2], 100, (60, 30, None, None), id="a small part, and the next smallest so that nobody works it out"),
        pytest.param([60, 30, 7, 3], 100, (60, 30, None, None), id="together the two come to ten, which hides both"),
        pytest.param([60, 38, 1, 1], 100, (60, None, None, None), id="two small parts that come to two need a third"),
        pytest.param([60, 36, 2, 2, 0], 100, (60, None, None, None, None), id="nought is small too"),
        pytest.param([13, 7], 20, (65, 35), id="large parts are shown"),
        pytest.param([18], 20, (None,), id="a small remainder hides the part beside it"),
        pytest.param([15], 20, (75,), id="part and remainder both large enough"),
        pytest.param([20], 20, (None,), id="everybody means that nobody was left, which is a small count"),
        pytest.param([12, 8, 10], 30, (40, 27, 33), id="parts that are all there can be need no rest"),
        pytest.param([3], 4, (None,), id="a tiny whole"),
        pytest.param([], 0, (), id="no parts"),
        pytest.param([0, 0], 0, (None, None), id="nothing of nothing"),
    ],
)
def test_parts_of_a_whole_as_they_are_shown(parts, whole, shown):
    assert shown_parts(parts, whole) == shown


@pytest.mark.parametrize(
    ("sizes", "hidden", "then"),
    [
        pytest.param([50, 20, 3], [False, False, True], (False, True, True), id="one alone takes the next smallest with it"),
        pytest.param([50, 4, 3], [False, True, True], (False, True, True), id="two that come to seven hide each other"),
        pytest.param([50, 1, 3], [False, True, True], (True, True, True), id="two that come to four take a third"),
        pytest.param([50, 20], [False, False], (False, False), id="nothing is hidden"),
        pytest.param([3], [True], (True,), id="one and no other"),
    ],
)
def test_what_is_hidden_beside_a_hidden_part(sizes, hidden, then):
    assert hidden_beside(sizes, hidden) == then
