"""Do the pages of allocating and handing over give the case away, and say so?"""

import pytest
from django.test import Client
from django.urls import reverse

from heard.enquiries.models import Allocation
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


def send(user, name, enquiry, **sent):
    return signed_in(user).post(reverse(name, args=[enquiry.case.reference]), sent)


def test_a_manager_allocates_within_their_team_and_comes_back_to_the_case(enquiry):
    manager, new = factories.user(Role.MANAGER), factories.user()
    answer = send(manager, "allocate", enquiry, to=str(new.pk), team=str(factories.team().pk), note="", led_by_now=str(enquiry.lead_id))
    assert answer.url == reverse("case", args=[enquiry.case.reference])
    enquiry.refresh_from_db()
    assert enquiry.lead == new


def test_a_lead_who_hands_over_to_another_team_goes_home(enquiry):
    new = factories.user(teams=[factories.team("South team")])
    answer = send(enquiry.lead, "hand-over", enquiry, to=str(new.pk), note="Over to you.")
    assert answer.url == reverse("home")
    assert Allocation.objects.get().note == "Over to you."


def test_pressing_twice_hands_over_once(enquiry):
    new, lead = factories.user(), enquiry.lead
    send(lead, "hand-over", enquiry, to=str(new.pk), note="Over to you.")
    again = send(lead, "hand-over", enquiry, to=str(new.pk), note="Over to you.")
    assert again.status_code in (200, 302, 404)
    assert Allocation.objects.count() == 1


def test_a_colleague_cannot_hand_over_what_they_do_not_lead(enquiry):
    colleague = factories.user(Role.DUTY_WORKER)
    factories.concern(enquiry.case)
    page = send(colleague, "hand-over", enquiry, to=str(colleague.pk), note="Mine").content.decode()
    assert "Only the lead or a safeguarding manager can hand it over" in page
    assert not Allocation.objects.exists()


@pytest.mark.parametrize("who", ["an analyst", "somebody of another council", "nobody"])
def test_only_those_offered_are_taken(enquiry, who):
    manager = factories.user(Role.MANAGER)
    chosen = {
        "an analyst": lambda: factories.user(Role.ANALYST).pk,
        "somebody of another council": lambda: factories.user(of=factories.authority("Elsewhere")).pk,
        "nobody": lambda: "",
    }[who]()
    page = send(manager, "allocate", enquiry, to=str(chosen), team=str(factories.team().pk), note="", led_by_now=str(enquiry.lead_id))
    assert page.status_code == 200
    assert not Allocation.objects.exists()


def test_a_lead_changed_meanwhile_is_not_overwritten(enquiry):
    manager, seen, new = factories.user(Role.MANAGER), enquiry.lead, factories.user()
    team = str(factories.team().pk)
    send(manager, "allocate", enquiry, to=str(new.pk), team=team, note="", led_by_now=str(enquiry.lead_id))
    sent = {"to": str(seen.pk), "team": team, "note": "", "led_by_now": str(seen.pk)}
    page = send(manager, "allocate", enquiry, **sent)
    assert "Somebody else changed who leads this enquiry" in page.content.decode()
    enquiry.refresh_from_db()
    assert enquiry.lead == new
