"""Does leaving close the page, always, and go on to the council's chosen page without naming it in an address of ours?"""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heard.documents.actions import keep_portrait
from heard.mypage.models import Opening, Saying
from tests import factories
from tests.mypage import making
from tests.mypage.making import ANSWER, offered, opened

pytestmark = pytest.mark.django_db
ELSEWHERE = "https://weather.example.invalid/"


@pytest.fixture
def enquiry():
    made = factories.enquiry()
    made.authority.exit_url = ELSEWHERE
    made.authority.save()
    return made


def test_it_goes_on_to_the_councils_page_by_the_neutral_one(enquiry):
    browser, _ = opened(enquiry)
    left = browser.post("/p/leave")
    assert left["Location"] == "/p/blank"
    for _ in range(2):
        assert f'http-equiv="refresh" content="0; url={ELSEWHERE}"' in browser.get("/p/blank").content.decode()
    assert enquiry.authority.name not in browser.get("/p/blank").content.decode()
    for one in (Client(), opened(factories.enquiry(factories.concern(of=factories.authority("Elsewhere"))))[0]):
        one.post("/p/leave")
        assert b"refresh" not in one.get("/p/blank").content, "no page of a council that chose one"


def test_the_page_left_behind_looks_empty():
    html = Client().get("/p/blank").content.decode()
    assert "<title>Page</title>" in html and html.count("<h1") == 1
    assert re.sub(r"<[^>]+>", "", html.split("<body>")[1]).strip() == ""


def test_nobody_makes_it_lead_anywhere_else(enquiry):
    browser = Client()
    browser.cookies["on"] = "https://evil.example.invalid/"
    assert b"evil" not in browser.get("/p/blank").content


def test_a_form_too_old_to_send_closes_the_page_all_the_same(enquiry):
    _, secret = offered(enquiry)
    browser = Client(enforce_csrf_checks=True)
    asked = browser.get(f"/p/o/{secret}")
    token = asked.cookies["csrftoken"].value
    browser.post("/p", {"code": secret, "answer": ANSWER, "csrfmiddlewaretoken": token})
    assert browser.post("/p/leave", {"csrfmiddlewaretoken": "old"})["Location"] == "/p/blank"
    assert Opening.objects.get().ended_at is not None


def test_a_recording_sent_with_an_old_form_is_asked_for_again_and_says_so(enquiry):
    _, secret = offered(enquiry)
    browser = Client(enforce_csrf_checks=True)
    asked = browser.get(f"/p/o/{secret}")
    token = asked.cookies["csrftoken"].value
    browser.post("/p", {"code": secret, "answer": ANSWER, "csrfmiddlewaretoken": token})
    sent = {"sound": SimpleUploadedFile("x.wav", b"RIFF\x24\x00\x00\x00WAVEfmt " + b"\0" * 40), "helped_by": "Ann"}
    again = browser.post("/p/now/voice", {**sent, "csrfmiddlewaretoken": "old"})
    words = again.content.decode()
    assert again.status_code == 403 and "choose your recording once more" in words and 'type="file"' in words and "Ann" in words
    assert not Saying.objects.exists()


def test_a_workers_face_is_shown_to_the_adult_where_they_gave_one_and_to_nobody_else(enquiry):
    sam = making.member(enquiry.case.person)
    making.represents(enquiry.case, sam)
    adult, _ = opened(enquiry)
    theirs, _ = opened(enquiry, reader="representative", member=sam)
    assert b'class="face" aria-hidden' in adult.get("/p/now").content
    keep_portrait(content=b"\xff\xd8 a face", by=enquiry.lead)
    assert b'<img class="face" src="data:image/jpeg' in adult.get("/p/now").content
    assert b"data:image/jpeg" not in theirs.get("/p/now").content
