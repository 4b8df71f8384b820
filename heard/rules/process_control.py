"""Has something changed from month to month, or is it the ordinary ups and downs?

An XmR chart: the mean of the months, and limits at 2.66 times the mean moving range. Four rules say which months are not ordinary.
A month that may not be shown is a gap: the line stops, and a run does not go on across it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from heard.rules.labelled import Labelled

REACH = 2.66  # of the mean moving range: three sigma for single values
RUN = 7
FEWEST = 12  # months below which limits mean little


class Signal(Labelled):
    """A rule that a month breaks."""

    BEYOND = "beyond-a-limit", "Outside the limits"
    SHIFT = "shift", "Seven or more months in a row on one side of the mean"
    TREND = "trend", "Seven or more months in a row going the same way"
    NEAR = "near-a-limit", "Two of three months close to the same limit"


@dataclass(frozen=True)
class Control:
    """The mean, the limits and, for each month in order, the rules it breaks."""

    mean: float
    low: float
    high: float
    signals: tuple[frozenset[Signal], ...]


def control_of(values: Sequence[float | None], *, floor: float | None = 0, ceiling: float | None = None) -> Control | None:
    """The chart of these months, oldest first; None for a month that has no value or may not be shown. No chart under twelve months.

    The limits are held between ``floor`` and ``ceiling``, beyond which no value can lie.
    Practice: XmR chart and rules of NHS England's Making Data Count, as its R package NHSRplotthedots has them (7, 7, 2 of 3, limits).
    """
    known = [one for one in values if one is not None]
    if len(known) < FEWEST:
        return None
    mean = sum(known) / len(known)
    moved = [abs(after - before) for before, after in pairwise(values) if before is not None and after is not None]
    reach = REACH * sum(moved) / len(moved) if moved else 0.0
    low, high = mean - reach, mean + reach
    found = [set() for _ in values]
    for signal, places in _broken(values, mean, reach):
        for place in places:
            found[place].add(signal)
    held = (low if floor is None else max(low, floor), high if ceiling is None else min(high, ceiling))
    return Control(mean, *held, tuple(frozenset(one) for one in found))


def _broken(values: Sequence[float | None], mean: float, reach: float) -> Iterator[tuple[Signal, Sequence[int]]]:
    for place, one in enumerate(values):
        if one is not None and reach and abs(one - mean) > reach:
            yield Signal.BEYOND, [place]
    for first in range(len(values)):
        yield from ((Signal.SHIFT, one) for one in _window(values, first, RUN, lambda found: _on_one_side(found, mean)))
        yield from ((Signal.TREND, one) for one in _window(values, first, RUN, _going_one_way))
        for places in _window(values, first, 3, lambda found: reach > 0):
            near = [[place for place in places if side * (values[place] - mean) > reach * 2 / 3] for side in (1, -1)]
            yield from ((Signal.NEAR, one) for one in near if len(one) >= 2)


def _window(values, first: int, length: int, holds) -> Iterator[range]:
    found = values[first : first + length]
    if len(found) == length and None not in found and holds(found):
        yield range(first, first + length)


def _on_one_side(found: Sequence[float], mean: float) -> bool:
    return all(one > mean for one in found) or all(one < mean for one in found)


def _going_one_way(found: Sequence[float]) -> bool:
    return all(after > before for before, after in pairwise(found)) or all(after < before for before, after in pairwise(found))
