"""Has the adult been seen alone and in a safe place?"""

from datetime import date

import pytest

from heard.rules.next_steps.alone import see_the_adult_alone, seen_alone
from heard.rules.next_steps.step import Duty, Timescales
from heard.rules.seen_alone import MayPoseRisk
from tests.rules.next_steps.made import decided, enquiry, facts, talk

KEV = MayPoseRisk("Kev Example", "Son")


def steps(*talks, known=(), **fields):
    given = {"concerns": (decided(),), "enquiries": (enquiry(),), **fields}
    return see_the_adult_alone(facts(conversations=talks, may_pose_risk=known, **given), Timescales())


@pytest.mark.parametrize(
    ("talks", "known", "owed"),
    [
        pytest.param((), (), True, id="nobody has spoken to them"),
        pytest.param((talk(alone="yes"),), (), False, id="heard alone"),
        pytest.param((talk(alone="yes", safe_place="yes"),), (), False, id="heard alone in a safe place"),
        pytest.param((talk(alone="yes", safe_place="not-known"),), (), False, id="heard alone, and whether it was safe is not known"),
        pytest.param((talk(alone="yes", safe_place="no"),), (), True, id="heard alone, where it was not safe"),
        pytest.param((talk(alone="adult-wished-company", present=("Jo",), safe_place="no"),), (), True, id="company, in no safe place"),
        pytest.param((talk(alone="yes", safe_place="no"), talk(5, alone="yes")), (), False, id="once more, elsewhere"),
        pytest.param((talk(alone="yes"), talk(5, alone="no", present=("Kev",))), (KEV,), False, id="once alone is enough"),
        pytest.param((talk(alone="no", present=("daughter",)),), (), True, id="only with others"),
        pytest.param((talk(alone="no", present=("interpreter",)),), (), False, id="with an interpreter"),
        pytest.param((talk(),), (), True, id="whether alone was not recorded"),
        pytest.param((talk(alone="not-possible"),), (), True, id="it was not possible"),
        pytest.param((talk(alone="yes", not_heard_because="declined"),), (), True, id="alone, and not heard"),
        pytest.param((talk(alone="yes", spoken_by="representative"),), (), True, id="somebody else spoke for them"),
        pytest.param((talk(alone="adult-wished-company", present=("Jo",)),), (), False, id="they wanted company"),
        pytest.param((talk(alone="adult-wished-company"),), (), False, id="they wanted company and nobody may pose a risk"),
        pytest.param((talk(alone="adult-wished-company", present=("Jo",)),), (KEV,), False, id="their company is somebody else"),
        pytest.param((talk(alone="adult-wished-company", present=("Kev",)),), (KEV,), True, id="their company may pose a risk"),
        pytest.param((talk(alone="adult-wished-company", present=("Jo", "her son")),), (KEV,), True, id="said in front of one who may"),
        pytest.param((talk(alone="adult-wished-company"),), (KEV,), True, id="who was there is not recorded and somebody may pose a risk"),
        pytest.param((talk(alone="yes", present=("Kev",)),), (KEV,), True, id="alone, but with somebody who may pose a risk there"),
    ],
)
def test_what_settles_it(talks, known, owed):
    assert bool(steps(*talks, known=known)) is owed


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"enquiries": ()}, id="no enquiry"),
        pytest.param({"enquiries": (enquiry(concluded_on=date(2026, 4, 1)),)}, id="the enquiry has concluded"),
        pytest.param({"is_closed": True}, id="the case is closed"),
        pytest.param({"died_on": date(2026, 3, 9)}, id="the adult has died"),
    ],
)
def test_what_ends_its_ground(fields):
    assert steps(**fields) == ()


def test_it_says_why_it_still_stands():
    (step,) = steps(talk(alone="adult-wished-company", present=("Kev", "Jo")), known=(KEV,))
    assert (step.duty, step.since, step.due) == (Duty.SEE_ALONE, date(2026, 3, 4), date(2026, 3, 9))
    assert step.because == (
        "Nobody has recorded seeing the adult alone since the concern of 2 March 2026.",
        "3 March 2026: the adult wanted company. There with them, and may pose a risk: Kev.",
    )


def test_an_answer_from_before_the_concern_is_not_one():
    assert steps(talk(1, alone="yes"))


@pytest.mark.parametrize(
    ("talks", "known", "yes", "because"),
    [
        pytest.param((), (), False, "No conversation in which the adult was heard is recorded.", id="nobody has spoken to them"),
        pytest.param((talk(alone="yes"),), (), True, "3 March 2026: heard alone.", id="alone"),
        pytest.param(
            (talk(alone="adult-wished-company", present=("Jo",)),), (KEV,), True, "3 March 2026: the adult wanted company.", id="their wish"
        ),
        pytest.param((talk(alone="no"),), (), False, "3 March 2026: others were there.", id="with others"),
    ],
)
def test_an_enquiry_shows_plainly_whether(talks, known, yes, because):
    found = seen_alone(facts(concerns=(decided(),), enquiries=(enquiry(),), conversations=talks, may_pose_risk=known))
    assert (found.yes, found.because[0]) == (yes, because)


def test_without_a_concern_nothing_is_known():
    assert not seen_alone(facts(concerns=()))


def test_a_place_that_was_not_safe_is_named_as_the_reason():
    (step,) = steps(talk(alone="yes", safe_place="no"))
    assert step.because[1] == "3 March 2026: heard alone, and the place was not safe."
    found = seen_alone(facts(conversations=(talk(alone="yes", safe_place="yes"),)))
    assert found.because == ("3 March 2026: heard alone, in a safe place.",)
