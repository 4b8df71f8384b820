"""How does somebody leave quickly, come back with their code?"""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render

from heard.flows import actions, queries
from heard.flows.codes import is_code_for, tidied
from heard.flows.flow import Flow
from heard.flows.limits import forget, may_try_code
from heard.flows.pages.showing import no_store, show, with_code
from heard.flows.visit import Visit, visit
from heard.govuk.fields import ShortText
from heard.govuk.forms import Question

NOT_RIGHT = "The reference or the code is not right, or the form has been deleted. Check both and try again"
TOO_OFTEN = "That is too many tries. Wait 15 minutes and try again, or telephone us. What was written is kept"


class ComeBack(Question):
    """What somebody was given to come back with."""

    title = "Come back to a form"
    reference = ShortText("Reference", hint="8 letters and numbers, like 7KMX-9PQ2", width=10, missing="Enter the reference")
    code = ShortText("Code", hint="8 letters and numbers", width=10, missing="Enter the code")


def saved(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """The reference and the code, for whoever holds the draft, and when it is deleted."""
    here = visit(flow, request, kwargs)
    if here.draft is None:
        return show(here, "flows/not_open.html", {"leave_url": "", "unsent": False})
    if here.draft.is_sent:
        return no_store(redirect(here.url("done")))
    is_begun = bool(here.draft.data)
    title = "Come back to this later" if is_begun else "Before you begin"
    return show(here, "flows/saved.html", {"title": title, "is_begun": is_begun, "next": here.next_url(), **with_code(here)})


def resume(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """Come back with a reference and a code. One answer for every wrong try."""
    here = visit(flow, request, kwargs)
    form = ComeBack(request.POST or None)
    if request.method == "POST" and form.is_valid():
        here.draft = _found(here, form)
        if here.draft:
            return no_store(here.hold(redirect(_where_back(here))))
    return show(here, "flows/resume.html", {"form": form, "title": form.title, "unsent": False, "back": here.url("start")})


def _found(here: Visit, form: ComeBack):
    reference, code = tidied(form.cleaned_data["reference"]), form.cleaned_data["code"]
    if not may_try_code(here.request, reference):
        form.add_error(None, TOO_OFTEN)
        return None
    draft = queries.draft_to_return_to(reference=reference, flow=here.flow.slug, authority=here.authority)
    if is_code_for(draft.seed if draft else "nobody's", code) and draft:
        forget("code", reference)
        return draft
    form.add_error(None, NOT_RIGHT)
    return None


def _where_back(here: Visit) -> str:
    if not here.draft.is_sent:
        return here.next_url()
    return here.url("add") if here.flow.on_add else here.url("done")


def leave(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """End this browser's hold on the draft at once, and go to a page that says nothing."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    here = visit(flow, request, kwargs)
    if here.draft:
        actions.leave_draft(draft=here.draft)
    response = redirect(here.url("left"))
    response.status_code = 303
    return no_store(here.let_go(response))


def left(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """A page that says nothing, and goes on to the council's chosen one. (A redirect from the form itself would be refused by the
    security policy, which lets forms go to Heard only.)"""
    authority = queries.authority_called(kwargs.get("authority", ""))
    return no_store(render(request, "flows/left.html", {"exit_url": authority.exit_url}))
