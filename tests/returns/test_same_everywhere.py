"""Do the same random bundles give the same return and measures on SQLite, on PostgreSQL and on DuckDB?

Each database compares with what is kept, which is one file; so they agree with each other. After a change that is meant, look at the
difference, and write it anew with ``HEARD_KEEP_SEEDED=1 .venv/bin/pytest tests/returns/test_same_everywhere.py``.
"""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from heard.measures.actions import refresh_figures
from heard.measures.queries.by_month import kept_counts
from heard.measures.queries.concluded import rows_of
from heard.measures.queries.kept import month_by_month
from heard.measures.queries.tallied import measures_for
from heard.measures.whose import Whose
from heard.returns.live import count_return
from heard.returns.parquet import count_with, experience_with, export_parquet, measures_with
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.breakdowns import By
from heard.rules.indicators.experience import ASKING
from heard.rules.measures import Measure
from heard.rules.statutory_return import Cell
from heard.voice.counting import askings_counts, experience_counts
from tests.returns.seeded import seeded_bundle, wander, write_in

pytestmark = pytest.mark.django_db
YEAR = date(2025, 4, 1), date(2026, 3, 31)
KEPT = Path(__file__).parent / "seeded.json"
SEEDS = (2025, 404, 7)


def as_text(cells: dict[Cell, int]) -> dict[str, int]:
    return {"|".join((cell.table, cell.enquiry_type, cell.category, cell.subcategory, cell.age_band)): n for cell, n in cells.items() if n}


def kept_of(seed: int, found: dict) -> dict:
    """What is kept of a bundle; where it is to be written anew, what was found now."""
    every = json.loads(KEPT.read_text(encoding="utf-8"))
    if os.environ.get("HEARD_KEEP_SEEDED"):
        every[str(seed)] = found
        KEPT.write_text(json.dumps(every, indent=0) + "\n", encoding="utf-8")
    return every[str(seed)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_database_and_duckdb_give_what_is_kept(bring_in, council, tmp_path, seed):
    bring_in(seeded_bundle(seed))
    wander(seed)
    cells = count_return(council, 2025)
    write_in(seed)
    measures = measures_for(council)
    kept = kept_of(seed, {"return": as_text(cells), "measures": measures})
    assert as_text(cells) == kept["return"] and len(kept["return"]) > 150
    assert measures == kept["measures"] and set(INDICATORS) < {row["measure"] for row in measures}
    export_parquet(council, tmp_path / "out", by=None)
    assert count_with("duckdb", tmp_path / "out", 2025) == count_return(council, 2025)
    for by in By:
        found, live = measures_with("duckdb", tmp_path / "out", by=by), measures_for(council, by=by)
        assert without_names(found) == without_names(live) if by == By.PROVIDER else found == live, by
    for year, days in ((2025, YEAR), (None, (date(1900, 1, 1), date(9999, 12, 31)))):
        found = experience_with("duckdb", tmp_path / "out", year)
        assert said_by_rows(found) == said_in_heard(council, *days) and len(found) > 20


def said_by_rows(rows: list[dict]) -> dict[tuple, int]:
    """How many gave each answer, as an engine counts them."""
    return {(row["questionnaire"], row["question"], row["who"], row["answer"]): row["numerator"] for row in rows}


def said_in_heard(council, start: date, end: date) -> dict[tuple, int]:
    """The same, as the Board's page counts them."""
    said = {
        (one.instrument.key, one.question, str(group), answer): number
        for one in experience_counts(council, start, end) for group, counts in one.counts.items()
        for answer, number in counts.items() if answer and number
    }  # fmt: skip
    asked = askings_counts(council, start, end)
    return said | {("", ASKING, str(who), str(went)): n for who, counts in asked.items() for went, n in counts.items() if n}


def without_names(rows: list[dict]) -> list[tuple]:
    """Providers have numbers in an export, so the rows are compared without them."""
    return sorted((row["month"], row["measure"], row["numerator"], row["denominator"], row.get("median", 0)) for row in rows)


def test_refreshed_figures_are_the_live_ones(bring_in, council):
    bring_in(seeded_bundle())
    wander(2025)
    live = [row for row in measures_for(council) if row["measure"] in set(Measure)]
    assert rows_of(kept_counts(Whose("council", "", council), None, None, None)[0]) == live
    refresh_figures(authority=council)
    months = sorted({row["month"] for row in live})
    for team in {row["team"] for row in live}:
        kept = month_by_month(council, months, "team", team)
        of_team = [row for row in live if row["team"] == team]
        found = [(kept[row["month"]].parts[row["measure"]], kept[row["month"]].wholes[row["measure"]]) for row in of_team]
        assert found == [(row["numerator"], row["denominator"]) for row in of_team]
