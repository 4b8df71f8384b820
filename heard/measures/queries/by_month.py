"""What difference was made by month and team, as the case table last had it? For a region too, at once."""

from datetime import date, datetime

from heard.measures.own_question.queries import rows_of
from heard.measures.queries.concluded import Counts
from heard.measures.whose import Whose
from heard.returns.measured import counts_by_month_and_team
from heard.rules.measures import Measure


def kept_counts(whose: Whose, user, start: date | None, end: date | None) -> tuple[Counts, datetime]:
    """Every measure of the enquiries concluded in whole months, by month and team, of those this reader may count; and as at when."""
    first, last = _number(start) if start else 0, _number(end) if end else 999912
    rows = f"(SELECT * FROM case_rows WHERE month_concluded BETWEEN {first} AND {last})"  # noqa: S608 - whole numbers
    with rows_of(whose, user) as (engine, table):
        found = engine.execute(counts_by_month_and_team(rows)).fetchall()
    return {(f"{month // 100}-{month % 100:02}", team or ""): _measures(sums) for month, team, _, *sums in sorted(found)}, table.made_at


def _measures(sums: list) -> dict[Measure, tuple[int, int]]:
    return {one: (int(part), int(whole)) for one, part, whole in zip(Measure, sums[::2], sums[1::2], strict=True)}


def _number(day: date) -> int:
    return day.year * 100 + day.month
