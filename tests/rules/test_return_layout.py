"""Is every cell of the return on a page once, under its own labels, and can it be linked to?"""

import re

import pytest

from heard.rules.return_layout import (
    cell_in_words,
    cell_named,
    changed_cells,
    counts_people,
    is_missing,
    is_of_concerns,
    layouts,
    row_label,
    slug_of,
    year_in_words,
)
from heard.rules.statutory_return import CONCERNS, CONCLUDED_42, SECTION_42, Cell, all_cells


def test_every_cell_is_laid_out_once_in_the_row_and_column_of_its_labels():
    laid_out = [cell for layout in layouts() for grid in layout.grids for _, cells in grid.rows for cell in cells]
    assert sorted(laid_out) == sorted(all_cells())
    for layout in layouts():
        for grid in layout.grids:
            for label, cells in grid.rows:
                assert len(cells) == len(grid.columns)
                for column, cell in zip(grid.columns, cells, strict=True):
                    assert cell.table == layout.table and row_label(cell) == label
                    assert column in (cell.enquiry_type, cell.subcategory, cell.age_band)


def test_section_42_and_other_enquiries_are_never_in_one_column_or_one_table_of_concluded_enquiries():
    by_table = {layout.table: layout for layout in layouts()}
    assert by_table["SG1a"].grids[0].columns == (CONCERNS, SECTION_42, "Other Enquiries")
    assert [grid.caption for grid in by_table["SG3a"].grids] == [CONCLUDED_42, "Concluded Other Enquiries"]
    assert by_table["SG2b"].grids[0].columns == ("Service Provider", "Other - Known to individual", "Other - Unknown to individual")


def test_each_cell_has_an_address_of_its_own_that_leads_back_to_it():
    slugs = [slug_of(cell) for cell in all_cells()]
    assert len(set(slugs)) == len(slugs) and all(re.fullmatch(r"[a-z0-9_-]+", slug) for slug in slugs)
    assert all(cell_named(slug_of(cell)) == cell for cell in all_cells()) and cell_named("no-such-cell") is None


@pytest.mark.parametrize(
    ("cell", "missing"),
    [
        pytest.param(Cell("SG3a", CONCLUDED_42, "Not recorded", "", "95+"), True, id="nobody recorded it"),
        pytest.param(Cell("SG3a", CONCLUDED_42, "Don't know", "", "95+"), True, id="somebody did not know"),
        pytest.param(Cell("SG1d", CONCERNS, "Not Known"), True, id="no support reason is known"),
        pytest.param(Cell("SG1d", CONCERNS, "No Support Reason"), False, id="that there is no support reason is known"),
        pytest.param(Cell("SG1c", CONCERNS, "Refused"), False, id="they were asked and refused"),
        pytest.param(Cell("SG4a", CONCLUDED_42, "No", "", "95+"), False, id="no is an answer"),
    ],
)
def test_which_rows_count_what_is_missing(cell, missing):
    assert is_missing(cell) is missing


def test_a_cell_is_named_by_its_labels():
    assert cell_in_words(Cell("SG1e", CONCERNS, "dementia")) == "SG1e, Safeguarding Concerns, Dementia"
    assert cell_in_words(Cell("SG3a", CONCLUDED_42, "Don't know", "", "95+")) == f"SG3a, {CONCLUDED_42}, Don't know, 95+"
    assert year_in_words(2025) == "April 2025 to March 2026"


def test_people_are_counted_in_sg1_but_for_its_cases_and_in_sg5b():
    assert [one.table for one in layouts() if counts_people(one.table)] == ["SG1a", "SG1b", "SG1c", "SG1d", "SG1e", "SG5b"]
    assert is_of_concerns(Cell("SG1f", CONCERNS, "Total")) and not is_of_concerns(Cell("SG1f", SECTION_42, "Total"))


def test_the_differences_are_the_cells_that_differ_with_what_they_were():
    total, other = Cell("SG1f", CONCERNS, "Total"), Cell("SG1f", SECTION_42, "Total")
    assert changed_cells({total: 3, other: 1}, {total: 2, other: 1}) == [(total, 2, 3)]
    assert changed_cells({total: 3}, {total: 3}) == []
