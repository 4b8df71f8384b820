"""Who helps each adult to be involved, and does it hold today, from the records alone?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.cases.models import Case
from heard.casework.queries.duties import duties_in
from heard.casework.queries.facts import facts_of
from heard.people.models import NetworkMember
from heard.rights.models import (
    Advocacy,
    AppropriatePerson,
    CapacityAssessment,
    CapacityForEnquiry,
    ImcaConsideration,
    SubstantialDifficulty,
)
from tests import factories

pytestmark = pytest.mark.django_db

MET = {test: {"answer": "yes"} for test in ("not-paid", "adult-wants-them", "helps-them-take-part", "not-a-risk")}
HARD = {"communicating": {"answer": "yes"}}
OF_THIS = {"arrange-advocate", "name-appropriate-person", "review-representative", "consider-imca"}
DAY, LATER = date(2026, 3, 5), date(2026, 3, 9)


@pytest.fixture
def enquiry():
    return factories.enquiry()


def of(enquiry, **more):
    return {"authority": enquiry.authority, "case": enquiry.case, **more}


def difficulty(enquiry, areas=HARD):
    return SubstantialDifficulty.objects.create(areas=areas, considered_on=DAY, **of(enquiry))


def somebody(enquiry, tests=MET, **member):
    who = NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, name="Dora", **member)
    return AppropriatePerson.objects.create(member=who, tests=tests, started_on=DAY, **of(enquiry))


def assessed(enquiry, conclusion, on=LATER):
    why = {"impairment": "Delirium.", "causal_link": "It clouds everything."} if conclusion == "lacks-capacity" else {}
    about = {"decision": "Take part", "is_about_enquiry": True, "assessor_name": "Robin", "assessed_at": factories.at(on)}
    return CapacityAssessment.objects.create(enquiry=enquiry, conclusion=conclusion, **about, **why, **of(enquiry))


def owed(enquiry):
    return {one["duty"] for one in duties_in(enquiry.authority, enquiry.case.reference)} & OF_THIS


def facts(enquiry):
    return facts_of(Case.objects.filter(pk=enquiry.case_id).select_related("person"))[enquiry.case_id].representation


def test_an_imported_no_about_capacity_owes_help_that_nobody_recorded(enquiry):
    assert owed(enquiry) == set()
    CapacityForEnquiry.objects.create(authority=enquiry.authority, enquiry=enquiry, had_capacity="no")
    assert owed(enquiry) == {"arrange-advocate", "name-appropriate-person", "consider-imca"}


def test_advocate_support_among_what_helps_them_owes_it_too(enquiry):
    enquiry.case.person.communication_needs = ["advocate-support"]
    enquiry.case.person.save()
    assert owed(enquiry) == {"arrange-advocate", "name-appropriate-person"}


def test_somebody_appropriate_settles_it_and_a_risk_that_names_them_opens_it_again_at_once(enquiry):
    difficulty(enquiry)
    named = somebody(enquiry)
    assert owed(enquiry) == set()
    risk = factories.risk(enquiry, member=named.member)
    assert owed(enquiry) == {"arrange-advocate", "name-appropriate-person", "review-representative"}
    risk.in_error_at = factories.at(LATER)
    risk.save()
    assert owed(enquiry) == set()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"may_pose_risk": True}, id="may pose a risk"),
        pytest.param({"adult_wants_involved": "no"}, id="the adult objects"),
        pytest.param({"in_error_at": factories.at(LATER)}, id="recorded in error"),
    ],
)
def test_a_change_in_the_network_shows_at_once(enquiry, change):
    difficulty(enquiry)
    named = somebody(enquiry)
    NetworkMember.objects.filter(pk=named.member_id).update(**change)
    assert "review-representative" in owed(enquiry)


def test_a_later_assessment_that_no_longer_fits_their_ground_asks_for_another_look(enquiry):
    difficulty(enquiry)
    somebody(enquiry)
    assessed(enquiry, "lacks-capacity", on=DAY)
    assert "review-representative" not in owed(enquiry)
    assessed(enquiry, "lacks-capacity")
    assert owed(enquiry) == {"review-representative", "consider-imca"}
    (found,) = facts(enquiry).people
    assert found.against_since == LATER and "their consent is to be looked at again" in found.against[0]


def test_only_the_last_assessment_counts(enquiry):
    assessed(enquiry, "lacks-capacity", on=DAY)
    assessed(enquiry, "has-capacity")
    assert (facts(enquiry).last_conclusion, facts(enquiry).last_assessed_on) == ("has-capacity", LATER)
    assert owed(enquiry) == set()


def test_an_imca_considered_at_planning_settles_that_point(enquiry):
    assessed(enquiry, "lacks-capacity")
    difficulty(enquiry, {area: {"answer": "no"} for area in ("understanding", "retaining", "using-or-weighing", "communicating")})
    assert owed(enquiry) == {"consider-imca"}
    said = {"considered_on": DAY, "is_instructed": "no", "reason": "Her sister helps.", "considered_by_name": "Robin"}
    ImcaConsideration.objects.create(at="planning", **said, **of(enquiry))
    assert owed(enquiry) == set() and facts(enquiry).imca_considered == ("planning",)


def test_an_advocate_who_met_the_adult_settles_it_until_their_work_ends(enquiry):
    difficulty(enquiry)
    one = Advocacy.objects.create(kind="care-act", referred_on=DAY, accepted_on=DAY, met_on=LATER, **of(enquiry))
    assert owed(enquiry) == set()
    one.ended_on = LATER
    one.save()
    assert owed(enquiry) == {"arrange-advocate", "name-appropriate-person"} and facts(enquiry).last_ended_on == LATER


def test_the_order_in_which_the_same_facts_were_recorded_changes_nothing():
    def told(*steps):
        enquiry = factories.enquiry()
        for step in steps:
            step(enquiry)
        asked = duties_in(enquiry.authority, enquiry.case.reference)
        return sorted((one["duty"], one["since"], one["due"], tuple(one["because"])) for one in asked)

    steps = [difficulty, somebody, lambda one: assessed(one, "lacks-capacity")]
    assert told(*steps) == told(*reversed(steps))


def test_the_case_page_shows_what_is_not_recorded_and_what_is_no_longer_so(client, enquiry):
    named = somebody(enquiry)
    factories.risk(enquiry, member=named.member)
    client.force_login(enquiry.lead)
    page = client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
    for words in ("That is never taken as none.", "Look again now", "Dora is named in a risk", "They do not see what the adult said."):
        assert words in page
