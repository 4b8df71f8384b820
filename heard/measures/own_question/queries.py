"""What does the case table answer? DuckDB over the table as it was last made; never a name, and only whose rows the reader may count."""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path

import duckdb
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from heard.accounts.models import Authority, Team
from heard.cases.models import Case
from heard.cases.queries import cases_for
from heard.measures.models import CaseTable, SavedQuestion
from heard.measures.own_question.actions import make_case_table
from heard.measures.own_question.question import NOBODYS_TEAM, Figure, Question
from heard.measures.whose import Whose
from heard.returns.case_table import COLUMNS
from heard.rules.disclosure_control import SMALLEST_SHOWN
from heard.rules.figures_age import OLD_AFTER, are_old, may_wait
from heard.rules.hidden_counts import MOST_NARROWINGS, TOTAL, Place


@dataclass(frozen=True)
class Counts:
    """Each place's count and how many people are behind it; how many people are left, and how many each choice of filters leaves out; and
    the places where a filter leaves out one to four. For who may open the cases neither is looked at."""

    counts: dict[Place, int]
    people: dict[Place, int]
    people_left: int
    as_at: datetime
    left_out: tuple[int, ...] = ()
    leaves_out_few: frozenset[Place] = frozenset()


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
def rows_of(whose: Whose, user, cases: QuerySet[Case] | None = None) -> Iterator[tuple[duckdb.DuckDBPyConnection, datetime]]:
    """A connection in which ``case_rows`` holds the rows this reader may count, and when they were as they are. Where they count their own
    exactly, ``cases`` may say which of those in their scope are enough."""
    table = table_of(whose.authority)
    with duckdb.connect(config={"threads": 2, "memory_limit": "400MB"}) as engine:
        source, names = str(_file_of(table)).replace("'", "''"), ", ".join(column.name for column in COLUMNS)
        scope = ""
        if whose.exact:
            own = (cases_for(user) if cases is None else cases).values_list("pk", flat=True)
            engine.execute("CREATE TABLE scope AS SELECT unnest(?::UUID[]) AS case_id", [[str(pk) for pk in own]])
            scope = " WHERE case_id IN (SELECT case_id FROM scope)"
        engine.execute(f"CREATE VIEW case_rows AS SELECT {names} FROM read_parquet('{source}'){scope}")  # noqa: S608 - names of our own
        yield engine, table.made_at


def counts_for(question: Question, whose: Whose, user) -> Counts:
    """The counts of a question, exact: what is shown of them is for ``answer`` to say."""
    with rows_of(whose, user) as (engine, as_at):
        where, values = _where(question)
        people = engine.execute(f"SELECT COUNT(DISTINCT person) FROM case_rows WHERE {where}", values).fetchone()[0]  # noqa: S608
        counts, behind = _counted(engine, question, where, values)
        if whose.exact or not 0 < question.narrowings <= MOST_NARROWINGS:
            return Counts(counts, behind, people, as_at)
        few = frozenset().union(*_few_left_out(engine, question))
        return Counts(counts, behind, people, as_at, tuple(_left_out(engine, question)), few)


def _counted(engine, question: Question, where: str, values: list) -> tuple[dict, dict]:
    return _parts(engine, question, where, values) if question.parts else _plain(engine, question, where, values)


def _where(question: Question) -> tuple[str, list]:
    """The rows of the question, as SQL with its values. Names are our own; nothing that was typed stands in it."""
    narrowed = _narrowed(question)
    return " AND ".join([_always(question), *(term for term, _ in narrowed)]), [value for _, value in narrowed]


def _always(question: Question) -> str:
    return f"month_{question.when} IS NOT NULL" + (" AND asked = 1" if question.figure == Figure.EXPRESSED else "")


def _narrowed(question: Question) -> list[tuple[str, object]]:
    """Each filter with its value, the year first."""
    year = [] if question.year is None else [(f"year_{question.when} = ?", question.year)]
    return year + [(f"{_grouping(name, question)} = ?", value) for name, value in question.filters.items()]


def _choices(question: Question) -> Iterator[tuple[str, list]]:
    """The rows that come back where some of the filters are taken away, for every choice of them."""
    narrowed = _narrowed(question)
    for away in product((False, True), repeat=len(narrowed)):
        if any(away):
            stay = [one for one, gone in zip(narrowed, away, strict=True) if not gone]
            taken = [one for one, gone in zip(narrowed, away, strict=True) if gone]
            back = " AND ".join(f"({term}) IS TRUE" for term, _ in taken)
            terms = [_always(question), *(term for term, _ in stay), f"NOT ({back})"]
            yield " AND ".join(terms), [value for _, value in (*stay, *taken)]


def _left_out(engine, question: Question) -> Iterator[int]:
    """How many people each choice leaves out: all who have a row that comes back, and those of them who have no other."""
    where, values = _where(question)
    for back, given in _choices(question):
        one = f"SELECT DISTINCT person FROM case_rows WHERE {back}"  # noqa: S608 - names of our own
        new = f"{one} EXCEPT SELECT DISTINCT person FROM case_rows WHERE {where}"  # noqa: S608 - names of our own
        for query, with_values in ((one, given), (new, [*given, *values])):
            yield engine.execute(f"SELECT COUNT(*) FROM ({query})", with_values).fetchone()[0]  # noqa: S608


def _few_left_out(engine, question: Question) -> Iterator[set[Place]]:
    """The places where a choice of filters leaves out one to four people: beside the wider answer the place would tell of them."""
    for back, given in _choices(question):
        people = _counted(engine, question, back, given)[1]
        yield {place for place, number in people.items() if 0 < number < SMALLEST_SHOWN}


def _grouping(name: str, question: Question) -> str:
    if name in ("year", "month"):
        return f"CAST({name}_{question.when} AS VARCHAR)"
    return f"COALESCE(NULLIF(team, ''), '{NOBODYS_TEAM}')" if name == "team" else name


def _plain(engine, question: Question, where: str, values: list) -> tuple[Counter, dict]:
    row, column = (_grouping(name, question) if name else "'all'" for name in (question.rows, question.columns))
    what = "COUNT(DISTINCT person)" if question.figure == Figure.PEOPLE else "COUNT(*)"
    sets = "(r, c), (r), (c), ()" if question.columns else "(r), ()"
    found = engine.execute(
        f"""SELECT r, {"c" if question.columns else "NULL"}, {what}, COUNT(DISTINCT person)
        FROM (SELECT {row} AS r, {column} AS c, person FROM case_rows WHERE {where}) GROUP BY GROUPING SETS ({sets})""", values  # noqa: S608
    ).fetchall()  # fmt: skip
    places = [(r or TOTAL, c or TOTAL) for r, c, _, _ in found]
    full = _every_place({r for r, _ in places} - {TOTAL}, {c for _, c in places} - {TOTAL} if question.columns else set())
    counts, people = ({place: row[at] for place, row in zip(places, found, strict=True)} for at in (2, 3))
    return ({place: counts.get(place, 0) for place in full}, {place: people.get(place, 0) for place in full})


def _every_place(rows: set[str], columns: set[str]) -> list[Place]:
    return [(row, column) for row in (*rows, TOTAL) for column in (*columns, TOTAL)]


def _parts(engine, question: Question, where: str, values: list) -> tuple[dict, dict]:
    keys = [_grouping(name, question) for name in question.groupings]
    row = " || '|' || ".join(keys) if keys else "'all'"
    whole = " + ".join(part.adds for part in question.parts)
    sums = ", ".join(
        f"SUM({adds})::BIGINT, COUNT(DISTINCT CASE WHEN {adds} > 0 THEN person END)" for adds in (*(p.adds for p in question.parts), whole)
    )
    found = engine.execute(
        f"SELECT r, {sums} FROM (SELECT *, {row} AS r FROM case_rows WHERE {where}) GROUP BY GROUPING SETS ((r), ())", values  # noqa: S608
    ).fetchall()
    counts, people = {}, {}
    for key, *numbers in found:
        for at, part in enumerate((*(part.key for part in question.parts), TOTAL)):
            counts[key or TOTAL, part], people[key or TOTAL, part] = numbers[2 * at] or 0, numbers[2 * at + 1]
    return counts, people
