"""Is what agencies tell read as they wrote it, and put in one order?"""

from dataclasses import dataclass
from datetime import date, time

import pytest

from heard.rules.reviews.chronology import Row, merged, read_rows

DAY = date(2025, 5, 3)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("3 May 2025,14:30,Rang the surgery,GP notes", (Row(DAY, time(14, 30), "Rang the surgery", "GP notes"),),
                     id="date, time, what and source"),
        pytest.param("Date,Time,What,Source\n03/05/2025,,Seen at home,", (Row(DAY, None, "Seen at home"),),
                     id="a line of headings is passed over"),
        pytest.param("2025-05-03\t9.05\tVisit\tDiary", (Row(DAY, time(9, 5), "Visit", "Diary"),), id="tabs, as pasted from a table"),
        pytest.param("03/05/2025;;Visit;Diary", (Row(DAY, None, "Visit", "Diary"),), id="semicolons"),
        pytest.param('3 May 2025,,"He said, ""leave""",Police', (Row(DAY, None, 'He said, "leave"', "Police"),),
                     id="commas inside quotation marks"),
        pytest.param("\r\n3 May 2025,,Visit\r\n\r\n", (Row(DAY, None, "Visit"),), id="blank lines and a missing source"),
        pytest.param("", (), id="nothing"),
    ],
)  # fmt: skip
def test_what_is_read(text, rows):
    assert read_rows(text, today=date(2026, 3, 1)) == (rows, ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("May 2025,,Visit", "Line 1: ‘May 2025’ is not a date", id="a month is no date"),
        pytest.param("31/02/2025,,Visit", "is not a date", id="a day that never was"),
        pytest.param("1 May 2030,,Visit", "is not a date up to today", id="a day to come"),
        pytest.param("3 May 2025,noonish,Visit", "‘noonish’ is not a time", id="a word is no time"),
        pytest.param("3 May 2025,,Visit\n4 May 2025,10:00,", "Line 2: it does not say what happened", id="nothing happened"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line(text, says):
    rows, faults = read_rows(text, today=date(2026, 3, 1))
    assert any(says in fault for fault in faults) and len(rows) <= 1


@dataclass(frozen=True)
class Entry:
    agency: str
    on: date
    at: time | None = None


def test_all_agencies_in_one_order_those_without_a_time_first_in_their_day():
    later, police, gp, untimed = (
        Entry("GP", date(2025, 5, 4)), Entry("Police", DAY, time(9)), Entry("GP", DAY, time(9)), Entry("Police", DAY),
    )  # fmt: skip
    assert merged([later, police, gp, untimed]) == [untimed, gp, police, later]
