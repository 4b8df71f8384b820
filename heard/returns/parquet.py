"""How do the flat relations go out as Parquet files, without anything that names anybody, and how are they counted there?

Each export gives every record a new random number, so that two exports cannot be joined, nor an export to the records.
"""

import csv
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from django.db import connection

from heard.accounts.models import Authority
from heard.audit.actions import record_read
from heard.returns.case_table import COLUMNS, case_table
from heard.returns.dictionary import write_dictionary
from heard.returns.live import EVERYTHING, Ask, flat_relations, with_noughts
from heard.returns.measured import EVER_MONTHS, experience_from, measures_from, months_of
from heard.returns.relations import JUDGED, RELATIONS, TOGETHER
from heard.rules.indicators.breakdowns import By
from heard.rules.statutory_return import Cell

IDS = frozenset({"id", "person_id", "case_id", "concern_id", "enquiry_id", "review_id", "provider", "answerer", "asking_id"})
WHOLE = frozenset({
    "cohort", "death_cohort", "death_age", "year_in", "in_area", "year_started", "year_concluded", "supported", "has_wish", "was_asked",
    "standing", "unrated", "met", "not_met", "died", "survived", "month_in", "month_started", "month_concluded", "days",
    "age", "days_to_decision", "came_back", "overridden", "named", "difficulty", "offered", "own_reason",
    "words", "reasons", "needs_met", "involvement_asked", "has_plan", "network_asked", "language_known", "about_me", "place",
    "month",
    *(name for name, _, _ in JUDGED), *TOGETHER,
})  # fmt: skip
AT_ONCE = 20_000
CASE_TABLE = "case_table"
NULL = "\\N"
IN_BOUNDS = {"threads": 1, "memory_limit": "700MB", "preserve_insertion_order": False}  # a region's file is sorted on disk


class NotAnExport(ValueError):
    """The folder does not hold an export: the message says what is missing."""


def _columns(relation: str) -> str:
    kinds = ("BIGINT" if name in IDS | WHOLE else "VARCHAR" for name in RELATIONS[relation])
    return ", ".join(f"'{name}': '{kind}'" for name, kind in zip(RELATIONS[relation], kinds, strict=True))


def _number(key: bytes, value) -> int:
    """The same number wherever an id stands in one export, and nothing to whoever does not hold the key, which nobody keeps."""
    return int.from_bytes(blake2b(str(value).encode(), key=key, digest_size=8).digest()) >> 2


def _write_rows(relation: str, key: bytes, path: Path) -> None:
    """The rows of a relation as CSV, its ids as numbers. Read by DuckDB at once and removed."""
    names = RELATIONS[relation]
    is_id = [name in IDS for name in names]
    with connection.chunked_cursor() as cursor, path.open("w", encoding="utf-8", newline="") as file:
        cursor.execute(f"SELECT {', '.join(names)} FROM {relation}")  # noqa: S608 - names of our own
        rows = csv.writer(file)
        while found := cursor.fetchmany(AT_ONCE):
            rows.writerows([_cell(key, cell, own) for cell, own in zip(row, is_id, strict=True)] for row in found)


def _cell(key: bytes, cell, is_id: bool):
    if cell is None:
        return NULL
    return _number(key, cell) if is_id else cell


def export_parquet(authority: Authority, folder: Path, *, by) -> dict[str, int]:
    """Write one Parquet file for each relation and one for the case table, with its data dictionary; returns the rows of each. Audited as
    one read. Files can be read by their owner only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key, written = secrets.token_bytes(32), {}
    laid_out = flat_relations(authority, relations=EVERYTHING)
    with laid_out, duckdb.connect(config=IN_BOUNDS) as engine, TemporaryDirectory(dir=folder) as room:
        engine.execute(f"SET temp_directory = '{_quoted(Path(room))}'")
        for relation in RELATIONS:
            rows, path = Path(room) / f"{relation}.csv", folder / f"{relation}.parquet"
            _write_rows(relation, key, rows)
            how = f"header = false, auto_detect = false, nullstr = '{NULL}', columns = {{{_columns(relation)}}}"
            read = f"read_csv('{_quoted(rows)}', {how})"
            engine.execute(f"COPY (SELECT * FROM {read} ORDER BY ALL) TO '{_quoted(path)}' (FORMAT parquet)")  # noqa: S608
            os.chmod(path, 0o600)
            engine.execute(f"CREATE VIEW {relation} AS SELECT * FROM read_parquet('{_quoted(path)}')")  # noqa: S608
            written[relation] = engine.execute(f"SELECT COUNT(*) FROM {relation}").fetchone()[0]  # noqa: S608
        written[CASE_TABLE] = _write_case_table(engine, folder)
    record_read("export-analytics", on=authority, by=by, authority_id=authority.pk, detail={"rows": written})
    return written


def _write_case_table(engine, folder: Path) -> int:
    """The case table made of the files just written, with its data dictionary beside it; returns its rows."""
    path, names = folder / f"{CASE_TABLE}.parquet", ", ".join(column.name for column in COLUMNS)
    engine.execute(f"COPY (SELECT {names} FROM ({case_table()}) case_table ORDER BY ALL) TO '{_quoted(path)}' (FORMAT parquet)")  # noqa: S608
    with (folder / "data-dictionary.csv").open("w", encoding="utf-8", newline="") as file:
        write_dictionary(file)
    for made in (path, folder / "data-dictionary.csv"):
        os.chmod(made, 0o600)
    return engine.execute(f"SELECT COUNT(*) FROM read_parquet('{_quoted(path)}')").fetchone()[0]  # noqa: S608


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _files(folder: Path) -> dict[str, Path]:
    files = {relation: folder / f"{relation}.parquet" for relation in RELATIONS}
    if missing := [path.name for path in files.values() if not path.is_file()]:
        raise NotAnExport(f"{folder} is not an export of `heard analytics export`: it has no {', '.join(missing)}.")
    return files


@contextmanager
def duckdb_over(folder: Path) -> Iterator[Ask]:
    """An export, as a function that DuckDB answers a query with. Raises NotAnExport."""
    with duckdb.connect() as engine:
        for relation, path in _files(folder).items():
            engine.execute(f"CREATE VIEW {relation} AS SELECT * FROM read_parquet('{_quoted(path)}')")  # noqa: S608
        yield lambda query: engine.execute(query).fetchall()


@contextmanager
def spark_over(folder: Path) -> Iterator[Ask]:
    """The same on Spark, for a national file. Raises NotAnExport, or ImportError where Spark is not installed."""
    from pyspark.sql import SparkSession

    files = _files(folder)
    quiet = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4", "spark.driver.bindAddress": "127.0.0.1",
             "spark.driver.host": "127.0.0.1", "spark.log.level": "ERROR"}  # fmt: skip
    building = SparkSession.builder.master("local[2]").appName("heard")
    for name, value in quiet.items():
        building = building.config(name, value)
    session = building.getOrCreate()
    try:
        for relation, path in files.items():
            session.read.parquet(str(path)).createOrReplaceTempView(relation)
        yield lambda query: [tuple(row) for row in session.sql(query).collect()]
    finally:
        session.stop()


ENGINES = {"duckdb": duckdb_over, "spark": spark_over}


def count_with(engine: str, folder: Path, year: int) -> dict[Cell, int]:
    """Every cell of the return for a year, counted by an engine of ENGINES over an export. Raises as that does."""
    with ENGINES[engine](folder) as ask:
        return with_noughts(ask, year)


def measures_with(engine: str, folder: Path, year: int | None = None, by: By = By.TEAM) -> list[dict]:
    """Every indicator by month of conclusion and part, counted by an engine of ENGINES over an export. Raises as that does."""
    with ENGINES[engine](folder) as ask:
        return measures_from(ask, year, by)


def experience_with(engine: str, folder: Path, year: int | None = None) -> list[dict]:
    """What was said of how it was, of a year or ever, counted by an engine of ENGINES over an export. Raises as that does."""
    with ENGINES[engine](folder) as ask:
        return experience_from(ask, *(months_of(year) if year else EVER_MONTHS))
