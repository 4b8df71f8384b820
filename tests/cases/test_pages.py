"""Can the adult's details be put right, without losing what stood before?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.people.models import EarlierDetails, NetworkMember
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry(client):
    worker = factories.user()
    client.force_login(worker)
    return factories.enquiry(lead=worker)


def _posted(**changes):
    born = {"birth_date-day": "3", "birth_date-month": "5", "birth_date-year": "1950"}
    return {"given_name": "Testa", "family_name": "Example", **born, **changes}


def _address(enquiry, name="person-details"):
    return reverse(name, args=[enquiry.case.reference])


def test_a_changed_detail_keeps_what_stood_before(client, enquiry):
    person = enquiry.case.person
    said = _posted(given_name="Testina", phone="01632 960123", communication_needs=["large-print"], because="The adult told us")
    assert client.post(_address(enquiry), said).status_code == 302
    person.refresh_from_db()
    assert (person.given_name, person.communication_needs, person.birth_date) == ("Testina", ["large-print"], date(1950, 5, 3))
    kept = EarlierDetails.objects.get(person=person)
    assert (kept.details["given_name"], kept.because) == ("Testa", "The adult told us")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"nhs_number": "1234567890"}, "NHS number must be 10 digits"),
        ({"birth_date-year": ""}, "must include a year"),
        ({"death_date-day": "1", "death_date-month": "1", "death_date-year": "1940"}, "on or after the date of birth"),
    ],
    ids=["an NHS number that fails its check", "a birth date without its year", "a death before the birth"],
)
def test_a_detail_that_cannot_be_is_refused_and_what_was_typed_is_kept(client, enquiry, wrong, message):
    page = client.post(_address(enquiry), _posted(address="Flat 3, typed with care", **wrong)).content.decode()
    assert message in page
    assert "typed with care" in page
    assert not EarlierDetails.objects.exists()


def test_opening_the_details_is_in_the_audit(client, enquiry):
    client.get(_address(enquiry))
    assert Event.objects.get(event="open-person-details").why == "Leads this case"


def test_somebody_is_added_to_the_adults_life(client, enquiry):
    said = {"name": "Test Sister", "relationship": "sister", "adult_wants_involved": "yes", "may_pose_risk": "yes"}
    assert client.post(_address(enquiry, "add-network-member"), said).status_code == 302
    member = NetworkMember.objects.get()
    assert (member.name, member.adult_wants_involved, member.may_pose_risk, member.lives_with_adult) == ("Test Sister", "yes", True, False)


@pytest.mark.parametrize("name", ["person-details", "add-network-member"])
def test_another_teams_worker_is_told_there_is_no_such_case(client, enquiry, name):
    client.force_login(factories.user(teams=[factories.team("South team")]))
    assert client.get(_address(enquiry, name)).status_code == 404


@pytest.mark.parametrize("name", ["person-details", "add-network-member"])
def test_a_page_stays_within_its_budget(client, enquiry, name, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert client.get(_address(enquiry, name)).status_code == 200


def test_an_analyst_may_not_open_them(client, enquiry):
    client.force_login(factories.user(Role.ANALYST))
    assert client.get(_address(enquiry)).status_code == 403
