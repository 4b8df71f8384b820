"""Is an auditor somebody who has no part in the case, and a second look blind?"""

import pytest
from django.http import Http404
from django.utils import timezone

from heard.assurance.actions.auditing import answer_question, confirm_settlement, settle_difference
from heard.assurance.actions.giving import give_audit, give_to_auditor
from heard.assurance.actions.learning import give_feedback
from heard.assurance.queries.audits import answers_open, audit_for, differences_left, may_read, my_audits, sampled_for
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return factories.user(Role.MANAGER)


@pytest.fixture
def auditor():
    return factories.user(Role.SOCIAL_WORKER)


@pytest.fixture
def lead():
    return factories.user(Role.SOCIAL_WORKER)


def test_who_wrote_of_the_adults_life_has_worked_on_the_case(auditor, lead):
    case = factories.enquiry(lead=lead).case
    audit = factories.audit(case, auditor=auditor)
    case.person.network.create(authority=case.authority, name="Kev Example", recorded_by=auditor)
    assert not may_read(audit)


def test_once_the_answers_are_open_no_second_look_is_given(manager, auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor, done_at=timezone.now())
    with pytest.raises(NotAllowed, match="not be blind"):
        give_to_auditor(sampled=audit.sampled, auditor_id=manager.pk, by=manager)


def begun(auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor, worker=lead)
    answer_question(audit=audit, question="risk", answer="yes", words="Seen.", by=auditor)
    return audit


def leaves(user) -> None:
    user.is_active, user.access_ended_at = False, timezone.now()
    user.save()


def test_an_audit_begun_by_somebody_who_left_is_given_to_another_and_their_answers_stay_theirs(manager, auditor, lead):
    audit, other = begun(auditor, lead), factories.user()
    leaves(auditor)
    new = give_to_auditor(sampled=audit.sampled, auditor_id=other.pk, by=manager)
    audit.refresh_from_db()
    assert new.pk != audit.pk and (new.auditor, new.is_second, new.answers.count()) == (other, False, 0)
    assert (audit.ended_by, audit.ended_because, audit.answers.get().answer) == (manager, "They no longer audit cases here.", "yes")
    assert my_audits(auditor) == [] and [one.pk for one in my_audits(other)] == [new.pk]
    with pytest.raises(Http404):
        audit_for(auditor, audit.pk)
    new.done_at = timezone.now()
    new.save()
    assert answers_open(sampled_for(manager, audit.sampled_id)), "the one that ended is not waited for"


def test_who_worked_on_the_case_since_is_replaced_and_who_could_go_on_only_with_a_reason(manager, auditor, lead):
    audit, other, third = begun(auditor, lead), factories.user(), factories.user()
    with pytest.raises(NotAllowed, match="Say why"):
        give_to_auditor(sampled=audit.sampled, auditor_id=other.pk, instead_of=audit.pk, by=manager)
    new = give_to_auditor(sampled=audit.sampled, auditor_id=other.pk, instead_of=audit.pk, because="Long leave.", by=manager)
    with pytest.raises(NotAllowed, match="done or has ended"):
        give_to_auditor(sampled=audit.sampled, auditor_id=third.pk, instead_of=audit.pk, because="Again.", by=manager)
    answer_question(audit=new, question="risk", answer="no", words="Seen.", by=other)
    audit.sampled.case.person.network.create(authority=audit.authority, name="Kev Example", recorded_by=other)
    assert not may_read(new)
    last = give_to_auditor(sampled=audit.sampled, auditor_id=third.pk, by=manager)
    assert [one.auditor for one in audit.sampled.audits.filter(ended_at__isnull=True)] == [last.auditor] == [third]


def test_a_difference_is_settled_by_another_in_the_place_of_an_auditor_who_left(manager, auditor, lead):
    second, stand_in, now = factories.user(), factories.user(), timezone.now()
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor, second=second, done_at=now)
    other = audit.sampled.audits.get(is_second=True)
    for one, answer in ((audit, "yes"), (other, "no")):
        one.answers.create(authority=one.authority, question="risk", answer=answer, words="Seen.")
    other.done_at = now
    other.save()
    with pytest.raises(NotAllowed, match="not be blind"):
        give_to_auditor(sampled=audit.sampled, auditor_id=stand_in.pk, by=manager)
    leaves(second)
    given = give_to_auditor(sampled=audit.sampled, auditor_id=stand_in.pk, by=manager)
    assert (given.pk, given.auditor, given.settled_by) == (other.pk, second, stand_in)
    assert may_read(audit_for(stand_in, given.pk)), "to settle, the record is read"
    sampled = sampled_for(stand_in, audit.sampled_id)
    settle_difference(sampled=sampled, question="risk", answer="partly", because="One of two.", by=auditor)
    with pytest.raises(NotAllowed, match="Only the two"):
        confirm_settlement(sampled=sampled, question="risk", by=second)
    confirm_settlement(sampled=sampled, question="risk", by=stand_in)
    assert differences_left(sampled_for(manager, audit.sampled_id)) == ()


def test_who_worked_on_the_case_does_not_tell_the_worker_what_was_found(manager, auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor, worker=lead, done_at=timezone.now())
    audit.sampled.case.person.network.create(authority=audit.authority, name="Kev Example", recorded_by=auditor)
    with pytest.raises(NotAllowed, match="worked on this case"):
        give_feedback(sampled=audit.sampled, feedback="Well done.", by=auditor)
    stand_in = factories.user()
    give_to_auditor(sampled=audit.sampled, auditor_id=stand_in.pk, by=manager)
    give_feedback(sampled=sampled_for(stand_in, audit.sampled_id), feedback="Well done.", by=stand_in)


def test_a_case_is_given_as_the_first_or_the_second(manager, auditor, lead):
    sampled = begun(auditor, lead).sampled
    assert give_audit(sampled=sampled, auditor=manager, is_second=True, by=manager).is_second
