"""Is acting without the adult's agreement recorded whole, is the adult's telling owed and settled, and is what was shared kept?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.audit.models import Event
from heard.cases.models import Case
from heard.casework.queries.facts import facts_of
from heard.enquiries.actions.in_error import mark_in_error, undo_in_error
from heard.people.models import NetworkMember
from heard.rights.actions.for_the_return import record_agreement
from heard.rights.actions.sharing import share_with_partner
from heard.rights.actions.without_agreement import act_without_agreement, record_adult_told
from heard.rights.models import ActingWithoutAgreement, AgreementToRaise, CapacityAssessment, Sharing
from heard.rules.decision import NotAllowed
from heard.rules.next_steps.all_steps import next_steps
from heard.rules.pathway import CaseStage
from heard.rules.recorded_in_error import Kind
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
MARCH_3, MARCH_4 = date(2026, 3, 3), date(2026, 3, 4)
DECIDED = {
    "ground": "crime", "ground_words": "Her card was used after it was taken.", "lawful_basis": "public-task",
    "proportionality": "One call to the bank, and no more.", "decided_by_name": "Robin Example", "decided_on": MARCH_3,
}  # fmt: skip
NOT_YET = {"was_told": "no", "not_told_because": "He was in the room.", "tell_by": MARCH_4}
SHARED = {"with_whom": "PC Example, police", "what": "That her card was taken.", "shared_on": MARCH_3}
BEST = {"ground": "lacks-capacity-best-interests"}


@pytest.fixture
def enquiry(client):
    made = factories.enquiry()
    client.force_login(made.lead)
    return made


def duties(enquiry):
    found = facts_of(Case.objects.filter(pk=enquiry.case_id).select_related("person"))[enquiry.case_id]
    return {step.duty: step for step in next_steps(found)}


def decide(enquiry, **changed):
    return act_without_agreement(concern=enquiry.concern, by=enquiry.lead, **{**DECIDED, **NOT_YET, **changed})


def typed(day: date, name: str) -> dict:
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


class TestActing:
    def test_the_agreement_the_basis_and_the_justification_are_three_things(self, enquiry):
        record_agreement(concern=enquiry.concern, by=None, answer="refused")
        kept = decide(enquiry)
        agreement = AgreementToRaise.objects.get()
        assert (agreement.answer, agreement.ground) == ("refused", "")
        assert (kept.lawful_basis, kept.proportionality) == ("public-task", "One call to the bank, and no more.")
        assert "record-agreement-ground" not in duties(enquiry)

    def test_a_changed_decision_keeps_the_one_before(self, enquiry):
        first, second = decide(enquiry), decide(enquiry, ground="coercion", because="The police said more.")
        first.refresh_from_db()
        assert (first.is_current, second.supersedes) == (False, first)
        events = [row.event for row in Event.objects.order_by("pk")]
        assert events == ["act-without-agreement", "set-aside-version", "act-without-agreement"]

    @pytest.mark.parametrize("missing", ["ground_words", "proportionality", "lawful_basis", "decided_by_name", "not_told_because"])
    def test_nothing_of_it_can_be_left_out(self, enquiry, missing):
        with pytest.raises(NotAllowed):
            decide(enquiry, **{missing: ""})
        assert not ActingWithoutAgreement.objects.exists()

    def test_telling_the_adult_is_owed_until_it_is_recorded(self, enquiry):
        kept = decide(enquiry)
        assert duties(enquiry)["tell-the-adult"].due == MARCH_4
        told = record_adult_told(override=kept, told_on=MARCH_4, told_how="At home, alone.", by=enquiry.lead)
        assert "tell-the-adult" not in duties(enquiry)
        assert (told.supersedes, told.not_told_because, told.tell_by) == (kept, "He was in the room.", None)

    def test_it_is_owed_and_can_be_recorded_after_closing(self, enquiry):
        kept = decide(enquiry)
        Case.objects.filter(pk=enquiry.case_id).update(stage=CaseStage.CLOSED)
        assert "tell-the-adult" in duties(enquiry)
        record_adult_told(override=kept, told_on=MARCH_4, told_how="By telephone.", by=enquiry.lead)
        assert "tell-the-adult" not in duties(enquiry)

    def test_what_was_recorded_in_error_counts_for_nothing(self, enquiry):
        kept = decide(enquiry)
        ActingWithoutAgreement.objects.filter(pk=kept.pk).update(in_error_at=factories.at(MARCH_4))
        assert "tell-the-adult" not in duties(enquiry)

    def test_one_marked_as_in_error_stays_marked_where_another_was_recorded_since(self, enquiry):
        kept = decide(enquiry)
        mark_in_error(case=enquiry.case, kind=Kind.OVERRIDE, record=kept, because="Wrong adult.", by=enquiry.lead)
        decide(enquiry)
        with pytest.raises(NotAllowed, match="Another has been recorded"):
            undo_in_error(case=enquiry.case, kind=Kind.OVERRIDE, record=kept, because="Right adult.", by=enquiry.lead)

    def test_best_interests_without_an_assessment_is_owed_and_never_a_block(self, enquiry):
        decide(enquiry, **BEST, assessment_to_follow_by=date(2026, 3, 6))
        assert duties(enquiry)["assess-capacity"].due == date(2026, 3, 6)
        decide(enquiry, **BEST, assessment=lacking(enquiry))
        assert "assess-capacity" not in duties(enquiry)


def lacking(enquiry, **fields):
    given = {"decision": "Whether to report this", "conclusion": "lacks-capacity", "impairment": "Delirium", "causal_link": "Because of it"}
    made = {"authority": enquiry.authority, "case": enquiry.case, "assessed_at": factories.at(MARCH_3), "assessor_name": "Robin Example"}
    return CapacityAssessment.objects.create(**{**made, **given, **fields})


class TestThePages:
    def test_the_decision_is_recorded_from_the_page(self, client, enquiry):
        record_agreement(concern=enquiry.concern, by=None, answer="refused")
        where = reverse("act-without-agreement", args=[enquiry.concern.reference])
        page = client.get(where).content.decode()
        assert "did not want it raised" in page and "We did something that you had not agreed to" in page
        behind = lacking(enquiry)
        given = {**DECIDED, **BEST, "assessment": str(behind.pk), "was_told": "no", "not_told_because": "He was in the room."}
        given |= typed(MARCH_3, "decided_on") | typed(MARCH_4, "told_day")
        assert client.post(where, given).status_code == 302
        kept = ActingWithoutAgreement.objects.get()
        assert (kept.assessment, kept.tell_by, kept.told_on) == (behind, MARCH_4, None)
        assert "Why is this decision changed?" in client.get(where).content.decode()

    def test_that_they_were_told_is_recorded_from_the_page(self, client, enquiry):
        where = reverse("adult-told", args=[enquiry.concern.reference])
        assert client.get(where).url == reverse("act-without-agreement", args=[enquiry.concern.reference])
        decide(enquiry)
        assert "He was in the room." in client.get(where).content.decode()
        client.post(where, {"told_how": "At home, alone.", **typed(MARCH_4, "told_on")})
        assert ActingWithoutAgreement.objects.get(is_current=True).told_on == MARCH_4

    def test_what_was_shared_is_recorded_listed_and_shown_on_the_case(self, client, enquiry):
        given = {**SHARED, "agreement": "refused", "lawful_basis": "public-task", "justification": "He may take more."}
        assert client.post(reverse("share", args=[enquiry.case.reference]), given | typed(MARCH_3, "shared_on")).status_code == 302
        for name in ("what-was-shared", "case"):
            assert "PC Example, police" in client.get(reverse(name, args=[enquiry.case.reference])).content.decode()
        assert "He may take more." in client.get(reverse("what-was-shared", args=[enquiry.case.reference])).content.decode()

    def test_a_reason_is_asked_where_they_did_not_agree(self, client, enquiry):
        given = {**SHARED, "agreement": "not-asked", "lawful_basis": "public-task", **typed(MARCH_3, "shared_on")}
        page = client.post(reverse("share", args=[enquiry.case.reference]), given).content.decode()
        assert "Write why it is right to share this" in page and not Sharing.objects.exists()

    def test_somebody_whom_the_card_says_must_not_know_is_warned_of(self, client, enquiry):
        factories.safe_contact_card(enquiry.case.person, must_not_know="Her landlord")
        given = {**SHARED, "with_whom": "The landlord’s office", "agreement": "agreed", "lawful_basis": "public-task"}
        page = client.post(reverse("share", args=[enquiry.case.reference]), given | typed(MARCH_3, "shared_on")).content.decode()
        assert "The safe-contact card says who must not know: Her landlord." in page
        assert not Sharing.objects.exists()

    def test_how_it_is_safe_to_reach_the_adult_is_read_before_it_is_printed(self, client, enquiry):
        factories.safe_contact_card(enquiry.case.person, must_not_know="Her landlord", code_word="Bluebell")
        page = client.get(reverse("what-was-shared", args=[enquiry.case.reference])).content.decode()
        for words in ("Before you print or send this", "Bluebell", "Her landlord"):
            assert words in page

    def test_somebody_who_may_pose_a_risk_is_warned_of_once_and_never_blocked(self, client, enquiry):
        NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, name="Lee Sample", may_pose_risk=True)
        given = {**SHARED, "with_whom": "Lee’s landlord", "agreement": "agreed", "lawful_basis": "public-task"}
        given |= typed(MARCH_3, "shared_on")
        where = reverse("share", args=[enquiry.case.reference])
        page = client.post(where, given).content.decode()
        warned = "Lee Sample may pose a risk. Before you share, think who could learn of this through them."
        assert f'value="{warned}"' in page and "Nothing is saved yet" in page and not Sharing.objects.exists()
        assert client.post(where, {**given, "warned": warned}).status_code == 302
        assert Sharing.objects.get().with_whom == "Lee’s landlord"


PAGES = [("act-without-agreement", "concern"), ("adult-told", "concern"), ("share", "case"), ("what-was-shared", "case")]


@pytest.mark.parametrize(("name", "of"), PAGES, ids=[name for name, _ in PAGES])
class TestEachPage:
    def where(self, name, of, enquiry):
        return reverse(name, args=[(enquiry.concern if of == "concern" else enquiry.case).reference])

    def test_is_not_there_for_another_council(self, client, enquiry, name, of):
        client.force_login(factories.user(Role.MANAGER, of=factories.authority("Elsewhere"), teams=[]))
        assert client.get(self.where(name, of, enquiry)).status_code == 404

    def test_is_not_for_an_analyst(self, client, enquiry, name, of):
        client.force_login(factories.user(Role.ANALYST, of=enquiry.authority))
        assert client.get(self.where(name, of, enquiry)).status_code == 403

    def test_stays_within_its_budget(self, client, enquiry, name, of):
        counted = []
        for many in (1, 9):
            for _ in range(many):
                decide(enquiry)
                lacking(enquiry)
                share_with_partner(case=enquiry.case, by=enquiry.lead, agreement="agreed", lawful_basis="public-task", **SHARED)
            with CaptureQueriesContext(connection) as ran:
                assert client.get(self.where(name, of, enquiry)).status_code == 200
            counted.append(len(ran))
        assert counted[0] == counted[1] <= 12
