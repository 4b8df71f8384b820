"""Does triage still have to settle why a concern goes on without the adult's agreement?"""

import pytest

from heard.rules.agreement_to_settle import agreement_in_words, reason_is_to_be_settled


@pytest.mark.parametrize(
    ("answer", "ground", "settle"),
    [
        pytest.param("refused", "", True, id="refused, and the reason was left to triage"),
        pytest.param("not-asked", "", True, id="not asked, and the reason was left to triage"),
        pytest.param("unable", "", True, id="believed unable, and the reason was left to triage"),
        pytest.param("refused", "crime", False, id="a reason was chosen"),
        pytest.param("agreed", "", False, id="the adult agreed"),
        pytest.param("", "", False, id="nothing was recorded"),
    ],
)
def test_settling(answer, ground, settle):
    assert bool(reason_is_to_be_settled(answer=answer, ground=ground)) is settle


@pytest.mark.parametrize("said_by_referrer", [pytest.param(True, id="said by the referrer"), pytest.param(False, id="settled by triage")])
def test_unable_is_a_belief_and_never_a_finding(said_by_referrer):
    words = agreement_in_words("unable", said_by_referrer=said_by_referrer)
    assert "believed" in words and "says nothing about capacity" in words


def test_an_adult_who_raised_it_themselves_is_not_said_to_have_agreed_with_somebody():
    assert agreement_in_words("agreed", said_by_referrer=True, raised_by_adult=True) == "The adult raised this themselves."


def test_nothing_recorded_says_so():
    assert agreement_in_words("", said_by_referrer=True) == "Nothing is recorded about whether the adult agreed."


def test_what_triage_recorded_is_not_put_in_the_referrers_mouth():
    assert agreement_in_words("refused", said_by_referrer=False).startswith("Recorded by triage")
