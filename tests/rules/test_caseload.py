"""How long has a case been open, and which duties are things that nobody has asked yet?"""

from datetime import date, timedelta

import pytest

from heard.rules.caseload import OpenFor, is_not_asked, open_for
from heard.rules.next_steps.step import Duty

TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("days", "band"),
    [
        pytest.param(0, OpenFor.FOUR_WEEKS, id="opened today"),
        pytest.param(28, OpenFor.FOUR_WEEKS, id="four weeks to the day"),
        pytest.param(29, OpenFor.TWELVE_WEEKS, id="a day longer"),
        pytest.param(84, OpenFor.TWELVE_WEEKS, id="twelve weeks"),
        pytest.param(182, OpenFor.HALF_A_YEAR, id="half a year"),
        pytest.param(183, OpenFor.LONGER, id="longer"),
    ],
)
def test_how_long_a_case_has_been_open(days, band):
    assert open_for(TODAY - timedelta(days=days), TODAY) == band


@pytest.mark.parametrize(
    ("duty", "not_asked"),
    [
        pytest.param(Duty.ASK_WISHES, True, id="the adult was not asked what they want"),
        pytest.param(Duty.ANSWER_CAPACITY, True, id="nobody recorded whether the adult had capacity"),
        pytest.param(Duty.DECIDE, False, id="a decision is not a question to the adult"),
        pytest.param(Duty.TELL_REFERRER, False, id="telling is not asking"),
    ],
)
def test_what_has_not_been_asked(duty, not_asked):
    assert is_not_asked(duty) is not_asked
