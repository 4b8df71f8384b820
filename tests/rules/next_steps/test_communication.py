"""Is what the adult needs to communicate there when they are spoken with?"""

from datetime import date

import pytest

from heard.rules.next_steps.communication import meet_communication_need
from heard.rules.next_steps.step import Timescales
from tests.rules.next_steps.made import facts, talk

NEEDS = {"communication_needs": ("pictures", "easy-read")}


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        pytest.param({}, False, id="no need is recorded"),
        pytest.param(NEEDS, True, id="a need, and nobody has spoken with them"),
        pytest.param({"communication_needs": ("advocate-support",)}, False, id="an advocate has a duty of its own"),
        pytest.param({**NEEDS, "conversations": (talk(),)}, True, id="heard, and what helped is not recorded"),
        pytest.param({**NEEDS, "conversations": (talk(says_what_helped=True),)}, False, id="heard, and what helped is recorded"),
        pytest.param({**NEEDS, "conversations": (talk(says_what_helped=True, not_heard_because="declined"),)}, True, id="not heard"),
        pytest.param({**NEEDS, "conversations": (talk(1, says_what_helped=True),)}, True, id="before the concern"),
        pytest.param({**NEEDS, "is_closed": True}, False, id="the case is closed"),
        pytest.param({**NEEDS, "died_on": date(2026, 3, 9)}, False, id="the adult has died"),
    ],
)
def test_meet_communication_need(fields, owed):
    assert bool(meet_communication_need(facts(**fields), Timescales())) is owed


def test_it_names_the_needs():
    (step,) = meet_communication_need(facts(**NEEDS), Timescales())
    assert step.because[0] == "Recorded as what the adult needs: Easy Read, Pictures."
