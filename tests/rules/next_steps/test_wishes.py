"""Has the adult been asked what they want, and whether it happened?"""

from datetime import date

import pytest

from heard.rules.next_steps.step import Timescales
from heard.rules.next_steps.wishes import ask_what_they_want, judge_outcomes
from tests.rules.next_steps.made import concern, decided, enquiry, facts, talk

DAYS = Timescales()
ENDED = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("given", "owed"),
    [
        pytest.param(facts(), True, id="nobody asked"),
        pytest.param(facts(conversations=(talk(),)), True, id="a conversation in which they were not asked"),
        pytest.param(facts(conversations=(talk(asked_what_they_want=True),)), False, id="asked, and nothing expressed is an answer"),
        pytest.param(facts(has_a_wish=True), False, id="a wish is recorded"),
        pytest.param(facts(enquiries=(enquiry(asked="yes-nothing-expressed"),)), False, id="the enquiry says they were asked"),
        pytest.param(facts(enquiries=(enquiry(asked="no"),)), True, id="the enquiry says they were not asked"),
        pytest.param(facts(concerns=(concern(adult_said_what_they_want=True),)), False, id="the adult said so when raising it themselves"),
        pytest.param(facts(is_closed=True), False, id="closed"),
        pytest.param(facts(died_on=ENDED), False, id="died"),
    ],
)
def test_asking_what_they_want_is_owed(given, owed):
    assert bool(ask_what_they_want(given, DAYS)) is owed


UNJUDGED = {"wishes_standing": 2, "wishes_the_adult_has_not_judged": 1}


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        pytest.param({"enquiries": (enquiry(**UNJUDGED),)}, False, id="the enquiry is still in hand"),
        pytest.param({"enquiries": (enquiry(**UNJUDGED, concluded_on=ENDED),)}, True, id="concluded and not judged"),
        pytest.param({"enquiries": (enquiry(**UNJUDGED, judging_began_on=date(2026, 3, 18)),)}, True, id="judging has begun"),
        pytest.param(
            {"enquiries": (enquiry(**UNJUDGED),), "conversations": (talk(20, stage="closing"),)}, True, id="closing was talked of"
        ),
        pytest.param({"enquiries": (enquiry(wishes_standing=2, concluded_on=ENDED),)}, False, id="all judged"),
        pytest.param({"enquiries": (enquiry(concluded_on=ENDED),)}, False, id="no wish stands"),
        pytest.param({"enquiries": (enquiry(**UNJUDGED, concluded_on=ENDED),), "died_on": ENDED}, False, id="died"),
    ],
)
def test_judging_is_owed(fields, owed):
    assert bool(judge_outcomes(facts(concerns=(decided(),), **fields), DAYS)) is owed


def test_it_says_how_many_wishes_are_left():
    (step,) = judge_outcomes(facts(enquiries=(enquiry(**UNJUDGED, concluded_on=ENDED),)), DAYS)
    assert step.because == ("The adult has not yet judged 1 of the 2 wishes that still stand.",)
    assert (step.since, step.due, step.concern) == (ENDED, date(2026, 5, 8), "C-1")
