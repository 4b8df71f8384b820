"""Is anything lost when somebody writes for longer than they were signed in?"""

import html

import pytest
from django.test import Client
from django.urls import reverse

from heard.people.models import EarlierDetails
from tests import factories

pytestmark = pytest.mark.django_db
WORDS = 'She said "leave it" <twice> & meant it\nand then nothing'


@pytest.fixture
def enquiry():
    return factories.enquiry()


def _address(enquiry) -> str:
    return reverse("person-details", args=[enquiry.case.reference])


def test_what_was_typed_is_kept_on_the_page_and_nothing_is_saved(client, enquiry):
    sent = client.post(_address(enquiry), {"safe_contact": WORDS, "csrfmiddlewaretoken": "the-secret"})
    page = sent.content.decode()
    assert sent.status_code == 403
    assert html.escape(WORDS, quote=True).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in page
    assert "Nothing was saved yet" in page
    assert "the-secret" not in page
    assert "no-store" in sent.headers["Cache-Control"]
    assert not EarlierDetails.objects.exists()


def test_sent_again_once_signed_in_it_is_saved(client, enquiry):
    client.post(_address(enquiry), {"safe_contact": WORDS})
    client.force_login(enquiry.lead)
    assert client.post(_address(enquiry), {"safe_contact": WORDS, "given_name": "Testa"}).status_code == 302
    enquiry.case.person.refresh_from_db()
    assert enquiry.case.person.safe_contact == WORDS


def test_a_page_whose_token_is_too_old_keeps_the_words_for_one_more_press(enquiry):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(enquiry.lead)
    sent = browser.post(_address(enquiry), {"safe_contact": "typed long ago"})
    assert sent.status_code == 403
    assert "typed long ago" in sent.content.decode()
    assert "press the button once more" in sent.content.decode()
