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
