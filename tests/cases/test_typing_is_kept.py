"""Is what somebody types on a page with one form kept until they save it, for them alone?"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.flows.actions import delete_expired_drafts
from heard.flows.models import KeptWords
from tests import factories

pytestmark = pytest.mark.django_db
WORDS = "She said it twice, quietly."


@pytest.fixture
def enquiry(client):
    made = factories.enquiry()
    client.force_login(made.lead)
    return made


def _page(enquiry) -> str:
    return reverse("person-details", args=[enquiry.case.reference])


def _kept(address: str) -> str:
    return f"{reverse('kept')}?of={address}"


def test_what_is_typed_is_kept_and_offered_again_to_whoever_typed_it(client, enquiry):
    page = _page(enquiry)
    saved = client.post(_kept(page), {"safe_contact": WORDS, "csrfmiddlewaretoken": "x", "new_password": "x"})
    assert saved.json()["saved"]
    assert client.get(_kept(page)).json()["words"] == {"safe_contact": [WORDS]}
    client.force_login(factories.user())
    assert client.get(_kept(page)).json() == {}


def test_the_newest_words_take_the_place_of_the_older(client, enquiry):
    for words in ("first", WORDS):
        client.post(_kept(_page(enquiry)), {"safe_contact": words})
    assert KeptWords.objects.get().words == {"safe_contact": [WORDS]}


def test_saving_the_page_forgets_them_and_a_mistake_on_it_does_not(client, enquiry):
    page = _page(enquiry)
    client.post(_kept(page), {"safe_contact": WORDS})
    assert client.post(page, {"safe_contact": WORDS, "nhs_number": "12", "_kept": "1"}).status_code == 200
    assert KeptWords.objects.exists()
    assert client.post(page, {"safe_contact": WORDS, "_kept": "1"}).status_code == 302
    assert not KeptWords.objects.exists()


def test_whoever_does_not_want_them_can_delete_them(client, enquiry):
    client.post(_kept(_page(enquiry)), {"safe_contact": WORDS})
    client.post(_kept(_page(enquiry)), {"forget": "1"})
    assert not KeptWords.objects.exists()


def test_they_expire_like_a_draft(client, enquiry):
    client.post(_kept(_page(enquiry)), {"safe_contact": WORDS})
    KeptWords.objects.update(kept_at=timezone.now() - timedelta(days=400))
    assert client.get(_kept(_page(enquiry))).json() == {}
    delete_expired_drafts()
    assert not KeptWords.objects.exists()


@pytest.mark.parametrize(
    ("address", "typed", "status"),
    [("https://elsewhere.example/", "words", 400), ("", "words", 400), ("/no-such-page", "words", 400), ("/cases", "w" * 500_000, 413)],
    ids=["another site", "no page", "a page that is not there", "more than can be kept"],
)
def test_what_cannot_be_kept_is_said_in_words(client, enquiry, address, typed, status):
    answer = client.post(_kept(address), {"safe_contact": typed})
    assert answer.status_code == status
    assert answer.json()["problem"]
    assert not KeptWords.objects.exists()


def test_a_page_without_anybody_signed_in_asks_for_nothing_to_be_kept(client):
    assert "data-keep" not in client.get("/sign-in").content.decode()
    assert client.get(_kept("/cases")).status_code == 302
