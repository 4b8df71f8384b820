"""How is the case table made again, and how is a question saved or removed?"""

import csv
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import duckdb
from django.db import connection, transaction
from django.utils import timezone

from heard.accounts.models import Authority
from heard.audit.actions import record
from heard.measures.models import CaseTable, SavedQuestion
from heard.returns.case_table import COLUMNS, case_table
from heard.returns.live import flat_relations

AT_ONCE = 20_000
NULL = "\\N"


def make_case_table(*, authority: Authority, by, unless_made_since=None) -> CaseTable:
    """Make an authority's case table again, from the records as they are now; not where another has, since the time given.

    Nobody waits while it counts: only the keeping is one transaction, and of two at once the one that began later is kept.
    """
    made_at, began = timezone.now(), monotonic()
    rows, most, parquet = _as_parquet(authority)
    with transaction.atomic():
        Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)
        table = CaseTable.objects.defer("parquet").filter(authority=authority).first() or CaseTable(authority=authority)
        if table.made_at and table.made_at >= (unless_made_since or made_at):
            return table
        table.made_at, table.rows, table.most_of_one, table.parquet = made_at, rows, most, parquet
        table.seconds = monotonic() - began
        table.save()
        record("make-case-table", on=table, by=by, authority_id=authority.pk, detail={"rows": table.rows})
        return table


def _as_parquet(authority: Authority) -> tuple[int, int, bytes]:
    with TemporaryDirectory(prefix="heard-case-table-") as folder, duckdb.connect(config={"threads": 2, "memory_limit": "400MB"}) as engine:
        rows, made = Path(folder) / "rows.csv", Path(folder) / "made.parquet"
        engine.execute(f"SET temp_directory = '{folder}'")
        _write_rows(authority, rows)
        others = (column for column in COLUMNS if column.name != "person")
        kinds = ", ".join(f"'{column.name}': '{'BIGINT' if column.is_number else 'VARCHAR'}'" for column in others)
        kinds = f"{{'case_id': 'UUID', 'person': 'UUID', {kinds}}}"
        read = f"read_csv('{rows}', header = false, auto_detect = false, nullstr = '{NULL}', columns = {kinds})"
        shaken = f"(SELECT person, random() AS shake FROM (SELECT DISTINCT person FROM {read}))"  # noqa: S608 - names of our own
        number = f"(SELECT person AS of, row_number() OVER (ORDER BY shake) AS number FROM {shaken})"  # noqa: S608
        engine.execute(f"""COPY (SELECT rows.* REPLACE (number AS person) FROM {read} rows JOIN {number} numbers ON numbers.of = rows.person
            ORDER BY month_received, number) TO '{made}' (FORMAT parquet, COMPRESSION zstd)""")  # noqa: S608 - names of our own
        of_each = f"SELECT COUNT(*) AS number FROM read_parquet('{made}') GROUP BY person"  # noqa: S608
        count, most = engine.execute(f"SELECT COALESCE(SUM(number), 0)::BIGINT, COALESCE(MAX(number), 0) FROM ({of_each})").fetchone()  # noqa: S608
        return count, most, made.read_bytes()


def _write_rows(authority: Authority, path: Path) -> None:
    with flat_relations(authority), connection.chunked_cursor() as cursor, path.open("w", encoding="utf-8", newline="") as file:
        os.chmod(path, 0o600)
        cursor.execute(case_table())
        rows = csv.writer(file)
        while found := cursor.fetchmany(AT_ONCE):
            rows.writerows([NULL if cell is None else cell for cell in row] for row in found)


@transaction.atomic
def save_question(*, name: str, terms: dict[str, str], is_shared: bool, by) -> SavedQuestion:
    """Keep a question under a name: its terms, not its answer."""
    saved = SavedQuestion.objects.create(authority=by.authority, recorded_by=by, name=name, terms=terms, is_shared=is_shared)
    record("save-question", on=saved, by=by, detail={"terms": terms, "is_shared": is_shared})
    return saved


@transaction.atomic
def remove_question(*, saved: SavedQuestion, by) -> None:
    """Take a saved question off the lists. Doing it twice changes nothing."""
    if saved.removed_at:
        return
    saved.removed_at, saved.removed_by = timezone.now(), by
    saved.save(update_fields=["removed_at", "removed_by"])
    record("remove-question", on=saved, by=by)
