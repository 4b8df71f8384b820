"""Are needs put into their groups, and is each of the six steps done only for what was recorded?"""

from datetime import date

import pytest

from heard.rules.communication_needs import NeedsFacts, in_groups, is_met, review_is_owed, steps_of
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.communication import GROUP_OF, NeedGroup


def on(day):
    return date(2026, 3, day)


def test_every_need_of_the_list_has_a_group():
    assert set(GROUP_OF) == set(CommunicationNeed)


def test_needs_come_in_the_order_of_the_groups_and_empty_groups_are_left_out():
    assert in_groups(["longer-appointments", "bsl-interpreter", "email-only"]) == {
        NeedGroup.CONTACT: ["E-mail only"], NeedGroup.PROFESSIONAL: ["British Sign Language interpreter"],
        NeedGroup.LONGER: ["Longer appointments"],
    }  # fmt: skip
    assert in_groups([]) == {}


@pytest.mark.parametrize(
    ("facts", "done"),
    [
        pytest.param(NeedsFacts(), "", id="nobody asked: nothing is done"),
        pytest.param(NeedsFacts(has_needs=True), "record flag", id="came with the record: written down and shown, but nobody asked"),
        pytest.param(NeedsFacts(asked_on=on(2)), "identify record flag share meet", id="asked, and they need nothing special"),
        pytest.param(
            NeedsFacts(has_needs=True, asked_on=on(2), shared_on=on(3), helped_on=on(4), reviewed_on=on(5), was_met="yes"),
            "identify record flag share meet review", id="all six",
        ),
        pytest.param(
            NeedsFacts(has_needs=True, asked_on=on(2), helped_on=on(4), reviewed_on=on(5), was_met="no"),
            "identify record flag review", id="the adult says that it was not met",
        ),
        pytest.param(
            NeedsFacts(has_needs=True, asked_on=on(2), reviewed_on=on(5), was_met="yes", plan_reviewed_on=on(9)),
            "identify record flag meet", id="the plan was reviewed since, so it is asked again",
        ),
    ],
)  # fmt: skip
def test_the_six_steps(facts, done):
    states = steps_of(facts)
    assert [state.step.value for state in states] == ["identify", "record", "flag", "share", "meet", "review"]
    assert " ".join(state.step for state in states if state.done) == done
    assert all(state.still for state in states)


@pytest.mark.parametrize(
    ("facts", "met"),
    [
        pytest.param(NeedsFacts(helped_on=on(4)), True, id="somebody spoke with them in the way they need"),
        pytest.param(NeedsFacts(helped_on=on(4), reviewed_on=on(5), was_met="partly"), False, id="they say since: only partly"),
        pytest.param(NeedsFacts(helped_on=on(6), reviewed_on=on(5), was_met="no"), True, id="put right since they said no"),
        pytest.param(NeedsFacts(), False, id="nothing recorded is never read as met"),
    ],
)
def test_whether_it_was_met(facts, met):
    assert is_met(facts) is met


@pytest.mark.parametrize(
    ("facts", "owed"),
    [
        pytest.param(NeedsFacts(has_needs=True), False, id="no review of the plan yet"),
        pytest.param(NeedsFacts(has_needs=True, plan_reviewed_on=on(9)), True, id="the plan was reviewed, nobody asked"),
        pytest.param(NeedsFacts(has_needs=True, plan_reviewed_on=on(9), reviewed_on=on(9)), False, id="asked on the same day"),
        pytest.param(NeedsFacts(plan_reviewed_on=on(9)), False, id="they need nothing special"),
    ],
)
def test_whether_they_are_to_be_asked_again(facts, owed):
    assert review_is_owed(facts) is owed
