"""What difference was made: which figures, and what is counted in each?"""

import pytest

from heard.rules.measures import DEFINITIONS, GROUPS, Measure, asked_answer, counts_as_asked
from heard.rules.vocabulary.voice import Asked


@pytest.mark.parametrize(
    ("recorded", "wish", "asked", "answer"),
    [
        pytest.param(Asked.NO, True, True, Asked.NO, id="a recorded no is never overridden"),
        pytest.param(Asked.NOT_KNOWN, True, False, Asked.NOT_KNOWN, id="a recorded not known is never overridden"),
        pytest.param(None, True, False, Asked.YES_EXPRESSED, id="a wish means that they said what they want"),
        pytest.param(None, True, True, Asked.YES_EXPRESSED, id="a wish counts before a conversation"),
        pytest.param(None, False, True, Asked.YES_NOTHING, id="asked in a conversation and no wish means nothing was expressed"),
        pytest.param(None, False, False, None, id="nothing recorded is not recorded"),
    ],
)
def test_whether_the_adult_was_asked(recorded, wish, asked, answer):
    assert asked_answer(recorded=recorded, has_a_wish=wish, has_been_asked=asked) == answer


@pytest.mark.parametrize(
    ("answer", "measures"),
    [
        pytest.param(Asked.YES_EXPRESSED, (Measure.ASKED, Measure.EXPRESSED), id="said what they want"),
        pytest.param(Asked.YES_NOTHING, (Measure.ASKED,), id="asked and said nothing"),
        pytest.param(Asked.NO, (), id="not asked"),
        pytest.param(Asked.NOT_KNOWN, (), id="not known is not asked"),
        pytest.param(None, (), id="not recorded is not asked"),
    ],
)
def test_what_an_answer_counts_towards(answer, measures):
    assert counts_as_asked(answer) == measures


def test_every_measure_is_defined_and_in_one_group():
    assert set(DEFINITIONS) == set(Measure)
    assert [one for group in GROUPS for one in group] == list(Measure)
