"""When is an audit finished?"""

import pytest

from heard.rules.auditing.finishing import may_finish, must_point_at_a_record

DONE = {"questions": ["a", "b"], "answered": {"a", "b"}, "without_words": [], "adult_asked": True, "worker_asked": True}


@pytest.mark.parametrize(
    ("but", "says"),
    [
        pytest.param({}, "Everything is answered", id="everything answered with its evidence"),
        pytest.param({"answered": {"a"}}, "1 of 2 questions", id="a question has no answer"),
        pytest.param({"without_words": ["b"]}, "neither where in the record", id="an answer rests on nothing"),
        pytest.param({"unseen": ["a"]}, "1 answer of yes or partly does not say", id="what was done is seen nowhere"),
        pytest.param({"worker_asked": False}, "what the worker thinks", id="nobody said what the worker thinks"),
        pytest.param({"adult_asked": False}, "what the adult thinks", id="nobody said what the adult thinks"),
    ],
)
def test_when_it_is_finished(but, says):
    decision = may_finish(**{**DONE, **but})
    assert bool(decision) is (not but)
    assert says in " ".join(decision.because)


@pytest.mark.parametrize(
    ("answer", "has_records", "must"),
    [
        pytest.param("yes", True, True, id="yes is seen somewhere"),
        pytest.param("partly", True, True, id="so is partly"),
        pytest.param("no", True, False, id="what was not done is seen nowhere"),
        pytest.param("not-applicable", True, False, id="it does not apply"),
        pytest.param("yes", False, False, id="nothing of the kind is recorded"),
    ],
)
def test_which_answers_point_at_a_record(answer, has_records, must):
    assert must_point_at_a_record(answer, has_records=has_records) is must
