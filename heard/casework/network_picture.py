"""How are the people in an adult's life drawn: the adult in the middle, and who is near?

Everything is a number or a word here, so that the template only writes them down. Whoever the adult wants involved stands nearest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin
from textwrap import wrap

from heard.rules.labelled import label_of
from heard.rules.network_shown import MemberFacts
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.network import MemberKind

INNER = 6  # so many in a ring; more make another ring
ACROSS, DOWN, STEP = 150, 124, 150  # the first ring's half width and half height, and how much wider the next is
BOX, LETTERS, LINE = (124, 108), 13, 14


@dataclass(frozen=True)
class Node:
    """One person: where they stand, the lines of words in their box (their name, who they are, marks) and ``top``, where the first of
    them is written; the kind of line that joins them, and whether it is a warning."""

    key: str
    x: int
    y: int
    top: int
    name: list[str]
    who: list[str]
    marks: list[str]
    line: str
    is_risk: bool


@dataclass(frozen=True)
class Picture:
    """The whole picture: its size, where the adult stands, the people, and a sentence that says what it shows."""

    width: int
    height: int
    x: int
    y: int
    nodes: list[Node]
    sentence: str


def draw(members: Iterable[MemberFacts]) -> Picture | None:
    """The picture of these people, or None where there is nobody. Whoever has left the adult's life is not drawn."""
    near = sorted((one for one in members if not one.has_left), key=lambda one: (one.adult_wants_involved != Answer.YES, one.name))
    if not near:
        return None
    rings = [near[start : start + INNER] for start in range(0, len(near), INNER)]
    half = (ACROSS + STEP * (len(rings) - 1) + BOX[0] // 2 + 8, DOWN + STEP * (len(rings) - 1) + BOX[1] // 2 + 8)
    nodes = [_node(one, at, ring, half) for ring, members_of in enumerate(rings) for at, one in _placed(members_of)]
    return Picture(2 * half[0], 2 * half[1], half[0], half[1], nodes, _sentence(near))


def _placed(members: list[MemberFacts]) -> list[tuple[float, MemberFacts]]:
    return [(2 * pi * number / len(members) - pi / 2, one) for number, one in enumerate(members)]


def _node(one: MemberFacts, angle: float, ring: int, half: tuple[int, int]) -> Node:
    x = half[0] + round((ACROSS + STEP * ring) * cos(angle))
    y = half[1] + round((DOWN + STEP * ring) * sin(angle))
    name, who, marks = _short(one.name, LETTERS), _short(_who(one), LETTERS + 3), _marks(one)
    top = y + 5 - LINE * (len(name) + len(who) + len(marks) - 1) // 2
    return Node(one.key, x, y, top, name, who, marks, _line(one), one.may_pose_risk)


def _short(words: str, letters: int) -> list[str]:
    return wrap(words, letters, max_lines=2, placeholder="…")


def _who(one: MemberFacts) -> str:
    """In the adult's words, or else in ours; nothing where the name says it already ("the adult's sister")."""
    who = one.relationship or (label_of(MemberKind, one.kind) if one.kind else "")
    return "" if who.casefold() in one.name.casefold() else who


def _marks(one: MemberFacts) -> list[str]:
    answers = {Answer.YES: "Wanted", Answer.NO: "Not wanted", Answer.NOT_KNOWN: "Not asked yet"}
    wanted = answers.get(one.adult_wants_involved, "Wish not recorded")
    return [*(["⚠ May pose a risk"] if one.may_pose_risk else []), wanted, *(["Lives with adult"] if one.lives_with_adult else [])]


def _line(one: MemberFacts) -> str:
    return {Answer.YES: "supports", Answer.NO: "does-not-support"}.get(one.supports_adult, "not-known")


def _sentence(near: list[MemberFacts]) -> str:
    counts = [(len(near), "person is" if len(near) == 1 else "people are", "drawn around the adult")]
    counts.append((sum(one.adult_wants_involved == Answer.YES for one in near), "", "wanted by the adult"))
    counts.append((sum(one.may_pose_risk for one in near), "", "may pose a risk"))
    return ", ".join(" ".join(filter(None, (str(number), verb, words))) for number, verb, words in counts) + "."
