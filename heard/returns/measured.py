"""How is each measure counted over the case table? One query for every engine; the rules say what a measure is."""

from heard.returns.case_table import case_table
from heard.returns.live import Ask
from heard.returns.relations import JUDGED
from heard.rules.measures import ADULT_RATINGS, GROUPS, PROFESSIONAL_RATINGS, Measure

# The column of the case table that holds how often a row counts towards a measure.
COLUMN_OF: dict[Measure, str] = {
    Measure.ASKED: "asked", Measure.EXPRESSED: "expressed",
    **{(ADULT_RATINGS if judge == "own" else PROFESSIONAL_RATINGS)[rating]: name for name, judge, rating in JUDGED},
}  # fmt: skip


def denominator(measure: Measure) -> str:
    """What a measure is of, as a sum over columns of the case table."""
    if measure == Measure.ASKED:
        return "concluded"
    if measure == Measure.EXPRESSED:
        return "asked"
    group = next(group for group in GROUPS if measure in group)
    return " + ".join(COLUMN_OF[one] for one in group)


def counts_by_month_and_team(rows: str = "") -> str:
    """The query that gives month, team, the year and each measure's numerator and denominator, of enquiries concluded; over the case table
    made of the flat relations, unless where its rows are is given."""
    sums = ", ".join(f"SUM({part}) AS n_{name}, SUM({whole}) AS d_{name}" for name, part, whole in _sums())
    return f"""SELECT month_concluded, team, year_concluded, {sums} FROM {rows or f"({case_table()})"} case_table
        WHERE concluded = 1 GROUP BY month_concluded, team, year_concluded"""  # noqa: S608 - names of our own


def _sums() -> list[tuple[str, str, str]]:
    return [(COLUMN_OF[one], COLUMN_OF[one], denominator(one)) for one in Measure]


def measures_from(ask: Ask, year: int | None = None) -> list[dict]:
    """The rows of ``heard measures`` (measure, month, team, numerator, denominator), whatever engine is asked; of one year where given."""
    rows = []
    for month, team, of_year, *sums in sorted(ask(counts_by_month_and_team())):
        if year is None or of_year == year:
            pairs = zip(Measure, sums[::2], sums[1::2], strict=True)
            rows += [
                {"measure": one.value, "month": f"{month // 100}-{month % 100:02}", "team": team, "numerator": int(part),
                 "denominator": int(whole)} for one, part, whole in pairs
            ]  # fmt: skip
    return rows
