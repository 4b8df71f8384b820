"""Is the safe-contact card written, kept, and shown in full?"""

from datetime import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.documents.forms.safe_contact import as_written
from heard.documents.gate import ask_gate
from heard.documents.showing import card_in_words
from heard.people.models import SafeContactCard
from heard.people.queries import safe_contact_card_of
from heard.rules.vocabulary.safe_contact import SentHow
from tests import factories

pytestmark = pytest.mark.django_db
ANSWERS = {
    "phone_safe": "yes", "phone_where": "01632 960001\n01632 960002", "post_safe": "no", "post_why": "He opens it.",
    "text_safe": "not-known", "never": "01632 960003", "safe_times": ["weekday-morning"], "shared_or_watched": ["post"],
    "code_word": "Bluebell", "must_not_know": "Her son", "times": "",
    "safe_hours": "Mondays 9.30am to 12pm", "unsafe_hours": "Thursdays\nTuesdays 2pm to 4pm",
    "words": "Say you are from the library.",
}  # fmt: skip


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def where(client, enquiry):
    client.force_login(enquiry.lead)
    return reverse("safe-contact", args=[enquiry.case.reference])


def test_the_card_is_kept_as_it_was_answered_and_comes_back_the_same(client, enquiry, where, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get(where)
    client.post(where, ANSWERS)
    card = safe_contact_card_of(enquiry.case.person)
    assert [(one["way"], one["is_safe"], one["where"] or one["words"]) for one in card.ways] == [
        ("phone", "yes", "01632 960001"), ("phone", "yes", "01632 960002"), ("text", "not-known", ""), ("post", "no", "He opens it."),
        ("", "no", "01632 960003"),
    ]  # fmt: skip
    again = as_written(card, enquiry.case.person)
    assert {name: again.get(name, "") for name in ANSWERS} == ANSWERS


def test_the_card_before_is_kept(client, enquiry, where):
    client.post(where, ANSWERS)
    client.post(where, {"post_safe": "yes"})
    assert SafeContactCard.objects.filter(person=enquiry.case.person).count() == 2
    assert safe_contact_card_of(enquiry.case.person).supersedes.code_word == "Bluebell"


def test_everything_on_it_is_said(client, enquiry, where):
    client.post(where, ANSWERS)
    said = card_in_words(safe_contact_card_of(enquiry.case.person), enquiry.case.person)
    lines = dict(said.facts)
    assert lines["Phone"] == ("Safe: 01632 960001", "Safe: 01632 960002") and lines["Post"] == ("Not safe: He opens it.",)
    assert lines["Never safe"] == ("01632 960003",) and lines["Code word"] == ("Bluebell",) and lines["Not asked yet"] == ("E-mail, Visit",)
    assert said.warning == ""


def test_no_card_is_a_warning_with_what_was_told():
    person = factories.person(safe_contact="Only at the day centre.")
    said = card_in_words(None, person)
    assert "Ask before anything is sent" in said.warning and said.facts[0][1] == ("Only at the day centre.",)


def test_what_was_told_as_who_must_not_know_is_the_first_answer():
    assert as_written(None, factories.person(must_not_know="Her son")) == {"must_not_know": "Her son"}


def test_hours_are_kept_by_day_with_the_words_and_shown(client, enquiry, where):
    client.post(where, ANSWERS)
    card = safe_contact_card_of(enquiry.case.person)
    assert [(one["day"], one["start"], one["end"], one["is_safe"], one["words"]) for one in card.hours] == [
        ("monday", "09:30", "12:00", "yes", "Mondays 9.30am to 12pm"), ("thursday", "00:00", "24:00", "no", "Thursdays"),
        ("tuesday", "14:00", "16:00", "no", "Tuesdays 2pm to 4pm"),
    ]  # fmt: skip
    lines = dict(card_in_words(card, enquiry.case.person).facts)
    assert "Mondays 9.30am to 12pm" in lines["When it is safe to ring or visit"]
    assert lines["When it is not safe"] == ("Thursdays", "Tuesdays 2pm to 4pm")


def test_words_about_times_never_stand_among_the_times_that_are_safe():
    person = factories.person()
    card = factories.safe_contact_card(person, safe_times=["weekday-morning"], times="Thursdays are when the neighbour is in")
    lines = dict(card_in_words(card, person).facts)
    assert lines["About these times"] == ("Thursdays are when the neighbour is in",)
    assert "Thursdays" not in " ".join(lines["When it is safe to ring or visit"])


def test_hours_that_cannot_be_read_are_sent_back_with_all_that_was_typed(client, enquiry, where):
    page = client.post(where, {**ANSWERS, "safe_hours": "Mondays 2 to 3"}).content.decode()
    assert "This line cannot be read: Mondays 2 to 3" in page and "Bluebell" in page
    assert safe_contact_card_of(enquiry.case.person) is None


def test_the_gate_reads_the_hours_of_the_card(client, enquiry, where):
    client.post(where, {"visit_safe": "yes", "unsafe_hours": "Thursdays"})
    thursday, friday = (timezone.make_aware(datetime(2026, 3, day, 10)) for day in (5, 6))
    asked = {"case": enquiry.case, "how": SentHow.IN_PERSON, "where": "The library"}
    stopped = ask_gate(**asked, at=thursday)
    assert not stopped and "Not safe: Thursdays" in " ".join(stopped.because)
    assert ask_gate(**asked, at=friday)


def test_another_team_may_not_open_it(client, enquiry, where):
    client.force_login(factories.user(teams=[factories.team("South team")]))
    assert client.get(where).status_code == 404
