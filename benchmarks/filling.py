"""How is a large table filled at once? Its indexes and constraints are taken off before, and put on again when all of it is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection

AT_ONCE = 20_000
A_MEGABYTE = 2**20


@contextmanager
def bare(tables: list[str]) -> Iterator[None]:
    """These tables without what slows their filling: each index and constraint is made again, and so checked, at the end."""
    with connection.cursor() as cursor:
        taken = (_bare_sqlite if connection.vendor == "sqlite" else _bare_postgresql)(cursor, tables)
        yield
        for again in taken:
            cursor.execute(again)
        cursor.execute("ANALYZE")


def _bare_sqlite(cursor, tables: list[str]) -> list[str]:
    for pragma in ("cache_size = -400000", "synchronous = OFF", "journal_mode = MEMORY", "temp_store = MEMORY", "foreign_keys = OFF"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    found = [(name, made) for name, table, made in cursor.fetchall() if table in tables]
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    return [made for _, made in found]


def _bare_postgresql(cursor, tables: list[str]) -> list[str]:
    cursor.execute("SET maintenance_work_mem = '256MB'")
    cursor.execute(
        """SELECT c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid), c.contype::text FROM pg_constraint c
        WHERE c.contype IN ('f', 'u', 'p') AND (c.conrelid::regclass::text = ANY(%s) OR c.confrelid::regclass::text = ANY(%s))
        ORDER BY c.contype = 'f' DESC""", [tables, tables],
    )  # fmt: skip
    constraints = cursor.fetchall()
    for table, name, _, _ in constraints:
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY(%s)", [tables])
    indexes = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    again = [f"ALTER TABLE {table} ADD CONSTRAINT {name} {made}" for table, name, made, _ in reversed(constraints)]
    return [*(made for _, made in indexes), *again]


def fill_table(engine, query: str, table: str) -> int:
    """Put the rows of a DuckDB query, whose columns are the table's, into it as text, which either database takes; returns how many."""
    engine.execute(f"SELECT * FROM ({query}) LIMIT 0")  # noqa: S608 - all of it is our own
    names = [column[0] for column in engine.description]
    put = _insert if connection.vendor == "sqlite" else _copy
    return put(engine, f"SELECT COLUMNS(*)::VARCHAR FROM ({query})", table, names)  # noqa: S608


def _copy(engine, query: str, table: str, names: list[str]) -> int:
    with TemporaryDirectory(prefix="heard-bench-") as folder, connection.cursor() as cursor:
        path = Path(folder) / "rows.csv"
        engine.execute(f"COPY ({query}) TO '{path}' (FORMAT csv, HEADER false, NULLSTR '\\N')")
        columns = ", ".join(f'"{name}"' for name in names)
        with cursor.cursor.copy(f"COPY {table} ({columns}) FROM STDIN (FORMAT csv, NULL '\\N')") as copy, path.open("rb") as file:
            while found := file.read(A_MEGABYTE):
                copy.write(found)
        return cursor.cursor.rowcount


def _insert(engine, query: str, table: str, names: list[str]) -> int:
    columns, marks, number = ", ".join(f'"{name}"' for name in names), ", ".join(["?"] * len(names)), 0
    engine.execute(query)
    plain = connection.connection.cursor()
    plain.execute("BEGIN")
    while found := engine.fetchmany(AT_ONCE):
        plain.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", found)  # noqa: S608
        number += len(found)
    plain.execute("COMMIT")
    return number
