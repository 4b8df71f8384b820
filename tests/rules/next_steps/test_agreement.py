"""What is still owed where something goes on, or went on, without the adult's agreement?"""

from datetime import date

import pytest

from heard.rules.next_steps.agreement import assess_for_the_ground, tell_the_adult
from heard.rules.next_steps.facts import OverrideFacts
from heard.rules.next_steps.step import Timescales
from tests.rules.next_steps.made import concern, facts
from tests.rules.next_steps.test_capacity import assessed

DAYS = Timescales(tell_adult=5, tell_adult_soonest=1, assess_capacity=7)
MARCH_3, MARCH_4 = date(2026, 3, 3), date(2026, 3, 4)
BEST = "lacks-capacity-best-interests"


def override(ground="crime", **fields):
    return OverrideFacts(**{"ground": ground, "decided_on": MARCH_3, "was_told": "no", "tell_by": date(2026, 3, 12), **fields})


def owing(**fields):
    return facts(concerns=(concern(**fields),))


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        pytest.param({"override": override()}, date(2026, 3, 12), id="not told, by the day that was set"),
        pytest.param({"override": override(tell_by=None)}, date(2026, 3, 8), id="no day set: the council's target"),
        pytest.param({"override": override("not-practicable")}, MARCH_4, id="not practicable to ask: the next day, whatever was set"),
        pytest.param({"override": override(was_told="yes")}, None, id="told"),
        pytest.param({"override": override(was_told="", tell_by=None)}, date(2026, 3, 8), id="whether they were told is not recorded"),
        pytest.param({"agreement": "not-asked", "ground": "not-practicable"}, MARCH_3, id="only the ground: not practicable"),
        pytest.param({"agreement": "not-asked", "ground": "not-practicable", "adult_knows": "yes"}, None, id="only the ground; they know"),
        pytest.param({"agreement": "refused", "ground": "crime", "adult_knows": "no"}, date(2026, 3, 7), id="only the ground; they do not"),
        pytest.param({"agreement": "refused"}, None, id="no ground yet: that is owed first"),
        pytest.param({"agreement": "agreed"}, None, id="they agreed"),
    ],
)
def test_tell_the_adult(fields, due):
    assert [step.due for step in tell_the_adult(owing(**fields), DAYS)] == ([due] if due else [])


def test_telling_is_owed_after_closing_and_never_of_an_adult_who_has_died():
    given = {"concerns": (concern(override=override()),), "is_closed": True}
    assert len(tell_the_adult(facts(**given), DAYS)) == 1
    assert tell_the_adult(facts(**given, died_on=date(2026, 3, 9)), DAYS) == ()


def test_the_reason_why_they_were_not_told_is_said():
    (step,) = tell_the_adult(owing(override=override(not_told_because="He was in the room.")), DAYS)
    assert "He was in the room." in " ".join(step.because) and "12 March 2026" in " ".join(step.because)


def test_where_only_the_ground_is_known_the_whole_decision_is_asked_for():
    (step,) = tell_the_adult(owing(agreement="not-asked", ground="not-practicable"), DAYS)
    assert step.page == "act-without-agreement"


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        pytest.param({"override": override(BEST)}, date(2026, 3, 10), id="no assessment"),
        pytest.param({"override": override(BEST, assessment_to_follow_by=MARCH_4)}, MARCH_4, id="urgent, to follow by a day"),
        pytest.param({"override": override(BEST, has_assessment=True)}, None, id="an assessment is linked"),
        pytest.param({"ground": BEST}, date(2026, 3, 9), id="only the ground, and no assessment"),
        pytest.param({"ground": BEST, "agreement": "agreed"}, None, id="they agreed, whatever ground came with it"),
        pytest.param({"override": override()}, None, id="another ground"),
    ],
)
def test_assess_for_the_ground(fields, due):
    given = {"agreement": "unable", **fields}
    assert [step.due for step in assess_for_the_ground(owing(**given), DAYS)] == ([due] if due else [])


@pytest.mark.parametrize(
    ("row", "owed"),
    [
        pytest.param(assessed(is_about_enquiry=True, concern_reference="C-1"), 0, id="one about the enquiry that found they could not"),
        pytest.param(assessed(conclusion="has-capacity", is_about_enquiry=True, concern_reference="C-1"), 1, id="found they could"),
        pytest.param(assessed(concern_reference="C-1"), 1, id="one of another decision"),
    ],
)
def test_an_assessment_about_the_enquiry_stands_behind_the_ground(row, owed):
    given = facts(concerns=(concern(override=override(BEST)),), assessments=(row,))
    assert len(assess_for_the_ground(given, DAYS)) == owed


def test_nothing_is_assessed_once_the_case_has_closed_or_the_adult_has_died():
    given = {"concerns": (concern(override=override(BEST)),)}
    assert assess_for_the_ground(facts(**given, is_closed=True), DAYS) == ()
    assert assess_for_the_ground(facts(**given, died_on=date(2026, 3, 9)), DAYS) == ()
