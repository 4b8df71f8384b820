"""May the person who raised a concern be told, what, by whom, and are they still waiting to hear?"""

import pytest

from heard.rules.telling_the_referrer import may_be_said_now, may_tell, must_be_told


@pytest.mark.parametrize(
    ("facts", "waiting"),
    [
        pytest.param({"raised_by": "nhs", "contact": "01632 960111"}, True, id="somebody who can be reached is waiting"),
        pytest.param({"raised_by": "anonymous", "contact": "01632 960111"}, False, id="somebody anonymous is never chased"),
        pytest.param({"raised_by": "nhs", "contact": " "}, False, id="nothing says how to reach them"),
        pytest.param({"raised_by": "nhs", "contact": "01632", "wants_feedback": "no"}, False, id="they did not want to hear"),
        pytest.param({"raised_by": "adult", "contact": "01632 960111"}, True, id="the adult themselves is waiting too"),
        pytest.param({"raised_by": "adult", "contact": ""}, True, id="the adult is reached by their safe-contact card, not by the report"),
    ],
)
def test_who_is_waiting(facts, waiting):
    assert bool(must_be_told(**facts)) is waiting


def _said(**facts):
    return may_tell(**{"told": ("received",), "may_pose_risk": False, "is_manager": False, **facts})


@pytest.mark.parametrize(
    ("said", "allowed"),
    [
        pytest.param(_said(), True, id="something from the list"),
        pytest.param(_said(told=()), False, id="neither told nor a reason"),
        pytest.param(_said(told=(), not_told_because="No way to reach them."), True, id="not told, with a reason"),
        pytest.param(_said(not_told_because="And not."), False, id="told and not told at once"),
        pytest.param(_said(told=("where-she-lives",)), False, id="something that is not on the list"),
        pytest.param(_said(more="She is safe."), False, id="more than the list without a basis"),
        pytest.param(_said(more="She is safe.", basis="She asked us to say so."), True, id="more than the list with its basis"),
        pytest.param(_said(may_pose_risk=True), False, id="a referrer who may pose a risk: not without a manager"),
        pytest.param(_said(may_pose_risk=True, is_manager=True), True, id="a manager decides"),
        pytest.param(_said(more="Jo rings you.", to_the_adult=True), True, id="the adult may hear more: it is about them"),
        pytest.param(_said(told=(), to_the_adult=True), False, id="the adult neither told nor a reason"),
    ],
)
def test_what_may_be_recorded(said, allowed):
    assert bool(said) is allowed


@pytest.mark.parametrize(
    ("facts", "slugs"),
    [
        pytest.param({"is_decided": False, "goes_on": False}, ["received", "being-looked-into"], id="before the decision"),
        pytest.param({"is_decided": True, "goes_on": True}, ["received", "being-looked-into"], id="while an enquiry goes on"),
        pytest.param({"is_decided": True, "goes_on": False}, ["received", "ended"], id="when nothing goes on"),
    ],
)
def test_what_is_true_now(facts, slugs):
    assert list(may_be_said_now(**facts)) == slugs
