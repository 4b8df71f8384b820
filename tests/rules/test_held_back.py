"""May an entry of who looked be held back from the adult?"""

from datetime import date, timedelta

import pytest

from heard.rules.held_back import may_hold_back, may_know_of_case

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("ground", "because", "days", "may"),
    [
        pytest.param("crime", "The police asked.", 30, True, id="a crime, with a reason and a day"),
        pytest.param("danger", "He reads her phone.", 183, True, id="danger, to be looked at in six months"),
        pytest.param("danger", "He reads her phone.", 184, False, id="for longer than six months"),
        pytest.param("danger", "He reads her phone.", 0, False, id="looked at again today"),
        pytest.param("crime", " ", 30, False, id="no reason"),
        pytest.param("embarrassing", "We would rather not.", 30, False, id="no such ground"),
    ],
)
def test_only_on_two_grounds_with_a_reason_and_a_day(ground, because, days, may):
    said = may_hold_back(ground=ground, because=because, review_on=TODAY + timedelta(days=days), today=TODAY)
    assert said.yes is may and said.law


def test_a_day_is_needed():
    assert not may_hold_back(ground="crime", because="The police asked.", review_on=None, today=TODAY)


@pytest.mark.parametrize("fact", ["knows", "was_asked", "has_read", ""])
def test_another_case_is_known_of_only_where_that_is_recorded(fact):
    facts = {"knows": False, "was_asked": False, "has_read": False}
    said = may_know_of_case(**{**facts, **({fact: True} if fact else {})})
    assert said.yes is bool(fact) and said.because
