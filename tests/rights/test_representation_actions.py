"""Is it recorded who helps the adult be involved, and does a source of risk end it at that moment?"""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from heard.audit.models import Event
from heard.enquiries.actions.risks import add_risk
from heard.people.models import EarlierDetails, NetworkMember
from heard.rights.actions.advocacy import record_advocates_work, refer_to_advocate
from heard.rights.actions.appropriate_person import end_representation, end_where_it_cannot_stand, name_appropriate_person
from heard.rights.actions.difficulty import record_difficulty
from heard.rights.actions.imca import consider_imca
from heard.rights.actions.network_member import change_somebody
from heard.rights.models import Advocacy, AppropriatePerson, ImcaConsideration, SubstantialDifficulty
from heard.rights.queries.appropriate_person import local_representation, may_see_words
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 10)
MET = {test: {"answer": "yes"} for test in ("not-paid", "adult-wants-them", "helps-them-take-part", "not-a-risk")}
RISK = {"type": "financial", "source": "known-to-adult", "location": "own-home"}


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def daughter(enquiry):
    return NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, name="Dora Example")


@pytest.fixture
def named(enquiry, daughter):
    return name_appropriate_person(case=enquiry.case, member=daughter, tests=MET, started_on=DAY, by=enquiry.lead)


def events():
    return [event for event in Event.objects.order_by("pk").values_list("event", flat=True)]


def test_difficulty_is_kept_area_by_area_and_the_answer_before_too(enquiry):
    areas = {"retaining": {"answer": "yes", "words": "He forgets by noon."}}
    for tried in ("Pictures.", "Pictures, in the morning."):
        record_difficulty(case=enquiry.case, areas=areas, considered_on=DAY, adjustments_tried=tried, by=enquiry.lead)
    now, before = SubstantialDifficulty.objects.order_by("-is_current")
    assert (now.adjustments_tried, now.supersedes) == ("Pictures, in the morning.", before)
    assert events() == ["record-difficulty", "set-aside-version", "record-difficulty"]


def test_difficulty_is_refused_without_a_word_of_adjustments(enquiry):
    with pytest.raises(NotAllowed, match="adjustments"):
        record_difficulty(case=enquiry.case, areas={"retaining": {"answer": "yes"}}, considered_on=DAY, by=enquiry.lead)


def test_the_appropriate_person_has_each_test_recorded_and_may_see_the_adults_words(daughter, named):
    assert (named.tests, named.ended_on) == (MET, None)
    assert may_see_words(daughter)


def test_who_fails_a_test_is_kept_with_the_reason_and_represents_nobody(enquiry, daughter):
    paid = {**MET, "not-paid": {"answer": "no", "words": "She is his paid carer."}}
    kept = name_appropriate_person(case=enquiry.case, member=daughter, tests=paid, started_on=DAY, by=enquiry.lead)
    assert (kept.ended_on, kept.ended_because) == (DAY, "They care for the adult for pay or as a professional.")
    assert not may_see_words(daughter)


def test_who_may_pose_a_risk_already_cannot_represent_the_adult(enquiry, daughter):
    NetworkMember.objects.filter(pk=daughter.pk).update(may_pose_risk=True)
    daughter.refresh_from_db()
    kept = name_appropriate_person(case=enquiry.case, member=daughter, tests=MET, started_on=DAY, by=enquiry.lead)
    assert kept.ended_on == DAY and "may pose a risk" in kept.ended_because


def test_a_risk_that_names_the_representative_ends_it_at_that_moment(enquiry, daughter, named):
    add_risk(enquiry=enquiry, by=enquiry.lead, member=daughter, **RISK)
    now = AppropriatePerson.objects.get(is_current=True)
    assert (now.ended_on, now.supersedes_id) == (timezone.localdate(), named.pk)
    assert "named in a risk" in now.ended_because
    assert events() == ["name-appropriate-person", "add-risk", "set-aside-version", "end-representation"]
    assert not may_see_words(daughter)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param({"may_pose_risk": True}, "may pose a risk", id="marked as somebody who may pose a risk"),
        pytest.param({"adult_wants_involved": "no"}, "does not want", id="the adult objects"),
    ],
)
def test_a_change_in_the_network_ends_it_in_the_same_transaction(enquiry, daughter, named, change, why):
    (ended,) = change_somebody(member=daughter, by=enquiry.lead, because="She told us.", **change)
    assert why in ended.ended_because and not may_see_words(daughter)
    assert EarlierDetails.objects.get().details["network-member"] == str(daughter.pk)
    after = ["keep-earlier-details", "change-network-member", "set-aside-version", "end-representation"]
    assert events() == ["name-appropriate-person", *after]


def test_another_change_in_the_network_ends_nothing(enquiry, daughter, named):
    assert change_somebody(member=daughter, by=enquiry.lead, relationship="Daughter") == []
    assert change_somebody(member=daughter, by=enquiry.lead, relationship="Daughter") == []
    assert EarlierDetails.objects.count() == 1 and may_see_words(daughter)


def test_a_risk_taken_away_gives_no_sight_back(enquiry, daughter, named):
    change_somebody(member=daughter, by=enquiry.lead, may_pose_risk=True)
    change_somebody(member=daughter, by=enquiry.lead, may_pose_risk=False)
    assert not may_see_words(daughter)
    assert end_where_it_cannot_stand(member=daughter, by=enquiry.lead) == []


def test_sight_is_lost_even_where_nothing_ended_the_part(enquiry, daughter, named):
    """A risk that came in with an import ends nothing by itself; the words are hidden all the same."""
    factories.risk(enquiry, member=daughter)
    assert not may_see_words(daughter)


def test_somebody_recorded_in_error_sees_nothing(daughter, named):
    NetworkMember.objects.filter(pk=daughter.pk).update(in_error_at=factories.at(DAY))
    assert not may_see_words(daughter)


def test_a_part_ends_with_its_reason_and_never_before_it_began(enquiry, named):
    ended = end_representation(representative=named, on=DAY - timedelta(days=3), because="She moved away.", by=enquiry.lead)
    assert (ended.ended_on, ended.ended_because, ended.supersedes) == (DAY, "She moved away.", named)


def test_an_advocate_is_referred_to_accepts_meets_and_ends(enquiry):
    made = refer_to_advocate(case=enquiry.case, kind="care-act", referred_on=DAY, organisation="Speak Up", by=enquiry.lead)
    record_advocates_work(advocacy=made, by=enquiry.lead, accepted_on=DAY, acts_for_person_who_may_pose_risk="no", advocate_name="Ann")
    record_advocates_work(advocacy=made, by=enquiry.lead, met_on=DAY + timedelta(days=2))
    record_advocates_work(advocacy=made, by=enquiry.lead, met_on=DAY + timedelta(days=2))
    now = Advocacy.objects.get()
    assert (now.advocate_name, now.met_on, now.ended_on) == ("Ann", DAY + timedelta(days=2), None)
    assert events() == ["refer-to-advocate", "record-advocates-work", "record-advocates-work"]


@pytest.mark.parametrize(
    "work",
    [
        pytest.param({"acts_for_person_who_may_pose_risk": "yes"}, id="acts for both sides"),
        pytest.param({"accepted_on": DAY}, id="begins before it is asked whether they act for both"),
        pytest.param({"accepted_on": DAY - timedelta(days=1), "acts_for_person_who_may_pose_risk": "no"}, id="accepts before the referral"),
    ],
)
def test_an_advocate_is_refused(enquiry, work):
    with pytest.raises(NotAllowed):
        refer_to_advocate(case=enquiry.case, kind="care-act", referred_on=DAY, by=enquiry.lead, **work)
    made = refer_to_advocate(case=enquiry.case, kind="care-act", referred_on=DAY, by=enquiry.lead)
    with pytest.raises(NotAllowed):
        record_advocates_work(advocacy=made, by=enquiry.lead, **work)
    assert Advocacy.objects.get().accepted_on is None


def test_an_advocate_found_on_both_sides_can_only_end(enquiry):
    made = refer_to_advocate(case=enquiry.case, kind="imca", referred_on=DAY, by=enquiry.lead)
    both = {"acts_for_person_who_may_pose_risk": "yes", "ended_on": DAY, "ended_because": "Acts for her son too."}
    assert record_advocates_work(advocacy=made, by=enquiry.lead, **both).ended_on == DAY
    with pytest.raises(TypeError):
        record_advocates_work(advocacy=made, by=enquiry.lead, referred_on=DAY)


def test_an_imca_is_considered_by_a_named_person_with_a_reason(enquiry):
    said = {"at": "planning", "considered_on": DAY, "considered_by_name": "Robin Example", "by": enquiry.lead}
    with pytest.raises(NotAllowed, match="what speaks for"):
        consider_imca(case=enquiry.case, is_instructed="yes", reason="He was hurt.", **said)
    consider_imca(case=enquiry.case, is_instructed="yes", reason="He was hurt.", grounds=["serious-risk"], **said)
    consider_imca(case=enquiry.case, is_instructed="no", reason="His sister helps him well.", **said)
    assert ImcaConsideration.objects.count() == 2 and events() == ["consider-imca"] * 2


def test_a_council_sets_what_it_has_checked(settings):
    settings.HEARD_REPRESENTATION = {"tests": ["not-paid"], "advocate_as_well": ["hospital-stay"]}
    assert local_representation().tests == ("not-paid",) and local_representation().advocate_as_well == ("hospital-stay",)


def test_nothing_is_added_to_a_closed_case(enquiry, daughter):
    case, by = enquiry.case, enquiry.lead
    case.stage, case.closed_on = CaseStage.CLOSED, DAY
    case.save()
    imca = {"at": "plan", "is_instructed": "no", "reason": "No.", "considered_by_name": "Robin"}
    for refused in (
        lambda: record_difficulty(case=case, areas={}, considered_on=DAY, by=by),
        lambda: name_appropriate_person(case=case, member=daughter, tests=MET, started_on=DAY, by=by),
        lambda: refer_to_advocate(case=case, kind="care-act", referred_on=DAY, by=by),
        lambda: consider_imca(case=case, considered_on=DAY, by=by, **imca),
    ):
        with pytest.raises(NotAllowed, match="closed"):
            refused()
