"""How are a few counts drawn: a bar each, with its number?"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, LEFT, RIGHT, ROW = 360, 118, 320, 34


@dataclass(frozen=True)
class Bars:
    """The whole picture: each bar's label, number, place and length."""

    rows: list[tuple[str, int, int, float]]
    title: str
    sentence: str
    height: int
    width: int = WIDTH


def draw_bars(counts: Sequence[tuple[str, int]], *, title: str, sentence: str) -> Bars | None:
    """A bar for each count, in the order given. None where nothing is counted."""
    most = max((number for _, number in counts), default=0)
    if not most:
        return None
    rows = [
        (label, number, 8 + ROW * place, round((RIGHT - LEFT) * number / most, 1)) for place, (label, number) in enumerate(counts)
    ]  # fmt: skip
    return Bars(rows, title, sentence, ROW * len(rows) + 8)
