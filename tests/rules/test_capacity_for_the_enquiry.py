"""What do the assessments say for the enquiry's own answer about capacity?"""

from datetime import date

import pytest

from heard.rules.capacity_for_the_enquiry import Assessed, may_answer, suggested_answer


def assessed(conclusion, decision="Whether to take part"):
    return Assessed(decision, conclusion, date(2026, 3, 5))


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        pytest.param([], "", id="nothing assessed suggests nothing"),
        pytest.param([assessed("has-capacity")], "yes", id="could make them all"),
        pytest.param([assessed("has-capacity"), assessed("lacks-capacity", "Who is told")], "no", id="could not make one of them"),
        pytest.param([assessed("has-capacity"), assessed("not-concluded", "Who is told")], "", id="one is not concluded"),
    ],
)
def test_suggested_answer(rows, answer):
    assert suggested_answer(rows).answer == answer == suggested_answer(rows[::-1]).answer


def test_it_says_what_it_rests_on():
    (because,) = suggested_answer([assessed("lacks-capacity")]).because
    assert because == "Whether to take part, assessed 5 March 2026: lacks capacity to make this decision at this time."


@pytest.mark.parametrize(
    ("answer", "suggested", "because", "may"),
    [
        pytest.param("no", "no", "", True, id="as the assessments say"),
        pytest.param("yes", "no", " ", False, id="other than they say, without why"),
        pytest.param("yes", "no", "She regained it before the enquiry began.", True, id="other than they say, with why"),
        pytest.param("yes", "", "", True, id="where they say nothing"),
    ],
)
def test_may_answer(answer, suggested, because, may):
    assert bool(may_answer(answer=answer, suggested=suggested, because=because)) is may
