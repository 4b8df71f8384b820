"""Does the page show who had seen a record, take a reason, and put it back?"""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from heard.rules.recorded_in_error import Kind
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(enquiry, kind, record) -> str:
    return reverse("mark-in-error", args=[enquiry.case.reference, kind, getattr(record, "pk", record)])


def test_it_shows_the_record_and_who_has_opened_the_case_since(enquiry):
    said = factories.conversation(enquiry, words="This is about somebody else.")
    manager = factories.user(Role.MANAGER, full_name="Margaret Reader")
    signed_in(manager).get(reverse("summary", args=[enquiry.case.reference]))
    html = signed_in(enquiry.lead).get(address(enquiry, Kind.CONVERSATION, said)).content.decode()
    assert "This is about somebody else." in html
    assert "Margaret Reader" in html


def test_marked_it_is_listed_without_its_words_and_can_be_put_back(enquiry):
    said, client = factories.wish(enquiry, words="Somebody else’s wish."), signed_in(enquiry.lead)
    where = address(enquiry, Kind.WISH, said)
    assert client.post(where, {"because": "Another adult."}).status_code == 302
    listed = client.get(reverse("in-error-list", args=[enquiry.case.reference])).content.decode()
    assert "Another adult." in listed
    assert "Somebody else’s wish." not in listed
    assert where in listed
    assert client.post(where, {"because": "It was hers."}).status_code == 302
    said.refresh_from_db()
    assert said.in_error_at is None


def test_without_a_reason_nothing_is_marked(enquiry):
    said = factories.wish(enquiry)
    page = signed_in(enquiry.lead).post(address(enquiry, Kind.WISH, said), {"because": " "})
    assert "Say why this was recorded in error" in page.content.decode()
    said.refresh_from_db()
    assert said.in_error_at is None


@pytest.mark.parametrize("what", ["a record of another case", "no such kind", "no such record"])
def test_what_is_not_of_this_case_is_not_found(enquiry, what):
    other = factories.wish(factories.enquiry())
    where = {
        "a record of another case": address(enquiry, Kind.WISH, other),
        "no such kind": address(enquiry, "person", other),
        "no such record": address(enquiry, Kind.WISH, uuid.uuid4()),
    }[what]
    assert signed_in(enquiry.lead).get(where).status_code == 404


def test_a_duty_worker_who_marks_the_only_concern_goes_home():
    concern, duty = factories.concern(), factories.user(Role.DUTY_WORKER)
    where = reverse("mark-in-error", args=[concern.case.reference, Kind.CONCERN, concern.pk])
    assert signed_in(duty).post(where, {"because": "Somebody tried the form."}).url == reverse("home")
