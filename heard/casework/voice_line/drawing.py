"""How is the voice line drawn? Lanes from "heard alone" down to "not heard", a mark for each opportunity, and beneath them each wish.

Everything is a number or a word here, so that the template only writes them down. Opportunities stand at equal distances, because
a crowded fortnight matters as much as a quiet month; the dates are written under them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from heard.casework.voice_line.points import Point
from heard.rules.judging import own_judge
from heard.rules.labelled import label_of
from heard.rules.seen_alone import HowHeard
from heard.rules.vocabulary.voice import Rating
from heard.voice.models import Wish

LANES: dict[HowHeard, str] = {
    HowHeard.ALONE: "Heard alone",
    HowHeard.WITH_OTHERS: "With others",
    HowHeard.ALONE_NOT_RECORDED: "Heard; if alone",
    HowHeard.REPRESENTED: "Spoken for",
    HowHeard.NOT_HEARD: "Not heard",
}
SECOND_LINE = {HowHeard.ALONE_NOT_RECORDED: "is not recorded"}
IN_WORDS: dict[HowHeard, str] = {
    HowHeard.ALONE: "heard alone",
    HowHeard.WITH_OTHERS: "heard with others there",
    HowHeard.ALONE_NOT_RECORDED: "heard without a record of whether alone",
    HowHeard.REPRESENTED: "spoken for by somebody else",
    HowHeard.NOT_HEARD: "not heard",
}
LEFT, RIGHT, TOP, LANE = 168, 40, 28, 40
WIDTH, NARROWEST, WIDEST = 768, 58, 110  # as wide as its column; past some eleven opportunities it grows, and scrolls
DATES, WISH_ROW, LETTER = 52, 44, 6.7


@dataclass(frozen=True)
class Mark:
    """One opportunity as a shape: its place, its lane's slug (which names the shape) and the words for whoever points at it."""

    x: int
    y: int
    shape: str
    number: int
    day: str
    year: str
    words: str


@dataclass(frozen=True)
class WishLine:
    """One wish from when it was said to when it changed, was withdrawn or the picture ends; with its words and how it stands."""

    x: int
    end: int
    y: int
    words: str
    ended: str
    state: str


@dataclass(frozen=True)
class Drawing:
    """The whole picture: its size, lanes, marks, the line through them, the wishes, and a sentence that says what it shows."""

    width: int
    height: int
    lanes: list[tuple[int, str, str]]
    marks: list[Mark]
    path: str
    wishes: list[WishLine]
    wishes_top: int
    sentence: str


def draw(points: list[Point], wishes: list[Wish]) -> Drawing | None:
    """The picture of these points and wishes, or None where there is no opportunity to draw."""
    if not points:
        return None
    lane_y = {how: TOP + LANE * place for place, how in enumerate(LANES)}
    step = _step(len(points))
    width = max(WIDTH, LEFT + step * (len(points) - 1) + RIGHT)
    marks = _marks(points, lane_y, step)
    wishes_top = TOP + LANE * (len(LANES) - 1) + DATES + 26
    lines = _wish_lines(wishes, points, marks, wishes_top, width - RIGHT)
    height = wishes_top + WISH_ROW * len(lines) + 8 if lines else wishes_top - 12
    return Drawing(
        width=width,
        height=height,
        lanes=[(lane_y[how], words, SECOND_LINE.get(how, "")) for how, words in LANES.items()],
        marks=marks,
        path="M" + " L".join(f"{mark.x} {mark.y}" for mark in marks),
        wishes=lines,
        wishes_top=wishes_top,
        sentence=sentence_of(points),
    )


def sentence_of(points: Iterable[Point]) -> str:
    """What the picture shows, in one sentence: how many opportunities, and how the adult was heard in them."""
    counts = Counter(point.how for point in points)
    total = sum(counts.values())
    parts = [f"{IN_WORDS[how]} {_times(counts[how])}" for how in LANES if counts[how]]
    opportunities = "1 opportunity" if total == 1 else f"{total} opportunities"
    return f"{opportunities} to be heard: {', '.join(parts)}."


def _step(number: int) -> int:
    """How far apart the opportunities stand: as far as fits the column, within reason."""
    return max(NARROWEST, min(WIDEST, (WIDTH - LEFT - RIGHT) // max(number - 1, 1)))


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _marks(points: list[Point], lane_y: dict[HowHeard, int], step: int) -> list[Mark]:
    marks, year = [], None
    for place, point in enumerate(points):
        on = timezone.localtime(point.at)
        words = f"{point.number}. {on.day} {on:%B %Y}, {point.stage}: {point.how.label.lower()}"
        shown_year = str(on.year) if on.year != year else ""
        marks.append(Mark(LEFT + step * place, lane_y[point.how], point.how.value, point.number, f"{on.day} {on:%b}", shown_year, words))
        year = on.year
    return marks


def _wish_lines(wishes: list[Wish], points: list[Point], marks: list[Mark], top: int, edge: int) -> list[WishLine]:
    places = [timezone.localdate(point.at) for point in points]
    lines = []
    for row, wish in enumerate(wishes):
        said = wish.expressed_on or timezone.localdate(wish.recorded_at)
        x = _x_at(said, places, marks)
        until = wish.now.expressed_on or timezone.localdate(wish.now.recorded_at) if wish.now else wish.withdrawn_on
        end = max(_x_at(until, places, marks), x + NARROWEST // 2) if until else edge
        y = top + WISH_ROW * row + 26
        lines.append(WishLine(x, end, y, _shortened(wish.words, edge - x), *_ended(wish)))
    return lines


def _x_at(day, places: list, marks: list[Mark]) -> int:
    """Under the first opportunity of that day, or else the last one before it."""
    if day in places:
        return marks[places.index(day)].x
    before = [mark.x for place, mark in zip(places, marks, strict=True) if place < day]
    return before[-1] if before else marks[0].x


def _ended(wish: Wish) -> tuple[str, str]:
    if wish.is_denied:
        return wish.denied[:1].lower() + wish.denied[1:], "changed" if wish.now else "standing"
    if wish.now:
        return "changed", "changed"
    if wish.withdrawn_on:
        return "no longer wanted", "withdrawn"
    judgement = wish.judged.get(own_judge(wish.expressed_by))
    return (label_of(Rating, judgement.rating).lower() if judgement else "still wanted"), "standing"


def _shortened(words: str, room: int) -> str:
    most = max(int(room / LETTER), 16)
    text = " ".join(words.split())
    return f"“{text}”" if len(text) <= most - 2 else f"“{text[: most - 3].rstrip()}…”"
