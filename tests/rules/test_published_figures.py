"""What does a published figure say, and may it stand beside a council's own?"""

import pytest

from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.published_figures import CELLS_OF, Cells, is_possible, may_stand_beside, published_number, share_published, year_in_words


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        pytest.param("71,207", 71207, id="a comma for thousands"),
        pytest.param("70", 70, id="a trailing nought left out"),
        pytest.param("91.2", 91.2, id="a percentage"),
        pytest.param("0", 0, id="nought is a number"),
        pytest.param("[x]", None, id="not available is not nought"),
        pytest.param("[c]", None, id="suppressed is not nought"),
        pytest.param("[z]", None, id="not applicable is not nought"),
        pytest.param("", None, id="a blank is not held"),
    ],
)
def test_a_cell(cell, number):
    assert published_number(cell) == number


@pytest.mark.parametrize("cell", ["*", "n/a", "about 5"])
def test_a_cell_that_nobody_can_read(cell):
    with pytest.raises(ValueError, match="could not convert"):
        published_number(cell)


@pytest.mark.parametrize(
    ("numerator", "denominator", "possible"),
    [
        pytest.param(390, 330, False, id="South Tyneside in 2024 to 2025"),
        pytest.param(330, 330, True, id="all of them"),
        pytest.param(None, 330, True, id="no numerator is held"),
    ],
)
def test_a_part_is_never_larger_than_its_whole(numerator, denominator, possible):
    assert bool(is_possible(numerator, denominator)) is possible


@pytest.mark.parametrize(
    ("table", "year", "may"),
    [
        pytest.param("SG3a", 2024, False, id="mental capacity in the year of the exchanged yes and no"),
        pytest.param("SG3a", 2023, True, id="mental capacity in another year"),
        pytest.param("SG4a", 2024, True, id="another table in that year"),
    ],
)
def test_what_may_stand_beside(table, year, may):
    assert bool(may_stand_beside(table=table, year=year)) is may


OF = Cells("T", ("a", "b"), ("a", "b", "c"))


@pytest.mark.parametrize(
    ("cells", "share"),
    [
        pytest.param({"a": 50, "b": 25, "c": 25}, 75.0, id="both parts of all"),
        pytest.param({"a": 50, "b": None, "c": 25}, None, id="a suppressed part"),
        pytest.param({"a": 50, "b": 25}, None, id="a cell that is missing"),
        pytest.param({"a": 0, "b": 0, "c": 0}, None, id="nothing of nothing"),
    ],
)
def test_a_share_from_cells(cells, share):
    assert share_published(cells, OF) == share
    assert share_published({"s": 12, "l": 10}, Cells("T", ("s",), ("l",))) is None


def test_every_figure_beside_is_of_an_indicator_that_is_a_share():
    assert all(not INDICATORS[slug].is_days for slug in CELLS_OF) and year_in_words(2024) == "2024 to 2025"
