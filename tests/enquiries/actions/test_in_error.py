"""Is a record on the wrong file hidden, kept, and can it be brought back?"""

from datetime import timedelta

import pytest
from django.utils import timezone

from heard.audit.actions import record_read
from heard.audit.models import Event
from heard.cases.actions import add_task
from heard.cases.queries import concerns_for
from heard.enquiries.actions.in_error import mark_in_error, undo_in_error
from heard.enquiries.models import PlanAction, Risk
from heard.people.models import NetworkMember
from heard.rights.models import (
    ActingWithoutAgreement,
    Advocacy,
    AppropriatePerson,
    BestInterestsDecision,
    ImcaConsideration,
    LegalAuthority,
    Sharing,
    SubstantialDifficulty,
)
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from heard.rules.recorded_in_error import Kind
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import Judgement, LaterJudgement
from heard.voice.queries import conversations_of, standing_wishes_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def worker(enquiry):
    return enquiry.lead


def of_each_kind(enquiry) -> dict:
    wish, risk = factories.wish(enquiry), factories.risk(enquiry)
    mine, assessed = {"authority": enquiry.authority}, factories.lacking(enquiry)
    decided = {"decided": "A lower limit.", "decided_on": enquiry.started_on}
    return {
        Kind.CONVERSATION: factories.conversation(enquiry),
        Kind.PICTURE_TALK: factories.picture_talk(enquiry),
        Kind.WISH: wish,
        Kind.JUDGEMENT: Judgement.objects.create(**mine, wish=wish, judge="adult", rating="met"),
        Kind.LATER_JUDGEMENT: LaterJudgement.objects.create(**mine, wish=wish, judge="adult", rating="met", judged_on=enquiry.started_on),
        Kind.EXPERIENCE: factories.experience(enquiry),
        Kind.RISK: risk,
        Kind.PLAN_ACTION: PlanAction.objects.create(**mine, enquiry=enquiry, risk=risk, what="Change the locks", owner="worker"),
        Kind.CONCERN: factories.concern(enquiry.case),
        Kind.NETWORK_MEMBER: NetworkMember.objects.create(**mine, person=enquiry.case.person, name="A neighbour"),
        Kind.CAPACITY: assessed,
        Kind.BEST_INTERESTS: BestInterestsDecision.objects.create(**mine, case=enquiry.case, assessment=assessed, **decided),
        Kind.LEGAL_AUTHORITY: LegalAuthority.objects.create(**mine, person=enquiry.case.person, kind="appointee"),
        Kind.OVERRIDE: ActingWithoutAgreement.objects.create(
            **mine, case=enquiry.case, concern=enquiry.concern, ground="crime", decided_on=enquiry.started_on
        ),
        Kind.SHARING: Sharing.objects.create(**mine, case=enquiry.case, with_whom="Police", shared_on=enquiry.started_on),
        **of_representation(enquiry),
    }


def of_representation(enquiry) -> dict:
    mine, on = {"authority": enquiry.authority, "case": enquiry.case}, enquiry.started_on
    sister = NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, name="A sister")
    return {
        Kind.DIFFICULTY: SubstantialDifficulty.objects.create(**mine, considered_on=on),
        Kind.REPRESENTATIVE: AppropriatePerson.objects.create(**mine, member=sister, started_on=on),
        Kind.ADVOCACY: Advocacy.objects.create(**mine, kind="imca", referred_on=on),
        Kind.IMCA: ImcaConsideration.objects.create(**mine, at="plan", considered_on=on, is_instructed="no", reason="No."),
    }


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_can_be_marked_and_brought_back(enquiry, worker, kind):
    record = of_each_kind(enquiry)[kind]
    mark_in_error(case=enquiry.case, kind=kind, record=record, because="Another adult of that name.", by=worker)
    record.refresh_from_db()
    assert (record.in_error_by, record.in_error_because) == (worker, "Another adult of that name.")
    undo_in_error(case=enquiry.case, kind=kind, record=record, because="It was this adult.", by=worker)
    record.refresh_from_db()
    assert (record.in_error_at, record.in_error_by, record.in_error_because) == (None, None, "")
    events = [event for event in Event.objects.order_by("pk") if event.subject_id == str(record.pk)]
    assert [(event.event, event.why) for event in events] == [
        ("mark-in-error", "Another adult of that name."), ("undo-in-error", "It was this adult."),
    ]  # fmt: skip


def test_it_is_hidden_from_the_case(enquiry, worker):
    for kind, record in of_each_kind(enquiry).items():
        mark_in_error(case=enquiry.case, kind=kind, record=record, because="Wrong file.", by=worker)
    assert conversations_of(enquiry.case) == [] == standing_wishes_of(enquiry.case)
    assert set(concerns_for(worker)) == {enquiry.concern}


def test_the_audit_keeps_who_had_opened_the_case_since(enquiry, worker):
    record = factories.conversation(enquiry, recorded_at=timezone.now() - timedelta(days=1))
    reader, never = factories.user(), factories.user()
    record_read("open-case-page", on=enquiry.case, by=reader)
    mark_in_error(case=enquiry.case, kind=Kind.CONVERSATION, record=record, because="Wrong file.", by=worker)
    seen = Event.objects.get(event="mark-in-error").detail["seen_by"]
    assert str(reader.pk) in seen
    assert str(never.pk) not in seen


def test_what_was_to_be_done_about_it_is_settled_and_taken_up_again(enquiry, worker):
    record = factories.conversation(enquiry)
    about = add_task(case=enquiry.case, kind="ask-again", due_on=enquiry.started_on, by=worker, subject=record)
    done_before = add_task(case=enquiry.case, kind="ask-again", due_on=enquiry.started_on, by=worker, subject=record)
    done_before.done_at, done_before.done_by = timezone.now(), worker
    done_before.save()
    mark_in_error(case=enquiry.case, kind=Kind.CONVERSATION, record=record, because="Wrong file.", by=worker)
    about.refresh_from_db()
    assert about.done_by == worker
    undo_in_error(case=enquiry.case, kind=Kind.CONVERSATION, record=record, because="Right file.", by=worker)
    about.refresh_from_db()
    done_before.refresh_from_db()
    assert (about.done_at, about.done_by) == (None, None)
    assert done_before.done_at is not None


def test_a_case_whose_only_concern_was_marked_closes_and_comes_back():
    duty, concern = factories.user(Role.DUTY_WORKER), factories.concern()
    mark_in_error(case=concern.case, kind=Kind.CONCERN, record=concern, because="A test of the form.", by=duty)
    concern.case.refresh_from_db()
    assert concern.case.stage == CaseStage.CLOSED
    undo_in_error(case=concern.case, kind=Kind.CONCERN, record=concern, because="It was real.", by=duty)
    concern.case.refresh_from_db()
    assert concern.case.stage == CaseStage.CONCERN


def test_a_concern_that_led_to_an_enquiry_is_not_marked(enquiry, worker):
    with pytest.raises(NotAllowed, match="undo its link"):
        mark_in_error(case=enquiry.case, kind=Kind.CONCERN, record=enquiry.concern, because="Wrong file.", by=worker)


def test_marking_twice_and_marking_without_a_reason_are_refused(enquiry, worker):
    record = factories.wish(enquiry)
    with pytest.raises(NotAllowed, match="Say why"):
        mark_in_error(case=enquiry.case, kind=Kind.WISH, record=record, because=" ", by=worker)
    mark_in_error(case=enquiry.case, kind=Kind.WISH, record=record, because="Wrong file.", by=worker)
    with pytest.raises(NotAllowed, match="already marked"):
        mark_in_error(case=enquiry.case, kind=Kind.WISH, record=record, because="Wrong file.", by=worker)


def test_a_risk_recorded_again_in_its_place_keeps_the_mark_on_the_first(enquiry, worker):
    first = factories.risk(enquiry)
    mark_in_error(case=enquiry.case, kind=Kind.RISK, record=first, because="Wrong file.", by=worker)
    factories.risk(enquiry)
    with pytest.raises(NotAllowed, match="in its place"):
        undo_in_error(case=enquiry.case, kind=Kind.RISK, record=first, because="Right file.", by=worker)
    assert Risk.objects.filter(in_error_at__isnull=True).count() == 1


def test_a_record_of_another_case_is_not_marked_through_this_one(enquiry, worker):
    other = factories.wish(factories.enquiry())
    with pytest.raises(type(other).DoesNotExist):
        mark_in_error(case=enquiry.case, kind=Kind.WISH, record=other, because="Wrong file.", by=worker)
