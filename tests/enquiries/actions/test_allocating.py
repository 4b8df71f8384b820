"""Does the case follow its lead, and can only somebody who may lead be given it?"""

import pytest
from django.utils import timezone

from heard.audit.models import Event
from heard.cases.actions import add_task
from heard.enquiries.actions.allocating import allocate_enquiry, hand_over
from heard.enquiries.models import Allocation
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def manager(enquiry):
    return factories.user(Role.MANAGER)


@pytest.fixture
def south():
    return factories.team("South team")


def give(enquiry, to, by, team=None, **more):
    more.setdefault("led_by_now", str(enquiry.lead_id or ""))
    return allocate_enquiry(enquiry=enquiry, to=to, team=team or factories.team(), by=by, **more)


def test_the_case_the_team_and_the_open_tasks_follow_the_lead(enquiry, manager, south):
    old, new = enquiry.lead, factories.user(teams=[south])
    task = add_task(case=enquiry.case, kind="ask-again", due_on=enquiry.started_on, by=old, assigned_to=old)
    before = Event.objects.count()
    given = give(enquiry, new, manager, south, note="Nearer to her home.")
    for record in (enquiry, enquiry.case, task):
        record.refresh_from_db()
    assert (enquiry.lead, enquiry.lead_name, enquiry.case.lead, enquiry.case.team, task.assigned_to) == (
        new, new.full_name, new, south, new,
    )  # fmt: skip
    assert (given.from_user, given.to_user, given.note) == (old, new, "Nearer to her home.")
    assert Event.objects.count() - before == 4


def test_one_that_nobody_led_can_be_given(enquiry, manager):
    enquiry.lead, enquiry.lead_name = None, "Somebody in the old system"
    enquiry.save()
    assert give(enquiry, factories.user(), manager).from_user is None


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"role": Role.ANALYST}, id="an analyst"),
        pytest.param({"is_active": False, "access_ended_at": timezone.now()}, id="somebody whose access has ended"),
    ],
)
def test_who_cannot_be_given_it(enquiry, manager, fields):
    with pytest.raises(NotAllowed):
        give(enquiry, factories.user(**fields), manager)
    assert not Allocation.objects.exists()


def test_nobody_of_another_council_can_be_given_it(enquiry, manager):
    elsewhere = factories.authority("Elsewhere")
    with pytest.raises(NotAllowed):
        give(enquiry, factories.user(of=elsewhere), manager)
    with pytest.raises(NotAllowed):
        give(enquiry, factories.user(), manager, factories.team("Theirs", of=elsewhere))


def test_a_lead_who_changed_meanwhile_is_not_overwritten(enquiry, manager):
    seen = enquiry.lead
    give(enquiry, factories.user(), manager)
    with pytest.raises(NotAllowed, match="Somebody else changed"):
        allocate_enquiry(enquiry=enquiry, to=factories.user(), team=factories.team(), by=manager, led_by_now=str(seen.pk))


def test_giving_it_twice_is_refused(enquiry, manager):
    new = factories.user()
    give(enquiry, new, manager)
    enquiry.refresh_from_db()
    with pytest.raises(NotAllowed, match="already leads"):
        give(enquiry, new, manager)
    assert Allocation.objects.count() == 1


def test_the_lead_hands_over_with_a_note_and_the_team_follows(enquiry, south):
    new = factories.user(teams=[south])
    hand_over(enquiry=enquiry, to=new, note="She likes to be phoned after 10.", by=enquiry.lead)
    enquiry.case.refresh_from_db()
    assert (enquiry.case.lead, enquiry.case.team) == (new, south)


def test_the_team_stays_where_the_new_lead_is_in_it_too(enquiry, south):
    new = factories.user(teams=[south, factories.team()])
    hand_over(enquiry=enquiry, to=new, note="Over to you.", by=enquiry.lead)
    enquiry.case.refresh_from_db()
    assert enquiry.case.team == factories.team()


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.DUTY_WORKER])
def test_nobody_else_hands_it_over(enquiry, role):
    with pytest.raises(NotAllowed, match="Only the lead"):
        hand_over(enquiry=enquiry, to=factories.user(), note="Mine.", by=factories.user(role))


def test_a_manager_hands_over_and_a_note_is_needed(enquiry, manager):
    with pytest.raises(NotAllowed, match="Write a note"):
        hand_over(enquiry=enquiry, to=manager, note=" ", by=manager)
    hand_over(enquiry=enquiry, to=manager, note="I am taking this on.", by=manager)


def test_a_closed_enquiry_is_not_given(enquiry, manager):
    enquiry.concluded_on = enquiry.started_on
    enquiry.save()
    with pytest.raises(NotAllowed, match="is closed"):
        give(enquiry, factories.user(), manager)
