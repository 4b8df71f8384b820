"""Are adults’ answers about how it was shown apart from those of people who spoke for them, and never so few as to give somebody away?"""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.measures.experience import experience_of
from heard.rules.indicators.periods import last_twelve_months
from heard.rules.vocabulary.experience import Who
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import AnonymousExperience
from heard.voice.questionnaires import instrument_in_use
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
QUESTION = instrument_in_use().questions[0]


def said(who, *, yes=0, no=0):
    instrument = instrument_in_use()
    for answer in ["yes"] * yes + ["no"] * no:
        AnonymousExperience.objects.create(
            authority=factories.authority(), year=TODAY.year, month=TODAY.month, who=who, instrument=instrument.id,
            instrument_version=instrument.version, questionnaire=instrument.as_data(), answers={QUESTION.id: answer},
        )  # fmt: skip


def first():
    return experience_of(factories.authority(), last_twelve_months(TODAY))[0]


def test_adults_and_those_who_spoke_for_them_are_never_added_together():
    said(Who.ADULT, yes=30, no=20), said(Who.REPRESENTATIVE, yes=40, no=10)
    found = first()
    assert found.question == QUESTION.asked("adult")
    assert {row.whose: row.percent for row in found.rows if row.key == "yes"} == {
        "Adults, without a name": 60, "People who spoke for an adult, without a name": 80
    }  # fmt: skip
    assert "without a name: Yes 60%" in found.sentence


def test_few_answers_are_withheld():
    said(Who.ADULT, yes=4, no=3)
    found = first()
    assert all(row.percent is None for row in found.rows) and found.chart is None and "Too few" in found.sentence


def asked(number, **how):
    """So many adults asked by name, each of an enquiry of their own."""
    for _ in range(number):
        factories.experience(factories.enquiry(), asked_on=TODAY, answers={QUESTION.id: "yes"}, **how)


def test_how_the_askings_went_stands_first_and_says_who_asked_and_what_few_would_give_away_is_withheld():
    asked(20, by_lead=False), asked(10, by_lead=True), asked(10, ended="declined")
    found = first()
    assert (found.key, found.wording) == ("experience-asking", "")
    assert {row.key: (row.whose, row.part, row.whole, row.percent) for row in found.rows} == {
        "to-another": ("Adults", 20, 40, 50), "to-the-lead": ("Adults", "[c]", 40, None),
        "declined": ("Adults", 10, 40, 25), "unable": ("Adults", "[c]", 40, None),
    }  # fmt: skip
    assert found.sentence == "Adults: They answered, and the enquiry’s lead did not ask 50%."


def test_where_only_another_answer_may_be_shown_the_sentence_leads_to_the_table():
    asked(20, by_lead=True), asked(20, ended="declined"), asked(2, by_lead=False), asked(2, ended="unable")
    found = first()
    assert found.chart is None and "The table has what can be shown" in found.sentence
    shown = {row.key for row in found.rows if row.percent is not None}
    assert shown and "to-another" not in shown and "unable" not in shown


def test_a_group_of_which_nothing_may_be_shown_is_named_and_not_a_row_of_each_answer(client):
    said(Who.ADULT, yes=30, no=20), said(Who.REPRESENTATIVE, yes=4, no=3)
    found = first()
    assert found.too_few == ["People who spoke for an adult, without a name"] and found.rows_shown
    assert {row.whose for row in found.rows_shown} == {"Adults, without a name"} < {row.whose for row in found.rows}
    client.force_login(factories.user(Role.ANALYST))
    page = client.get(reverse("board")).content.decode()
    assert "Too few to show of: people who spoke for an adult, without a name." in page and "[c] of 5<" not in page


def test_with_no_answer_nothing_is_drawn_and_the_board_says_nothing_of_it(client):
    assert experience_of(factories.authority(), last_twelve_months(TODAY)) == []
    client.force_login(factories.user(Role.ANALYST))
    assert "How was it for them?" not in client.get(reverse("board")).content.decode()
    said(Who.ADULT, yes=30, no=20)
    page = client.get(reverse("board")).content.decode()
    assert "How was it for them?" in page and QUESTION.asked("adult") in page


def test_the_answers_go_out_with_the_boards_figures_each_group_apart_and_few_ones_withheld(client):
    said(Who.ADULT, yes=30, no=20), said(Who.REPRESENTATIVE, yes=4, no=3)
    client.force_login(factories.user(Role.ANALYST))
    rows = list(csv.DictReader(io.StringIO(client.get(reverse("board-file")).content.decode())))
    found = {row["whose"]: (row["numerator"], row["denominator"], row["percent"]) for row in rows if row["part"] == "Yes"}
    assert found == {
        "Adults, without a name": ("30", "50", "60"), "People who spoke for an adult, without a name": ("[c]", "5", ""),
    }  # fmt: skip
