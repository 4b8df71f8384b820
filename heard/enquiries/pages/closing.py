"""How does somebody close an enquiry, part by part, each on a page of its own?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.models import Case, Enquiry
from heard.cases.reading import read_case
from heard.enquiries.actions import closing as actions
from heard.enquiries.forms import closing as forms
from heard.enquiries.pages.asking import ask, enquiry_or_404, typed
from heard.enquiries.pages.closing_parts import sections
from heard.enquiries.queries.closing import closing_of, enquiry_with_answers, open_tasks_of, to_close
from heard.rules.closing import warnings
from heard.rules.closing_against_the_adults_view import may_close_against
from heard.rules.vocabulary.enquiry import BeforeCeasing, ClosingView, ReasonForClosing
from heard.voice.asking import adult_card


def _start(request: HttpRequest, reference: str) -> tuple[Case, Enquiry, str]:
    """The case once its reading is in the audit, its enquiry, and the address of the task list."""
    case = read_case(request, reference, "open-closing")
    return case, enquiry_or_404(case), reverse("close", args=[reference])


@allow(Permission.CLOSE_ENQUIRY)
def close(request: HttpRequest, reference: str) -> HttpResponse:
    """The parts of closing, which are done, and the way to the last page."""
    case = read_case(request, reference, "open-closing")
    enquiry = enquiry_with_answers(case) or enquiry_or_404(case)
    if enquiry.concluded_on is not None:
        return redirect("summary", reference)
    state = to_close(enquiry)
    context = {
        "case": case,
        "adult": adult_card(case),
        "state": state,
        "sections": sections(state, reference, is_manager=may(request.user, Permission.CLOSE_AGAINST_VIEW)),
        "stops": actions.may_close_now(state),
        "back": reverse("case", args=[reference]),
    }
    return render(request, "enquiries/close.html", context)


@allow(Permission.CLOSE_ENQUIRY)
def view(request: HttpRequest, reference: str) -> HttpResponse:
    """What does the adult think about closing?"""
    case, enquiry, back = _start(request, reference)
    kept = closing_of(enquiry)
    initial = {"view": kept.view, "not_asked_because": kept.not_asked_because, "words": kept.view_words or kept.not_asked_words}
    form = forms.AdultsView(typed(request), initial=initial)

    def keep(said: dict) -> None:
        theirs = said["view"] in (ClosingView.AGREES, ClosingView.DISAGREES)
        actions.record_view(
            enquiry=enquiry, by=request.user, view=said["view"], words=said["words"] if theirs else "",
            not_asked_because=said["not_asked_because"], not_asked_words="" if theirs else said["words"],
        )  # fmt: skip

    return ask(request, form, keep=keep, back=back, case=case)


@allow(Permission.CLOSE_ENQUIRY)
def reason(request: HttpRequest, reference: str) -> HttpResponse:
    """Why is the enquiry closing? Where the adult asks, the four questions follow."""
    case, enquiry, back = _start(request, reference)
    kept = closing_of(enquiry)
    form = forms.WhyClosing(typed(request), initial={"reason": kept.reason, "words": kept.reason_words})

    def keep(said: dict) -> str:
        closing = actions.record_reason(enquiry=enquiry, by=request.user, reason=said["reason"], words=said["words"])
        asks = said["reason"] == ReasonForClosing.ADULTS_REQUEST and not closing.before_ceasing
        return reverse("close-ceasing", args=[reference]) if asks else back

    return ask(request, form, keep=keep, back=back, case=case)


@allow(Permission.CLOSE_ENQUIRY)
def ceasing(request: HttpRequest, reference: str) -> HttpResponse:
    """The four questions before stopping because the adult asks."""
    case, enquiry, back = _start(request, reference)
    kept = closing_of(enquiry).before_ceasing
    form = forms.BeforeStopping(typed(request), initial={**kept, "stopping_because": kept.get(actions.STOPPING_BECAUSE, "")})

    def keep(said: dict) -> None:
        answers = {question: said[question] for question in BeforeCeasing}
        actions.record_before_ceasing(enquiry=enquiry, by=request.user, answers=answers, stopping_because=said["stopping_because"])

    return ask(request, form, keep=keep, back=back, case=case)


@allow(Permission.CLOSE_ENQUIRY)
def checklist(request: HttpRequest, reference: str) -> HttpResponse:
    """What has been thought of before closing?"""
    case, enquiry, back = _start(request, reference)
    kept = closing_of(enquiry).checklist
    initial = {f"{item}-{name}": said for item, answer in kept.items() for name, said in answer.items()}
    form = forms.Checklist(typed(request), initial=initial)

    def keep(said: dict) -> None:
        actions.record_checklist(enquiry=enquiry, by=request.user, checklist=form.checklist())

    return ask(request, form, keep=keep, back=back, case=case)


@allow(Permission.CLOSE_AGAINST_VIEW)
def decide_against(request: HttpRequest, reference: str) -> HttpResponse:
    """A manager decides to close although the adult disagrees."""
    case, enquiry, back = _start(request, reference)
    kept = closing_of(enquiry)
    form = forms.ManagersDecision(typed(request), initial={"reason": kept.manager_reason})

    def keep(said: dict) -> None:
        actions.decide_against_view(enquiry=enquiry, by=request.user, reason=said["reason"])

    why = may_close_against(view=ClosingView.DISAGREES, has_managers_decision=False, manager_reason="")
    return ask(request, form, keep=keep, back=back, case=case, template="enquiries/decide_against.html", closing=kept, why_asked=why)


@allow(Permission.CLOSE_ENQUIRY)
def finish(request: HttpRequest, reference: str) -> HttpResponse:
    """The last page: what is not done, what is still to do, and the day it ended."""
    case = read_case(request, reference, "open-closing")
    enquiry = enquiry_with_answers(case) or enquiry_or_404(case)
    if enquiry.concluded_on is not None:
        return redirect("summary", reference)
    enquiry.case = case
    state = to_close(enquiry)
    form = forms.TheEnd(typed(request), initial={"concluded_on": timezone.localdate()}, about=state.facts)
    stops = actions.may_close_now(state)
    if not stops:
        form.fields.pop("risks_because", None)  # what has to come first is said first

    def keep(said: dict) -> str:
        actions.close_enquiry(enquiry=enquiry, by=request.user, **said)
        return reverse("summary", args=[reference])

    tasks = open_tasks_of(case)
    return ask(
        request, form, keep=keep, back=reverse("close", args=[reference]), case=case, template="enquiries/finish.html",
        title="Close the enquiry", state=state, warned=warnings(state.facts), stops=stops,
        said="The enquiry is closed.",
        ending=[one for one in tasks if one.kind in actions.ENDS_WITH_THE_CASE],
        staying=[one for one in tasks if one.kind not in actions.ENDS_WITH_THE_CASE],
    )  # fmt: skip
