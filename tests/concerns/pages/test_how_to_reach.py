"""Does a worker see how to reach the adult, and what is owed to an adult who raised the concern themselves?"""

import html
from datetime import date

import pytest
from django.urls import reverse

from heard.concerns.actions.linking import link_concern
from heard.concerns.models import ReferrerFeedback
from heard.people.actions import add_person
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
WARNING = "Nobody has checked with the adult how it is safe to reach them"


@pytest.fixture
def worker(client):
    user = factories.user(Role.DUTY_WORKER)
    client.force_login(user)
    return user


@pytest.fixture
def own():
    adult = add_person(
        authority=factories.authority(), by=None, is_provisional=True, given_name="Ada", family_name="Lovejoy", phone="01632 960222",
        address="3 Mill Lane", birth_date=date(1950, 3, 5), safe_contact="Only ring on Tuesdays.",
    )  # fmt: skip
    said = {"raised_by": "adult", "adults_words": "He takes my money.", "what_the_adult_wants": "For it to stop."}
    return factories.concern(factories.case(person=adult), report=said)


def _page(client, name, reference) -> str:
    return html.unescape(" ".join(client.get(reverse(name, args=[reference])).content.decode().split()))


def test_the_concern_page_says_how_they_can_be_reached_and_that_it_is_not_checked(client, worker, own):
    page = _page(client, "concern", own.reference)
    before = page.split("What was reported")[0]
    for one in ("01632 960222", "3 Mill Lane", "5 March 1950", "Only ring on Tuesdays.", WARNING, "is not known to be safe"):
        assert one in before


def test_where_nothing_was_given_the_page_says_so(client, worker):
    assert "No phone number, e-mail or address was given." in _page(client, "concern", factories.concern().reference)


def test_details_given_with_a_concern_that_was_linked_since_stand_beside_those_of_the_person(client, worker, own):
    known = factories.person(given_name="Ada", family_name="Lovejoy", phone="01632 960999")
    link_concern(concern=own, to_person=known, by=worker, on=date(2026, 3, 3), why="She said so.")
    page = _page(client, "concern", own.reference)
    assert "01632 960999" in page and "01632 960222 (given with this concern)" in page


def test_the_case_page_leads_to_the_details(client, worker, own):
    page = _page(client, "case", own.case.reference)
    assert "Recorded: phone number, address, date of birth." in page
    assert f'href="{reverse("person-details", args=[own.case.reference])}"' in page


def test_an_adult_who_raised_it_themselves_is_to_be_told(client, worker, own):
    page = _page(client, "concern", own.reference)
    assert "Tell the adult, who raised it" in page and "Tell the person who raised it" not in page
    assert "Nothing says how to reach" not in page


def test_nobody_asks_whether_the_adult_poses_a_risk_to_themselves(client, worker, own):
    page = _page(client, "tell-referrer", own.reference)
    assert "Tell the adult what happens with their concern" in page and "01632 960222" in page
    assert "pose a risk" not in page and "What lets you tell them more?" not in page
    given = {"outcome": "told", "told": ["received"], "how": "By phone", "more": "Jo rings on Tuesday."}
    client.post(reverse("tell-referrer", args=[own.reference]), given)
    assert ReferrerFeedback.objects.get().more_than_the_list == "Jo rings on Tuesday."


def test_what_they_said_and_what_they_want_are_labelled_and_they_are_not_said_to_have_agreed(client, worker, own):
    page = _page(client, "concern", own.reference)
    assert ">What they said</h3>" in page and ">What they want to happen</h3>" in page
    assert "The person who raised this said" not in page


def test_what_somebody_else_passed_on_is_labelled_too(client, worker):
    told = factories.concern(report={"raised_by": "nhs", "adults_words": "Help me.", "what_the_adult_wants": "Peace."})
    page = _page(client, "concern", told.reference)
    assert "<strong>What they said</strong>" in page and "<strong>What they want to happen</strong>" in page
