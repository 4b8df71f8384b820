"""When is an audit finished?"""

import pytest

from heard.rules.auditing.finishing import may_finish

DONE = {"questions": ["a", "b"], "answered": {"a", "b"}, "without_words": [], "adult_asked": True}


@pytest.mark.parametrize(
    ("but", "says"),
    [
        pytest.param({}, "Everything is answered", id="everything answered with its evidence"),
        pytest.param({"answered": {"a"}}, "1 of 2 questions", id="a question has no answer"),
        pytest.param({"without_words": ["b"]}, "neither where in the record", id="an answer rests on nothing"),
        pytest.param({"adult_asked": False}, "what the adult thinks", id="nobody said what the adult thinks"),
    ],
)
def test_when_it_is_finished(but, says):
    decision = may_finish(**{**DONE, **but})
    assert bool(decision) is (not but)
    assert says in " ".join(decision.because)
