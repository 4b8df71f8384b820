"""What is one thing a case needs, and how long is it given?"""

from datetime import date

import pytest

from heard.rules.next_steps.step import Duty, NextStep, days_after


@pytest.mark.parametrize(
    ("today", "overdue"),
    [
        pytest.param(date(2026, 3, 3), False, id="the day before"),
        pytest.param(date(2026, 3, 4), False, id="on the day itself"),
        pytest.param(date(2026, 3, 5), True, id="the day after"),
    ],
)
def test_a_step_is_overdue_once_its_day_has_passed(today, overdue):
    step = NextStep(Duty.TALK, date(2026, 3, 2), days_after(date(2026, 3, 2), 2), (), (), "")
    assert step.is_overdue(today) is overdue
