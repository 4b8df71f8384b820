"""Do a council's own questions stand beside ours, and is a mistake in them told?"""

import pytest

from heard.assurance.questions import BadQuestionSet, question_sets, set_of

ONE = '{"key": "a", "text": "Was it?", "principle": "empowerment", "theme": "seen-alone"}'


@pytest.fixture
def own_questions(tmp_path, settings):
    settings.HEARD_QUESTION_SETS = str(tmp_path)
    return tmp_path / "ours.json"


def test_a_councils_own_questions_stand_beside_ours(own_questions):
    own_questions.write_text(f'{{"id": "ours-1", "title": "Ours", "questions": [{ONE}]}}')
    assert [one.key for one in question_sets()["ours-1"].questions] == ["a"] and "heard-1" in question_sets()
    assert set_of("gone-1").questions == ()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param("{", "not JSON", id="no JSON"),
        pytest.param('{"id": "x"}', "cannot be used", id="no questions"),
        pytest.param(f'{{"id": "heard-1", "title": "X", "questions": [{ONE}]}}', "is taken", id="the id of one of ours"),
    ],
)
def test_a_mistake_in_a_councils_own_questions_is_told(own_questions, words, says):
    own_questions.write_text(words)
    with pytest.raises(BadQuestionSet, match=says):
        question_sets()
