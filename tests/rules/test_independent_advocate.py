"""Must an independent advocate be arranged, and how far has that come?"""

from datetime import date

import pytest

from heard.rules.independent_advocate import (
    DUTY,
    POWER,
    Milestones,
    dates_in_order,
    days_between,
    has_met_the_adult,
    law_of,
    must_have_advocate,
)

DAY = date(2026, 3, 10)


def march(day):
    return date(2026, 3, day)


@pytest.mark.parametrize(
    ("facts", "yes"),
    [
        pytest.param({"difficulty": True, "has_appropriate_person": False}, True, id="difficulty and nobody appropriate"),
        pytest.param({"difficulty": True, "has_appropriate_person": True}, False, id="difficulty and somebody appropriate"),
        pytest.param({"difficulty": None, "has_appropriate_person": False}, None, id="nothing recorded is never none"),
        pytest.param({"difficulty": False, "has_appropriate_person": False}, False, id="no difficulty"),
        pytest.param({"difficulty": True, "has_appropriate_person": True, "advocate_anyway": True}, True, id="an advocate as well"),
    ],
)
def test_must_have_advocate(facts, yes):
    said = must_have_advocate(kind="section-42", **facts)
    assert (said.yes, said.law) == (yes, DUTY)


def test_in_another_enquiry_it_is_a_power_and_never_section_68():
    said = must_have_advocate(kind="other", difficulty=True, has_appropriate_person=False)
    assert said.law == POWER == law_of("other") and not any("68" in str(law) for law in said.law)


@pytest.mark.parametrize(
    ("days", "allowed"),
    [
        pytest.param(Milestones(march(2)), True, id="referred"),
        pytest.param(Milestones(march(11)), False, id="referred tomorrow"),
        pytest.param(Milestones(march(2), march(4), march(6), march(9)), True, id="in order"),
        pytest.param(Milestones(march(2), march(2), march(2), march(2)), True, id="all on one day"),
        pytest.param(Milestones(march(2), march(1)), False, id="accepted before the referral"),
        pytest.param(Milestones(march(2), march(5), march(4)), False, id="met before accepting"),
        pytest.param(Milestones(march(2), None, march(4), march(3)), False, id="ended before meeting"),
        pytest.param(Milestones(march(2), march(12)), False, id="accepted in the future"),
    ],
)
def test_dates_in_order(days, allowed):
    assert bool(dates_in_order(days, DAY)) is allowed


@pytest.mark.parametrize(
    ("days", "told"),
    [
        pytest.param(Milestones(march(2)), ("8 days since referral and not accepted",), id="waiting for an answer"),
        pytest.param(
            Milestones(march(2), march(3)), ("1 day from referral to acceptance", "7 days since then and the adult not met"), id="accepted"
        ),
        pytest.param(
            Milestones(march(2), march(3), march(6)),
            ("1 day from referral to acceptance", "3 days from then to meeting the adult"),
            id="met",
        ),
        pytest.param(Milestones(march(2), ended_on=march(4)), ("2 days since referral and not accepted",), id="ended before acceptance"),
    ],
)
def test_days_between(days, told):
    assert days_between(days, DAY) == told


@pytest.mark.parametrize(
    ("advocates", "met"),
    [
        pytest.param([], False, id="none"),
        pytest.param([Milestones(march(2), march(3))], False, id="accepted only"),
        pytest.param([Milestones(march(2), march(3), march(4))], True, id="has met the adult"),
        pytest.param([Milestones(march(2), march(3), march(4), march(5))], False, id="has ended"),
    ],
)
def test_has_met_the_adult(advocates, met):
    assert has_met_the_adult(advocates) is met
