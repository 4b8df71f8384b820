"""How is each indicator counted? One query for every engine; the rules say which facts an indicator adds up.

The nine measures of the figures page are counted over the case table too, by the same facts, which are its columns.
"""

from collections import defaultdict

from heard.returns.case_table import case_table
from heard.returns.facts import FACTS, spreads_by, sums_by
from heard.returns.live import Ask
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.breakdowns import By
from heard.rules.indicators.days import middle_of
from heard.rules.indicators.tally import Tally
from heard.rules.indicators.wishes import FACTS_OF
from heard.rules.measures import Measure

MonthAndPart = tuple[str, str]


def denominator(measure: Measure) -> str:
    """What a measure is of, as a sum over columns of the case table."""
    return " + ".join(INDICATORS[measure].whole)


def counts_by_month_and_team(rows: str = "") -> str:
    """The query that gives month, team, the year and each measure's numerator and denominator, of enquiries concluded; over the case table
    made of the flat relations, unless where its rows are is given."""
    sums = ", ".join(f"SUM({FACTS_OF[one]}) AS n_{FACTS_OF[one]}, SUM({denominator(one)}) AS d_{FACTS_OF[one]}" for one in Measure)
    return f"""SELECT month_concluded, team, year_concluded, {sums} FROM {rows or f"({case_table()})"} case_table
        WHERE concluded = 1 GROUP BY month_concluded, team, year_concluded"""  # noqa: S608 - names of our own


def tallies(ask: Ask, by: By | None, rows: str = "", year: int | None = None) -> dict[MonthAndPart, Tally]:
    """Every indicator in each month and part of a breakdown (one blank part where there is none), whatever engine is asked; of one year of
    conclusion where given. ``rows`` names the relation that holds the facts, where they are laid out already."""
    found: dict[MonthAndPart, Tally] = defaultdict(Tally)
    for month, part, of_year, *sums in ask(sums_by(by, rows)):
        if year in (None, of_year):
            found[_month(month), str(part)].add(dict(zip(FACTS, map(int, sums), strict=True)))
    for month, part, of_year, timed, days, number in ask(spreads_by(by, rows)):
        if year in (None, of_year):
            found[_month(month), str(part)].add_days(timed, days, number)
    return dict(found)


def measures_from(ask: Ask, year: int | None = None, by: By = By.TEAM) -> list[dict]:
    """The rows of ``heard measures``: measure, month, the part of the breakdown under its name, numerator and denominator.

    For days the numerator is the sum of the days, the denominator how many were timed, and ``median`` stands beside them. The nine measures
    of the figures page are there for each month and part, and any other indicator where something is behind it.
    """
    found = tallies(ask, by, year=year)
    return [
        {"measure": slug, "month": month, str(by): part, **numbers}
        for (month, part), tally in sorted(found.items())
        for slug, numbers in _numbers(tally)
    ]


def _numbers(tally: Tally):
    """The numbers of each indicator, the nine measures first."""
    for slug in (*Measure, *(slug for slug in INDICATORS if slug not in set(Measure))):
        if slug in tally.spreads:
            spread = tally.spreads[slug]
            total = sum(days * number for days, number in spread.items())
            yield slug, {"numerator": total, "denominator": spread.total(), "median": middle_of(spread)}
        elif slug in tally.wholes or slug in set(Measure):
            yield str(slug), {"numerator": tally.parts[slug], "denominator": tally.wholes[slug]}


def _month(number: int) -> str:
    return f"{number // 100}-{number % 100:02}"
