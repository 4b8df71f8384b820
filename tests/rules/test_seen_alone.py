"""How was the adult heard?"""

import pytest

from heard.rules.seen_alone import (
    HowHeard,
    MayPoseRisk,
    how_heard,
    needs_reason_not_alone,
    seen_alone_yet,
    was_alone,
    who_may_pose_a_risk_was_there,
)
from heard.rules.vocabulary.voice import Alone, ExpressedBy, NotHeardBecause


@pytest.mark.parametrize(
    ("not_heard", "alone", "spoken_by", "how"),
    [
        pytest.param("", Alone.YES, "", HowHeard.ALONE, id="alone"),
        pytest.param("", Alone.YES, ExpressedBy.ADULT, HowHeard.ALONE, id="alone, and the adult spoke"),
        pytest.param("", Alone.NO, "", HowHeard.WITH_OTHERS, id="others were there"),
        pytest.param("", Alone.WISHED_COMPANY, "", HowHeard.WITH_OTHERS, id="the adult wanted company"),
        pytest.param("", Alone.NOT_POSSIBLE, "", HowHeard.WITH_OTHERS, id="alone was not possible"),
        pytest.param("", "", "", HowHeard.ALONE_NOT_RECORDED, id="nobody wrote down whether alone: it is not guessed"),
        pytest.param("", Alone.YES, ExpressedBy.ADVOCATE, HowHeard.REPRESENTED, id="an advocate spoke for them"),
        pytest.param(
            NotHeardBecause.ASLEEP_OR_UNWELL, "", ExpressedBy.REPRESENTATIVE, HowHeard.REPRESENTED,
            id="asleep, and their representative spoke for them",
        ),
        pytest.param(NotHeardBecause.DECLINED, "", "", HowHeard.NOT_HEARD, id="they did not want to talk"),
        pytest.param(NotHeardBecause.COULD_NOT_REACH, Alone.YES, "", HowHeard.NOT_HEARD, id="not heard, whatever is said of alone"),
    ],
)  # fmt: skip
def test_how_heard(not_heard, alone, spoken_by, how):
    assert how_heard(not_heard_because=not_heard, alone=alone, spoken_by=spoken_by) == how


@pytest.mark.parametrize(
    ("alone", "asked"),
    [
        pytest.param(Alone.YES, False, id="alone: no reason"),
        pytest.param(Alone.NO, True, id="not alone: a reason"),
        pytest.param(Alone.NOT_POSSIBLE, True, id="not possible: a reason"),
        pytest.param(Alone.WISHED_COMPANY, False, id="the adult's own wish is the reason"),
        pytest.param("", False, id="not answered"),
    ],
)
def test_needs_reason_not_alone(alone, asked):
    assert needs_reason_not_alone(alone) is asked


@pytest.mark.parametrize(
    ("heard", "answers", "yet"),
    [
        pytest.param([HowHeard.WITH_OTHERS, HowHeard.ALONE], [], True, id="once alone is enough"),
        pytest.param([HowHeard.WITH_OTHERS], [Alone.WISHED_COMPANY], True, id="the adult wanted company"),
        pytest.param([HowHeard.WITH_OTHERS], [Alone.NO], False, id="only with others"),
        pytest.param([HowHeard.REPRESENTED], [], False, id="only through somebody else"),
        pytest.param([], [], False, id="not at all"),
    ],
)
def test_seen_alone_yet(heard, answers, yet):
    assert bool(seen_alone_yet(heard=heard, alone_answers=answers)) is yet


@pytest.mark.parametrize(
    ("alone", "present", "answer"),
    [
        pytest.param("yes", (), True, id="alone is alone"),
        pytest.param("no", ("interpreter",), True, id="with an interpreter is alone"),
        pytest.param("no", ("IMCA", "Advocate", "worker"), True, id="so is with an IMCA, an advocate and a worker"),
        pytest.param("no", (), False, id="a no that names nobody stays no"),
        pytest.param("no", ("interpreter", "daughter"), False, id="one more person makes it no"),
        pytest.param("no", ("Polish interpreter",), False, id="a word more is not exactly that word"),
        pytest.param("no", ("social worker",), False, id="a kind of worker is not exactly that word"),
        pytest.param("not-possible", ("interpreter",), False, id="what was not possible was not done"),
        pytest.param("", (), False, id="nothing recorded is not alone"),
    ],
)
def test_was_alone(alone, present, answer):
    assert was_alone(alone=alone, present=present) is answer


SAM = MayPoseRisk("Sam Example", "Son-in-law")


@pytest.mark.parametrize(
    ("present", "there"),
    [
        pytest.param((), (), id="nobody named"),
        pytest.param(("Sam",), ("Sam",), id="a first name is enough"),
        pytest.param(("her son",), ("her son",), id="so is what they are to the adult"),
        pytest.param(("the person who may pose a risk",), ("the person who may pose a risk",), id="said in those words"),
        pytest.param(("Her daughter", "Nurse Dee"), (), id="others are others"),
        pytest.param(("Jo in law",), (), id="words that say nothing match nobody"),
    ],
)
def test_who_may_pose_a_risk_was_there(present, there):
    assert who_may_pose_a_risk_was_there(present=present, known=(SAM,)) == there
