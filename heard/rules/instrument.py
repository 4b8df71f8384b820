"""What is a questionnaire, and is this file a good one?

A questionnaire ("instrument") has an id and a version. Answers belong to the version they were given to: a changed word is a new version.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from typing import Any

from heard.rules.vocabulary.experience import AnswerKind, Wording

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 1000
MOST_QUESTIONS = 40
FILE = {"id", "version", "label", "intro", "questions", "in_use"}


class BadInstrument(Exception):
    """A questionnaire's file is not in order. Carries each fault, in words, with where it is."""

    def __init__(self, faults: Iterable[str]):
        self.faults = tuple(faults)
        super().__init__(" ".join(self.faults))


@dataclass(frozen=True)
class PossibleAnswer:
    """One answer that may be given, in each wording."""

    id: str
    kind: AnswerKind
    words: dict[str, str]


@dataclass(frozen=True)
class ExperienceQuestion:
    """One question, in each wording, and the answers that may be given to it."""

    id: str
    asks: dict[str, str]
    answers: tuple[PossibleAnswer, ...]

    def asked(self, wording: Wording | str) -> str:
        """The question in this wording.

        Practice: separate wordings for the adult and for a representative (Making Safeguarding Personal outcomes framework).
        """
        return self.asks[str(wording)]

    def choices(self, wording: Wording | str) -> list[tuple[str, str]]:
        """Pairs of an answer's id and its words in this wording.

        Practice: as ``asked``.
        """
        return [(one.id, one.words[str(wording)]) for one in self.answers]


@dataclass(frozen=True)
class Instrument:
    """A questionnaire. ``label`` says whose wording it is. ``in_use`` marks the one that is asked, where a folder has several."""

    id: str
    version: int
    label: str
    intro: dict[str, str]
    questions: tuple[ExperienceQuestion, ...]
    in_use: bool = False

    @property
    def key(self) -> str:
        """Its id and version together: "heard-1"."""
        return f"{self.id}-{self.version}"

    @property
    def words_key(self) -> str:
        """A hash of the whole of it: two versions with the same number and other words have two."""
        return sha256(dumps(self.as_data(), sort_keys=True).encode()).hexdigest()

    def as_data(self) -> dict:
        """As it is kept with an answer, and as its file would be written."""
        questions = [
            {
                "id": one.id, "asks": one.asks,
                "answers": [{"id": answer.id, "kind": str(answer.kind), "words": answer.words} for answer in one.answers],
            }
            for one in self.questions
        ]  # fmt: skip
        return {"id": self.id, "version": self.version, "label": self.label, "intro": self.intro, "questions": questions}


def instrument_from(data: Any) -> Instrument:
    """The questionnaire that a file's contents describe. Raises BadInstrument with every fault found, each saying where.

    Practice: house rule, a council loads the exact wording it wants as a file, and a file that is not in order is never half used.
    """
    faults = list(_faults_of(data))
    if faults:
        raise BadInstrument(faults)
    return Instrument(
        id=data["id"], version=data["version"], label=data["label"], intro=dict(data["intro"]), in_use=data.get("in_use", False),
        questions=tuple(
            ExperienceQuestion(
                one["id"], dict(one["asks"]),
                tuple(PossibleAnswer(answer["id"], AnswerKind(answer["kind"]), dict(answer["words"])) for answer in one["answers"]),
            )
            for one in data["questions"]
        ),
    )  # fmt: skip


def _faults_of(data: Any) -> Iterator[str]:
    if not isinstance(data, dict):
        yield "The file must hold one object, with id, version, label, intro and questions."
        return
    yield from _names("the file", data, FILE, optional={"in_use"})
    if not _is_slug(data.get("id")):
        yield "id must be small letters, numbers and hyphens, like “our-county”."
    if not isinstance(data.get("version"), int) or isinstance(data.get("version"), bool) or data["version"] < 1:
        yield "version must be a whole number from 1."
    if not isinstance(data.get("in_use", False), bool):
        yield "in_use must be true or false."
    yield from _text("label", data.get("label"))
    yield from _wordings("intro", data.get("intro"))
    questions = data.get("questions")
    if not isinstance(questions, list) or not 1 <= len(questions) <= MOST_QUESTIONS:
        yield f"questions must be a list of 1 to {MOST_QUESTIONS}."
        return
    for number, one in enumerate(questions, 1):
        yield from _question(f"question {number}", one)
    yield from _twice("questions", questions)


def _question(where: str, one: Any) -> Iterator[str]:
    if not isinstance(one, dict):
        yield f"{where} must be an object with id, asks and answers."
        return
    yield from _names(where, one, {"id", "asks", "answers"})
    if not _is_slug(one.get("id")):
        yield f"{where}: id must be small letters, numbers and hyphens."
    yield from _wordings(f"{where}: asks", one.get("asks"))
    answers = one.get("answers")
    if not isinstance(answers, list) or not all(isinstance(answer, dict) for answer in answers):
        yield f"{where}: answers must be a list of objects with id, kind and words."
        return
    for number, answer in enumerate(answers, 1):
        yield from _answer(f"{where}, answer {number}", answer)
    if sum(answer.get("kind") == AnswerKind.VIEW for answer in answers) < 2:
        yield f"{where}: at least two answers must be of kind “view”."
    yield from _twice(f"{where}: answers", answers)


def _answer(where: str, answer: dict) -> Iterator[str]:
    yield from _names(where, answer, {"id", "kind", "words"})
    if not _is_slug(answer.get("id")):
        yield f"{where}: id must be small letters, numbers and hyphens."
    if answer.get("kind") not in list(AnswerKind):
        yield f"{where}: kind must be one of {', '.join(AnswerKind)}."
    yield from _wordings(f"{where}: words", answer.get("words"))


def _names(where: str, given: dict, known: set[str], optional: Iterable[str] = ()) -> Iterator[str]:
    unknown = sorted(map(str, set(given) - known))
    missing = sorted(known - set(given) - set(optional))
    if unknown:
        yield f"In {where}, nothing is called {', '.join(unknown)}."
    if missing:
        yield f"In {where}, {', '.join(missing)} is missing."


def _wordings(where: str, given: Any) -> Iterator[str]:
    if not isinstance(given, dict) or set(given) != set(Wording):
        yield f"{where} must have words for {', '.join(Wording)}, and for nothing else."
        return
    for wording, text in given.items():
        yield from _text(f"{where}, {wording}", text)


def _text(where: str, text: Any) -> Iterator[str]:
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        yield f"{where} must be a text of 1 to {LONGEST} characters."


def _is_slug(given: Any) -> bool:
    return isinstance(given, str) and len(given) <= 40 and bool(SLUG.fullmatch(given))


def _twice(where: str, given: list) -> Iterator[str]:
    counted = Counter(one["id"] for one in given if isinstance(one, dict) and isinstance(one.get("id"), str))
    for name in sorted(name for name, times in counted.items() if times > 1):
        yield f"{where}: {name} is there twice."
