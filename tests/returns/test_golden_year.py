"""Is the year that was worked out by hand counted as it was worked out, cell by cell, on every engine?"""

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from heard.exchange.actions.importing import import_bundle
from heard.exchange.faults import Faults
from heard.measures.queries.tallied import measures_for
from heard.returns.live import EVERYTHING, count_return, flat_relations, units_in, with_noughts
from heard.returns.measured import EVER_MONTHS, experience_from, measures_from
from heard.returns.parquet import ENGINES, export_parquet
from heard.rules.indicators.breakdowns import By
from heard.rules.statutory_return import Cell, all_cells
from tests.returns import golden
from tests.returns.seeded import write_in

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).parent / "sample"


def rules_of(cell: Cell) -> str:
    """The cases that say why a cell should be what it is."""
    return "; ".join(one.rule for one in golden.CASES if cell in one.cells) or "no case of the golden year"


def test_there_are_forty_cases_and_each_says_its_rule():
    assert len(golden.CASES) == 40 == len({one.rule for one in golden.CASES})


def test_every_cell_is_what_was_worked_out_by_hand(bring_in, counted):
    bring_in(golden.bundle())
    found, expected = counted(), golden.expected()
    wrong = [f"{cell}: {found.get(cell, 0)}, not {expected.get(cell, 0)} ({rules_of(cell)})" for cell in {*found, *expected}
             if found.get(cell, 0) != expected.get(cell, 0)]  # fmt: skip
    assert not wrong, "\n".join(sorted(wrong))


@pytest.mark.parametrize("number", range(len(golden.CASES)), ids=lambda number: golden.CASES[number].rule)
def test_adding_a_case_changes_only_the_cells_it_should(bring_in, counted, number):
    case = golden.CASES[number]
    bring_in(golden.bundle(golden.CASES[:number]))
    before = counted()
    bring_in(golden.bundle([case]))
    after = counted()
    changed = {cell: after.get(cell, 0) - before.get(cell, 0) for cell in {*before, *after} if after.get(cell, 0) != before.get(cell, 0)}
    assert changed == dict(Counter(case.cells))


def test_the_years_beside_it_have_what_is_theirs(bring_in, counted):
    bring_in(golden.bundle())
    concerns = Cell("SG1f", golden.CONCERN, "Total")
    assert counted(2024)[concerns] == 2, "23:30 on 31 March, and the concern of March"
    assert counted(2026)[Cell("SG5a", golden.IN_REVIEWS, "Where one or more individuals died")] == 1
    assert counted(2026)[Cell("SG3a", golden.DONE, "Not recorded", "", "18-64")] == 1, "the enquiry that ended after the year"
    assert counted(1999) == {}


def test_the_units_behind_a_cell_are_the_cases_that_make_it(bring_in, council):
    from heard.cases.models import Concern, Enquiry

    bring_in(golden.bundle())
    with flat_relations(council) as ask:
        twice = units_in(ask, 2025, Cell("SG1d", golden.CONCERN, "Physical Support"))
        (one,) = units_in(ask, 2025, Cell("SG4a", golden.DONE, "No", "", "18-64"))
    assert {Concern.objects.get(pk=pk).ref for pk in twice} == {"C20", "C21"}, "one person, both concerns behind her"
    assert Enquiry.objects.get(pk=one).ref == "E40"


def test_another_council_counts_nothing_of_it(bring_in, counted):
    from tests import factories

    bring_in(golden.bundle())
    assert counted(authority=factories.authority("Elsewhere")) == {}


def test_duckdb_and_spark_count_the_same_over_an_export_that_names_nobody(bring_in, council, tmp_path):
    bring_in(golden.bundle())
    write_in(2025)
    here = count_return(council, 2025)
    live = {by: measures_for(council, by=by) for by in (By.TEAM, By.TYPE, By.AGE, By.ETHNICITY)}
    with flat_relations(council, relations=EVERYTHING) as ask:
        said = experience_from(ask, *EVER_MONTHS)
    export_parquet(council, tmp_path / "out", by=None)
    # Spark is part of the tests (`uv sync --extra spark`, and Java): once, for the files are the same whichever database they came from.
    for engine in ENGINES if connection.vendor == "sqlite" else ("duckdb",):
        with ENGINES[engine](tmp_path / "out") as ask:
            assert with_noughts(ask, 2025) == here, engine
            assert {by: measures_from(ask, by=by) for by in live} == live and all(live.values()), engine
            assert experience_from(ask, *EVER_MONTHS) == said != [], engine
    held = b"".join(path.read_bytes() for path in (tmp_path / "out").iterdir())
    assert b"Example" not in held and b"To be safe" not in held and str(council.pk).encode() not in held


def test_the_shared_sample_gives_the_shared_return(council, tmp_path):
    folder = tmp_path / "sample"
    shutil.copytree(SAMPLE, folder)
    expected = {tuple(row) for row in csv.reader((folder / "return-2025.csv").open(newline=""))} - {_header()}
    (folder / "return-2025.csv").unlink()
    import_bundle(path=folder, authority_of=lambda: council, by=None, faults=Faults(), progress=lambda words: None)
    found = {
        (cell.table, cell.enquiry_type, cell.category, cell.subcategory, cell.age_band, str(value))
        for cell, value in count_return(council, 2025).items()
    }
    assert found == expected
    assert len(found) == len(list(all_cells())) and settings.USE_TZ


def _header() -> tuple[str, ...]:
    return ("TABLE_REFERENCE", "ENQUIRY_TYPE", "CATEGORY", "SUBCATEGORY", "AGE_BAND", "VALUE")
