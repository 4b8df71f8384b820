"""What does the case table answer? DuckDB over the table as it was last made; never a name, and only whose rows the reader may count."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from heard.accounts.models import Authority, Team
from heard.cases.queries import ids_of_cases_for
from heard.measures.models import CaseTable, SavedQuestion
from heard.measures.own_question.actions import make_case_table
from heard.measures.whose import Whose
from heard.returns.case_table import COLUMNS
from heard.rules.figures_age import OLD_AFTER, are_old, may_wait


def saved_for(user) -> list[SavedQuestion]:
    """The questions this user saved, and those that others in their authority share, by name."""
    seen = SavedQuestion.objects.filter(authority_id=user.authority_id, removed_at__isnull=True)
    return list(seen.filter(Q(recorded_by=user) | Q(is_shared=True)).select_related("recorded_by").order_by("name", "recorded_at"))


def team_names(authority: Authority) -> list[str]:
    """The teams that a question can be narrowed to."""
    return list(Team.objects.filter(authority=authority).order_by("name").values_list("name", flat=True))


def own_saved(user, saved_id) -> SavedQuestion | None:
    """One that this user saved, removed or not; None where there is none or it is another's."""
    return SavedQuestion.objects.filter(pk=saved_id, authority_id=user.authority_id, recorded_by=user).first()


def table_of(authority: Authority) -> CaseTable:
    """The case table, made again where it is too old and that takes no longer than a reader waits; without its file."""
    table, now = CaseTable.objects.defer("parquet").filter(authority=authority).first(), timezone.now()
    if table is None or (are_old(table.made_at, now) and may_wait(table.seconds)):
        table = make_case_table(authority=authority, by=None, unless_made_since=now - OLD_AFTER)
    return table


def _file_of(table: CaseTable) -> Path:
    """The table's file in this copy's own folder, written there the first time it is asked for."""
    folder = Path(settings.HOME) / "case-tables"
    path = folder / f"{table.authority_id}-{table.made_at:%Y%m%dT%H%M%S%f}.parquet"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        begun = folder / f"{path.name}.{os.getpid()}"
        begun.touch(mode=0o600)
        begun.write_bytes(bytes(CaseTable.objects.values_list("parquet", flat=True).get(pk=table.pk)))
        begun.replace(path)
        for old in folder.glob(f"{table.authority_id}-*.parquet"):
            if old.name < path.name:
                old.unlink(missing_ok=True)
    return path


@contextmanager
def rows_of(whose: Whose, user) -> Iterator[tuple[duckdb.DuckDBPyConnection, CaseTable]]:
    """A connection in which ``case_rows`` holds the rows this reader may count, and their table without its file."""
    table = table_of(whose.authority)
    with duckdb.connect(config={"threads": 2, "memory_limit": "400MB"}) as engine:
        source, names = str(_file_of(table)).replace("'", "''"), ", ".join(column.name for column in COLUMNS)
        scope = ""
        if whose.exact:
            own = ",".join(ids_of_cases_for(user))
            engine.execute("CREATE TABLE scope AS SELECT CAST(unnest(string_split(NULLIF(?, ''), ',')) AS UUID) AS case_id", [own])
            scope = " WHERE case_id IN (SELECT case_id FROM scope)"
        engine.execute(f"CREATE VIEW case_rows AS SELECT {names} FROM read_parquet('{source}'){scope}")  # noqa: S608 - names of our own
        yield engine, table
