"""What does the case table come to, and how many people are behind each count?

To count the different people in a million rows takes much longer than to count the rows. Only whether there are ten, and how many where
there are fewer, is ever asked; so people are counted where the rows could be of fewer than ten, and elsewhere there are known to be enough.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from heard.measures.models import CaseTable
from heard.measures.own_question.queries import rows_of
from heard.measures.own_question.question import NOBODYS_TEAM, Figure, Question
from heard.measures.whose import Whose
from heard.rules.disclosure_control import SMALLEST_SHOWN
from heard.rules.hidden_counts import FEWEST_PEOPLE, MOST_NARROWINGS, TOTAL, Place

ALL, NOTHING = "'all'", "''"


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


def counts_for(question: Question, whose: Whose, user) -> Counts:
    """The counts of a question, exact: what is shown of them is for ``answer`` to say."""
    with rows_of(whose, user) as (engine, table):
        as_at = table.made_at
        where, values = _where(question)
        counts, rows = _counted(engine, question, where, values)
        if whose.exact:
            return Counts(counts, {}, _number(engine, "COUNT(*)", where, values), as_at)
        few = _Few(engine, table)
        left, behind = few.people(where, values), few.behind(question, where, values, rows)
        if not 0 < question.narrowings <= MOST_NARROWINGS:
            return Counts(counts, behind, left, as_at)
        return Counts(counts, behind, left, as_at, tuple(_left_out(few, question)), frozenset().union(*_few_left_out(few, question)))


class _Few:
    """Counts people, up to ten. One person has at most so many rows, and ten times as many are of ten people or more."""

    def __init__(self, engine, table: CaseTable) -> None:
        self.engine = engine
        self.enough = FEWEST_PEOPLE * (table.most_of_one or table.rows or 1)

    def people(self, where: str, values: list) -> int:
        """How many people these rows are of; ten where there are as many or more."""
        is_enough = _number(self.engine, "COUNT(*)", where, values) >= self.enough
        return FEWEST_PEOPLE if is_enough else min(FEWEST_PEOPLE, _number(self.engine, "COUNT(DISTINCT person)", where, values))

    def behind(self, question: Question, where: str, values: list, rows: Mapping[Place, int]) -> dict[Place, int]:
        """How many people are behind each place, ten where there are as many or more, by how many rows are."""
        small = {place for place, number in rows.items() if 0 < number < self.enough}
        found = {place: FEWEST_PEOPLE if number else 0 for place, number in rows.items()}
        people: dict[Place, set[int]] = defaultdict(set)
        for row, column, person in self._rows_of(small, question, where, values) if small else ():
            for place in {(row, column), (row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)} & small:
                people[place].add(person)
        return found | {place: min(FEWEST_PEOPLE, len(of_it)) for place, of_it in people.items()}

    def _rows_of(self, small: set[Place], question: Question, where: str, values: list) -> list[tuple]:
        rows, columns = [row for row, column in small if column == TOTAL], [column for row, column in small if row == TOTAL]
        pairs = [f"{row}\x1f{column}" for row, column in small]
        placed = f"SELECT DISTINCT r, c, person FROM ({_placed(question, where)})"  # noqa: S608 - names of our own
        if (TOTAL, TOTAL) in small:
            return self.engine.execute(placed, values).fetchall()
        listed = " OR ".join(f"{what} IN (SELECT unnest(?::VARCHAR[]))" for what in ("r", "c", "r || chr(31) || c"))
        return self.engine.execute(f"{placed} WHERE {listed}", [*values, rows, columns, pairs]).fetchall()


def _number(engine, what: str, where: str, values: list) -> int:
    return engine.execute(f"SELECT {what} FROM case_rows WHERE {where}", values).fetchone()[0]  # noqa: S608 - names of our own


def _counted(engine, question: Question, where: str, values: list) -> tuple[dict, dict]:
    """Each place's count, and how many rows are behind it."""
    return _parts(engine, question, where, values) if question.parts else _plain(engine, question, where, values)


def _placed(question: Question, where: str) -> str:
    """The rows with the row and the column of the answer that each stands in; of a measure, a row stands in each part it counts in."""
    if not question.parts:
        row, column = (_grouping(name, question) if name else None for name in (question.rows, question.columns))
        return f"SELECT {row or ALL} AS r, {column or NOTHING} AS c, person FROM case_rows WHERE {where}"  # noqa: S608
    parts = ", ".join(f"CASE WHEN {adds} > 0 THEN '{key}' END" for key, adds in _adds(question))
    placed = f"SELECT {_row_of_parts(question)} AS r, unnest([{parts}]) AS c, person FROM case_rows WHERE {where}"  # noqa: S608
    return f"SELECT r, c, person FROM ({placed}) WHERE c IS NOT NULL"  # noqa: S608


def _adds(question: Question) -> list[tuple[str, str]]:
    """Each part of a measure with what a row adds to it, and the whole last."""
    parts = [(part.key, part.adds) for part in question.parts]
    return [*parts, (TOTAL, " + ".join(adds for _, adds in parts))]


def _row_of_parts(question: Question) -> str:
    return " || '|' || ".join(_grouping(name, question) for name in question.groupings) or ALL


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


def _left_out(few: _Few, question: Question) -> Iterator[int]:
    """How many people each choice leaves out: all who have a row that comes back, and those of them who have no other."""
    where, values = _where(question)
    for back, given in _choices(question):
        yield few.people(back, given)
        have_another = f"SELECT person FROM case_rows WHERE {where}"  # noqa: S608 - names of our own
        yield few.people(f"{back} AND person NOT IN ({have_another})", [*given, *values])


def _few_left_out(few: _Few, question: Question) -> Iterator[set[Place]]:
    """The places where a choice of filters leaves out one to four people: beside the wider answer the place would tell of them."""
    for back, given in _choices(question):
        people = few.behind(question, back, given, _counted(few.engine, question, back, given)[1])
        yield {place for place, number in people.items() if 0 < number < SMALLEST_SHOWN}


def _grouping(name: str, question: Question) -> str:
    if name in ("year", "month"):
        return f"CAST({name}_{question.when} AS VARCHAR)"
    return f"COALESCE(NULLIF(team, ''), '{NOBODYS_TEAM}')" if name == "team" else name


def _plain(engine, question: Question, where: str, values: list) -> tuple[dict, dict]:
    what = "COUNT(DISTINCT person)" if question.figure == Figure.PEOPLE else "COUNT(*)"
    sets = "(r, c), (r), (c), ()" if question.columns else "(r, c), ()"
    placed = _placed(question, where)
    found = engine.execute(f"SELECT r, c, {what}, COUNT(*) FROM ({placed}) GROUP BY GROUPING SETS ({sets})", values).fetchall()  # noqa: S608
    places = [(r or TOTAL, c or TOTAL) for r, c, _, _ in found]
    full = _every_place({r for r, _ in places} - {TOTAL}, {c for _, c in places} - {TOTAL} if question.columns else set())
    counts, rows = ({place: row[at] for place, row in zip(places, found, strict=True)} for at in (2, 3))
    return ({place: counts.get(place, 0) for place in full}, {place: rows.get(place, 0) for place in full})


def _every_place(rows: set[str], columns: set[str]) -> list[Place]:
    return [(row, column) for row in (*rows, TOTAL) for column in (*columns, TOTAL)]


def _parts(engine, question: Question, where: str, values: list) -> tuple[dict, dict]:
    parts, row = _adds(question), _row_of_parts(question)
    sums = ", ".join(f"SUM({adds})::BIGINT, COUNT(CASE WHEN {adds} > 0 THEN 1 END)" for _, adds in parts)
    found = engine.execute(
        f"SELECT r, {sums} FROM (SELECT *, {row} AS r FROM case_rows WHERE {where}) GROUP BY GROUPING SETS ((r), ())", values  # noqa: S608
    ).fetchall()
    counts, rows = {}, {}
    for key, *numbers in found:
        for at, (part, _) in enumerate(parts):
            counts[key or TOTAL, part], rows[key or TOTAL, part] = numbers[2 * at] or 0, numbers[2 * at + 1]
    return counts, rows
