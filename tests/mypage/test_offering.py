"""Is a way in offered with care: somebody else covers, only safe places are filled in, and the same form acts once?"""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.mypage.actions.offering import end_page, offer_page
from heard.mypage.models import WayIn
from heard.rules.decision import NotAllowed
from heard.rules.own_page import NOT_THE_COVER
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.mypage.making import ALL_SAFE, ANSWER, QUESTION, SAFE, cover_of, offered, shown

pytestmark = pytest.mark.django_db
FORM = {
    "reader": "adult", "how": "text", "number": "01632 960001", "is_safe": "yes", "how_we_know": "Asked.", "question": QUESTION,
    "second_fact": ANSWER, "days": "7",
}  # fmt: skip


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def where(client, enquiry):
    client.force_login(enquiry.lead)
    return reverse("offer-own-page", args=[enquiry.case.reference])


def way(which: str, is_safe: str, place: str = "") -> dict:
    return {"way": which, "is_safe": is_safe, "where": place, "words": ""}


def test_neither_the_lead_nor_whoever_offers_it_covers_and_nobody_is_chosen_beforehand(client, enquiry, where):
    factories.safe_contact_card(enquiry.case.person, ways=ALL_SAFE)
    cover, manager = cover_of(enquiry), factories.user(Role.MANAGER, full_name="Mo Manager")
    for page in (where, reverse("hand-over-tablet", args=[enquiry.case.reference])):
        asked = client.get(page).content.decode()
        assert cover.full_name in asked and f'value="{enquiry.lead.pk}"' not in asked and not re.search("<option[^>]* selected", asked)
    client.force_login(manager)
    asked = client.get(where).content.decode()
    assert f'value="{manager.pk}"' not in asked and f'value="{enquiry.lead.pk}"' not in asked
    for no in (manager, enquiry.lead):
        answer = client.post(where, {**FORM, "cover": str(no.pk)}).content.decode()
        assert "<title>Error: " in answer
        with pytest.raises(NotAllowed) as said:
            offer_page(
                case=enquiry.case, by=manager, reader="adult", how="text", where="01632 960001", question=QUESTION, answer=ANSWER, cover=no,
                **SAFE,
            )  # fmt: skip
        assert said.value.decision.because == (NOT_THE_COVER,)
    assert not WayIn.objects.exists()


def test_only_what_the_card_calls_safe_for_that_way_is_filled_in(client, enquiry, where):
    person = enquiry.case.person
    person.phone, person.email = "01632 960145", "they@example.invalid"
    person.save()
    assert "01632 960145" not in client.get(where).content.decode(), "no card: nothing is filled in"
    ways = [way("", "no", "01632 960145"), way("text", "yes", "07700 900123"), way("email", "yes")]
    factories.safe_contact_card(person, ways=ways)
    asked = client.get(where).content.decode()
    assert 'value="01632 960145"' not in asked and 'value="07700 900123"' in asked and 'value="they@example.invalid"' in asked


def test_the_same_form_sent_again_changes_nothing_and_says_so(client, enquiry, where):
    factories.safe_contact_card(enquiry.case.person, ways=ALL_SAFE)
    answers = {**FORM, "cover": str(cover_of(enquiry).pk), "once": str(uuid4())}
    first = client.post(where, answers).content.decode()
    secret = first.split("/p/o/")[1].split("<")[0]
    again = client.post(where, answers).content.decode()
    assert "The way in is made" in first and "This way in was made already" in again and secret not in again
    assert WayIn.objects.count() == Event.objects.filter(event="offer-own-page").count() == 1
    assert QUESTION.encode() in shown(secret), "the first still opens"
    made = WayIn.objects.get()
    assert offered(enquiry, once=made.pk) == (made, "")


def test_the_form_says_which_one_it_ends_and_the_list_who_ended_it_and_why(client, enquiry, where):
    first, _ = offered(enquiry)
    for page in (where, reverse("hand-over-tablet", args=[enquiry.case.reference])):
        asked = client.get(page).content.decode()
        assert "A new way in for the adult ends the one made on" in asked and "a link, in a text message" in asked
    client.post(where, {**FORM, "cover": str(cover_of(enquiry).pk), "once": str(uuid4())})
    listed = client.get(reverse("own-pages", args=[enquiry.case.reference])).content.decode()
    assert f"by {enquiry.lead.full_name}: A new way in was made." in listed and "Ended by somebody" not in listed
    end_page(way_in=WayIn.objects.exclude(pk=first.pk).get(), because="He has her phone.", by=cover_of(enquiry))
    listed = client.get(reverse("own-pages", args=[enquiry.case.reference])).content.decode()
    assert "by Cam Cover: He has her phone." in listed
    assert "A new way in for the adult ends" not in client.get(where).content.decode()
