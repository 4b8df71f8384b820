"""Are our questions usable, and is a mistake in a council's own told?"""

import json

import pytest

from heard.assurance.questions import OURS
from heard.rules.auditing.question_set import faults_of, question_set
from heard.rules.vocabulary.assurance import Principle, Theme

ONE = {"key": "a", "text": "Was it?", "principle": "empowerment", "theme": "seen-alone"}


def with_one(**changes) -> dict:
    return {"id": "ours-1", "title": "Ours", "questions": [{**ONE, **changes}]}


@pytest.mark.parametrize("path", sorted(OURS.glob("*.json")), ids=lambda path: path.name)
def test_each_set_of_ours_is_usable_and_is_named_as_its_file(path):
    given = json.loads(path.read_text())
    assert faults_of(given) == ()
    assert question_set(given).id == path.stem


def test_our_first_set_has_seventeen_questions_under_all_six_principles_one_for_each_theme():
    ours = question_set(json.loads((OURS / "heard-1.json").read_text()))
    assert len(ours.questions) == 17
    assert {one.principle for one in ours.questions} == set(Principle)
    assert [one.theme for one in sorted(ours.questions, key=lambda one: list(Theme).index(one.theme))] == list(Theme)
    assert ours.question("seen-alone").theme == Theme.SEEN_ALONE and ours.question("nothing") is None


@pytest.mark.parametrize(
    ("given", "says"),
    [
        pytest.param({**with_one(), "id": ""}, "no id", id="without an id"),
        pytest.param({"id": "x", "title": "X"}, "no questions", id="without questions"),
        pytest.param(with_one(text=" "), "no text", id="a question without its text"),
        pytest.param(with_one(principle="kindness"), "'kindness' is no principle", id="a principle nobody knows"),
        pytest.param(with_one(theme="x"), "'x' is no theme", id="a theme nobody knows"),
        pytest.param(with_one(records=["diary"]), "no record is called diary", id="a record nobody keeps"),
        pytest.param(with_one(filled_in_by="guess"), "nothing reads 'guess'", id="something that nobody can read"),
        pytest.param({"id": "x", "title": "X", "questions": [ONE, ONE]}, "used 2 times", id="a key used twice"),
    ],
)
def test_what_is_wrong_is_told(given, says):
    assert any(says in fault for fault in faults_of(given))
