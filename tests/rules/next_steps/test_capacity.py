"""Which decisions must be assessed, asked about again, or made for the adult?"""

from datetime import date, datetime
from itertools import permutations

import pytest

from heard.rules.next_steps.capacity import ask_about_a_decision_again, assess_capacity, best_interests_decision, newest_of_each
from heard.rules.next_steps.facts import AssessmentFacts
from heard.rules.next_steps.step import Timescales
from tests.rules.next_steps.made import LONDON, enquiry, facts

DAYS = Timescales()
DIED = {"died_on": date(2026, 3, 20)}


def assessed(day=5, conclusion="lacks-capacity", **fields):
    at = datetime(2026, 3, day, 10, tzinfo=LONDON)
    return AssessmentFacts(**{"decision": "Where to live", "conclusion": conclusion, "at": at, **fields})


NO = {"enquiries": (enquiry(had_capacity="no", capacity_answered=True),)}
ABOUT = {"is_about_enquiry": True, "concern_reference": "C-1"}


@pytest.mark.parametrize(
    ("given", "owed"),
    [
        pytest.param(NO, 1, id="a no without an assessment"),
        pytest.param({"enquiries": (enquiry(had_capacity="yes"),)}, 0, id="a yes needs none: capacity is assumed"),
        pytest.param({"enquiries": (enquiry(),)}, 0, id="no answer yet"),
        pytest.param({**NO, "assessments": (assessed(**ABOUT),)}, 0, id="a no with its assessment"),
        pytest.param({**NO, "assessments": (assessed(),)}, 1, id="an assessment of another decision does not settle it"),
        pytest.param({**NO, "assessments": (assessed(is_about_enquiry=True, concern_reference="C-2"),)}, 1, id="nor of another enquiry"),
        pytest.param({"enquiries": (enquiry(had_capacity="no", concluded_on=date(2026, 4, 1)),)}, 0, id="not once the enquiry has ended"),
        pytest.param({**NO, "is_closed": True}, 0, id="not in a closed case"),
        pytest.param({**NO, **DIED}, 0, id="not of an adult who has died"),
        pytest.param({"assessments": (assessed(conclusion="not-concluded"),)}, 1, id="left without a conclusion"),
        pytest.param(
            {"assessments": (assessed(conclusion="not-concluded"), assessed(6, "has-capacity"))}, 0, id="concluded by a later one"
        ),
    ],
)
def test_assess_capacity(given, owed):
    assert len(assess_capacity(facts(**given), DAYS)) == owed


AGAIN = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("rows", "owed"),
    [
        pytest.param([assessed(ask_again_on=AGAIN)], 1, id="a day was set"),
        pytest.param([assessed(ask_again_on=AGAIN), assessed(9, "has-capacity")], 0, id="a later assessment of the same decision"),
        pytest.param([assessed(ask_again_on=AGAIN), assessed(9, decision="where to LIVE.")], 0, id="named in other capitals"),
        pytest.param([assessed(ask_again_on=AGAIN), assessed(9, decision="Who visits")], 1, id="another decision does not settle it"),
        pytest.param([assessed(ask_again_on=AGAIN), assessed(3, "has-capacity")], 1, id="nor an earlier one of it"),
    ],
)
def test_ask_about_a_decision_again(rows, owed):
    for order in permutations(rows):
        steps = ask_about_a_decision_again(facts(assessments=order), DAYS)
        assert [step.due for step in steps] == [AGAIN] * owed
    assert ask_about_a_decision_again(facts(assessments=tuple(rows), **DIED), DAYS) == ()


@pytest.mark.parametrize(
    ("rows", "due"),
    [
        pytest.param([assessed()], date(2026, 3, 12), id="they could not make it and nothing was decided"),
        pytest.param([assessed(can_wait_until=date(2026, 4, 1))], date(2026, 4, 1), id="it can wait until a day"),
        pytest.param([assessed(has_best_interests=True)], None, id="decided in their best interests"),
        pytest.param([assessed(conclusion="has-capacity")], None, id="theirs to make"),
        pytest.param([assessed(), assessed(6, "has-capacity")], None, id="a later assessment finds they can"),
    ],
)
def test_best_interests_decision(rows, due):
    steps = best_interests_decision(facts(assessments=tuple(rows)), DAYS)
    assert [step.due for step in steps] == ([due] if due else [])
    assert best_interests_decision(facts(assessments=tuple(rows), is_closed=True), DAYS) == ()


def test_what_is_owed_names_the_decision_and_the_day():
    (step,) = best_interests_decision(facts(assessments=(assessed(),)), DAYS)
    assert step.because[0] == "“Where to live”, assessed 5 March 2026: the adult could not make it then."


def test_newest_of_each():
    rows = (assessed(6, "has-capacity"), assessed(5), assessed(4, decision="Who visits"))
    newest = newest_of_each(facts(assessments=rows))
    assert [(one.decision, one.conclusion) for one in newest] == [("Who visits", "lacks-capacity"), ("Where to live", "has-capacity")]
