"""Where does a recommendation stand, and when is it looked at again?"""

from datetime import date

import pytest

from heard.rules.reviews.recommendation import look_again_on, may_take, state_of, what_is_due
from heard.rules.vocabulary.reviews import RecommendationState, RecommendationStep


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        pytest.param([], "to-do", id="nothing yet: to do"),
        pytest.param(["proved"], "proved", id="proved: to be looked at again"),
        pytest.param(["proved", "held"], "held", id="it held"),
        pytest.param(["proved", "partly"], "partly", id="it partly held: to be looked at again"),
        pytest.param(["proved", "did-not-hold"], "reopened", id="it did not hold: open again"),
        pytest.param(["proved", "did-not-hold", "proved"], "proved", id="proved once more"),
    ],
)
def test_where_it_stands(steps, state):
    assert state_of(steps) == state


@pytest.mark.parametrize(
    ("last", "again"),
    [
        pytest.param(date(2026, 1, 15), date(2026, 7, 15), id="the same day six months later"),
        pytest.param(date(2026, 8, 31), date(2027, 2, 28), id="the last day where the month is shorter"),
        pytest.param(date(2026, 7, 1), date(2027, 1, 1), id="into the next year"),
    ],
)
def test_six_months_later(last, again):
    assert look_again_on(last) == again


@pytest.mark.parametrize(
    ("step", "today", "due"),
    [
        pytest.param("", date(2026, 1, 31), None, id="to do, and its day has not gone"),
        pytest.param("", date(2026, 2, 1), ("late", date(2026, 1, 31)), id="to do, and its day has gone"),
        pytest.param("proved", date(2026, 7, 14), None, id="proved, and not yet six months"),
        pytest.param("proved", date(2026, 7, 15), ("look-again", date(2026, 7, 15)), id="proved six months ago"),
        pytest.param("partly", date(2026, 8, 1), ("look-again", date(2026, 7, 15)), id="partly held six months ago"),
        pytest.param("did-not-hold", date(2026, 2, 1), ("late", date(2026, 1, 31)), id="did not hold: open again"),
        pytest.param("held", date(2027, 1, 1), None, id="it held: nothing more"),
    ],
)
def test_what_is_due_and_since_when(step, today, due):
    found = what_is_due(last_step=step, last_on=PROVED_ON if step else None, due_on=date(2026, 1, 31), today=today)
    assert found == due


PROVED_ON = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("step", "state", "on", "words", "may"),
    [
        pytest.param("proved", "to-do", date(2026, 1, 20), "Seen.", True, id="what is to do is proved"),
        pytest.param("proved", "reopened", date(2026, 1, 20), "Seen.", True, id="what is open again is proved again"),
        pytest.param("proved", "proved", date(2026, 1, 20), "Seen.", False, id="what is proved is not proved twice"),
        pytest.param("proved", "to-do", date(2026, 1, 20), " ", False, id="never without words"),
        pytest.param("held", "to-do", date(2026, 9, 1), "Seen.", False, id="what was never proved cannot have held"),
        pytest.param("held", "proved", date(2026, 7, 14), "Seen.", False, id="held cannot be said before six months"),
        pytest.param("held", "proved", date(2026, 7, 15), "Seen.", True, id="held can be said after six months"),
        pytest.param("partly", "proved", date(2026, 7, 14), "Seen.", False, id="nor can partly before six months"),
        pytest.param("did-not-hold", "proved", date(2026, 2, 1), "Seen.", True, id="that it did not hold can be said at any time"),
        pytest.param("did-not-hold", "held", date(2026, 9, 1), "Seen.", False, id="what held is at its end"),
        pytest.param("did-not-hold", "proved", date(2026, 1, 1), "Seen.", False, id="never before the step before it"),
    ],
)
def test_which_step_can_be_taken(step, state, on, words, may):
    decision = may_take(RecommendationStep(step), state=RecommendationState(state), last_on=PROVED_ON, on=on, words=words)
    assert bool(decision) is may and (may or decision.because)
