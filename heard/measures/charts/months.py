"""How are months drawn as a statistical process control chart: the line, the mean, the limits, and which months are not ordinary?"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from heard.measures.charts.axis import axis_of
from heard.rules.indicators.periods import NAMES
from heard.rules.process_control import FEWEST, Control, Signal, control_of

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 360, 250, 38, 284, 16, 206


@dataclass(frozen=True)
class Point:
    """One month that may be shown: its place, its shape ("circle", or "up" or "down" where it is not ordinary) and its words."""

    x: float
    y: float
    shape: str
    words: str


@dataclass(frozen=True)
class Months:
    """The whole picture. ``paths`` are the line's pieces, which stop at a month that may not be shown."""

    points: list[Point]
    paths: list[str]
    levels: list[tuple[float, str, str]]
    ticks: list[tuple[float, str]]
    months: list[tuple[float, str]]
    title: str
    sentence: str
    rows: list[tuple[str, str, str]]
    width: int = WIDTH
    height: int = HEIGHT


def in_words(month: str) -> str:
    year, number = month.split("-")
    return f"{NAMES[int(number) - 1]} {year}"


def _short(month: str) -> str:
    return f"{NAMES[int(month[5:]) - 1][:3]} {month[:4]}"


def draw_months(months: Sequence[str], values: Sequence[float | None], *, title: str, unit: str) -> Months | None:
    """The chart, oldest month first; a month of None has no value or may not be shown. ``unit`` is "%" or " days". None without values."""
    known = [one for one in values if one is not None]
    if not known:
        return None
    control = control_of(values, ceiling=100 if unit == "%" else None)
    held = [*known, *((control.low, control.high) if control else ())]
    axis = axis_of(held, BOTTOM, TOP, most=100 if unit == "%" else None)
    step = (RIGHT - LEFT) / max(1, len(months) - 1)
    points, paths, at = [], [], []
    for place, value in enumerate(values):
        if value is None:
            paths, at = [*paths, at], []
            continue
        x, y = round(LEFT + step * place, 1), axis.place(value)
        signals = control.signals[place] if control else frozenset()
        shape = "circle" if not signals else "up" if value > control.mean else "down"
        points.append(Point(x, y, shape, f"{in_words(months[place])}: {value:g}{unit}"))
        at.append(f"{x} {y}")
    levels = [(axis.place(value), words, kind) for value, words, kind in _levels(control, unit)]
    ticks = axis.ticks("%" if unit == "%" else "")
    named = [(round(LEFT + step * place, 1), _short(month)) for place, month in enumerate(months) if place % 6 == 0]
    lines = ["M" + " L".join(piece) for piece in [*paths, at] if len(piece) > 1]
    said = months, values, control, unit
    return Months(points, lines, levels, ticks, named, title, sentence_of(*said), _table(*said))


def _levels(control: Control | None, unit: str) -> list[tuple[float, str, str]]:
    if control is None:
        return []
    close = control.high - control.low
    levels = [(control.mean, f"mean {_mean(control, unit)}", "mean")]
    return [*levels, (control.high, "upper limit", "limit"), (control.low, "lower limit", "limit")] if close else levels


def sentence_of(months: Sequence[str], values: Sequence[float | None], control: Control | None, unit: str) -> str:
    """What the chart shows, in words."""
    if control is None:
        return f"Limits are drawn once {FEWEST} months may be shown. So far each month stands for itself."
    around = f"{_mean(control, unit)}{'' if unit == '%' else unit}"
    odd = [place for place, signals in enumerate(control.signals) if signals]
    if not odd:
        return f"Ordinary ups and downs around {around}: no month is a signal that something changed."
    runs = [[place for _, place in run] for _, run in groupby(enumerate(odd), key=lambda one: one[1] - one[0])]
    named = ", ".join(in_words(months[run[0]]) + (f" to {in_words(months[run[-1]])}" if len(run) > 1 else "") for run in runs)
    return f"More than ordinary ups and downs around {around}: {named}. Ask what was different then."


def _mean(control: Control, unit: str) -> str:
    return f"{control.mean:.0f}%" if unit == "%" else f"{control.mean:.1f}"


def _table(months, values, control: Control | None, unit: str) -> list[tuple[str, str, str]]:
    rows = []
    for place, (month, value) in enumerate(zip(months, values, strict=True)):
        signals = sorted(control.signals[place], key=list(Signal).index) if control else []
        rows.append((in_words(month), "not shown" if value is None else f"{value:g}{unit}", "; ".join(one.label for one in signals) or "–"))
    return rows
