"""Is a questionnaire's file read strictly, and every fault in it named?"""

import copy
import json

import pytest

from heard.rules.easy_read import to_reword
from heard.rules.instrument import BadInstrument, instrument_from
from heard.rules.vocabulary.experience import AnswerKind, Wording
from tests.standards.tree import HEARD

OURS = json.loads((HEARD / "voice/instruments/heard-1.json").read_text())


def changed(*path, to) -> dict:
    """Our own questionnaire with one thing changed, or taken out where ``to`` is None."""
    data = copy.deepcopy(OURS)
    *way, last = path
    here = data
    for step in way:
        here = here[step]
    if to is None:
        del here[last]
    else:
        here[last] = to
    return data


def test_ours_is_read_whole_and_says_that_it_is_ours():
    ours = instrument_from(OURS)
    assert (ours.key, ours.label) == ("heard-1", "Heard’s own wording, not the national one")
    assert [one.id for one in ours.questions] == ["listened-to", "understood-why", "involved", "happy-with-result", "feel-safer"]
    for question in ours.questions:
        assert {answer.kind for answer in question.answers} == set(AnswerKind), "not sure and do not want to say can be answered"
        for wording in Wording:
            assert question.asked(wording) and all(words for _, words in question.choices(wording))


def test_it_is_kept_as_it_is_read():
    assert instrument_from(OURS).as_data() == OURS
    assert instrument_from(instrument_from(OURS).as_data()) == instrument_from(OURS)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param([], "must hold one object", id="not an object"),
        pytest.param(changed("id", to="Our County"), "id must be small letters", id="an id that is not a slug"),
        pytest.param(changed("version", to="1"), "version must be a whole number", id="a version in words"),
        pytest.param(changed("version", to=True), "version must be a whole number", id="a version that is true"),
        pytest.param(changed("version", to=0), "version must be a whole number", id="no version nought"),
        pytest.param(changed("label", to=" "), "label must be a text", id="no label"),
        pytest.param(changed("label", to=None), "label is missing", id="the label left out"),
        pytest.param(changed("intro", to="Hello"), "intro must have words for adult, easy-read, representative", id="one intro for all"),
        pytest.param(changed("intro", "easy-read", to=None), "intro must have words for", id="no Easy Read intro"),
        pytest.param(changed("colour", to="blue"), "nothing is called colour", id="a name nobody knows"),
        pytest.param(changed("in_use", to="yes"), "in_use must be true or false", id="in use in words"),
        pytest.param(changed("questions", to=[]), "questions must be a list of 1 to 40", id="no question"),
        pytest.param(changed("questions", to={}), "questions must be a list", id="questions that are no list"),
        pytest.param(changed("questions", 0, to="Were you heard?"), "question 1 must be an object", id="a question that is a text"),
        pytest.param(changed("questions", 1, "id", to="listened-to"), "listened-to is there twice", id="the same question twice"),
        pytest.param(changed("questions", 0, "id", to=7), "question 1: id must be", id="a question's id that is a number"),
        pytest.param(changed("questions", 0, "asks", "adult", to=""), "question 1: asks, adult must be a text", id="a blank question"),
        pytest.param(changed("questions", 0, "answers", to="yes"), "question 1: answers must be a list", id="answers that are no list"),
        pytest.param(changed("questions", 0, "answers", to=OURS["questions"][0]["answers"][:1]), "at least two", id="one answer only"),
        pytest.param(changed("questions", 0, "answers", 1, "id", to="yes"), "yes is there twice", id="the same answer twice"),
        pytest.param(changed("questions", 0, "answers", 0, "kind", to="best"), "kind must be one of", id="a kind nobody knows"),
        pytest.param(changed("questions", 0, "answers", 0, "words", to=None), "words is missing", id="an answer without words"),
        pytest.param(changed("questions", 0, "asks", "adult", to="x" * 1001), "1 to 1000 characters", id="a question that is too long"),
    ],
)
def test_a_file_that_is_not_in_order_is_refused_with_its_fault(data, fault):
    with pytest.raises(BadInstrument) as refused:
        instrument_from(data)
    assert any(fault in one for one in refused.value.faults), refused.value.faults


def test_every_fault_is_named_at_once():
    data = changed("id", to="")
    data["version"] = -1
    with pytest.raises(BadInstrument) as refused:
        instrument_from(data)
    assert len(refused.value.faults) == 2


def test_the_easy_read_wording_of_ours_is_easy_to_read():
    ours = instrument_from(OURS)
    words = [ours.intro["easy-read"]]
    for question in ours.questions:
        words += [question.asked("easy-read"), *(f"{answer}." for _, answer in question.choices("easy-read"))]
    assert to_reword("\n".join(words)) == ()
