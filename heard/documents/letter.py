"""What is a letter, before anybody renders it? Plain data, made by each noun's own ``letters.py``.

The same letter is rendered in plain English, large print or Easy Read, as a page, a PDF, a .docx or sound (``heard.documents.rows`` puts
its words in order). What Heard or a worker wrote is a ``Line`` or ``text``; what somebody said is ``Said``, quoted whole and never checked.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

from heard.rules.vocabulary.documents import RIGHT_TO_LEFT, Language, Look
from heard.rules.vocabulary.safe_contact import DocumentKind


@dataclass(frozen=True)
class Said:
    """Words that somebody said, with whose and when: "you", "on 3 May 2026"."""

    words: str
    note: str = ""


@dataclass(frozen=True)
class Line:
    """One idea, with the picture that goes with it. ``key`` is given where a worker wrote it for the record, and may reword it here."""

    words: str
    picture: str = ""
    key: str = ""


@dataclass(frozen=True)
class Helper:
    """Somebody who will help: their name, what they do in plain words, and their face (a ``data:`` address) or blank for their initials."""

    name: str
    does: str = ""
    face: str = ""

    @property
    def initials(self) -> str:
        """The first letters of the first and the last name."""
        parts = self.name.split()
        return "".join(part[0].upper() for part in dict.fromkeys(parts[:1] + parts[-1:]))


@dataclass(frozen=True)
class Part:
    """A heading with, in this order: lines, what was said, text in paragraphs, people, and boxes to tick. ``picture`` stands beside what
    has none, and ``box_pictures`` beside the boxes, one for each; ``room`` is left to write in by hand.
    """

    heading: str
    said: tuple[Said, ...] = ()
    text: str = ""
    lines: tuple[Line, ...] = ()
    helpers: tuple[Helper, ...] = ()
    picture: str = ""
    boxes: tuple[str, ...] = ()
    box_pictures: tuple[str, ...] = ()
    room: bool = False

    @property
    def may_be_left_out(self) -> bool:
        """Whether it comes from the record: what somebody said, did or is. What a writer typed was meant to be there."""
        return bool(self.said or self.helpers or any(line.key for line in self.lines))


@dataclass(frozen=True)
class SecondLanguage:
    """The same rows in another language, as somebody supplied them, and who that was. ``rows`` is as long as the letter's."""

    language: Language
    translated_by: str
    rows: tuple[str, ...]

    @property
    def direction(self) -> str:
        """ "rtl" for a language written from right to left."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True)
class Letter:
    """A letter. ``title`` stays neutral: a letter is found by others. ``council`` and ``subject`` are blank in the safe version."""

    kind: DocumentKind
    title: str
    greeting: str
    parts: tuple[Part, ...]
    ending: str = ""
    look: Look = Look.PLAIN
    council: str = ""
    subject: str = ""
    second: SecondLanguage | None = None

    def as_data(self) -> dict:
        """The letter as it is kept: plain values only."""
        return asdict(self)

    def to_reword(self) -> tuple[Line, ...]:
        """The lines that a worker wrote for the record, to put in words for the adult."""
        return tuple(line for part in self.parts for line in part.lines if line.key)

    def reworded(self, words: Mapping[str, str]) -> "Letter":
        """The same letter with the words given for each ``key``; a line for which they are blank is left out."""
        parts = tuple(
            replace(part, lines=tuple(
                replace(line, words=words.get(line.key, line.words)) for line in part.lines
                if not line.key or words.get(line.key, line.words).strip()
            )) for part in self.parts
        )  # fmt: skip
        return replace(self, parts=parts)

    def without(self, headings: frozenset[str]) -> "Letter":
        """The same letter without the parts of those headings."""
        return replace(self, parts=tuple(part for part in self.parts if part.heading not in headings))


def letter_from(data: dict) -> Letter:
    """A letter as it was kept by ``as_data``, whatever version of Heard kept it."""
    parts = tuple(
        Part(**{
            **_known(Part, part), "said": _each(Said, part), "lines": _each(Line, part), "helpers": _each(Helper, part),
            "boxes": tuple(part.get("boxes", ())), "box_pictures": tuple(part.get("box_pictures", ())),
        }) for part in data.get("parts", ())
    )  # fmt: skip
    second = data.get("second")
    kept = {**_known(Letter, data), "parts": parts}
    kept["second"] = SecondLanguage(Language(second["language"]), second["translated_by"], tuple(second["rows"])) if second else None
    kept["look"] = Look(data.get("look") or (Look.LARGE if data.get("larger") else Look.PLAIN))
    return Letter(**{"kind": "", "title": "", "greeting": "", **kept})


PLURAL = {Said: "said", Line: "lines", Helper: "helpers"}


def _each(kind: type, part: dict) -> tuple:
    return tuple(kind(**_known(kind, one)) for one in part.get(PLURAL[kind], ()))


def _known(kind: type, data: dict) -> dict:
    return {one.name: data[one.name] for one in fields(kind) if one.name in data}
