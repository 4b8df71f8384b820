"""What is a letter, before anybody renders it? Plain data, made by each noun's own ``letters.py``."""

from dataclasses import asdict, dataclass

from heard.rules.vocabulary.safe_contact import DocumentKind


@dataclass(frozen=True)
class Said:
    """Words that somebody said, with whose and when: "you", "on 3 May 2026"."""

    words: str
    note: str = ""


@dataclass(frozen=True)
class Part:
    """A heading with what was said, or what we say, under it."""

    heading: str
    said: tuple[Said, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Letter:
    """A letter. ``title`` stays neutral: a letter is found by others. ``larger`` prints it large."""

    kind: DocumentKind
    title: str
    greeting: str
    parts: tuple[Part, ...]
    ending: str = ""
    larger: bool = False

    def as_data(self) -> dict:
        """The letter as it is kept: plain values only."""
        return asdict(self)
