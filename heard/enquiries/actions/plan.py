"""How is the safeguarding plan made, done, agreed and reviewed?"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from heard.accounts.versions import answer_again
from heard.audit.actions import record
from heard.cases.actions import add_task, move_case, settle_tasks
from heard.cases.models import Enquiry, Task
from heard.enquiries.models import PlanAction, Risk, SafeguardingPlan
from heard.enquiries.queries.plan import PEOPLE, plan_of, who_may_have_a_part
from heard.people.models import NetworkMember
from heard.rules.decision import Decision, NotAllowed
from heard.rules.pathway import CaseStage, Step
from heard.rules.recording_in_a_case import may_record
from heard.rules.safeguarding_plan import may_add_action, may_agree, may_review
from heard.rules.vocabulary.enquiry import PlanOwner, PlanView, StillWanted
from heard.voice.models import Wish

REVIEW = "review-plan"


def _check(decision: Decision) -> None:
    if not decision:
        raise NotAllowed(decision)


@transaction.atomic
def add_action(
    *, enquiry: Enquiry, by, what: str, owner: PlanOwner | str, wish: Wish | None = None, risk: Risk | None = None,
    owner_name: str = "", owner_member: NetworkMember | None = None, due_on: date | None = None, plain_words: str = "",
) -> PlanAction:
    """Add something somebody will do, for a wish or against a risk (or both). Raises NotAllowed for neither, without an owner,
    for a day that has passed, or where whoever would do it may pose a risk or must not know.
    """
    _check(may_record(stage=enquiry.case.stage))
    name = owner_member.name if owner_member else owner_name.strip()
    points = {"for_wish": wish is not None, "for_risk": risk is not None}
    _check(may_add_action(**points, owner=owner, is_named=bool(name), due_on=due_on, today=timezone.localdate()))
    if owner in PEOPLE:
        _check(who_may_have_a_part(enquiry.case)(name))
    action = PlanAction.objects.create(
        authority_id=enquiry.authority_id, enquiry=enquiry, what=what, wish=wish, risk=risk, owner=owner, owner_name=owner_name,
        owner_member=owner_member, due_on=due_on, plain_words=plain_words.strip(), recorded_by=by,
    )
    record("add-plan-action", on=action, by=by, case_id=enquiry.case_id)
    return action


@transaction.atomic
def say_plainly(*, action: PlanAction, plain_words: str, by) -> PlanAction:
    """Give, change or (blank) take away the plain words in which the adult reads of an action. The letters that went keep theirs."""
    _check(may_record(stage=action.enquiry.case.stage))
    if action.plain_words != plain_words.strip():
        action.plain_words = plain_words.strip()
        action.save(update_fields=["plain_words"])
        record("say-plan-action-plainly", on=action, by=by, case_id=action.enquiry.case_id)
    return action


@transaction.atomic
def finish_action(*, action: PlanAction, on: date, by) -> PlanAction:
    """Mark an action as done. Done again changes nothing, so that a second press is harmless."""
    _check(may_record(stage=action.enquiry.case.stage))
    if action.done_on is None:
        action.done_on, action.done_by = on, by
        action.save(update_fields=["done_on", "done_by"])
        record("finish-plan-action", on=action, by=by, case_id=action.enquiry.case_id, detail={"done_on": str(on)})
    return action


@transaction.atomic
def undo_finish(*, action: PlanAction, by) -> PlanAction:
    """Take back that an action was done; who had marked it stays in the audit."""
    _check(may_record(stage=action.enquiry.case.stage))
    if action.done_on is not None:
        was, action.done_on, action.done_by = action.done_on, None, None
        action.save(update_fields=["done_on", "done_by"])
        record("undo-plan-action", on=action, by=by, case_id=action.enquiry.case_id, detail={"was_done_on": str(was)})
    return action


@transaction.atomic
def agree_plan(
    *, enquiry: Enquiry, by, on: date, adult_agrees: PlanView | str, review_on: date | None, adults_words: str = "", because: str = ""
) -> SafeguardingPlan:
    """Record the plan with what the adult says of it, and move the case to its plan. A later version moves the day of review.

    Raises NotAllowed without an action, the adult's words (or why there are none), or a day of review after ``on``.
    """
    case = enquiry.case
    _check(may_record(stage=case.stage))
    count = enquiry.actions.filter(in_error_at__isnull=True).count()
    _check(
        may_agree(actions=count, view=adult_agrees, words=adults_words, because=because, review_on=review_on, today=on)
    )
    plan = _next_plan(
        enquiry, "agree-plan", by=by, adult_agrees=adult_agrees, adults_words=adults_words, review_on=review_on, because=because
    )
    if case.stage != CaseStage.PLAN:
        move_case(case=case, step=Step.AGREE_PLAN, by=by, on=on)
    _move_review(plan, by=by)
    return plan


def _next_plan(enquiry: Enquiry, event: str, *, by, **details) -> SafeguardingPlan:
    return answer_again(
        SafeguardingPlan, of={"enquiry": enquiry}, event=event, by=by, authority_id=enquiry.authority_id, case_id=enquiry.case_id,
        **details,
    )


def _move_review(plan: SafeguardingPlan, *, by) -> None:
    """The open task to review moves to the new day: there is never more than one."""
    case = plan.enquiry.case
    task = Task.objects.select_for_update().filter(case=case, kind=REVIEW, done_at__isnull=True).first()
    if task is None:
        add_task(
            case=case, kind=REVIEW, due_on=plan.review_on, by=by, subject=plan, assigned_to=plan.enquiry.lead,
            note="Review the safeguarding plan with the adult.",
        )
        return
    was, task.due_on, task.subject_id = task.due_on, plan.review_on, plan.pk
    task.save(update_fields=["due_on", "subject_id"])
    record("move-task", on=task, by=by, detail={"from": str(was), "to": str(task.due_on)})


@transaction.atomic
def review_plan(
    *, enquiry: Enquiry, by, on: date, still_wanted: StillWanted | str, words: str, next_review_on: date | None = None,
    no_next_because: str = "",
) -> SafeguardingPlan:
    """Record a review on the plan reviewed: what the adult says now. Settles the task; with a next day, the plan goes on to that day.

    The plan that goes on is the next version, so that each review stays to be read. Returns the current version.
    """
    _check(may_record(stage=enquiry.case.stage))
    plan = plan_of(enquiry)
    _check(
        may_review(
            has_plan=plan is not None and plan.reviewed_on is None, still_wanted=still_wanted, words=words,
            next_review_on=next_review_on, no_next_because=no_next_because, today=on,
        )
    )  # fmt: skip
    plan.reviewed_on, plan.still_wanted, plan.review_words = on, still_wanted, words
    plan.because = "\n\n".join(part for part in (plan.because, no_next_because) if part)
    plan.is_current = next_review_on is None
    plan.save(update_fields=["reviewed_on", "still_wanted", "review_words", "because", "is_current"])
    record("review-plan", on=plan, by=by, case_id=enquiry.case_id)
    settle_tasks(case=enquiry.case, kind=REVIEW, by=by, at=timezone.now())
    return plan if plan.is_current else _goes_on(plan, next_review_on, by=by)


def _goes_on(reviewed: SafeguardingPlan, review_on: date, *, by) -> SafeguardingPlan:
    plan = SafeguardingPlan.objects.create(
        authority_id=reviewed.authority_id, enquiry=reviewed.enquiry, recorded_by=by, supersedes=reviewed, review_on=review_on,
        adult_agrees=reviewed.adult_agrees, adults_words=reviewed.adults_words,
    )
    record("go-on-with-plan", on=plan, by=by, case_id=plan.enquiry.case_id)
    _move_review(plan, by=by)
    return plan
