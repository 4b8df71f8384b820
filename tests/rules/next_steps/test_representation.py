"""Does the adult need help to be involved, and is that help there?"""

from datetime import date

import pytest

from heard.rules.independent_advocate import Milestones
from heard.rules.next_steps.all_steps import next_steps
from heard.rules.next_steps.facts import AdvocateFacts, RepresentationFacts, RepresentativeFacts
from heard.rules.next_steps.representation import (
    arrange_advocate,
    consider_an_imca,
    name_appropriate_person,
    record_difficulty,
    review_representative,
)
from heard.rules.next_steps.step import Duty, Timescales
from tests.rules.next_steps.made import decided, enquiry, facts

DAYS = Timescales(arrange_advocate=2, name_appropriate=2, record_difficulty=2, review_representative=1, consider_imca=5)
MARCH_5, MARCH_9 = date(2026, 3, 5), date(2026, 3, 9)
RECORD, ARRANGE, NAME, REVIEW, IMCA = (
    Duty.RECORD_DIFFICULTY, Duty.ARRANGE_ADVOCATE, Duty.NAME_APPROPRIATE, Duty.REVIEW_REPRESENTATIVE, Duty.CONSIDER_IMCA,
)  # fmt: skip
OF_THIS = {RECORD, ARRANGE, NAME, REVIEW, IMCA}
GOOD = RepresentativeFacts("Sam", MARCH_5, is_appropriate=True)
BAD = RepresentativeFacts("Sam", MARCH_5, is_appropriate=False, against=("Sam may pose a risk to the adult.",), against_since=MARCH_9)
DIFFICULTY = {"difficulty": True, "considered_on": MARCH_5}


def advocate(*days, kind="care-act", **more):
    return AdvocateFacts(kind, Milestones(MARCH_5, *days, **more))


MET = advocate(MARCH_5, MARCH_9)


def case(of=None, died_on=None, is_closed=False, **more):
    of = RepresentationFacts(**(of or {}))
    return facts(concerns=(decided(),), enquiries=(enquiry(**more),), died_on=died_on, is_closed=is_closed, representation=of)


def owed(given):
    return {step.duty for step in next_steps(given, DAYS)} & OF_THIS


@pytest.mark.parametrize(
    ("given", "duties"),
    [
        pytest.param(case(), set(), id="nothing points to difficulty"),
        pytest.param(case(had_capacity="no"), {RECORD, ARRANGE, NAME, IMCA}, id="no capacity, and nothing recorded is never none"),
        pytest.param(case(had_capacity="yes"), set(), id="had capacity"),
        pytest.param(case({"needs_advocate_support": True}), {RECORD, ARRANGE, NAME}, id="advocate support helps them take part"),
        pytest.param(case({"considered_on": MARCH_5}), {RECORD, ARRANGE, NAME}, id="considered, and left open"),
        pytest.param(case(DIFFICULTY), {ARRANGE, NAME}, id="difficulty and nobody to help"),
        pytest.param(case({"difficulty": False, "needs_advocate_support": True}), set(), id="answered: no difficulty"),
        pytest.param(case({"difficulty": False}, had_capacity="no"), {IMCA}, id="no difficulty and no capacity are two things"),
        pytest.param(case({**DIFFICULTY, "people": (GOOD,)}), set(), id="somebody appropriate"),
        pytest.param(case({**DIFFICULTY, "people": (BAD,)}), {ARRANGE, NAME, REVIEW}, id="the representative became a source of risk"),
        pytest.param(case({**DIFFICULTY, "advocates": (advocate(),)}), {ARRANGE, NAME}, id="an advocate asked for is not yet there"),
        pytest.param(case({**DIFFICULTY, "advocates": (advocate(MARCH_5),)}), {ARRANGE, NAME}, id="accepted, and has not met the adult"),
        pytest.param(case({**DIFFICULTY, "advocates": (MET,)}), set(), id="an advocate has met the adult"),
        pytest.param(
            case({**DIFFICULTY, "advocates": (advocate(MARCH_5, MARCH_9, MARCH_9),)}), {ARRANGE, NAME}, id="the advocate's work ended"
        ),
        pytest.param(case(had_capacity="no", supported_by=("advocate",)), {RECORD, IMCA}, id="the return says that an advocate supported"),
        pytest.param(case(had_capacity="no", supported_by=("family",)), {RECORD, ARRANGE, NAME, IMCA}, id="family, and no test recorded"),
        pytest.param(case(DIFFICULTY, concluded_on=MARCH_9), set(), id="the enquiry has ended"),
        pytest.param(case({**DIFFICULTY, "people": (BAD,)}, died_on=MARCH_9), set(), id="the adult has died"),
    ],
)
def test_help_to_be_involved_is_owed(given, duties):
    assert owed(given) == duties


def test_an_advocate_is_owed_as_well_where_both_think_it_would_help():
    helped = RepresentativeFacts("Sam", MARCH_5, is_appropriate=True, wants_advocate_as_well=True)
    assert owed(case({**DIFFICULTY, "people": (helped,)})) == {ARRANGE}


def test_section_68_is_the_source_of_a_section_42_enquiry_only():
    (duty,) = arrange_advocate(case(DIFFICULTY), DAYS)
    (power,) = arrange_advocate(case(DIFFICULTY, kind="other"), DAYS)
    assert any("section 68" in str(law) for law in duty.law)
    assert not any("68" in str(law) for law in power.law) and "a power, not a duty" in str(power.law[0])
    (named,) = name_appropriate_person(case(DIFFICULTY, kind="other"), DAYS)
    assert named.law == power.law


def test_an_urgent_enquiry_may_begin_and_the_duty_says_how_far_it_has_come():
    (step,) = arrange_advocate(case({**DIFFICULTY, "advocates": (advocate(MARCH_9),)}), DAYS)
    assert (step.since, step.due) == (MARCH_5, date(2026, 3, 7))
    assert "An advocate accepted on 9 March 2026 and has not met the adult yet." in step.because
    assert any("may go on where it is urgent" in why for why in step.because)


def test_it_is_owed_anew_from_the_day_the_last_help_ended():
    (step,) = name_appropriate_person(case({**DIFFICULTY, "last_ended_on": MARCH_9}), DAYS)
    assert step.since == MARCH_9


def test_record_difficulty_says_what_points_to_it():
    (step,) = record_difficulty(case({"last_conclusion": "lacks-capacity"}), DAYS)
    assert step.because == ("The adult lacked capacity for a decision in this enquiry.",)


def test_review_representative_says_what_stands_against_them():
    (step,) = review_representative(case({"people": (BAD,)}), DAYS)
    assert (step.since, step.because) == (MARCH_9, ("Sam may pose a risk to the adult.",))


@pytest.mark.parametrize(
    ("given", "since"),
    [
        pytest.param(case(had_capacity="no"), [date(2026, 3, 4)], id="at planning"),
        pytest.param(case(had_capacity="no", has_a_plan=True, plan_made_on=MARCH_9), [date(2026, 3, 4), MARCH_9], id="and at the plan"),
        pytest.param(
            case({"imca_considered": ("planning",)}, had_capacity="no", has_a_plan=True, plan_made_on=MARCH_9), [MARCH_9], id="again"
        ),
        pytest.param(case({"imca_considered": ("planning",)}, had_capacity="no"), [], id="considered, and no plan yet"),
        pytest.param(
            case({"advocates": (advocate(MARCH_5, MARCH_9, kind="imca"),)}, had_capacity="no"), [], id="an IMCA has met the adult"
        ),
        pytest.param(case(had_capacity="no", supported_by=("imca",)), [], id="the return says that an IMCA supported"),
        pytest.param(case({"last_conclusion": "has-capacity"}), [], id="has capacity"),
    ],
)
def test_consider_an_imca(given, since):
    assert [step.since for step in consider_an_imca(given, DAYS)] == since
