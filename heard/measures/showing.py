"""How are figures shown: exactly to those who may open the cases, under disclosure control to everybody else?"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from heard.measures.queries.concluded import Counts, added
from heard.rules.disclosure_control import ShownShare, percentage, shown_shares
from heard.rules.measures import ADULT_RATINGS, GROUPS, PROFESSIONAL_RATINGS, Measure

NO_TEAM = "No team"
BAR_LEFT, BAR_WIDTH, BAR, GAP = 150, 420, 22, 18


@dataclass(frozen=True)
class Figure:
    """One number with how many it is of; ``percent`` is None where it may not be shown or is of nothing."""

    measure: Measure
    part: int | str
    whole: int | str
    percent: int | None


@dataclass(frozen=True)
class Row:
    """The figures of one month or one team, or of all together."""

    key: str
    label: str
    figures: dict[Measure, Figure]


@dataclass(frozen=True)
class Bar:
    """One bar of the picture: whose judgement, what it was, its place and length."""

    label: str
    whose: str
    y: int
    width: int
    words: str


def figures_of(counts: dict[Measure, tuple[int, int]], *, exact: bool) -> dict[Measure, Figure]:
    """The figures as this reader may see them. ``exact`` for those who may open the cases."""
    return _figures([counts], exact=exact)[0]


def together(counts: Counts, *, exact: bool) -> Row | None:
    """Everything in one row; None of nothing."""
    return Row("", "All", figures_of(added(counts, lambda month, team: "")[""], exact=exact)) if counts else None


def by_team(counts: Counts, *, exact: bool) -> list[Row]:
    """One row for each team, in order; under disclosure control as it may be shown beside the others and all together."""
    teams = added(counts, lambda month, team: team)
    figures = _figures(list(teams.values()), exact=exact)
    return [Row(key, key or NO_TEAM, found) for key, found in zip(teams, figures, strict=True)]


def by_month(counts: Counts, *, exact: bool) -> list[Row]:
    """One row for each month, in order; under disclosure control as it may be shown beside its quarter's others, and all together."""
    months = added(counts, lambda month, team: month)
    quarters = defaultdict(list)
    for place, month in enumerate(months):
        quarters[_quarter(month)].append(place)
    figures = _figures(list(months.values()), [range(len(months)), *quarters.values()], exact=exact)
    return [Row(key, _in_words(key), found) for key, found in zip(months, figures, strict=True)]


def _quarter(month: str) -> tuple[int, int]:
    year, number = month.split("-")
    return int(year), (int(number) - 1) // 3


def _in_words(month: str) -> str:
    year, number = month.split("-")
    return f"{date(int(year), int(number), 1):%B} {year}"


def _figures(
    rows: Sequence[dict[Measure, tuple[int, int]]], lines: Sequence[Collection[int]] | None = None, *, exact: bool
) -> list[dict[Measure, Figure]]:
    found: list[dict[Measure, Figure]] = [{} for _ in rows]
    for group in GROUPS:
        table = [([counts[one][0] for one in group], counts[group[0]][1]) for counts in rows]
        shown = [_exact(*row) for row in table] if exact else shown_shares(table, lines)
        for into, shares in zip(found, shown, strict=True):
            into |= {one: Figure(one, share.part, share.whole, share.percent) for one, share in zip(group, shares, strict=True)}
    return found


def _exact(parts: Sequence[int], whole: int) -> tuple[ShownShare, ...]:
    return tuple(ShownShare(part, whole, percentage(part, whole)) for part in parts)


def bars_of(row: Row) -> list[Bar]:
    """The adult's and the professional's judgements, one above the other; no bar where the percentage may not be shown."""
    bars, y = [], 0
    for rating, adults in ADULT_RATINGS.items():
        for whose, measure in (("The adult", adults), ("The professional", PROFESSIONAL_RATINGS.get(rating))):
            figure = row.figures.get(measure)
            if figure is not None and figure.percent is not None:
                words = f"{figure.percent}%"
                bars.append(Bar(rating.label if whose == "The adult" else "", whose, y, BAR_WIDTH * figure.percent // 100, words))
            y += BAR if measure else 0
        y += GAP
    return bars


def sentence_of(row: Row) -> str:
    """What the picture shows, in words."""
    adult, professional = row.figures[Measure.ADULT_MET], row.figures[Measure.PROFESSIONAL_MET]
    said = []
    if adult.percent is not None:
        said.append(f"Adults judged {adult.percent}% of {adult.whole} wishes met.")
    if professional.percent is not None:
        said.append(f"Professionals judged {professional.percent}% of {professional.whole} wishes met.")
    return " ".join(said)
