"""Are the same cases drawn from the same list with the same seed, and is each group looked at?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.rules.auditing.drawing_a_sample import Candidate, drawn, lot, shares_of

FRAME = [Candidate(f"H-{number:03}", "North" if number % 4 else "South") for number in range(1, 41)]


def references(found) -> list[str]:
    return [one.reference for one in found]


def test_the_same_seed_draws_the_same_cases_whatever_the_order_of_the_list():
    assert references(drawn(FRAME, size=6, seed=7)) == references(drawn(FRAME[::-1], size=6, seed=7))


def test_what_was_drawn_once_is_drawn_in_any_year_on_any_machine():
    ungrouped = [Candidate(one.reference) for one in FRAME]
    assert references(drawn(ungrouped, size=3, seed=2026)) == ["H-022", "H-006", "H-037"]


def test_another_seed_draws_other_cases():
    assert references(drawn(FRAME, size=6, seed=7)) != references(drawn(FRAME, size=6, seed=8))


def test_a_lot_is_the_same_for_the_same_seed_and_case_and_no_other():
    assert lot(7, "H-001") == lot(7, "H-001") != lot(8, "H-001")



@pytest.mark.parametrize(
    ("sizes", "size", "shares"),
    [
        pytest.param({"a": 30, "b": 10}, 4, {"a": 3, "b": 1}, id="each group in proportion to its size"),
        pytest.param({"a": 97, "b": 2, "c": 1}, 5, {"a": 3, "b": 1, "c": 1}, id="a small group gets at least one"),
        pytest.param({"a": 3, "b": 2, "c": 1}, 2, {"a": 1, "b": 1, "c": 0}, id="where there is not room for each, the largest first"),
        pytest.param({"a": 2, "b": 1}, 9, {"a": 2, "b": 1}, id="all of them where fewer are there than asked for"),
        pytest.param({}, 5, {}, id="nothing from nothing"),
        pytest.param({"a": 5}, 0, {"a": 0}, id="none asked for, none drawn"),
    ],
)
def test_how_many_from_each_group(sizes, size, shares):
    assert shares_of(sizes, size=size, seed=1) == shares


@given(
    st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 30), max_size=6), st.integers(0, 60), st.integers(0, 999_999),
)  # fmt: skip
def test_as_many_as_asked_for_and_never_more_than_a_group_has(sizes, size, seed):
    shares = shares_of(sizes, size=size, seed=seed)
    assert sum(shares.values()) == min(size, sum(sizes.values()))
    assert all(0 <= shares[name] <= sizes[name] for name in sizes)
