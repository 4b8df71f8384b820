"""Where does each thing stand on the time axis of "what changed"?"""

from collections.abc import Sequence
from dataclasses import dataclass

from heard.measures.queries.changes import Mark
from heard.rules.what_changed import Share

LEFT, STEP, TOP, HEIGHT, FEWEST = 60, 96, 20, 200, 4
MONTHS = {"Q1": "Jan to Mar", "Q2": "Apr to Jun", "Q3": "Jul to Sep", "Q4": "Oct to Dec"}


@dataclass(frozen=True)
class Point:
    """A percentage on the picture."""

    x: int
    y: int
    words: str


@dataclass(frozen=True)
class Flag:
    """A step of a recommendation under the axis: a letter in a box, and its place."""

    x: int
    y: int
    letter: str


@dataclass(frozen=True)
class Picture:
    """Both lines, their points, the flags, and the quarters along the axis."""

    live: list[Point]
    audits: list[Point]
    flags: list[Flag]
    quarters: list[tuple[int, str, str]]
    width: int
    height: int

    @property
    def live_path(self) -> str:
        return " ".join(f"{one.x},{one.y}" for one in self.live)

    @property
    def audits_path(self) -> str:
        return " ".join(f"{one.x},{one.y}" for one in self.audits)


def drawn(quarters: Sequence[str], live: Sequence[Share], audits: Sequence[Share], marks: Sequence[Mark]) -> Picture | None:
    """The picture, or None where nothing can be drawn. Only quarters with a percentage have a point."""
    shown = [one for one in (*live, *audits) if one.percent is not None]
    quarters = _from_the_first(quarters, {one.quarter for one in (*shown, *marks)})
    at = {quarter: LEFT + STEP // 2 + place * STEP for place, quarter in enumerate(quarters)}
    lines = [[_point(at, one) for one in shares if one.percent is not None and one.quarter in at] for shares in (live, audits)]
    flags, stacked = [], {}
    for mark in marks:
        if mark.quarter in at:
            stacked[mark.quarter] = stacked.get(mark.quarter, -1) + 1
            flags.append(Flag(at[mark.quarter] - 12, TOP + HEIGHT + 60 + 30 * stacked[mark.quarter], letter_of(mark.what)))
    if not (lines[0] or lines[1] or flags):
        return None
    names = [(at[quarter], MONTHS[quarter.split("-")[1]], quarter.split("-")[0]) for quarter in quarters]
    deepest = max((flag.y for flag in flags), default=TOP + HEIGHT + 50)
    return Picture(lines[0], lines[1], flags, names, LEFT + STEP * len(quarters) + 20, deepest + 40)


def _from_the_first(quarters: Sequence[str], shown: set[str]) -> Sequence[str]:
    """The quarters from the first with something to draw, and never fewer than four: on a telephone the newest are in view."""
    first = next((place for place, quarter in enumerate(quarters) if quarter in shown), 0)
    return quarters[min(first, max(0, len(quarters) - FEWEST)) :]


def _point(at: dict[str, int], one: Share) -> Point:
    return Point(at[one.quarter], TOP + HEIGHT - HEIGHT * one.percent // 100, f"{one.percent}%")


def letter_of(what: str) -> str:
    """R made, P proved, H held, h partly held, X did not hold: each is written out in the key and the list."""
    if what == "Recommended":
        return "R"
    if what.startswith("Proved"):
        return "P"
    return {"held": "H", "partly held": "h"}.get(what.rsplit(": it ", 1)[-1], "X")
