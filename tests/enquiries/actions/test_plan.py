"""Does the plan serve wishes and risks, belong to somebody, and come up for review?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.cases.models import Task
from heard.enquiries.actions import plan
from heard.enquiries.models import SafeguardingPlan
from heard.enquiries.queries.plan import actions_of, plan_of, plans_of
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from heard.voice.actions.wishes import change_wish
from tests import factories

pytestmark = pytest.mark.django_db
DAY, REVIEW, NEXT = date(2026, 3, 9), date(2026, 4, 9), date(2026, 5, 9)


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def action(enquiry):
    return plan.add_action(enquiry=enquiry, by=enquiry.lead, what="Change the lock", owner="adult", wish=factories.wish(enquiry))


def agree(enquiry, **changes):
    given = {"adult_agrees": "agrees", "adults_words": "That will help.", "review_on": REVIEW}
    return plan.agree_plan(enquiry=enquiry, by=enquiry.lead, on=DAY, **{**given, **changes})


def review(enquiry, **changes):
    given = {"still_wanted": "yes", "words": "Yes, I still want that.", "next_review_on": NEXT}
    return plan.review_plan(enquiry=enquiry, by=enquiry.lead, on=REVIEW, **{**given, **changes})


def events():
    return [row.event for row in Event.objects.order_by("pk")]


def test_an_action_for_nothing_is_refused(enquiry):
    with pytest.raises(NotAllowed, match="that this action is for"):
        plan.add_action(enquiry=enquiry, by=enquiry.lead, what="Change the lock", owner="adult")
    assert events() == []


def test_somebody_in_the_network_can_own_an_action(enquiry):
    member = factories.person().network.create(authority=enquiry.authority, name="Testo Example")
    made = plan.add_action(
        enquiry=enquiry, by=enquiry.lead, what="Visit on Sundays", owner="network", owner_member=member, risk=factories.risk(enquiry)
    )
    assert made.owner_member == member and events() == ["add-plan-action"]


def test_the_adult_reads_the_plain_words_and_without_them_those_of_the_plan(enquiry, action):
    assert action.to_the_adult == "Change the lock"
    plan.say_plainly(action=action, plain_words=" We will change your lock. ", by=enquiry.lead)
    plan.say_plainly(action=action, plain_words="We will change your lock.", by=enquiry.lead)
    action.refresh_from_db()
    assert (action.what, action.to_the_adult) == ("Change the lock", "We will change your lock.")
    plan.say_plainly(action=action, plain_words="", by=enquiry.lead)
    action.refresh_from_db()
    assert action.to_the_adult == "Change the lock" and events() == ["add-plan-action", *["say-plan-action-plainly"] * 2]


def test_done_and_taken_back_and_done_twice_changes_nothing(enquiry, action):
    plan.finish_action(action=action, on=DAY, by=enquiry.lead)
    plan.finish_action(action=action, on=REVIEW, by=enquiry.lead)
    action.refresh_from_db()
    assert (action.done_on, action.done_by) == (DAY, enquiry.lead)
    plan.undo_finish(action=action, by=enquiry.lead)
    plan.undo_finish(action=action, by=enquiry.lead)
    action.refresh_from_db()
    assert (action.done_on, action.done_by) == (None, None)
    assert events() == ["add-plan-action", "finish-plan-action", "undo-plan-action"]


def test_agreeing_moves_the_case_and_makes_the_review_a_task(enquiry, action):
    made = agree(enquiry)
    enquiry.case.refresh_from_db()
    task = Task.objects.get(kind=plan.REVIEW)
    assert enquiry.case.stage == CaseStage.PLAN
    assert (task.due_on, task.subject_id, task.assigned_to) == (REVIEW, made.pk, enquiry.lead)
    assert events() == ["add-plan-action", "agree-plan", "move-case", "add-task"]


def test_a_plan_without_an_action_is_refused(enquiry):
    with pytest.raises(NotAllowed, match="at least one action"):
        agree(enquiry)
    assert not SafeguardingPlan.objects.exists()


def test_a_new_version_moves_the_one_task(enquiry, action):
    agree(enquiry)
    second = agree(enquiry, review_on=NEXT, adults_words="And somebody to talk to.")
    assert [(task.due_on, task.subject_id) for task in Task.objects.filter(done_at__isnull=True)] == [(NEXT, second.pk)]
    assert [one.adults_words for one in plans_of(enquiry)] == ["And somebody to talk to.", "That will help."]
    assert events()[4:] == ["set-aside-version", "agree-plan", "move-task"]


def test_a_review_settles_the_task_and_the_plan_goes_on_to_the_next(enquiry, action):
    agree(enquiry)
    goes_on = review(enquiry)
    reviewed = goes_on.supersedes
    assert (reviewed.reviewed_on, reviewed.still_wanted, reviewed.review_words) == (REVIEW, "yes", "Yes, I still want that.")
    assert plan_of(enquiry) == goes_on and (goes_on.review_on, goes_on.reviewed_on, goes_on.adult_agrees) == (NEXT, None, "agrees")
    assert [task.due_on for task in Task.objects.filter(done_at__isnull=True)] == [NEXT]
    assert Task.objects.filter(done_at__isnull=False).count() == 1


def test_a_last_review_says_why_there_is_no_next(enquiry, action):
    agree(enquiry)
    with pytest.raises(NotAllowed, match="next review"):
        review(enquiry, next_review_on=None)
    last = review(enquiry, next_review_on=None, no_next_because="We are closing.")
    assert plan_of(enquiry) == last and last.because == "We are closing."
    assert not Task.objects.filter(done_at__isnull=True).exists()


def test_a_closed_case_is_reopened_first(enquiry, action):
    enquiry.case.stage = CaseStage.CLOSED
    enquiry.case.save()
    for refused in (agree, review):
        with pytest.raises(NotAllowed, match="Reopen it"):
            refused(enquiry)
    with pytest.raises(NotAllowed, match="Reopen it"):
        plan.say_plainly(action=action, plain_words="Too late.", by=enquiry.lead)


def test_an_action_for_a_wish_since_changed_shows_the_change(enquiry, action):
    new = change_wish(wish=action.wish, words="I want to move.", because="It is not enough.", on=DAY, by=enquiry.lead)
    (shown,) = actions_of(enquiry)
    assert shown.wish_now == action.wish and shown.wish_now.now == new and not shown.wish_now.is_standing


def test_a_plan_reviewed_for_the_last_time_is_not_reviewed_again(enquiry, action):
    agree(enquiry)
    review(enquiry, next_review_on=None, no_next_because="We are closing.")
    with pytest.raises(NotAllowed, match="No plan is waiting"):
        review(enquiry)
