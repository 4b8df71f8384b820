"""What stands in the Board's picture: each part with its figures, its sentence and its chart?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from heard.measures.charts.funnel import Funnel, draw_funnel
from heard.measures.charts.intervals import Intervals, draw_days, draw_shares
from heard.measures.charts.months import Months, draw_months
from heard.measures.shown import (
    Days,
    Share,
    all_days_of,
    days_by_part,
    days_of,
    sentence_of_both,
    sentence_of_days,
    sentence_of_shares,
    shares_by_part,
    shares_of,
    shown_in,
)
from heard.rules.indicators.all_indicators import indicators_in
from heard.rules.indicators.breakdowns import FUNNELS, By
from heard.rules.indicators.indicator import Group, Indicator
from heard.rules.indicators.periods import periods_offered
from heard.rules.indicators.tally import Tally

Beside = dict[str, tuple[float, str]]


@dataclass(frozen=True)
class Section:
    """One part of the picture: shares or days, the chart of those that may be shown (None where none may), and the sentence."""

    group: Group
    shares: list[Share]
    days: list[Days]
    chart: Intervals | None
    sentence: str

    @property
    def rows(self) -> Sequence[Share | Days]:
        return self.shares or self.days


@dataclass(frozen=True)
class Parts:
    """One indicator broken down: its shares or days in each part, their chart, and the funnel where there is one."""

    by: By
    shares: list[Share]
    days: list[Days]
    chart: Intervals | None
    sentence: str
    funnel: Funnel | None

    @property
    def rows(self) -> Sequence[Share | Days]:
        return self.shares or self.days


def sections_of(tally: Tally, beside: Beside, groups: Iterable[Group] = Group) -> list[Section]:
    """Every part that something is behind, in the order of the page."""
    found = (_section(tally, group, beside) for group in groups)
    return [one for one in found if one.rows]


def _section(tally: Tally, group: Group, beside: Beside) -> Section:
    indicators = indicators_in(group)
    shares, days = shares_of(tally, indicators), all_days_of(tally, indicators)
    if days:
        sentence = sentence_of_days(days)
        return Section(group, [], days, draw_days(days, title=group.label, sentence=sentence), sentence)
    sentence = sentence_of_both(shares) if group == Group.HAPPENED else sentence_of_shares(shares)
    return Section(group, shares, [], draw_shares(shares, title=group.label, sentence=sentence, beside=beside), sentence)


def parts_of(found: dict[str, Tally], one: Indicator, by: By) -> Parts:
    """One indicator by team, type, place and so on, as it may be shown."""
    title = f"{one.label}, by {by.label.lower()}"
    if one.is_days:
        days = days_by_part(found, one, by)
        sentence = sentence_of_days(days)
        return Parts(by, [], days, draw_days(days, title=title, sentence=sentence), sentence, None)
    shares = shares_by_part(found, one, by)
    sentence = sentence_of_shares(shares)
    chart = draw_shares(shares, title=title, sentence=sentence)
    if by not in FUNNELS:
        return Parts(by, shares, [], chart, sentence, None)
    whats = {By.TEAM: "teams", By.PROVIDER: "providers"}[by]
    middle = together_of(_all_of(found), one)
    funnel = draw_funnel(shares, middle=middle.percent if middle else None, title=f"{title}: more than chance?", whats=whats)
    return Parts(by, shares, [], chart, sentence, funnel)


def _all_of(found: dict[str, Tally]) -> Tally:
    everything = Tally()
    for one in found.values():
        everything.parts.update(one.parts)
        everything.wholes.update(one.wholes)
    return everything


def months_of(found: dict[str, Tally], one: Indicator, months: Sequence[str]) -> Months | None:
    """One indicator month by month: the percentage, or the median of days; None for a month that may not be shown."""
    rows = [found.get(month, Tally()) for month in months]
    if one.is_days:
        values = [days_of("", "", row.spreads.get(one.slug, {})).median for row in rows]
    else:
        values = [share.percent for share in shown_in(rows, one, _periods_within(months))]
    return draw_months(months, values, title=f"{one.label}, month by month", unit=" days" if one.is_days else "%")


def _periods_within(months: Sequence[str]) -> list[list[int]]:
    """The places of the months of each period that has a figure of its own: a month withheld must not be the period less the others."""
    periods = (set(period.months) for period in periods_offered(timezone.localdate()))
    return [[place for place, month in enumerate(months) if month in period] for period in periods if period <= set(months)]


def together_of(tally: Tally, one: Indicator) -> Share | Days | None:
    """The indicator itself, all together; None where nothing is behind it."""
    found = all_days_of(tally, [one]) if one.is_days else shares_of(tally, [one])
    return found[0] if found else None
