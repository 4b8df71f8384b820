"""Which steps took longer than their days, and which reasons may be kept?"""

from datetime import date

import pytest

from heard.rules.lateness import REASONS, TimedStep, label_of_reason, late_steps, may_say_why_late
from heard.rules.next_steps.step import Timescales

TALK, END = TimedStep.FIRST_TALK, TimedStep.CONCLUDING
RECEIVED, STARTED = date(2026, 3, 2), date(2026, 3, 4)
DAYS = Timescales(talk=2, conclude=30)  # due on 4 March and 3 April
TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("heard", "ended", "today", "late"),
    [
        pytest.param(date(2026, 3, 4), date(2026, 4, 3), TODAY, {}, id="both on their last day: neither is late"),
        pytest.param(date(2026, 3, 5), date(2026, 4, 3), TODAY, {TALK: 1}, id="a talk on the day after is a day late"),
        pytest.param(date(2026, 3, 4), date(2026, 4, 8), TODAY, {END: 5}, id="concluded five days over"),
        pytest.param(None, None, date(2026, 3, 4), {}, id="still to do, and the day is today"),
        pytest.param(None, None, date(2026, 3, 5), {TALK: 1}, id="still to do, and the day was yesterday"),
        pytest.param(None, date(2026, 3, 4), TODAY, {}, id="ended on the day the talk was due: it was never late"),
        pytest.param(None, date(2026, 3, 9), date(2026, 3, 9), {TALK: 5}, id="ended without any talk"),
    ],
)
def test_late_steps(heard, ended, today, late):
    found = late_steps(received_on=RECEIVED, first_heard_on=heard, started_on=STARTED, concluded_on=ended, today=today, days=DAYS)
    assert {one.step: one.days_over(today) for one in found} == late


@pytest.mark.parametrize(
    ("is_late", "reason", "words", "may"),
    [
        pytest.param(True, "adults-pace", "", True, id="a reason of the list"),
        pytest.param(True, "other", "The lift was broken.", True, id="another reason, in words"),
        pytest.param(True, "other", "  ", False, id="another reason without words"),
        pytest.param(True, "weather", "Snow.", False, id="not of the list"),
        pytest.param(False, "adults-pace", "", False, id="nothing is late"),
    ],
)
def test_may_say_why_late(is_late, reason, words, may):
    assert bool(may_say_why_late(is_late=is_late, reason=reason, words=words, reasons=REASONS)) is may


def test_a_label_of_reason_stays_when_the_list_changes():
    assert label_of_reason("snow", {"snow": "Snow"}) == "Snow"
    assert label_of_reason("nobody-free", {"snow": "Snow"}) == REASONS["nobody-free"]
    assert label_of_reason("no-more-offered", {}) == "No more offered"
