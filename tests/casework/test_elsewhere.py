"""Does whoever answers the telephone learn whom to put a caller through to, and nothing about the adult?"""

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.cases.references import reference_in
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    adult = factories.person(given_name="Ada", family_name="Lovejoy")
    lead = factories.user(full_name="Jo Lead")
    concern = factories.concern(factories.case(person=adult, reference="H-2345-BCDF"), reference="C-7KMX-9PQ2")
    return factories.enquiry(concern, lead=lead)


def _searched(client, user, words) -> str:
    client.force_login(user)
    return " ".join(client.get(client.post(reverse("cases"), {"words": words, "stage": ""}).url).content.decode().split())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("C-7KMX-9PQ2", "C-7KMX-9PQ2"), ("c7kmx9pq2", "C-7KMX-9PQ2"), (" c 7kmx – 9pq2 ", "C-7KMX-9PQ2"), ("7kmx 9pq2", "7KMX-9PQ2"),
        ("Catherine", ""), ("7KMX", ""), ("C-7KMX-9", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_whole_reference_is_read_however_it_was_typed(typed, read):
    assert reference_in(typed) == read


@pytest.mark.parametrize("typed", ["C-7KMX-9PQ2", "c7kmx9pq2", "h 2345 bcdf"])
def test_a_reference_out_of_scope_says_with_whom_to_speak_and_nothing_about_the_adult(client, enquiry, typed):
    duty = factories.user(Role.DUTY_WORKER)
    page = _searched(client, duty, typed)
    assert "Speak with Jo Lead, North team" in page
    assert "Lovejoy" not in page and "/cases/H-2345-BCDF" not in page
    (event,) = Event.objects.filter(event="find-who-has-it")
    assert (event.by, event.case_id, event.is_read) == (duty, enquiry.case_id, True)
    assert client.get(reverse("case", args=["H-2345-BCDF"])).status_code == 404
    assert client.get(reverse("concern", args=["C-7KMX-9PQ2"])).status_code == 404


@pytest.mark.parametrize("typed", ["C-7KMX", "7KMX", "Lovejoy", "Ada"])
def test_a_part_of_it_or_a_name_says_nothing(client, enquiry, typed):
    assert "No case that you may see matches" in _searched(client, factories.user(Role.DUTY_WORKER), typed)
    assert not Event.objects.filter(event="find-who-has-it").exists()


def test_another_council_learns_nothing(client, enquiry):
    elsewhere = factories.user(Role.DUTY_WORKER, of=factories.authority("Elsewhere"))
    assert "No case that you may see matches" in _searched(client, elsewhere, "C-7KMX-9PQ2")
    assert not Event.objects.filter(event="find-who-has-it").exists()


def test_a_concern_recorded_in_error_is_not_there(client, enquiry):
    concern = enquiry.concern
    concern.in_error_at, concern.in_error_by, concern.in_error_because = concern.received_at, enquiry.lead, "Wrong person"
    concern.save()
    assert "No case that you may see matches" in _searched(client, factories.user(Role.DUTY_WORKER), "C-7KMX-9PQ2")


def test_whoever_may_open_it_finds_it_without_the_dashes(client, enquiry):
    assert 'href="/cases/H-2345-BCDF"' in _searched(client, enquiry.lead, "c7kmx9pq2")
    assert not Event.objects.filter(event="find-who-has-it").exists()
