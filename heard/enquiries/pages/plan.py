"""What is the safeguarding plan, who does what by when, and is it still what the adult wants?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.enquiries.actions import plan as actions
from heard.enquiries.forms.plan import AddAction, AgreePlan, FinishAction, ReviewPlan, SayPlainly
from heard.enquiries.pages.asking import enquiry_or_404
from heard.enquiries.queries.plan import action_of, actions_of, plan_of, plans_of
from heard.enquiries.queries.risks import name_risks, risks_of
from heard.rules.easy_read import to_reword
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.enquiry import PlanOwner
from heard.voice.asking import adult_card, ask, closed, typed
from heard.voice.forms.people import member_chosen
from heard.voice.queries import members_of, wishes_of


@allow(Permission.SEE_CASES)
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """The plan: its actions, each for a wish or against a risk, what the adult says of it, and its reviews."""
    case = read_case(request, reference, "open-plan")
    enquiry = enquiry_or_404(case)
    plans, planned = plans_of(enquiry), actions_of(enquiry)
    context = {
        "case": case, "adult": adult_card(case), "actions": planned, "may_add": bool(may_record(stage=case.stage)),
        "hard": {one.pk for one in planned if to_reword(one.to_the_adult)},
        "plan": next((one for one in plans if one.is_current), None), "earlier": [one for one in plans if not one.is_current],
    }  # fmt: skip
    return render(request, "enquiries/plan.html", context)


@allow(Permission.RECORD_IN_CASE)
def add_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Add something somebody will do, for a wish or against a risk."""
    case = read_case(request, reference, "open-plan")
    enquiry = enquiry_or_404(case)
    if (no := closed(request, case)) is not None:
        return no
    case.members = members_of(case)
    case.wishes_now = [one for one in wishes_of(case) if one.is_standing]
    case.risks = name_risks(risks_of(enquiry))
    form = AddAction(typed(request), about=case)

    def save() -> None:
        said = form.cleaned_data
        is_network = said["owner"] == PlanOwner.NETWORK
        actions.add_action(
            enquiry=enquiry, by=request.user, what=said["what"], owner=said["owner"], owner_name=form.owner_name, due_on=said["due_on"],
            wish=_chosen(case.wishes_now, said.get("wish")), risk=_chosen(case.risks, said.get("risk")),
            owner_member=member_chosen(case, said, by=request.user) if is_network else None, plain_words=said["plain_words"],
        )  # fmt: skip

    return _ask(request, form, save, case, done="Action saved", template="enquiries/add_action.html")


def _chosen(records: list, chosen: str | None):
    return next((one for one in records if str(one.pk) == chosen), None)


def _ask(request: HttpRequest, form, save, case, *, done: str, template: str = "voice/question.html", **more) -> HttpResponse:
    back = reverse("plan", args=[case.reference])
    return ask(request, form, save, case=case, template=template, done=done, then=back, back=back, cancel=back, **more)


@allow(Permission.RECORD_IN_CASE)
def say_plainly(request: HttpRequest, reference: str, action_id: UUID) -> HttpResponse:
    """The plain words in which the adult reads of an action, checked while they are typed and when the page opens."""
    case = read_case(request, reference, "open-plan")
    if (no := closed(request, case)) is not None:
        return no
    action = action_of(case, action_id)
    form = SayPlainly(typed(request), initial={"plain_words": action.plain_words})

    def save() -> None:
        actions.say_plainly(action=action, plain_words=form.cleaned_data["plain_words"], by=request.user)

    found = to_reword(action.to_the_adult)
    return _ask(request, form, save, case, done="Words saved", template="enquiries/say_plainly.html", action=action, found=found)


@allow(Permission.RECORD_IN_CASE)
def finish_action(request: HttpRequest, reference: str, action_id: UUID) -> HttpResponse:
    """Mark an action as done, with the day."""
    case = read_case(request, reference, "open-plan")
    if (no := closed(request, case)) is not None:
        return no
    action = action_of(case, action_id)
    form = FinishAction(typed(request), initial={"on": timezone.localdate()})

    def save() -> None:
        actions.finish_action(action=action, on=form.cleaned_data["on"], by=request.user)

    return _ask(request, form, save, case, done="Marked as done", template="enquiries/finish_action.html", action=action)


@require_POST
@allow(Permission.RECORD_IN_CASE)
def undo_action(request: HttpRequest, reference: str, action_id: UUID) -> HttpResponse:
    """Take back that an action was done."""
    case = read_case(request, reference, "open-plan")
    if (no := closed(request, case)) is not None:
        return no
    actions.undo_finish(action=action_of(case, action_id), by=request.user)
    return redirect("plan", reference)


@allow(Permission.RECORD_IN_CASE)
def agree(request: HttpRequest, reference: str) -> HttpResponse:
    """What the adult says of the plan, in their words, and the day of its review."""
    case = read_case(request, reference, "open-plan")
    enquiry = enquiry_or_404(case)
    if (no := closed(request, case)) is not None:
        return no
    form = AgreePlan(typed(request))

    def save() -> None:
        actions.agree_plan(enquiry=enquiry, by=request.user, on=timezone.localdate(), **form.cleaned_data)

    done = "The plan is saved, and its review is a task"
    return _ask(request, form, save, case, done=done, template="enquiries/agree_plan.html", actions=actions_of(enquiry))


@allow(Permission.RECORD_IN_CASE)
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """Is this still what you want? What stands is in view; what has changed is recorded on the wish itself."""
    case = read_case(request, reference, "open-plan")
    enquiry = enquiry_or_404(case)
    if (no := closed(request, case)) is not None:
        return no
    if plan_of(enquiry) is None:
        return redirect("plan", reference)
    form = ReviewPlan(typed(request))
    wishes = wishes_of(case)

    def save() -> None:
        actions.review_plan(enquiry=enquiry, by=request.user, on=timezone.localdate(), **form.cleaned_data)

    standing = [one for one in wishes if one.is_standing]
    parts = {"actions": actions_of(enquiry, wishes), "standing": standing}
    return _ask(request, form, save, case, done="Review saved", template="enquiries/review_plan.html", **parts)
