"""Does somebody's word that something is not needed still stand?"""

from dataclasses import replace
from datetime import date

import pytest

from heard.rules.decision import Law
from heard.rules.next_steps.not_needed import Said, key_of, rests_on, stands, still_asked
from heard.rules.next_steps.step import Duty, NextStep

STEP = NextStep(Duty.TALK, date(2026, 3, 2), date(2026, 3, 3), ("Nobody has heard the adult.",), (Law("Practice"),), "a talk", "C-1")
SAID = Said("talk-to-the-adult", "C-1", rests_on(STEP))


@pytest.mark.parametrize(
    ("now", "still"),
    [
        pytest.param(STEP, True, id="nothing has changed"),
        pytest.param(replace(STEP, since=date(2026, 3, 5)), False, id="it is owed since another day"),
        pytest.param(replace(STEP, because=(*STEP.because, "3 March: not heard.")), False, id="there is another reason"),
        pytest.param(replace(STEP, concern="C-2"), False, id="it is about another concern"),
        pytest.param(replace(STEP, duty=Duty.ASK_WISHES), False, id="it is another duty"),
        pytest.param(replace(STEP, due=date(2026, 3, 9)), True, id="the council gives it more days"),
    ],
)
def test_stands(now, still):
    assert stands(SAID, now) is still
    assert still_asked([now], [SAID]) == (() if still else (now,))
    assert (key_of(now) == key_of(STEP)) is still
