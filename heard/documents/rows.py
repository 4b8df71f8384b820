"""In what order does a letter say what it says? One row for each thing, from which every look and every file is made."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from heard.documents.letter import Helper, Letter, Part
from heard.rules.easy_read import Finding, sentences_in, to_reword
from heard.rules.vocabulary.documents import Look


class RowKind(StrEnum):
    """What a row is."""

    HEADING = "heading"
    LINE = "line"
    SAID = "said"
    HELPER = "helper"
    BOX = "box"


@dataclass(frozen=True)
class Row:
    """One thing that a letter says. ``other`` is the same in the second language; ``note`` whose words they are, and when.

    ``room`` is left under it to write in by hand.
    """

    kind: RowKind
    words: str
    picture: str = ""
    note: str = ""
    other: str = ""
    helper: Helper | None = None
    room: bool = False

    @property
    def all_words(self) -> str:
        """Everything that is read of the row, and that a translation is of."""
        return " ".join(one for one in (self.words, self.note) if one)


def rows_of(letter: Letter) -> tuple[Row, ...]:
    """Every row, in order: the greeting, each part with its heading, and the ending. In Easy Read each sentence is a row."""
    rows = [Row(RowKind.LINE, letter.greeting)] if letter.greeting else []
    for part in letter.parts:
        rows += _of_part(part, letter.look)
    rows += [Row(RowKind.LINE, one, "change") for one in _pieces(letter.ending, letter.look)]
    others = letter.second.rows if letter.second else ()
    return tuple(_with_other(row, others[at] if at < len(others) else "") for at, row in enumerate(rows))


def _of_part(part: Part, look: Look) -> list[Row]:
    rows = [Row(RowKind.HEADING, part.heading, room=part.room)]
    for line in part.lines:
        rows += [Row(RowKind.LINE, one, line.picture or part.picture) for one in _pieces(line.words, look)]
    rows += [Row(RowKind.SAID, one.words, part.picture or "talking", one.note) for one in part.said]
    rows += [Row(RowKind.LINE, one, part.picture) for one in _pieces(part.text, look)]
    rows += [Row(RowKind.HELPER, f"{one.name}.", note=one.does, helper=one) for one in part.helpers]
    return rows + [Row(RowKind.BOX, one, picture) for one, picture in zip_longest(part.boxes, part.box_pictures, fillvalue="")]


def _pieces(text: str, look: Look) -> tuple[str, ...]:
    if look == Look.EASY_READ:
        return sentences_in(text)
    return tuple(block.strip() for block in text.replace("\r\n", "\n").split("\n\n") if block.strip())


def _with_other(row: Row, other: str) -> Row:
    return replace(row, other=other)


def our_words(letter: Letter) -> str:
    """What Heard or a worker wrote in a letter, a row on each line: all but what somebody said, and people's names."""
    return "\n".join(row.note if row.kind in (RowKind.SAID, RowKind.HELPER) else row.words for row in rows_of(letter))


def findings_of(letter: Letter) -> tuple[Finding, ...]:
    """What the check of plain words finds in what Heard or a worker wrote; never in what somebody said."""
    return tuple(dict.fromkeys(to_reword(our_words(letter))))
