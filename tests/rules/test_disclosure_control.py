"""What may somebody see who has figures but not the cases behind them?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from heard.rules.disclosure_control import hidden_beside, percentage, shown_count, shown_shares
from heard.rules.hidden_counts import TOTAL, can_be_worked_out


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
        pytest.param([8, 12], 20, (40, 60), id="percentages are from unrounded counts"),
        pytest.param([15], 20, (75,), id="part and remainder both large enough"),
        pytest.param([20], 20, (None,), id="everybody means that nobody was left, which is a small count"),
        pytest.param([12, 8, 10], 30, (40, 27, 33), id="parts that are all there can be need no rest"),
        pytest.param([3], 4, (None,), id="a tiny whole"),
        pytest.param([], 0, (), id="no parts"),
        pytest.param([0, 0], 0, (None, None), id="nothing of nothing"),
    ],
)
def test_parts_of_a_whole_as_they_are_shown(parts, whole, shown):
    ((*found,),) = shown_shares([(parts, whole)])
    assert tuple(share.percent for share in found) == shown


@pytest.mark.parametrize(
    ("rows", "percents"),
    [
        pytest.param([(20, 40), (10, 20), (12, 24)], [50, 50, 50], id="nothing small, nothing withheld"),
        pytest.param([(20, 40), (10, 20), (2, 50)], [50, None, None], id="a small part of many: the fewest beside it is withheld too"),
        pytest.param([(20, 40), (10, 20), (48, 50)], [50, None, None], id="a small rest of many: the same"),
        pytest.param([(20, 40), (10, 20), (2, 50), (1, 60)], [50, None, None, None], id="2 and 1 come to 3, which is small: a third"),
        pytest.param([(20, 40), (10, 20), (48, 50), (58, 60)], [50, None, None, None], id="rests of 2 and 2 come to 4: a third"),
        pytest.param([(20, 40), (10, 20), (4, 50), (3, 60)], [50, 50, None, None], id="4 and 3 come to 7 and hide each other"),
        pytest.param([(20, 40), (10, 20), (4, 50), (47, 50)], [50, 50, None, None], id="a small part and a small rest hide each other"),
        pytest.param([(20, 40), (10, 20), (1, 3)], [50, None, None], id="a small whole"),
        pytest.param([(20, 40), (0, 0), (1, 3)], [None, None, None], id="a row of nothing hides nobody"),
        pytest.param([(3, 40), (1, 20)], [None, None], id="all of it is small, and is withheld itself"),
        pytest.param([(18, 20)], [None], id="one row alone"),
        pytest.param([], [], id="no row"),
    ],
)
def test_shares_under_one_another(rows, percents):
    assert [share.percent for (share,) in shown_shares([([part], whole) for part, whole in rows])] == percents


def test_what_is_withheld_beside_others_is_no_count_either():
    (first,), (second,), (third,) = shown_shares([([20], 40), ([12], 20), ([2], 3)])
    assert (first.part, first.whole) == (20, 40)
    assert (second.part, second.whole) == (third.part, third.whole) == ("[c]", "[c]"), "32 and 60 are known from another page"


def test_only_rows_of_one_line_are_withheld_for_one_another():
    rows = [([2], 30), ([10], 20), ([10], 20), ([15], 30)]
    shown = [share.percent for (share,) in shown_shares(rows, lines=[[0, 1], [2, 3]])]
    assert shown == [None, None, 50, 50]
    assert [share.percent for (share,) in shown_shares(rows, lines=[])] == [None, 50, 50, 50]


parts_of_rows = some.integers(1, 4).flatmap(
    lambda width: some.lists(
        some.lists(some.one_of(some.integers(0, 6), some.integers(0, 60)), min_size=width + 1, max_size=width + 1), min_size=1, max_size=5
    )
)


@settings(max_examples=200, deadline=None)
@given(table=parts_of_rows)
def test_no_small_count_can_be_worked_out_by_who_knows_everything_that_is_shown(table):
    """As exactly as a reader could: every count with a percentage before rounding, every whole that is not hidden, and all together."""
    wholes = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    shown = [
        *shown_shares([(row[:-1], whole) for row, whole in zip(table, wholes, strict=True)]),
        *shown_shares([(columns[:-1], sum(wholes))]),
    ]
    counts, hidden = {}, set()
    for name, row, shares in zip([*map(str, range(len(table))), TOTAL], [*table, columns], shown, strict=True):
        assert all(share.is_withheld for part, share in zip(row, shares, strict=False) if part < 5)
        counts |= {(name, str(at)): part for at, part in enumerate(row)} | {(name, TOTAL): sum(row)}
        hidden |= {(name, str(at)) for at, share in enumerate(shares) if share.is_withheld} | {(name, str(len(shares)))}
        hidden |= {(name, TOTAL)} if isinstance(shares[0].whole, str) else set()
    assert not {place for place in hidden if 0 < counts[place] < 5 and can_be_worked_out(place, counts, hidden)}


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
