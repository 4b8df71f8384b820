"""How does somebody check, send, and see that it was sent?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from heard.flows import actions
from heard.flows.flow import Flow
from heard.flows.pages.adding import show_add
from heard.flows.pages.showing import no_store, show, show_page, with_code
from heard.flows.visit import Visit, visit
from heard.govuk.forms import Question
from heard.rules.decision import NotAllowed


def check(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """Check your answers, and the button that sends them. Says which pages are not finished, and sends nothing until they are."""
    here = visit(flow, request, kwargs)
    if here.draft is None:
        return show(here, "flows/not_open.html", {"leave_url": "", "unsent": False})
    if here.draft.is_sent:
        return no_store(redirect(_done_url(here)))
    return send(here) if request.method == "POST" else _show_check(here)


def _show_check(here: Visit, no: NotAllowed | None = None, *, refused: bool = False) -> HttpResponse:
    walked = here.walk()
    form = Question({}) if no else None
    if no:
        form.full_clean()
        form.refuse(no)
    context = {
        "title": here.flow.check_title,
        "form": form,
        "steps": [(step, here.url("page", page=step.page.slug) + "?change=1") for step in walked.steps],
        "unfinished": [(step, here.url("page", page=step.page.slug) + "?change=1") for step in walked.unfinished()],
        "refused": refused,
        "answers": walked.answers,
        "back": here.url("page", page=walked.steps[-1].page.slug) if walked.steps else "",
    }
    return show(here, here.flow.check_template, context)


def send(here: Visit) -> HttpResponse:
    """Send the draft, once. What a rule refuses is shown with its reasons, and everything is kept."""
    try:
        here.draft = actions.submit_draft(draft=here.draft, flow=here.flow, about=here.about, by=here.user)
    except actions.Unfinished as unfinished:
        if here.flow.check_answers:
            return _show_check(here, refused=True)
        return no_store(redirect(here.url("page", page=unfinished.walk.unfinished()[0].page.slug)))
    except NotAllowed as no:
        return _show_check(here, no) if here.flow.check_answers else _refuse_on_last_page(here, no)
    return no_store(redirect(_done_url(here)))


def _refuse_on_last_page(here: Visit, no: NotAllowed) -> HttpResponse:
    step = here.walk().steps[-1]
    step.form.refuse(no)
    return show_page(here, step.page, step.form)


def _done_url(here: Visit) -> str:
    return here.flow.done_url(here.draft, here.about) if here.flow.done_url else here.url("done")


def done(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """It has been sent: the reference, and what happens next."""
    here = visit(flow, request, kwargs)
    if here.draft is None:
        return show(here, "flows/not_open.html", {"leave_url": "", "unsent": False})
    if not here.draft.is_sent:
        return no_store(redirect(here.url("check") if flow.check_answers else here.url("page", page=flow.pages[0].slug)))
    if flow.done_url:
        return no_store(redirect(flow.done_url(here.draft, here.about)))
    add_url = here.url("add") if flow.public and flow.on_add else ""
    return show(here, flow.done_template, {"title": "Sent", "unsent": False, "add_url": add_url, **with_code(here)})


def sent_already(here: Visit, values: dict[str, list[str]]) -> HttpResponse:
    """Words for a form that was sent in the meantime: they are on the screen, ready to be added."""
    words = "\n\n".join(one for key in values for one in values[key] if " " in one.strip())  # sentences, not the values of radios
    if here.flow.public and here.flow.on_add and words:
        return show_add(here, words=words)
    return show(here, "flows/sent_already.html", {"title": "This has already been sent", "words": words, "unsent": False})
