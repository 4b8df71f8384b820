"""How is each indicator counted? One query for every engine; the rules say which facts an indicator adds up.

The nine measures of the figures page are counted over the case table too, by the same facts, which are its columns.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from heard.returns.case_table import case_table
from heard.returns.facts import FACTS, reasons_by, spreads_by, sums_by
from heard.returns.live import Ask
from heard.returns.said import answers_between, askings_between
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.breakdowns import By
from heard.rules.indicators.days import middle_of
from heard.rules.indicators.experience import ASKING
from heard.rules.indicators.reasons import late
from heard.rules.indicators.tally import Tally
from heard.rules.indicators.wishes import FACTS_OF
from heard.rules.lateness import TimedStep
from heard.rules.measures import Measure

MonthAndPart = tuple[str, str]
EVER_MONTHS = (0, 999912)
NINE = frozenset(map(str, Measure))
IN_ORDER = (*map(str, Measure), *(slug for slug in INDICATORS if slug not in NINE))


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
    for month, part, of_year, step, reason, number in ask(reasons_by(by, rows)):
        if year in (None, of_year):
            found[_month(month), str(part)].add_reason(step, reason, number)
    return dict(found)


def measures_from(ask: Ask, year: int | None = None, by: By = By.TEAM, rows: str = "") -> list[dict]:
    """The rows of ``heard measures``: measure, month, the part of the breakdown under its name, numerator and denominator.

    For days the numerator is the sum of the days, the denominator how many were timed, and ``median`` stands beside them. The nine measures
    of the figures page are there for each month and part, any other indicator where something is behind it; last stands why steps took
    longer, by reason. ``rows`` as in ``tallies``.
    """
    return [row for place, tally in sorted(tallies(ask, by, rows, year).items()) for row in _rows(*place, str(by), tally)]


def _rows(month: str, part: str, by: str, tally: Tally) -> Iterator[dict]:
    """The rows of one place, the nine measures first."""
    parts, wholes = tally.parts, tally.wholes
    for slug in IN_ORDER:
        if slug in NINE or slug in wholes:
            yield {"measure": slug, "month": month, by: part, "numerator": parts.get(slug, 0), "denominator": wholes.get(slug, 0)}
    for slug, spread in sorted(tally.spreads.items()):
        total = sum(days * number for days, number in spread.items())
        more = {"denominator": spread.total(), "median": middle_of(spread)}
        yield {"measure": slug, "month": month, by: part, "numerator": total, **more}
    for step in TimedStep:
        for slug in sorted(slug for slug in parts if slug.startswith(f"{late(step)}-")):
            yield {"measure": slug, "month": month, by: part, "numerator": parts[slug], "denominator": wholes[late(step)]}


def _month(number: int) -> str:
    return f"{number // 100}-{number % 100:02}"


def months_of(year: int) -> tuple[int, int]:
    """The first and the last month of a year of the return."""
    return year * 100 + 4, (year + 1) * 100 + 3


def experience_from(ask: Ask, first: int, last: int) -> list[dict]:
    """What was said of how it was from one month to another, both included: questionnaire, question, who, answer, how many gave it and of
    how many who answered, whatever engine is asked. Each person counts once, by the last answers they gave in these months. And how the
    askings with a name went, each asking counted: the question ``ASKING`` of no questionnaire.
    """
    went = [("", ASKING, *row) for row in ask(askings_between(first, last))]
    found = sorted([*went, *ask(answers_between(first, last))])
    of: Counter = Counter()
    for *place, _, number in found:
        of[tuple(place)] += number
    names = ("questionnaire", "question", "who", "answer")
    return [
        {**dict(zip(names, row, strict=False)), "numerator": int(row[-1]), "denominator": int(of[tuple(row[:3])])} for row in found
    ]  # fmt: skip
