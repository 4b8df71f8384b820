"""How does somebody add what they forgot, after sending?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import get_random_string

from heard.flows import actions
from heard.flows.flow import Flow
from heard.flows.pages.showing import no_store, show
from heard.flows.visit import Visit, visit
from heard.govuk.fields import LongText
from heard.govuk.forms import Question


class AddInformation(Question):
    """More to say after sending."""

    words = LongText("What do you want to add?", rows=8, missing="Write what you want to add")


def add(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """Add information after sending. Nothing that was sent is shown."""
    here = visit(flow, request, kwargs)
    if here.draft is None:
        return show(here, "flows/not_open.html", {"leave_url": "", "unsent": False})
    if not here.draft.is_sent:
        return no_store(redirect(here.next_url()))
    if request.method != "POST":
        return show_add(here)
    form = AddInformation(request.POST)
    if not form.is_valid():
        return show_add(here, form=form)
    actions.add_information(draft=here.draft, flow=flow, words=form.cleaned_data["words"], once=request.POST.get("_once", "")[:40])
    return no_store(redirect(here.url("added")))


def show_add(here: Visit, *, form: AddInformation | None = None, words: str = "") -> HttpResponse:
    """The form to add information; with ``words`` written for a form that had already been sent."""
    form = form or AddInformation(initial={"words": words})
    context = {"form": form, "title": "Add information", "once": get_random_string(24), "was_late": bool(words), "unsent": False}
    return show(here, "flows/add.html", context | {"add_url": here.url("add")})


def added(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """A receipt, and nothing else."""
    here = visit(flow, request, kwargs)
    return show(here, "flows/added.html", {"title": "We have what you added", "unsent": False, "add_url": here.url("add")})
