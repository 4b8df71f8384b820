"""Is there somebody appropriate to help the adult be involved?"""

import pytest

from heard.rules.appropriate_person import Representation, advocate_as_well, capacity_has_changed, is_appropriate, stands_against
from heard.rules.vocabulary.rights import AppropriateTest

MET = {
    "not-paid": {"answer": "yes"},
    "adult-wants-them": {"answer": "yes"},
    "helps-them-take-part": {"answer": "yes"},
    "not-a-risk": {"answer": "yes"},
}
CANNOT = {**MET, "adult-wants-them": {"answer": "cannot-decide"}}
BEST = {"best-interests": {"answer": "yes"}}


def but(**answers):
    return {**MET, **{name.replace("_", "-"): {"answer": answer} for name, answer in answers.items()}}


@pytest.mark.parametrize(
    ("tests", "yes"),
    [
        pytest.param(MET, True, id="every test met"),
        pytest.param({}, None, id="no test answered"),
        pytest.param(but(not_paid="no"), False, id="a paid carer"),
        pytest.param(but(adult_wants_them="no"), False, id="the adult does not want them"),
        pytest.param(but(adult_wants_them="no", best_interests="yes"), False, id="the adult's refusal is not outweighed"),
        pytest.param(but(adult_wants_them="not-known", best_interests="yes"), None, id="nobody asked the adult"),
        pytest.param({**CANNOT, **BEST}, True, id="cannot agree, and it is in their best interests"),
        pytest.param({**CANNOT, "best-interests": {"answer": "no"}}, False, id="cannot agree, and it is not"),
        pytest.param(CANNOT, None, id="cannot agree, and best interests not asked"),
        pytest.param(but(helps_them_take_part="no"), False, id="acts for them and does not help them take part"),
        pytest.param(but(not_a_risk="no"), False, id="implicated"),
        pytest.param(but(not_a_risk="not-known"), None, id="not known whether implicated"),
    ],
)
def test_somebody_is_appropriate(tests, yes):
    said = is_appropriate(tests)
    assert said.yes is yes and said.because


def test_what_came_to_light_since_outweighs_every_test():
    assert is_appropriate(MET, now_against=["Sam may pose a risk to the adult."]).because == ("Sam may pose a risk to the adult.",)


def test_a_council_that_checked_the_tests_can_set_them():
    local = Representation(tests=(AppropriateTest.NOT_PAID, AppropriateTest.WANTED))
    assert is_appropriate(but(helps_them_take_part="no"), local=local)


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        pytest.param({}, 0, id="nothing"),
        pytest.param({"may_pose_risk": True}, 1, id="may pose a risk"),
        pytest.param({"is_named_in_a_risk": True}, 1, id="named in a risk"),
        pytest.param({"adult_wants_involved": "no"}, 1, id="the adult objects"),
        pytest.param({"adult_wants_involved": "not-known"}, 0, id="not asked is no objection"),
        pytest.param({"died": True}, 1, id="the adult has died"),
        pytest.param({"recorded_in_error": True}, 1, id="they were recorded in error"),
        pytest.param({"has_left": True}, 1, id="they are no longer in the adult's life"),
    ],
)
def test_stands_against(facts, count):
    given = {"name": "Sam", "may_pose_risk": False, "is_named_in_a_risk": False, **facts}
    assert len(stands_against(**given)) == count


@pytest.mark.parametrize(
    ("tests", "lacks", "changed"),
    [
        pytest.param(MET, True, True, id="consented, and now lacks capacity"),
        pytest.param({**CANNOT, **BEST}, False, True, id="could not agree, and now has capacity"),
        pytest.param(MET, False, False, id="consented, and has capacity"),
        pytest.param({**CANNOT, **BEST}, True, False, id="could not agree, and lacks it still"),
        pytest.param(MET, None, False, id="no assessment since"),
    ],
)
def test_capacity_has_changed(tests, lacks, changed):
    assert bool(capacity_has_changed(tests, lacks_capacity=lacks)) is changed


@pytest.mark.parametrize(
    ("reason", "yes"),
    [
        pytest.param("", False, id="no reason"),
        pytest.param("disagreement", True, id="both think an advocate would help"),
        pytest.param("hospital-stay", False, id="a hospital stay counts only where the council has checked it"),
    ],
)
def test_advocate_as_well(reason, yes):
    assert advocate_as_well(reason).yes is yes
    assert advocate_as_well("hospital-stay", Representation(advocate_as_well=("hospital-stay",)))
