"""Which sets of audit questions are there? Ours are beside this file; a council's own in the folder that HEARD_QUESTION_SETS names."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings

from heard.rules.auditing.question_set import QuestionSet, faults_of, question_set

OURS = Path(__file__).resolve().parent / "question_sets"
FIRST = "heard-1"


class BadQuestionSet(Exception):
    """A council's own set cannot be used; the message names the file and each fault."""


def question_sets() -> dict[str, QuestionSet]:
    """Every set by its id, ours first. Raises BadQuestionSet."""
    own = settings.HEARD_QUESTION_SETS
    return _read_from((OURS, Path(own)) if own else (OURS,))


@cache
def _read_from(folders: tuple[Path, ...]) -> dict[str, QuestionSet]:
    found: dict[str, QuestionSet] = {}
    for path in [path for folder in folders for path in sorted(folder.glob("*.json"))]:
        one = _read(path)
        if one.id in found:
            raise BadQuestionSet(f"{path.name}: the id '{one.id}' is taken. A changed set needs an id of its own, such as '{one.id}-2'.")
        found[one.id] = one
    return found


def _read(path: Path) -> QuestionSet:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as fault:
        raise BadQuestionSet(f"{path.name} is not JSON: {fault}") from None
    if faults := faults_of(given):
        raise BadQuestionSet(f"{path.name} cannot be used. {' '.join(faults)}")
    return question_set(given)


def set_of(id: str) -> QuestionSet:
    """The set of that id; one without questions where its file has gone."""
    return question_sets().get(id) or QuestionSet(id, f"{id} (its file is missing)", "", ())
