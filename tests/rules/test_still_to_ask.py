"""What of the return can still be asked, and in which records is it looked for?"""

import pytest

from heard.rules.still_to_ask import MEANS, Among, StillToAsk, asked_among, is_looked_at


def test_each_thing_is_looked_for_somewhere_and_says_what_its_blank_means():
    assert {item for among in Among for item in asked_among(among)} == set(StillToAsk) == set(MEANS)


def test_how_it_ended_is_not_late_in_an_enquiry_that_is_open():
    at_the_end = {StillToAsk.FINDING, StillToAsk.OUTCOME, StillToAsk.RATING}
    assert set(asked_among(Among.CONCLUDED)) - set(asked_among(Among.OPEN)) == at_the_end


@pytest.mark.parametrize(
    ("among", "year", "looked_at"),
    [
        pytest.param(Among.OPEN, 2026, True, id="open enquiries in the year that runs"),
        pytest.param(Among.OPEN, 2025, False, id="open enquiries are not of a year that is over"),
        pytest.param(Among.CONCLUDED, 2025, True, id="concluded enquiries in any year"),
        pytest.param(Among.RECEIVED, 2025, True, id="concerns in any year"),
    ],
)
def test_open_enquiries_belong_to_the_year_that_runs(among, year, looked_at):
    assert is_looked_at(among, year=year, year_now=2026) is looked_at
