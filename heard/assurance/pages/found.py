"""What did the audit of a case find, what do two auditors make of their differences, and what is done about it?"""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.assurance.actions.auditing import confirm_settlement, record_own_view, settle_difference
from heard.assurance.actions.learning import add_learning_action, give_feedback, prove_learning_action
from heard.assurance.forms.audits import AddLearningAction, GiveFeedback, ProveAction, Settle, WorkersView
from heard.assurance.models import Audit, SampledCase
from heard.assurance.pages.asking import address, ask, opened, typed
from heard.assurance.queries.audits import (
    answers_open,
    audited_work_for,
    compared,
    differences_left,
    in_order,
    may_open_case,
    sampled_for,
    who_settles,
)
from heard.assurance.queries.learning import action_for, actions_for
from heard.assurance.questions import set_of
from heard.cases.reading import read_list
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.assurance import Answered, WhoseView

# The part of the case page in which each kind of record stands.
SECTION_OF = {
    "concern": "concerns", "decision": "concerns", "telling": "concerns", "agreement": "agreement", "sharing": "agreement",
    "enquiry": "enquiry", "conversation": "conversations", "wish": "wishes", "difficulty": "representation", "advocate": "representation",
    "appropriate-person": "representation", "capacity": "capacity", "best-interests": "capacity", "authority": "capacity",
    "risk": "risks", "plan": "plan", "action": "plan", "network": "people", "closing": "closing", "feedback": "experience",
}  # fmt: skip
REFLECT = "log-new", "?from=audit-answer"  # the worker's own record: a kind of start goes with it, and nothing of the case


def _why(request: HttpRequest) -> str:
    return "Plans audits" if may(request.user, Permission.PLAN_AUDITS) else "Audits this case"


@allow(Permission.AUDIT_CASES)
def audited_case(request: HttpRequest, sampled_id: UUID) -> HttpResponse:
    """The answers side by side once everybody is done, the differences, the views, the feedback and the actions."""
    found = sampled_for(request.user, sampled_id)
    opened(request, "open-audited-case", found, why=_why(request), case_id=found.case_id)
    mine = next((one for one in in_order(found) if request.user.pk in (one.auditor_id, one.settled_by_id)), None)
    left = differences_left(found)
    context = {
        "sampled": found, "audits": in_order(found), "open": answers_open(found), "compared": compared(found), "left": left,
        "views": {one.whose: one for one in found.views.all()}, "Answered": Answered, "mine": mine,
        "evidence_of": _evidence_for(request, found, mine if left else None),
        "settles": request.user in who_settles(found), "ended": [one for one in found.audits.all() if one.ended_at],
        "reflect": address(REFLECT[0]) + REFLECT[1], "back": reverse("quality"),
        "may_plan": may(request.user, Permission.PLAN_AUDITS), "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "assurance/audited_case.html", context)


def _evidence_for(request: HttpRequest, sampled: SampledCase, settling: Audit | None) -> Callable[[list[str]], list[tuple[str, str]]]:
    """The records that an answer names, each with where this reader may open it: the audited record while they settle, else the case
    where they may see it, else nowhere (blank). Each opening is written down there."""
    record = reverse("audited-record", args=[settling.pk]) if settling else ""
    case = address("case", sampled.case.reference) if not record and may_open_case(request.user, sampled) else ""

    def way_to(kind: str, key: str) -> str:
        if record:
            return f"{record}#{key}"
        return f"{case}#{SECTION_OF.get(kind, '')}".rstrip("#") if case else ""

    def named(keys: list[str]) -> list[tuple[str, str]]:
        kinds = [key.rsplit("-", 5)[0] for key in keys]
        numbers = [f" {kinds[: place + 1].count(kind)}" if kinds.count(kind) > 1 else "" for place, kind in enumerate(kinds)]
        return [(kind.replace("-", " ") + number, way_to(kind, key)) for kind, number, key in zip(kinds, numbers, keys, strict=True)]

    return named


@allow(Permission.AUDIT_CASES)
def settle(request: HttpRequest, sampled_id: UUID, question: str) -> HttpResponse:
    """Write what two auditors agreed on after they differed, or confirm what the other wrote."""
    found = sampled_for(request.user, sampled_id)
    opened(request, "open-audited-case", found, why=_why(request), case_id=found.case_id)
    back = reverse("audited-case", args=[sampled_id])
    one = next((one for one in compared(found) if one.question.key == question), None)
    if one is None and set_of(found.round.question_set).question(question) is None:
        raise Http404("No such question")
    if one is None or not one.differs or one.settled:
        return redirect(back)
    form = Settle(typed(request))

    no = None
    if request.method == "POST" and "confirm" in request.POST:
        try:
            confirm_settlement(sampled=found, question=question, by=request.user)
        except NotAllowed as refused:
            no = refused.decision
        else:
            messages.success(request, "Both of you agree. It counts now")
            return redirect(back)
        form = Settle()

    def save() -> None:
        settle_difference(sampled=found, question=question, by=request.user, **form.cleaned_data)

    to_confirm = one.proposed and one.proposed.recorded_by_id != request.user.pk
    done = "Saved. It counts once the other of you has confirmed it"
    context = {"one": one, "no": no, "to_confirm": to_confirm, "audits": in_order(found)}
    return ask(request, form, save, then=back, done=done, template="assurance/settle.html", **context)


@allow(Permission.AUDIT_CASES)
def feedback(request: HttpRequest, sampled_id: UUID) -> HttpResponse:
    """Tell the worker what was found."""
    found = sampled_for(request.user, sampled_id)
    form = GiveFeedback(typed(request), initial={"feedback": found.feedback})

    def save() -> None:
        give_feedback(sampled=found, by=request.user, **form.cleaned_data)

    return ask(request, form, save, then=reverse("audited-case", args=[sampled_id]), done="They can see it now")


@allow(Permission.AUDIT_CASES)
def add_action(request: HttpRequest, sampled_id: UUID) -> HttpResponse:
    """Add something to do because of this case."""
    found = sampled_for(request.user, sampled_id)
    form = AddLearningAction(typed(request))

    def save() -> None:
        add_learning_action(sampled=found, by=request.user, **form.cleaned_data)

    return ask(request, form, save, then=reverse("audited-case", args=[sampled_id]), done="Action saved")


@allow(Permission.AUDIT_CASES)
def actions(request: HttpRequest) -> HttpResponse:
    """What is to be done because of audits, what is due first at the top."""
    found = actions_for(request.user)
    read_list(request, "open-learning-actions", found)
    return render(request, "assurance/actions.html", {"actions": found, "today": timezone.localdate(), "back": reverse("quality")})


@allow(Permission.AUDIT_CASES)
def prove(request: HttpRequest, learning_id: UUID) -> HttpResponse:
    """What proves that an action was done."""
    action = action_for(request.user, learning_id)
    form = ProveAction(typed(request), initial={"on": timezone.localdate()})

    def save() -> None:
        prove_learning_action(action=action, by=request.user, **form.cleaned_data)

    return ask(request, form, save, then=reverse("learning-actions"), done="The proof is saved", before=action.what)


@allow(Permission.SEE_CASES)
def my_audited_case(request: HttpRequest, sampled_id: UUID) -> HttpResponse:
    """For the worker whose work it is: their own view, and what was found once they have been told."""
    found = audited_work_for(request.user, sampled_id)
    opened(request, "open-my-audited-work", found, why="Their own work is audited", case_id=found.case_id)
    views = {one.whose: one for one in found.views.all()}
    mine = views.get(WhoseView.WORKER)
    form = WorkersView(typed(request), initial={"words": mine.words if mine else ""})

    def save() -> None:
        record_own_view(sampled=found, whose=WhoseView.WORKER, asked_on=timezone.localdate(), by=request.user, **form.cleaned_data)

    audits = in_order(found) if found.fed_back_at else []
    then = reverse("my-audited-case", args=[sampled_id])
    reflect = address(REFLECT[0]) + REFLECT[1] if found.fed_back_at else ""
    context = {"sampled": found, "audits": audits, "reflect": reflect, "adults": views.get(WhoseView.ADULT) if found.fed_back_at else None}
    template = "assurance/my_audited_case.html"
    return ask(request, form, save, then=then, back=reverse("quality"), done="Your view is saved", template=template, **context)
