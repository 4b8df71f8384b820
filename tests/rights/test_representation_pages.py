"""Can it be asked and seen who helps the adult take part, within scope and budget?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.people.models import NetworkMember
from heard.rights.models import Advocacy, AppropriatePerson, ImcaConsideration, SubstantialDifficulty
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db

DAY = {"day": "10", "month": "3", "year": "2026"}
TESTS = {"paid": "no", "wanted": "yes", "facilitates": "yes", "risk": "no", "advocate_as_well": "none"}


def day(name):
    return {f"{name}-{part}": value for part, value in DAY.items()}


@pytest.fixture
def enquiry(client):
    made = factories.enquiry()
    client.force_login(made.lead)
    return made


@pytest.fixture
def daughter(enquiry):
    who = {"name": "Dora Example", "relationship": "Daughter"}
    return NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, **who)


def url(name, enquiry, *more):
    return reverse(name, args=[enquiry.case.reference, *more])


def case_page(client, enquiry):
    return client.get(url("case", enquiry)).content.decode()


def name_daughter(client, enquiry, daughter, **answers):
    said = {"concerns": str(daughter.pk), **TESTS, **answers, **day("started_on")}
    return client.post(url("appropriate-person", enquiry), said, follow=True).content.decode()


def test_difficulty_is_asked_after_adjustments_and_kept_apart_from_capacity(client, enquiry):
    assert "never taken as none" in case_page(client, enquiry)
    areas = {"understanding": "yes", "retaining": "no", "using": "no", "communicating": "not-known"}
    areas["understanding_words"] = "Long sentences."
    refused = client.post(url("difficulty", enquiry), {**areas, **day("considered_on")}).content.decode()
    assert "adjustments were tried first" in refused and "Care Act 2014, section 68(3)" in refused
    client.post(url("difficulty", enquiry), {**areas, "adjustments_tried": "Easy Read.", **day("considered_on")})
    kept = SubstantialDifficulty.objects.get()
    assert kept.areas["understanding"] == {"answer": "yes", "words": "Long sentences."} and kept.considered_on == date(2026, 3, 10)
    page = case_page(client, enquiry)
    assert "Substantial difficulty." in page and "Arrange an independent advocate" in page and "not a finding about capacity" in page
    assert "Long sentences." in client.get(url("difficulty", enquiry)).content.decode()


def test_each_test_of_the_appropriate_person_is_recorded(client, enquiry, daughter):
    asked = client.get(url("appropriate-person", enquiry)).content.decode()
    assert "not yet checked at source" in asked and asked.count("Not yet checked at source whether this counts") == 2
    name_daughter(client, enquiry, daughter, wanted_words="Dora knows me best.", facilitates_words="She sits with him.")
    kept = AppropriatePerson.objects.get()
    assert {test: one["answer"] for test, one in kept.tests.items()} == {
        "not-paid": "yes", "adult-wants-them": "yes", "helps-them-take-part": "yes", "not-a-risk": "yes", "advocate-as-well": "",
    }  # fmt: skip
    page = case_page(client, enquiry)
    assert "Every test met" in page and "Dora knows me best." in page


def test_best_interests_are_asked_only_where_the_adult_cannot_agree(client, enquiry, daughter):
    name_daughter(client, enquiry, daughter, wanted="yes", best_interests="no")
    assert "best-interests" not in AppropriatePerson.objects.get(is_current=True).tests
    name_daughter(client, enquiry, daughter, wanted="cannot-decide", best_interests="yes")
    now = AppropriatePerson.objects.get(is_current=True)
    assert now.tests["best-interests"]["answer"] == "yes" and now.ended_on is None


def test_a_paid_carer_is_kept_with_the_reason_and_represents_nobody(client, enquiry, daughter):
    page = name_daughter(client, enquiry, daughter, paid="yes")
    assert "They cannot be the appropriate person. They care for the adult for pay" in page
    assert AppropriatePerson.objects.get().ended_on == date(2026, 3, 10)


def test_somebody_must_be_chosen_and_may_be_new(client, enquiry):
    asked = client.post(url("appropriate-person", enquiry), {**TESTS, **day("started_on")}).content.decode()
    assert "Select who it is" in asked
    new = {"concerns": "new", "new_member-name": "Nia Example", "new_member-who": "Friend", **TESTS, **day("started_on")}
    client.post(url("appropriate-person", enquiry), new)
    assert AppropriatePerson.objects.get().member.name == "Nia Example"


def test_a_council_that_does_not_use_a_test_does_not_ask_it(client, enquiry, daughter, settings):
    settings.HEARD_REPRESENTATION = {"tests": ["not-paid", "adult-wants-them"]}
    page = client.get(url("appropriate-person", enquiry)).content.decode()
    assert "able and free" not in page and "best interests" not in page
    client.post(
        url("appropriate-person", enquiry),
        {"concerns": str(daughter.pk), "paid": "no", "wanted": "yes", "advocate_as_well": "none", **day("started_on")},
    )
    assert "Every test met" in case_page(client, enquiry)


def test_the_moment_she_may_pose_a_risk_she_no_longer_represents_him_and_the_case_says_so(client, enquiry, daughter):
    name_daughter(client, enquiry, daughter)
    changed = client.post(
        url("change-network-member", enquiry, daughter.pk),
        {"name": "Dora Example", "relationship": "Daughter", "may_pose_risk": "yes", "because": "She holds his card."}, follow=True,
    ).content.decode()  # fmt: skip
    assert "no longer see what the adult said" in changed and "Dora Example may pose a risk to the adult." in changed
    assert AppropriatePerson.objects.get(is_current=True).ended_on is not None


def test_a_representation_ends_with_a_reason(client, enquiry, daughter):
    name_daughter(client, enquiry, daughter)
    one = AppropriatePerson.objects.get()
    assert "Dora Example has helped" in client.get(url("end-representation", enquiry, one.pk)).content.decode()
    client.post(url("end-representation", enquiry, one.pk), {"because": "She moved.", **day("on")})
    assert AppropriatePerson.objects.get(is_current=True).ended_because == "She moved."
    assert client.get(url("end-representation", enquiry, one.pk)).status_code == 404


def test_an_advocate_is_followed_from_the_referral_to_meeting_the_adult(client, enquiry):
    client.post(url("refer-to-advocate", enquiry), {"kind": "care-act", "organisation": "Speak Up", **day("referred_on")})
    one = Advocacy.objects.get()
    said = {"organisation": "Speak Up", "advocate_name": "Ann Example", **day("accepted_on")}
    both = client.post(url("advocates-work", enquiry, one.pk), {**said, "acts_for_person_who_may_pose_risk": "yes"}).content.decode()
    assert "This advocate acts for the person who may pose a risk." in both and "SCIE guide 32" in both
    client.post(url("advocates-work", enquiry, one.pk), {**said, "acts_for_person_who_may_pose_risk": "no"})
    page = case_page(client, enquiry)
    assert "Ann Example" in page and "0 days from referral to acceptance" in page and "since then and the adult not met" in page


def test_an_imca_is_considered_at_both_points(client, enquiry):
    said = {"considered_by_name": "Robin Example", "reason": "His views and his son’s conflict.", **day("considered_on")}
    asked = client.get(url("consider-imca", enquiry)).content.decode()
    assert "not yet checked at source" in asked
    refused = client.post(url("consider-imca", enquiry), {**said, "at": "planning", "is_instructed": "yes"}).content.decode()
    assert "Select what speaks for instructing an IMCA." in refused
    client.post(url("consider-imca", enquiry), {**said, "at": "planning", "is_instructed": "yes", "grounds": ["conflict-of-views"]})
    client.post(url("consider-imca", enquiry), {**said, "at": "plan", "is_instructed": "no", "reason": "He has an advocate."})
    assert ImcaConsideration.objects.count() == 2
    page = case_page(client, enquiry)
    assert "Planning the enquiry: instructed, by Robin Example." in page and "Making the plan: not instructed" in page


def test_difficulty_and_imca_wait_for_an_enquiry(client, enquiry):
    case = factories.case(lead=enquiry.lead)
    for name in ("difficulty", "consider-imca"):
        assert client.get(reverse(name, args=[case.reference])).status_code == 404


@pytest.fixture
def places(enquiry, daughter):
    whose = {"authority": enquiry.authority, "case": enquiry.case}
    named = AppropriatePerson.objects.create(member=daughter, started_on=date(2026, 3, 5), **whose)
    advocate = Advocacy.objects.create(kind="imca", referred_on=date(2026, 3, 5), **whose)
    return {
        **{name: url(name, enquiry) for name in ("difficulty", "appropriate-person", "refer-to-advocate", "consider-imca")},
        "end-representation": url("end-representation", enquiry, named.pk),
        "advocates-work": url("advocates-work", enquiry, advocate.pk),
        "change-network-member": url("change-network-member", enquiry, daughter.pk),
    }


PLACES = ["difficulty", "appropriate-person", "refer-to-advocate", "consider-imca", "end-representation", "advocates-work",
          "change-network-member"]  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
class TestEachPage:
    def test_says_to_reopen_a_closed_case(self, client, enquiry, places, name):
        enquiry.case.stage, enquiry.case.closed_on = CaseStage.CLOSED, date(2026, 4, 1)
        enquiry.case.save()
        assert "Reopen it to add to it." in client.get(places[name]).content.decode()

    def test_is_not_there_for_another_team_and_not_for_an_analyst(self, client, enquiry, places, name):
        client.force_login(factories.user(teams=[factories.team("South team")]))
        assert client.get(places[name]).status_code == 404
        client.force_login(factories.user(Role.ANALYST, of=enquiry.authority))
        assert client.post(places[name], {}).status_code == 403

    def test_stays_within_its_budget(self, client, enquiry, daughter, places, name):
        counted = []
        for many in (1, 12):
            for _ in range(many):
                whose = {"authority": enquiry.authority, "case": enquiry.case}
                member = NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, name="Somebody")
                AppropriatePerson.objects.create(member=member, started_on=date(2026, 3, 5), **whose)
                Advocacy.objects.create(kind="care-act", referred_on=date(2026, 3, 5), **whose)
            with CaptureQueriesContext(connection) as ran:
                assert client.get(places[name]).status_code == 200
            counted.append(len(ran))
        assert counted[0] == counted[1] <= 12


@pytest.mark.parametrize("name", ["end-representation", "advocates-work", "change-network-member"])
def test_a_record_of_another_case_is_not_found(client, enquiry, places, name):
    other = factories.enquiry(lead=enquiry.lead)
    there = places[name].replace(enquiry.case.reference, other.case.reference)
    assert client.get(there).status_code == 404
