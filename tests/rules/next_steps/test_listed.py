"""Which duties does `heard duties` list?"""

import pytest

from heard.rules.next_steps.listed import is_listed
from heard.rules.next_steps.step import Duty


@pytest.mark.parametrize(
    ("duty", "listed"),
    [
        pytest.param(Duty.TALK, True, id="talking to the adult is a duty of the list"),
        pytest.param(Duty.OFFER_FEEDBACK, True, id="feedback is a duty of the list"),
        pytest.param(Duty.ANSWER_ASKED, False, id="an answer for the return is on the screens only"),
        pytest.param(Duty.ANSWER_CAPACITY, False, id="so is the answer about capacity"),
        pytest.param(Duty.ANSWER_SUPPORT, False, id="and the answer about support"),
    ],
)
def test_is_listed(duty, listed):
    assert is_listed(duty) is listed
