"""How are shares, or days, drawn with how sure they are: one line each, a mark and a whisker?"""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from heard.measures.shown import Days, Share

WIDTH, LEFT, RIGHT, TOP = 360, 12, 348, 30
LINE, GAP, LETTERS = 16, 30, 32


@dataclass(frozen=True)
class Row:
    """One line: the words over it, the mark and the whisker; ``mark`` is the shape. ``beside`` is a published figure, with its words."""

    lines: list[str]
    words: str
    y: int
    at: float
    low: float
    high: float
    mark: str
    beside: float | None = None
    beside_words: str = ""


@dataclass(frozen=True)
class Intervals:
    """The whole picture."""

    rows: list[Row]
    ticks: list[tuple[float, str]]
    height: int
    title: str
    sentence: str
    width: int = WIDTH


def _place(value: float, most: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * min(value, most) / most, 1)


def draw_shares(
    shares: Iterable[Share], *, title: str, sentence: str, beside: dict[str, tuple[float, str]] | None = None
) -> Intervals | None:
    """Shares from 0 to 100%. ``beside`` gives, by key, a published figure and where it is from. None where nothing may be shown."""
    rows, y = [], TOP
    for one in shares:
        if one.percent is None:
            continue
        at, words = (beside or {}).get(one.key, (None, ""))
        row = _row(f"{one.label}: {one.whose.lower()}" if one.whose else one.label, one.words, y, words)
        mark = "square" if one.whose == "The professional" else "circle"
        places = [_place(value, 100) for value in (one.percent, one.low, one.high)]
        rows.append(Row(*row, *places, mark, None if at is None else _place(at, 100), words))
        y = row[2] + GAP
    ticks = [(_place(value, 100), f"{value}%") for value in (0, 25, 50, 75, 100)]
    return Intervals(rows, ticks, y, title, sentence) if rows else None


def draw_days(found: Iterable[Days], *, title: str, sentence: str) -> Intervals | None:
    """Days from nought to the longest shown. None where nothing may be shown."""
    shown = [one for one in found if one.median is not None]
    if not shown:
        return None
    most, rows, y = _round_up(max(one.high for one in shown)), [], TOP
    for one in shown:
        row = _row(one.label, one.words, y, "")
        rows.append(Row(*row, *(_place(value, most) for value in (one.median, one.low, one.high)), "circle"))
        y = row[2] + GAP
    ticks = [(_place(most * quarter / 4, most), str(most * quarter // 4)) for quarter in range(5)]
    return Intervals(rows, ticks, y, title, sentence)


def _row(label: str, words: str, y: int, beside: str) -> tuple[list[str], str, int]:
    """The lines of the label, the words at its end (on a line of their own where they would meet), and where the mark goes."""
    lines = textwrap.wrap(label, LETTERS + 18)
    if len(lines[-1]) + len(words) > LETTERS + 16:
        lines.append("")
    return lines, words, y + LINE * (len(lines) + (1 if beside else 0)) + 8


def _round_up(most: int) -> int:
    return max(4, -(-most // 4) * 4) if most <= 40 else -(-most // 40) * 40
