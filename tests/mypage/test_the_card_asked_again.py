"""Is the safe-contact card asked when a link is made, and again each time that somebody opens it?"""

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from heard.audit.models import Event
from heard.cases.models import Task
from heard.mypage.actions.offering import end_page
from heard.mypage.actions.opening import try_to_open
from heard.mypage.keys import new_link
from heard.mypage.models import Opening
from heard.people.actions import record_safe_contact
from heard.rules.decision import NotAllowed
from heard.rules.own_page import NOT_NOW_TASK
from heard.rules.vocabulary.own_page import WayInState
from tests import factories
from tests.mypage import making
from tests.mypage.making import ANSWER, offered, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


def test_the_card_is_asked_again_when_a_link_is_opened_and_when_it_is_pressed_and_the_worker_is_told_once(enquiry):
    way_in, secret = offered(enquiry)
    now = timezone.localtime()
    hours = [{"day": now.strftime("%A").lower(), "start": "00:00", "end": "24:00", "is_safe": "no", "words": "Not on his day off"}]
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=making.ALL_SAFE, hours=hours)
    for _ in range(2):
        assert shown(secret) == shown(new_link())
    assert b"200 " + Client().post("/p", {"code": secret, "answer": ANSWER}).content == shown(new_link())
    task = Task.objects.get(kind=NOT_NOW_TASK)
    assert "Not on his day off" in task.note and not Opening.objects.exists()
    assert {one.detail["state"] for one in Event.objects.filter(event="own-page-refused")} == {WayInState.NOT_NOW}
    end_page(way_in=way_in, because="She tried it on Saturday. She has it still.", by=enquiry.lead)
    task.refresh_from_db()
    assert task.done_by == enquiry.lead
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=making.ALL_SAFE)
    assert try_to_open(code=secret, answer=ANSWER).opening


def test_somebody_recorded_since_as_who_must_not_know_opens_nothing(enquiry):
    member = making.member(enquiry.case.person, name="Sam Example")
    making.represents(enquiry.case, member)
    _, secret = offered(enquiry, reader="representative", member=member)
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=making.ALL_SAFE, must_not_know="Sam")
    assert shown(secret) == shown(new_link()) and Task.objects.filter(kind=NOT_NOW_TASK).count() == 1


def test_a_time_that_is_not_safe_stops_it_and_one_that_is_lets_it_go(enquiry):
    ways = [{"way": "text", "is_safe": "yes", "where": "", "words": ""}]
    factories.safe_contact_card(enquiry.case.person, ways=ways, safe_times=["weekday-morning"])
    friday = timezone.make_aware(datetime(2027, 3, 5, 10))
    with pytest.raises(NotAllowed):
        offered(enquiry, at=friday.replace(hour=15))
    assert offered(enquiry, at=friday)
