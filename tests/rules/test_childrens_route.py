"""Is the way to children's services shown when it should be?"""

from datetime import date

import pytest

from heard.rules.childrens_route import age_in_words, is_under_18, should_show_childrens_route
from heard.rules.vocabulary.answers import Answer

TODAY = date(2026, 11, 23)
NOBODY = {"birth_date": None, "may_be_under_18": False, "child_in_household": None}


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        pytest.param({}, False, id="nothing is known"),
        pytest.param({"may_be_under_18": True}, True, id="they may be under 18"),
        pytest.param({"birth_date": date(2008, 11, 24)}, True, id="18 tomorrow"),
        pytest.param({"birth_date": date(2008, 11, 23)}, False, id="18 today"),
        pytest.param({"child_in_household": Answer.YES}, True, id="a child lives there"),
        pytest.param({"child_in_household": Answer.NOT_KNOWN}, False, id="nobody knows whether a child lives there"),
        pytest.param({"child_in_household": Answer.NO, "birth_date": date(1950, 5, 3)}, False, id="an adult without children"),
    ],
)
def test_route(known, shown):
    said = should_show_childrens_route(**{**NOBODY, **known}, today=TODAY)
    assert bool(said) is shown
    assert bool(said.because) is shown


def test_born_on_29_february_they_are_18_on_1_march():
    assert is_under_18(date(2008, 2, 29), today=date(2026, 2, 28))
    assert not is_under_18(date(2008, 2, 29), today=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("said", "answer", "words"),
    [
        pytest.param(True, "", "May be under 18", id="not answered yet"),
        pytest.param(True, "no", "May be under 18", id="under 18"),
        pytest.param(True, "yes", "Said to be under 18; settled: 18 or over", id="settled"),
        pytest.param(False, "yes", "", id="nobody said so"),
    ],
)
def test_what_stands_of_an_age_that_was_said(said, answer, words):
    assert age_in_words(may_be_under_18=said, is_18_or_over=answer) == words
