"""How are dates, times and people's words written on a page?"""

from datetime import UTC, date, datetime

import pytest

from heard.govuk.words import clock, day, paragraphs, when


def test_a_day_is_written_in_full():
    assert day(date(2026, 5, 3)) == "3 May 2026" and day(None) == ""


def test_a_moment_is_written_in_local_time():
    assert when(datetime(2026, 7, 3, 23, 5, tzinfo=UTC)) == "4 July 2026 at 12:05am" and when(None) == ""
    assert day(datetime(2026, 7, 3, 23, 5, tzinfo=UTC)) == "4 July 2026"


@pytest.mark.parametrize(
    ("hour", "minute", "said"), [(14, 5, "2:05pm"), (14, 0, "2pm"), (12, 0, "midday"), (0, 0, "midnight"), (9, 30, "9:30am")]
)
def test_a_time_is_written_as_people_say_it(hour, minute, said):
    assert clock(datetime(2026, 1, 3, hour, minute, tzinfo=UTC)) == said


def test_words_are_escaped_and_keep_their_lines():
    assert paragraphs("a <b>\r\nc\n\n\nd", "") == "<p>a &lt;b&gt;<br>c</p>\n<p>d</p>"
    assert paragraphs(None) == ""
