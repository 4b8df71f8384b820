"""Does the adult's page say only what is true, in words that fit them, and what became of what they typed?"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from heard.audit.models import Event
from heard.cases.models import Task
from heard.enquiries.actions.plan import add_action
from heard.mypage.actions.offering import end_page
from heard.mypage.keys import LETTERS, new_code
from heard.people.actions import record_safe_contact
from heard.rules.own_page import CALL_TASK
from tests import factories
from tests.mypage import making
from tests.mypage.making import opened

pytestmark = pytest.mark.django_db
HIS, TOLD = "01632 960145", "We ring the number you told us is right for you."


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def page(enquiry):
    return opened(enquiry)[0]


def plain(page, path="") -> str:
    return page.get(f"/p/now{path}").content.decode()


def phone(is_safe: str, where: str = "", way: str = "phone") -> dict:
    return {"way": way, "is_safe": is_safe, "where": where, "words": ""}


def test_that_we_ring_the_number_they_told_us_is_said_only_where_they_told_us_one(page, enquiry):
    assert TOLD not in plain(page, "/call") and "Write below which number is right for you." in plain(page, "/call")
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=[*making.ALL_SAFE, phone("yes", "07700 900123")])
    assert TOLD in plain(page, "/call")


def test_a_call_to_a_number_that_is_never_safe_warns_the_worker(page, client, enquiry):
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=[*making.ALL_SAFE, phone("no", HIS, "")])
    page.post("/p/now/call", {"words": "Please ring 01632 960 145."})
    assert f"Do not ring {HIS}" in Task.objects.get(kind=CALL_TASK).note
    client.force_login(enquiry.lead)
    where = reverse("own-pages", args=[enquiry.case.reference])
    assert f"Do not ring {HIS}" in client.get(where).content.decode()
    page.post("/p/now/call", {"words": "Ring me."})
    assert client.get(where).content.decode().count("Do not ring") == 1


def test_a_call_without_a_time_is_fine_and_no_chosen_time_is_claimed(page):
    assert "We will ring you." in page.post("/p/now/call", {}, follow=True).content.decode()
    assert "at a time you chose" in page.post("/p/now/call", {"times": ["weekday-morning"]}, follow=True).content.decode()


@pytest.mark.parametrize("typed", ["BCDF", "BCDF-GHJK-MNPQ-RST", "BCDF GHJK MNPQ RSTV W"])
def test_a_code_of_another_length_is_said_to_be_one_and_nothing_is_looked_up(typed):
    told = Client().post("/p", {"code": typed}).content.decode()
    assert f"There are {LETTERS} on your paper." in told and f'value="{typed}"' in told
    assert not Event.objects.exists()


def test_a_code_of_the_right_length_that_opens_nothing_still_says_nothing():
    assert b"This page is not open" in Client().post("/p", {"code": new_code()}).content


def test_what_was_typed_while_the_page_was_taken_back_is_said_not_to_be_sent_whatever_the_page_was(page, enquiry):
    end_page(way_in=enquiry.case.ways_in.get(), because="He has her phone.", by=enquiry.lead)
    left, _ = opened(factories.enquiry())
    left.post("/p/leave")
    sent = {one.post(f"/p/now/{path}", {"words": "Help."}).content for one in (page, left, Client()) for path in ("words", "want", "voice")}
    assert len(sent) == 1 and b"What you typed or chose just now was not sent." in sent.pop()
    assert b"was not sent" not in page.get("/p/now").content


def test_it_is_said_before_other_pictures_are_chosen_that_these_must_be_sent_first(page):
    html = plain(page, "/pictures/my-days")
    assert html.index(">Send</button>") < html.index("We do not keep what you did not send.") < html.index('aria-label="Other pictures"')


def test_somebody_known_only_by_what_they_are_to_the_adult_is_theirs_and_named_once(page, enquiry):
    sister = making.member(enquiry.case.person, name="The adult's sister", relationship="sister")
    making.member(enquiry.case.person, name="Sam Example", relationship="brother")
    aim = {"wish": factories.wish(enquiry), "owner": "network", "owner_member": sister}
    add_action(enquiry=enquiry, by=enquiry.lead, what="Ring", plain_words="Ring the bank.", **aim)
    people = plain(page, "/people")
    assert "<legend>Your sister</legend>" in people and "<legend>Sam Example (brother)</legend>" in people
    assert "<br>Your sister." in plain(page)
    assert "Your sister: yes" in page.post("/p/now/people", {f"who-{sister.pk}": "yes"}, follow=True).content.decode()


def test_each_thing_they_sent_is_labelled_and_no_row_is_empty(page):
    page.post("/p/now/stop", {})
    page.post("/p/now/call", {})
    page.post("/p/now/today", {"feeling": "not-safe", "words": "He is back."})
    sent = plain(page).split("What you sent us")[1]
    for words in ("You asked us to stop.", "You asked us to ring you.", "How you feel.", "I do not feel safe", "He is back."):
        assert words in sent
    assert not re.search(r"</strong>\s*</li>", sent)
