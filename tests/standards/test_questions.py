"""Does every question of one council's forms have a home that exists, or a reason; and is nothing asked twice?"""

import pytest
from django.apps import apps
from django.urls import get_resolver

from heard.config.questions import DOCS, asked_more_than_once, questions, questions_page

ROWS = questions()
WITH_HOME = [row for row in ROWS if row["answer"] == "home"]


def test_every_question_of_the_forms_is_answered():
    assert [int(row["number"]) for row in ROWS] == list(range(1, 220)), "docs/questions.csv must hold the 219 questions in order."
    for row in ROWS:
        assert row["answer"] in ("home", "not yet", "none"), row
        assert (row["answer"] == "home") == bool(row["home"] and row["asked_on"]), row
        assert row["answer"] == "home" or row["note"], f"Question {row['number']} has no home: say why."


@pytest.mark.parametrize("home", sorted({row["home"] for row in WITH_HOME}))
def test_each_home_is_a_field_that_exists(home):
    app, model, field = home.split(".")
    assert field in {one.name for one in apps.get_model(app, model)._meta.get_fields()}, f"{home} is no field: mend docs/questions.csv."


@pytest.mark.parametrize("name", sorted({row["asked_on"] for row in WITH_HOME}))
def test_each_screen_that_asks_exists(name):
    assert name in get_resolver().reverse_dict or f"{name}-start" in get_resolver().reverse_dict, f"No address is named {name}."


def test_nothing_is_asked_twice():
    assert asked_more_than_once() == {}, "One answer, one screen: an answer is asked for on one screen only."


def test_the_page_is_current():
    assert (DOCS / "questions.md").read_text(encoding="utf-8") == questions_page(), "Run make docs."
