"""What did the figures that were kept come to, in these months?"""

from collections import Counter

from heard.accounts.models import Authority
from heard.measures.models import MonthOfFigures
from heard.rules.indicators.tally import Tally


def together_in(authority: Authority, months: list[str], by: str = "") -> dict[str, Tally]:
    """The months added up, by part (one blank part where they are not broken down). One query."""
    found: dict[str, Tally] = {}
    for row in MonthOfFigures.objects.filter(authority=authority, month__in=months, by=by).order_by("part", "month"):
        _add(found.setdefault(row.part, Tally()), row)
    return found


def month_by_month(authority: Authority, months: list[str], by: str = "", part: str = "") -> dict[str, Tally]:
    """Each of the months by itself, of one part; a month in which nothing was concluded is not there. One query."""
    found: dict[str, Tally] = {}
    for row in MonthOfFigures.objects.filter(authority=authority, month__in=months, by=by, part=part).order_by("month"):
        _add(found.setdefault(row.month, Tally()), row)
    return found


def _add(to: Tally, row: MonthOfFigures) -> None:
    to.parts.update(Counter(row.parts))
    to.wholes.update(Counter(row.wholes))
    for slug, spread in row.spreads.items():
        to.spreads[slug].update({int(days): number for days, number in spread.items()})
