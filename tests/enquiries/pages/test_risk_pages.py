"""Do the screens of risks keep both views, point at what is there already, and cost the same for twenty as for two?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.enquiries.actions.risks import view_risk
from heard.enquiries.models import Risk
from heard.enquiries.queries.risks import risks_of
from heard.people.models import NetworkMember
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.enquiry import RiskLocation
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
RISK = {
    "type": "physical", "source": "known-to-adult", "location": "own-home", "words": "He pushes her.", "concerns": "nobody",
    "adult_level": "low", "adult_words": "It is only when he drinks.", "professional_level": "high", "professional_words": "Twice.",
}  # fmt: skip


@pytest.fixture
def enquiry(client):
    made = factories.enquiry()
    client.force_login(made.lead)
    return made


def url(name, enquiry, *more):
    return reverse(name, args=[enquiry.case.reference, *more])


def test_a_risk_is_added_with_both_views_and_whoever_may_pose_it(client, enquiry):
    new = {"concerns": "new", "new_member-name": "Testo Example", "new_member-who": "Son"}
    assert client.post(url("add-risk", enquiry), {**RISK, **new}).status_code == 302
    (risk,) = risks_of(enquiry)
    assert (risk.adult.words, risk.professional.words, risk.differ) == ("It is only when he drinks.", "Twice.", True)
    assert (risk.member.name, risk.member.may_pose_risk) == ("Testo Example", True)
    page = client.get(url("risk", enquiry, risk.pk)).content.decode()
    assert "It is only when he drinks." in page and "neither corrects the other" in page


def test_a_provider_is_named_on_the_risk_and_shown_in_the_case(client, enquiry):
    client.post(url("add-risk", enquiry), {**RISK, "source": "service-provider", "provider": "  Hollybank   Care "})
    (risk,) = risks_of(enquiry)
    assert risk.provider == "Hollybank Care"
    for page in (url("risk", enquiry, risk.pk), reverse("case", args=[enquiry.case.reference])):
        assert "Service provider: Hollybank Care" in client.get(page).content.decode()


def test_a_provider_is_no_name_for_a_relative_and_what_was_typed_is_kept(client, enquiry):
    page = client.post(url("add-risk", enquiry), {**RISK, "provider": "Hollybank Care"}).content.decode()
    assert "A provider is named only where" in page and "Hollybank Care" in page and not Risk.objects.exists()


def test_the_same_risk_twice_points_at_the_one_there_is_and_keeps_what_was_typed(client, enquiry):
    there = factories.risk(enquiry)
    page = client.post(url("add-risk", enquiry), {**RISK, "concerns": "new", "new_member-name": "Testo Example"}).content.decode()
    assert "already has a risk of this type" in page and url("risk", enquiry, there.pk) in page and "It is only when he drinks." in page
    assert Risk.objects.count() == 1 and not NetworkMember.objects.exists()


def test_who_may_pose_it_is_said_later_and_once(client, enquiry):
    risk = factories.risk(enquiry)
    where = url("who-poses-risk", enquiry, risk.pk)
    assert where in client.get(url("risk", enquiry, risk.pk)).content.decode()
    assert "Select who may pose the risk" in client.post(where, {}).content.decode()
    new = {"concerns": "new", "new_member-name": "Testo Example", "new_member-who": "Son"}
    assert client.post(where, new).status_code == 302
    risk.refresh_from_db()
    assert (risk.member.name, risk.member.may_pose_risk) == ("Testo Example", True)
    page = client.get(url("risk", enquiry, risk.pk)).content.decode()
    assert where not in page and reverse("add-network-member", args=[enquiry.case.reference]) in page
    page = client.post(where, {**new, "new_member-name": "Another"}).content.decode()
    assert "This risk names Testo Example already" in page and NetworkMember.objects.count() == 1


def test_a_view_given_again_keeps_the_one_before(client, enquiry):
    risk = factories.risk(enquiry)
    view_risk(risk=risk, whose="adult", level="low", words="It is nothing.", by=enquiry.lead)
    now = {"level": "high", "words": "I am afraid now.", "because": "It happened again."}
    client.post(url("view-risk", enquiry, risk.pk, "adult"), now)
    page = client.get(url("risk", enquiry, risk.pk)).content.decode()
    assert "I am afraid now." in page and "It is nothing." in page


def test_a_view_says_something(client, enquiry):
    risk = factories.risk(enquiry)
    page = client.post(url("view-risk", enquiry, risk.pk, "professional"), {}).content.decode()
    assert "Select how great the risk is, or write" in page


def test_no_third_party_has_a_view(client, enquiry):
    assert client.get(url("view-risk", enquiry, factories.risk(enquiry).pk, "neighbour")).status_code == 404


def test_a_risk_of_another_case_is_not_there(client, enquiry):
    other = factories.risk(factories.enquiry())
    assert client.get(url("risk", enquiry, other.pk)).status_code == 404
    assert client.post(url("view-risk", enquiry, other.pk, "adult"), {"level": "low"}).status_code == 404


def test_there_are_no_risks_before_there_is_an_enquiry(client):
    waiting = factories.concern()
    client.force_login(factories.user(Role.DUTY_WORKER, of=waiting.authority))
    assert client.get(reverse("add-risk", args=[waiting.case.reference])).status_code == 404


def test_a_closed_case_says_to_reopen_it(client, enquiry):
    risk = factories.risk(enquiry)
    enquiry.case.stage, enquiry.case.closed_on = CaseStage.CLOSED, date(2026, 4, 1)
    enquiry.case.save()
    for address in (url("add-risk", enquiry), url("who-poses-risk", enquiry, risk.pk), url("view-risk", enquiry, risk.pk, "adult")):
        assert "Reopen it to add to it." in client.post(address, RISK).content.decode()
    assert Risk.objects.count() == 1 and client.get(url("risk", enquiry, risk.pk)).status_code == 200


def test_who_sees_no_records_adds_none(client, enquiry):
    client.force_login(factories.user(Role.ANALYST, of=enquiry.authority))
    assert client.post(url("add-risk", enquiry), RISK).status_code == 403 and not Risk.objects.exists()


@pytest.mark.parametrize("name", ["add-risk", "risk", "view-risk", "who-poses-risk"])
def test_each_page_stays_within_its_budget(client, enquiry, name):
    counted, places = [], list(RiskLocation)
    risk = factories.risk(enquiry)
    for upto in (2, 9):
        for place in places[enquiry.risks.count() : upto]:
            view_risk(risk=factories.risk(enquiry, type="financial", location=place), whose="adult", level="low", by=enquiry.lead)
            for _ in range(2):
                view_risk(risk=risk, whose="adult", level="low", words="Again.", by=enquiry.lead)
                enquiry.case.person.network.create(authority=enquiry.authority, name="Testo Example")
        more = {"risk": [risk.pk], "who-poses-risk": [risk.pk], "view-risk": [risk.pk, "adult"]}.get(name, [])
        with CaptureQueriesContext(connection) as ran:
            assert client.get(url(name, enquiry, *more)).status_code == 200
        counted.append(len(ran))
    assert counted[0] == counted[1] <= 12
