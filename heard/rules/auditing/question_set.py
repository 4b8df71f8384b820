"""Is this a set of audit questions that can be used, and what is wrong with it where it is not?"""

from collections.abc import Mapping
from dataclasses import dataclass

from heard.rules.auditing.filled_in import READERS
from heard.rules.vocabulary.assurance import Principle, Theme

RECORDS = frozenset({
    "concern", "decision", "agreement", "conversation", "wish", "communication", "involvement", "difficulty", "advocate",
    "appropriate-person", "capacity", "best-interests", "authority", "risk", "plan", "action", "closing", "feedback", "telling", "network",
    "sharing", "enquiry",
})  # fmt: skip


@dataclass(frozen=True)
class AuditQuestion:
    """One question: its principle and theme, what to look for, which kinds of record may show it, and what reads it beforehand."""

    key: str
    text: str
    principle: Principle
    theme: Theme
    look_for: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    filled_in_by: str = ""


@dataclass(frozen=True)
class QuestionSet:
    """A version of the questions. A version once used is never changed: a new one is a new file."""

    id: str
    title: str
    source: str
    questions: tuple[AuditQuestion, ...]

    def question(self, key: str) -> AuditQuestion | None:
        """The question of that key, or None."""
        return next((one for one in self.questions if one.key == key), None)


def faults_of(given: Mapping) -> tuple[str, ...]:
    """What is wrong with a set as it was read from its file, in words for whoever wrote it; nothing where it can be used.

    Practice: a council adds its own questions, and a mistake in them is told before anybody audits with them.
    """
    rows = given.get("questions") or []
    faults = [f"It has no {name}." for name in ("id", "title") if not str(given.get(name, "")).strip()]
    if not rows:
        faults.append("It has no questions.")
    keys = [str(row.get("key", "")) for row in rows]
    faults += [f"The key '{key}' is used {keys.count(key)} times." for key in dict.fromkeys(keys) if keys.count(key) > 1]
    return tuple(faults + [fault for place, row in enumerate(rows, 1) for fault in _faults_of_one(place, row)])


def _faults_of_one(place: int, row: Mapping) -> list[str]:
    faults = [f"Question {place} has no {name}." for name in ("key", "text") if not str(row.get(name, "")).strip()]
    for name, known in (("principle", set(Principle)), ("theme", set(Theme))):
        if row.get(name) not in known:
            faults.append(f"Question {place}: '{row.get(name, '')}' is no {name}.")
    if strange := [one for one in row.get("records", []) if one not in RECORDS]:
        faults.append(f"Question {place}: no record is called {', '.join(strange)}.")
    if row.get("filled_in_by") and row["filled_in_by"] not in READERS:
        faults.append(f"Question {place}: nothing reads '{row['filled_in_by']}'.")
    return faults


def question_set(given: Mapping) -> QuestionSet:
    """The set that was read from a file and has no faults.

    Practice: sets of questions are versioned, so that answers are read beside the questions they were given to.
    """
    questions = tuple(
        AuditQuestion(
            str(row["key"]), str(row["text"]), Principle(row["principle"]), Theme(row["theme"]), tuple(row.get("look_for", ())),
            tuple(row.get("records", ())), str(row.get("filled_in_by", "")),
        )
        for row in given["questions"]
    )  # fmt: skip
    return QuestionSet(str(given["id"]), str(given["title"]), str(given.get("source", "")), questions)
