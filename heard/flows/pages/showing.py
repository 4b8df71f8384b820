"""What does every screen of a flow have in common: its frame, its headers, the exit?"""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from heard.flows.codes import code_for
from heard.flows.flow import Page
from heard.flows.limits import WAIT_SECONDS, waiting_token
from heard.flows.visit import Visit
from heard.govuk.words import clock

SECRET_NAMES = ("password", "second_fact", "csrfmiddlewaretoken", "_waited")


def show(here: Visit, template: str, context: dict | None = None, status: int = 200) -> HttpResponse:
    """Draw a screen of a flow: never kept by the browser, with the exit on it where the flow is public."""
    frame = {
        "flow": here.flow,
        "draft": here.draft,
        "authority": here.authority,
        "about": here.about,
        "here": here,
        "layout": "govuk/public_layout.html" if here.flow.public else "govuk/layout.html",
        "leave_url": here.url("leave") if here.flow.public else "",
        "unsent": not (here.draft and here.draft.is_sent),
        "days": getattr(settings, "HEARD_DRAFT_DAYS", 14),
        "title": here.flow.title,
    }
    response = render(here.request, template, {**frame, **(context or {})}, status=status)
    return no_store(response)


def no_store(response: HttpResponse) -> HttpResponse:
    """Nothing of this is kept by the browser or on the way."""
    response.headers["Cache-Control"] = "no-store, private"
    return response


def show_page(here: Visit, page: Page, form, *, back: str = "", changing: bool = False) -> HttpResponse:
    """One question, filled in as far as it was."""
    kept = (here.draft.data if here.draft else {}).get(page.slug)
    context = {
        "page": page,
        "form": form,
        "title": page.title or form.title or next((bound.label for bound in form.visible_fields()), here.flow.title),
        "back": back,
        "changing": changing,
        "promise": here.promise(),
        "revision": kept["revision"] if kept else 0,
        "autosave_url": here.url("autosave", page=page.slug) if here.draft or not here.flow.public else "",
        "saved_at": clock(timezone.localtime(here.draft.updated_at)) if kept and here.draft else "",
        **(with_code(here) if here.flow.public else {}),
    }
    return show(here, page.template, context)


def with_code(here: Visit) -> dict:
    """The code to come back with, for whoever holds the draft."""
    return {"code": code_for(here.draft.seed)} if here.draft else {}


def show_wait(here: Visit) -> HttpResponse:
    """Too many new forms at once: a short wait, with everything that was written kept in the page itself."""
    post = here.request.POST
    context = {
        "fields": [(name, value) for name in post if name not in SECRET_NAMES for value in post.getlist(name)],
        "waited": waiting_token(post.get("_waited", "")),
        "seconds": WAIT_SECONDS,
    }
    response = show(here, "flows/wait.html", context, status=429)
    response.headers["Retry-After"] = str(WAIT_SECONDS)
    return response
