"""Which days and hours are safe, and is this one of them?"""

from datetime import datetime

import pytest

from heard.rules.safe_hours import against_the_hours, hours_in, names_safe_hours_on
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.safe_contact import Day

MON, TUE, WED, THU, FRI, SAT, SUN = Day


@pytest.mark.parametrize(
    ("line", "days", "start", "end"),
    [
        pytest.param("Mondays and Fridays, 9.30am to 12pm", (MON, FRI), "09:30", "12:00", id="two days and their hours"),
        pytest.param("Monday to Friday 09:00 to 17:00", (MON, TUE, WED, THU, FRI), "09:00", "17:00", id="a run of days, in 24 hours"),
        pytest.param("weekends 10am - midday", (SAT, SUN), "10:00", "12:00", id="the weekend, until midday"),
        pytest.param("Saturday to Monday", (SAT, SUN, MON), "00:00", "24:00", id="over the end of the week, the whole day"),
        pytest.param("  Thursdays.", (THU,), "00:00", "24:00", id="a day without hours is the whole day"),
        pytest.param("Mon, Weds & Thurs from 10am until 2pm", (MON, WED, THU), "10:00", "14:00", id="short names of days"),
        pytest.param("Every day 10pm to midnight", tuple(Day), "22:00", "24:00", id="every day, until midnight"),
        pytest.param("Tuesday 12am to 12pm", (TUE,), "00:00", "12:00", id="twelve at night is the start of the day"),
    ],
)
def test_a_line_of_words_is_read(line, days, start, end):
    read = hours_in(line, is_safe=Answer.YES)
    assert [(one.day, one.start, one.end) for one in read] == [(day, start, end) for day in days]
    assert {one.words for one in read} == {line}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("", id="nothing"),
        pytest.param("when he is out", id="no day"),
        pytest.param("9am to 12pm", id="hours without a day"),
        pytest.param("Monday 2 to 3", id="an hour that may be morning or afternoon"),
        pytest.param("Monday 3pm to 2pm", id="an end before the start"),
        pytest.param("Monday 25:00 to 26:00", id="no such hour"),
        pytest.param("Monday 09:75 to 10:00", id="no such minute"),
        pytest.param("Not Thursdays", id="a day that is denied is never read as a day that is safe"),
        pytest.param("Monday 9am to 10am, not if he is there", id="more than days and hours"),
        pytest.param("Monday 9am to 10am and 2pm to 3pm", id="two pairs of hours on one line"),
    ],
)
def test_what_cannot_be_read_is_not_guessed(line):
    assert hours_in(line, is_safe=Answer.YES) == ()


SAFE = hours_in("Mondays 9.30am to 12pm", is_safe=Answer.YES)
NEVER = (*hours_in("Thursdays", is_safe=Answer.NO), *hours_in("Mondays 11am to 11.30am", is_safe=Answer.NO))


@pytest.mark.parametrize(
    ("day", "hour", "minute", "against"),
    [
        pytest.param(2, 9, 30, (), id="the first minute"),
        pytest.param(2, 9, 29, ("Mondays 9.30am to 12pm",), id="the minute before"),
        pytest.param(2, 12, 0, ("Mondays 9.30am to 12pm",), id="the end is no longer safe"),
        pytest.param(2, 11, 10, ("Mondays 11am to 11.30am",), id="what is never safe holds inside what is safe"),
        pytest.param(5, 10, 0, ("Thursdays",), id="a whole day that is never safe"),
        pytest.param(3, 10, 0, (), id="a day of which nothing was said is for the rest of the card"),
    ],
)
def test_against_the_hours(day, hour, minute, against):
    assert against_the_hours((*SAFE, *NEVER), datetime(2026, 3, day, hour, minute)) == against


@pytest.mark.parametrize(
    ("day", "names"),
    [
        pytest.param(2, True, id="Monday is named"),
        pytest.param(3, False, id="Tuesday is not"),
        pytest.param(5, False, id="Thursday is named only as never safe"),
    ],
)
def test_whether_safe_hours_are_named_for_the_day(day, names):
    assert names_safe_hours_on((*SAFE, *NEVER), datetime(2026, 3, day, 10)) is names
