"""Which learning resources are there? Markdown files with a head, Heard's own in ``content`` and a council's own in HEARD_LEARNING.

A file that cannot be read is left out and named among the problems (``heard.learning.checking``), so that one slip hides one page only.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from django.conf import settings

from heard.learning.citing import citations_in, without_citations

OWN = Path(__file__).resolve().parent / "content"
SOURCES = "sources.toml"
EASY = ".easy.md"
OURS = "ours"  # the mark of what is Heard's own advice and rests on nobody else's words
FENCE = "+++"


@dataclass(frozen=True)
class Source:
    """Who said it, and where: ``url`` is blank where it is not published on the web."""

    key: str
    title: str
    url: str


@dataclass(frozen=True)
class Answer:
    """One answer to a situation, whether it is a good one, and why, with where that comes from at its end."""

    words: str
    right: bool
    because: str


@dataclass(frozen=True)
class Situation:
    """An invented situation of a self-check."""

    words: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Line:
    """A line of Easy Read: the name of its picture, its words, and the keys of where they come from."""

    picture: str
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class EasyRead:
    """The Easy Read twin of a resource: headings with their lines. ``words`` explains the hard ones."""

    of: str
    title: str
    owner: str
    reviewed: date
    review_by: date
    sources: tuple[str, ...]
    words: Mapping[str, str]
    parts: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True)
class Resource:
    """A short page written for practice. ``body`` is Markdown; ``is_local`` says that a council added it.

    ``order`` is where it stands in the list, the lowest first.
    """

    slug: str
    title: str
    summary: str
    owner: str
    reviewed: date
    review_by: date
    is_public: bool
    sources: tuple[str, ...]
    further: tuple[str, ...]
    easy_read: str
    situations: tuple[Situation, ...]
    body: str
    order: int = 50
    is_local: bool = False


@dataclass(frozen=True)
class Library:
    """All that was read: resources and twins by slug, sources by key, and what could not be read."""

    resources: Mapping[str, Resource]
    twins: Mapping[str, EasyRead]
    sources: Mapping[str, Source]
    problems: tuple[str, ...]


def library() -> Library:
    """Heard's resources and the council's own, read again only when a file has changed."""
    local = Path(settings.HEARD_LEARNING) if settings.HEARD_LEARNING else None
    folders = [OWN, *([local] if local and local.is_dir() else [])]
    files = tuple((path, path.stat().st_mtime_ns) for folder in folders for path in sorted(folder.glob("*")) if path.is_file())
    return _read(files)


@lru_cache(maxsize=4)
def _read(files: tuple[tuple[Path, int], ...]) -> Library:
    resources, twins, sources, problems = {}, {}, {}, []
    for path in (path for path, _ in files):
        try:
            if path.name == SOURCES:
                sources |= {key: Source(key, *said) for key, said in tomllib.loads(path.read_text(encoding="utf-8")).items()}
            elif path.name.endswith(EASY):
                twin = easy_read_in(path.read_text(encoding="utf-8"))
                twins[twin.of] = twin
            elif path.suffix == ".md":
                found = replace(resource_in(path.read_text(encoding="utf-8")), is_local=path.parent != OWN)
                if found.slug in resources:
                    raise ValueError(f"another resource is called {found.slug} already")
                resources[found.slug] = found
        except (ValueError, KeyError, TypeError) as why:
            problems.append(f"{path.name} could not be read: {why}")
    frozen = (MappingProxyType(one) for one in (resources, twins, sources))
    return Library(*frozen, problems=tuple(problems))


def _parted(text: str) -> tuple[dict, str]:
    """The head and the body of a file. Raises ValueError where there is no head between two lines of +++."""
    _, head, body = text.split(FENCE, 2) if text.startswith(FENCE) and text.count(FENCE) > 1 else ("", "", "")
    if not head:
        raise ValueError("it does not begin with a head between two lines of +++")
    return tomllib.loads(head), body.strip()


def resource_in(text: str) -> Resource:
    """The resource that a file's text holds. Raises ValueError, KeyError or TypeError where something of it is missing."""
    head, body = _parted(text)
    situations = tuple(
        Situation(one["words"], tuple(Answer(each["words"], each["right"], each["because"]) for each in one["answer"]))
        for one in head.get("situation", ())
    )
    return Resource(
        head["slug"], head["title"], head["summary"], head["owner"], *_days(head), head["public"], tuple(head["sources"]),
        tuple(head.get("further", ())), head.get("easy_read", ""), situations, body, head.get("order", 50),
    )  # fmt: skip


def easy_read_in(text: str) -> EasyRead:
    """The Easy Read twin that a file's text holds. Raises as ``resource_in`` does, and where a line has no picture."""
    head, body = _parted(text)
    parts = tuple(_parts(body))
    return EasyRead(head["of"], head["title"], head["owner"], *_days(head), tuple(head["sources"]), dict(head.get("words", {})), parts)


def _days(head: dict) -> tuple[date, date]:
    days = head["reviewed"], head["review_by"]
    if not all(isinstance(day, date) for day in days):
        raise ValueError("reviewed and review_by must be days, as 2027-11-26 without quotes")
    return days


def _parts(body: str) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for part in ("\n" + body).split("\n## ")[1:]:
        heading, *lines = [line.strip() for line in part.splitlines() if line.strip()]
        pairs = [line.partition(": ") for line in lines]
        if lost := [line for line, colon, _ in pairs if not colon]:
            raise ValueError(f"each line begins with a picture and a colon, and this does not: {lost[0]}")
        yield heading, tuple(Line(picture, without_citations(words), citations_in(words)) for picture, _, words in pairs)
