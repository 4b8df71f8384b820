"""Has the adult been heard, and is there a day to try again?"""

from datetime import date

import pytest

from heard.rules.next_steps.step import Timescales
from heard.rules.next_steps.talking import ask_again, talk_to_the_adult
from tests.rules.next_steps.made import MARCH_2, concern, decided, enquiry, facts, talk

DAYS = Timescales(talk=1)
MISSED = talk(3, not_heard_because="asleep-or-unwell", ask_again_on=date(2026, 3, 6))


@pytest.mark.parametrize(
    ("given", "owed"),
    [
        pytest.param(facts(), True, id="nobody has spoken to them"),
        pytest.param(facts(conversations=(talk(),)), False, id="they were heard"),
        pytest.param(facts(conversations=(MISSED,)), True, id="tried and not heard is not heard"),
        pytest.param(facts(conversations=(MISSED, talk(4))), False, id="heard at the second try"),
        pytest.param(facts(conversations=(talk(1),)), True, id="heard before the concern came in says nothing of it"),
        pytest.param(facts(is_closed=True), False, id="the case is closed"),
        pytest.param(facts(died_on=date(2026, 3, 5)), False, id="the adult has died, so nothing is asked of them"),
        pytest.param(facts(concerns=()), False, id="no concern is recorded"),
    ],
)
def test_talking_to_the_adult_is_owed(given, owed):
    assert bool(talk_to_the_adult(given, DAYS)) is owed


def test_it_says_since_when_by_when_and_what_was_tried():
    (step,) = talk_to_the_adult(facts(conversations=(MISSED,)), DAYS)
    assert (step.since, step.due) == (MARCH_2, date(2026, 3, 3))
    assert step.because[1] == "3 March 2026: not heard. They were asleep or unwell."
    assert step.law


def test_a_new_concern_owes_it_again_although_they_were_heard_about_an_old_one():
    old = decided(reference="C-0", received_on=date(2025, 6, 1))
    new = concern(reference="C-2", received_on=date(2026, 3, 8))
    given = facts(
        concerns=(old, new), enquiries=(enquiry(concern_reference="C-0", concluded_on=date(2025, 9, 1)),), conversations=(talk(3),)
    )
    (step,) = talk_to_the_adult(given, DAYS)
    assert step.since == date(2026, 3, 8)


@pytest.mark.parametrize(
    ("conversations", "due"),
    [
        pytest.param((), None, id="nothing was set"),
        pytest.param((MISSED,), date(2026, 3, 6), id="a day was set to try again"),
        pytest.param((MISSED, talk(4)), None, id="they were heard since, before that day"),
        pytest.param((talk(2), MISSED), date(2026, 3, 6), id="heard only before the missed one"),
        pytest.param(
            (MISSED, talk(6, not_heard_because="declined", ask_again_on=date(2026, 3, 9))), date(2026, 3, 9), id="the last day set counts"
        ),
    ],
)
def test_asking_again_is_owed_on_the_day_that_was_set(conversations, due):
    assert [step.due for step in ask_again(facts(conversations=conversations), DAYS)] == ([due] if due else [])


def test_fluctuating_capacity_has_its_own_law():
    (step,) = ask_again(facts(conversations=(talk(not_heard_because="capacity-fluctuates", ask_again_on=date(2026, 3, 6)),)), DAYS)
    assert "Mental Capacity Act" in str(step.law[0])


@pytest.mark.parametrize("fields", [{"is_closed": True}, {"died_on": date(2026, 3, 5)}], ids=["closed", "died"])
def test_nobody_is_asked_again_once_it_has_ended(fields):
    assert ask_again(facts(conversations=(MISSED,), **fields), DAYS) == ()
