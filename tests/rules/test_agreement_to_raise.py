"""When is a reason asked, and does the answer ever stop a concern?"""

import pytest

from heard.rules.agreement_to_raise import answer_of_the_adult_raising_it, asks_why, may_leave_ground_blank
from heard.rules.vocabulary.concern import Agreement, Channel, Ground


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        pytest.param(Agreement.AGREED, False, id="agreed: no reason is asked"),
        pytest.param(Agreement.REFUSED, True, id="refused: a reason is asked"),
        pytest.param(Agreement.NOT_ASKED, True, id="not asked: a reason is asked"),
        pytest.param(Agreement.UNABLE, True, id="believed unable: a reason is asked"),
        pytest.param(None, False, id="no answer: no reason is asked"),
    ],
)
def test_asks_why(answer, asked):
    assert asks_why(answer) is asked


@pytest.mark.parametrize("answer", [pytest.param(answer, id=f"the public may, where the answer is {answer}") for answer in Agreement])
def test_the_public_may_always_leave_the_ground_blank(answer):
    assert may_leave_ground_blank(answer=answer, channel=Channel.PUBLIC, ground=None)


@pytest.mark.parametrize(
    ("answer", "ground", "allowed"),
    [
        pytest.param(Agreement.REFUSED, None, False, id="staff may not, where the adult refused"),
        pytest.param(Agreement.UNABLE, None, False, id="staff may not, where they believed the adult unable"),
        pytest.param(Agreement.REFUSED, Ground.CRIME, True, id="staff chose a ground"),
        pytest.param(Agreement.AGREED, None, True, id="the adult agreed, so there is no ground to choose"),
    ],
)
def test_staff_choose_a_ground(answer, ground, allowed):
    assert bool(may_leave_ground_blank(answer=answer, channel=Channel.STAFF, ground=ground)) is allowed


def test_the_adult_who_tells_us_has_agreed():
    assert answer_of_the_adult_raising_it() == Agreement.AGREED
