"""How are figures shown: exactly to those who may open the cases, under disclosure control to everybody else?"""

from collections.abc import Iterable
from dataclasses import dataclass

from heard.measures.queries.concluded import Counted, Counts, counts_of
from heard.rules.disclosure_control import percentage, shown_count, shown_percentages
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
    shown = {}
    for group in GROUPS:
        parts, whole = [counts[one][0] for one in group], counts[group[0]][1]
        percents = [percentage(part, whole) for part in parts] if exact else shown_percentages(parts, whole)
        for one, part, percent in zip(group, parts, percents, strict=True):
            shown[one] = Figure(one, part if exact else shown_count(part), whole if exact else shown_count(whole), percent)
    return shown


def rows_by(enquiries: Iterable[Counted], by, label, *, exact: bool) -> list[Row]:
    """One row for each month or team, in order."""
    counts: Counts = counts_of(enquiries, by=by)
    return [Row(key, label(key), figures_of(found, exact=exact)) for key, found in sorted(counts.items())]


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
