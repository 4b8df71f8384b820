"""What does each concern still need: a ground, a decision, word to whoever raised it?"""

from datetime import date

import pytest

from heard.rules.next_steps.concerns import decide_section_42, record_agreement_ground, tell_the_referrer
from heard.rules.next_steps.step import Timescales
from tests.rules.next_steps.made import concern, decided, facts

DAYS = Timescales(decide=2, tell_referrer=5, record_ground=1)


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        pytest.param({"agreement": "refused"}, True, id="refused and no ground"),
        pytest.param({"agreement": "not-asked"}, True, id="not asked and no ground"),
        pytest.param({"agreement": "unable"}, True, id="unable and no ground"),
        pytest.param({"agreement": "refused", "ground": "crime"}, False, id="refused, and the ground is there"),
        pytest.param({"agreement": "agreed"}, False, id="agreed"),
        pytest.param({}, False, id="nothing recorded about agreement"),
    ],
)
def test_the_ground_is_owed(fields, owed):
    assert bool(record_agreement_ground(facts(concerns=(concern(**fields),)), DAYS)) is owed


def test_the_ground_is_not_chased_in_a_closed_case():
    assert record_agreement_ground(facts(concerns=(decided(agreement="refused"),), is_closed=True), DAYS) == ()


@pytest.mark.parametrize(
    ("given", "due"),
    [
        pytest.param(concern(), date(2026, 3, 4), id="waiting, within the target"),
        pytest.param(concern(follow_up_on=date(2026, 3, 12)), date(2026, 3, 12), id="something not yet known has its own day"),
        pytest.param(decided(), None, id="decided"),
    ],
)
def test_the_decision_is_owed(given, due):
    assert [step.due for step in decide_section_42(facts(concerns=(given,)), DAYS)] == ([due] if due else [])


REACHABLE = {"raised_by": "nhs", "raised_by_contact": "ward@heard.invalid"}


@pytest.mark.parametrize(
    ("given", "owed"),
    [
        pytest.param(decided(**REACHABLE), True, id="decided and not told"),
        pytest.param(decided(**REACHABLE, referrer_settled=True), False, id="told, or not told with a reason"),
        pytest.param(decided(raised_by="anonymous", raised_by_contact="?"), False, id="an anonymous referrer is never chased"),
        pytest.param(decided(**REACHABLE, wants_feedback="no"), False, id="they did not want to hear"),
        pytest.param(decided(raised_by="adult"), True, id="the adult who raised it is told"),
        pytest.param(concern(**REACHABLE), False, id="not decided yet"),
    ],
)
def test_telling_the_referrer_is_owed(given, owed):
    assert bool(tell_the_referrer(facts(concerns=(given,)), DAYS)) is owed


def test_an_adult_who_raised_it_and_has_died_is_not_told():
    assert not tell_the_referrer(facts(concerns=(decided(raised_by="adult"),), died_on=date(2026, 3, 9)), DAYS)


def test_it_is_owed_after_the_adult_has_died_and_the_case_has_closed():
    given = facts(concerns=(decided(**REACHABLE),), is_closed=True, died_on=date(2026, 3, 9))
    (step,) = tell_the_referrer(given, DAYS)
    assert (step.since, step.due) == (date(2026, 3, 4), date(2026, 3, 9))
