"""Which counts of a table must be hidden, so that a small one can be worked out from none of the others?"""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from heard.rules.hidden_counts import TOTAL, can_be_worked_out, hidden_places, may_answer, protected


def one_way(*counts):
    return {**{(str(n), TOTAL): count for n, count in enumerate(counts)}, (TOTAL, TOTAL): sum(counts)}


def two_way(*rows):
    """A table with its totals, from its rows."""
    found = {(str(r), str(c)): count for r, row in enumerate(rows) for c, count in enumerate(row)}
    found |= {(str(r), TOTAL): sum(row) for r, row in enumerate(rows)}
    found |= {(TOTAL, str(c)): sum(column) for c, column in enumerate(zip(*rows, strict=True))}
    return found | {(TOTAL, TOTAL): sum(map(sum, rows))}


@pytest.mark.parametrize(
    ("people", "left_out", "narrowings", "answered"),
    [
        pytest.param(9, [491], 1, False, id="nine people are too few"),
        pytest.param(10, [490], 1, True, id="ten are enough"),
        pytest.param(491, [9], 1, False, id="a filter that leaves nine out would tell of those nine"),
        pytest.param(490, [10], 1, True, id="leaving ten out tells of nobody"),
        pytest.param(100, [400, 3], 2, False, id="two filters, of which one alone leaves out three"),
        pytest.param(500, [0], 1, True, id="a filter that leaves nobody out is no filter"),
        pytest.param(500, [], 0, True, id="no filter"),
        pytest.param(500, [], 7, False, id="too many filters to look at every choice of them"),
        pytest.param(0, [], 0, False, id="nobody at all"),
    ],
)
def test_whether_a_question_is_answered(people, left_out, narrowings, answered):
    said = may_answer(people=people, left_out=left_out, narrowings=narrowings)
    assert bool(said) is answered and bool(said.because) is not answered


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        pytest.param(one_way(20, 30, 40), set(), id="nothing small, nothing hidden"),
        pytest.param(one_way(3, 30, 40), {("0", TOTAL), ("1", TOTAL)}, id="a small part alone would be the total less the rest"),
        pytest.param(one_way(3, 4, 40), {("0", TOTAL), ("1", TOTAL)}, id="two small parts hide each other"),
        pytest.param(
            one_way(0, 0, 40), {("0", TOTAL), ("1", TOTAL), ("2", TOTAL)}, id="parts of nothing do not: the rest would be everything"
        ),
        pytest.param(one_way(3), {("0", TOTAL), (TOTAL, TOTAL)}, id="a total that is its only part is hidden with it"),
        pytest.param(
            two_way([2, 20, 30], [20, 25, 30]), {("0", "0"), ("0", "1"), ("1", "0"), ("1", "1")},
            id="in a table it takes a second one in the row, in the column and where they cross",
        ),
        pytest.param(
            two_way([2, 20], [3, 30]), {("0", "0"), ("1", "0"), ("0", "1"), ("1", "1")}, id="a row total less the other part is given away"
        ),
    ],
)  # fmt: skip
def test_what_is_hidden(counts, hidden):
    assert hidden_places(counts) == hidden


def test_a_place_of_fewer_than_five_people_is_hidden_whatever_its_count():
    assert hidden_places(one_way(8, 30, 40), few={("0", TOTAL)}) == {("0", TOTAL), ("1", TOTAL)}


def test_what_is_shown_is_rounded():
    assert protected(one_way(3, 32, 41)) == {("0", TOTAL): "[c]", ("1", TOTAL): "[c]", ("2", TOTAL): 40, (TOTAL, TOTAL): 75}


def test_a_hidden_place_alone_in_its_line_can_be_worked_out():
    counts = one_way(3, 4, 40)
    assert can_be_worked_out(("0", TOTAL), counts, {("0", TOTAL)})
    assert not can_be_worked_out(("0", TOTAL), counts, {("0", TOTAL), ("1", TOTAL)})


tables = some.integers(2, 5).flatmap(
    lambda width: some.lists(
        some.lists(some.one_of(some.integers(0, 6), some.integers(0, 60)), min_size=width, max_size=width), min_size=1, max_size=5
    )
).map(lambda rows: two_way(*rows))  # fmt: skip
lists = some.lists(some.integers(0, 40), min_size=1, max_size=6).map(lambda counts: one_way(*counts))


def lines_of(counts):
    """Each line as the places that add up to nothing, a total taken with a minus: written for this test, apart from the rule."""
    rows, columns = ({place[at] for place in counts} for at in (0, 1))
    if len(columns) > 1:
        yield from ([((row, column), -1 if column == TOTAL else 1) for column in columns] for row in rows)
    yield from ([((row, column), -1 if row == TOTAL else 1) for row in rows] for column in columns)


def solved(counts, hidden):
    """The hidden places that the lines alone give, by elimination over fractions."""
    order = sorted(hidden)
    rows = [[Fraction(dict(line).get(place, 0)) for place in order] for line in lines_of(counts)]
    done = 0
    for at in range(len(order)):
        pivot = next((n for n in range(done, len(rows)) if rows[n][at]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][at] for value in rows[done]]
        for n, row in enumerate(rows):
            if n != done and row[at]:
                rows[n] = [value - row[at] * first for value, first in zip(row, rows[done], strict=True)]
        done += 1
    return {order[next(at for at, value in enumerate(row) if value)] for row in rows if sum(bool(value) for value in row) == 1}


@settings(max_examples=150, deadline=None)
@given(counts=some.one_of(tables, lists))
def test_no_hidden_count_can_be_worked_out_by_rows_or_columns(counts):
    hidden = hidden_places(counts)
    assert {place for place, count in counts.items() if count < 5} <= hidden
    assert not solved(counts, hidden)
    assert not any(can_be_worked_out(place, counts, hidden) for place in hidden)
    assert all(shown == "[c]" if place in hidden else shown % 5 == 0 for place, shown in protected(counts).items())


@settings(max_examples=60, deadline=None)
@given(rows=some.lists(some.lists(some.integers(0, 7), min_size=2, max_size=2), min_size=1, max_size=2))
def test_every_hidden_count_could_be_another_one_whole_and_not_less_than_nought(rows):
    counts = two_way(*rows)
    hidden = hidden_places(counts)
    parts = [place for place in counts if TOTAL not in place]
    could_be = {place: set() for place in hidden}
    for values in product(*(range(10) if place in hidden else [counts[place]] for place in parts)):
        tried = dict(zip(parts, values, strict=True))
        whole = two_way(*[[tried[str(r), str(c)] for c in range(2)] for r in range(len(rows))])
        if all(whole[place] == count for place, count in counts.items() if place not in hidden):
            for place in hidden:
                could_be[place].add(whole[place])
    assert all(len(found) > 1 for found in could_be.values())
