"""How is a funnel drawn: each team or provider by how many it had, inside or outside what chance alone would do?"""

from collections.abc import Sequence
from dataclasses import dataclass

from heard.measures.charts.axis import axis_of
from heard.measures.shown import Share
from heard.rules.funnel import Z_998, Lies, funnel_limits, lies, share_of_all
from heard.rules.wilson_interval import Z_95

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 360, 290, 38, 346, 16, 240
STEPS = 60
SHAPES = {
    Lies.INSIDE: "circle", Lies.ABOVE_95: "triangle", Lies.BELOW_95: "triangle", Lies.ABOVE_998: "diamond", Lies.BELOW_998: "diamond",
}  # fmt: skip


@dataclass(frozen=True)
class Point:
    """One team or provider: its number in the table, its place, its shape and its words."""

    number: int
    x: float
    y: float
    shape: str
    words: str


@dataclass(frozen=True)
class Funnel:
    """The whole picture; ``rows`` are its table: number, name, of how many, share and where it lies."""

    points: list[Point]
    inner: list[str]
    outer: list[str]
    centre: tuple[float, str]
    ticks: list[tuple[float, str]]
    counts: list[tuple[float, str]]
    title: str
    sentence: str
    rows: list[tuple]
    width: int = WIDTH
    height: int = HEIGHT


def draw_funnel(shares: Sequence[Share], *, middle: int | None, title: str, whats: str) -> Funnel | None:
    """The funnel of shares that may be shown, in their order (never by their figure), from rounded numbers. None of fewer than two.

    ``middle`` is the percentage of all of them, those not shown too; None where that may not be shown either.
    """
    shown = [one for one in shares if one.percent is not None]
    if len(shown) < 2:
        return None
    counts = [(one.percent / 100 * one.whole, one.whole) for one in shown]
    centre = share_of_all(counts) if middle is None else middle / 100
    most = max(one.whole for one in shown) * 1.08

    def across(number: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * number / most, 1)

    smallest = min(number for _, number in counts)
    held = [*(one.percent for one in shown), *(limit * 100 for limit in funnel_limits(centre, smallest, Z_998))]
    axis = axis_of(held, BOTTOM, TOP, most=100)

    def up(share: float) -> float:
        return axis.place(share * 100)

    where = [lies(part, whole, centre) for part, whole in counts]
    points = [
        Point(number, across(one.whole), up(one.percent / 100), SHAPES[place], f"{one.label}: {one.percent}% of {one.whole}. {place.label}")
        for number, (one, place) in enumerate(zip(shown, where, strict=True), 1)
    ]
    numbers = [most * step / STEPS for step in range(1, STEPS + 1)]

    def edges(z: float) -> list[str]:
        limits = [(across(number), funnel_limits(centre, number, z)) for number in numbers]
        return ["M" + " L".join(f"{x} {up(limit[side])}" for x, limit in limits) for side in (0, 1)]

    tenth = max(5, round(most / 4 / 5) * 5)
    rows = [(point.number, one.label, one.whole, one.words, place.label) for point, one, place in zip(points, shown, where, strict=True)]
    return Funnel(
        points, edges(Z_95), edges(Z_998), (up(centre), f"all together {centre * 100:.0f}%"),
        axis.ticks("%"),
        [(across(number), str(number)) for number in range(0, int(most) + 1, tenth)], title, _sentence(shown, where, centre, whats), rows,
    )  # fmt: skip


def _sentence(shown: Sequence[Share], where: Sequence[Lies], centre: float, whats: str) -> str:
    ask = [one.label for one, place in zip(shown, where, strict=True) if place in (Lies.ABOVE_998, Lies.BELOW_998)]
    edge = sum(place in (Lies.ABOVE_95, Lies.BELOW_95) for place in where)
    begin = f"All together {centre * 100:.0f}%, in {len(shown)} {whats} that may be shown."
    if not ask and not edge:
        return f"{begin} None differs by more than chance would do."
    at_edge = f"{edge} {'lies' if edge == 1 else 'lie'} at the edge, as one in twenty would by chance alone." if edge else ""
    who = " and ".join(ask) if len(ask) < 3 else f"{len(ask)} of them"
    outside = f"{who} {'differs' if len(ask) == 1 else 'differ'} by more than chance: ask why." if ask else ""
    return " ".join(one for one in (begin, outside, at_edge) if one)
