"""How does somebody begin a form, answer a page, and have it saved as they type?"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from heard.flows import actions, queries
from heard.flows.flow import Flow, Page
from heard.flows.limits import may_begin
from heard.flows.pages import sending
from heard.flows.pages.showing import no_store, show, show_page, show_wait
from heard.flows.visit import NEW, Visit, draft_url, visit
from heard.govuk.forms import Question
from heard.govuk.words import clock

OTHER_WINDOW = "Not saved: this page was sent from another tab or window. Press the button below to keep what is here instead."

AFRESH = "afresh"


def start(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """Where a flow begins. The public press Start; staff see their unsent drafts of it first, where there are any."""
    here = visit(flow, request, kwargs)
    if flow.public:
        return _start_public(here)
    unsent = list(queries.unsent_drafts_of(here.user, flow=flow.slug, about=here.about_key))
    first = here.url("page", page=flow.pages[0].slug)
    if not unsent:
        return no_store(redirect(first))
    return show(here, "flows/unsent.html", {"unsent": [(draft, draft_url(draft)) for draft in unsent], "first": first})


def _start_public(here: Visit) -> HttpResponse:
    if here.request.method != "POST":
        if here.flow.begins_on_first_page and here.draft is None:
            return _ask(here, here.flow.pages[0])
        return show(here, here.flow.start_template, {"first": here.next_url() if here.draft and not here.draft.is_sent else ""})
    if not may_begin(here.request):
        return show_wait(here)
    here.begin()
    return no_store(here.hold(redirect(here.url("saved"))))


def page(flow: Flow, request: HttpRequest, page: str, **kwargs) -> HttpResponse:
    """One page: shown, or saved and then the next."""
    here = visit(flow, request, {**kwargs, "page": page})
    asked = flow.page(page)
    if asked is None:
        raise Http404("This form has no such page.")
    if request.method == "POST":
        return _answer(here, asked)
    if _is_gone(here):
        return show(here, "flows/not_open.html", {"leave_url": "", "unsent": False})
    if here.draft and here.draft.is_sent:
        return no_store(redirect(here.url("done")))
    return _ask(here, asked)


def _is_gone(here: Visit) -> bool:
    """No draft where there should be one: left, deleted, or never begun here."""
    return here.draft is None and (here.flow.public or here.reference != NEW)


def _ask(here: Visit, asked: Page) -> HttpResponse:
    walked = here.walk()
    step = walked.step(asked.slug)
    if step is None:
        return no_store(redirect(here.next_url()))
    form = step.form if step.is_visited and AFRESH not in here.request.GET else _not_yet_sent(here, asked)
    return show_page(here, asked, form, **_around(here, asked))


def _not_yet_sent(here: Visit, asked: Page) -> Question:
    """The page with what is kept of it, if anything. As it is asked now it was never sent, so nobody is told yet that it is wrong."""
    kept = (here.draft.data if here.draft else {}).get(asked.slug)
    form = asked.form(MultiValueDict(kept["values"]) if kept else None, answers=here.walk().answers, about=here.about, user=here.user)
    form.errors.clear()
    return form


def _around(here: Visit, asked: Page) -> dict:
    """Where Back leads, and whether the answer is being changed from "check your answers"."""
    changing = "change" in here.request.GET or "_change" in here.request.POST
    if changing:
        return {"changing": True, "back": here.url("check")}
    before = here.walk().beside(asked.slug, -1)
    if before:
        return {"back": here.url("page", page=before.slug)}
    begun = here.draft or not here.flow.begins_on_first_page
    return {"back": here.url("start") if here.flow.public and begun else ""}


def values_of(asked: Page, here: Visit) -> dict[str, list[str]]:
    """What was posted for the form's own inputs, and nothing else; characters that no database keeps are left out."""
    names = list(asked.form(answers=here.walk().answers, about=here.about, user=here.user).fields)
    post = here.request.POST
    return {
        key: [value.replace("\x00", "") for value in post.getlist(key)]
        for key in post
        if any(key == name or key.startswith(f"{name}-") for name in names)
    }


def _answer(here: Visit, asked: Page) -> HttpResponse:
    is_new = here.draft is None
    if is_new and here.flow.public and not may_begin(here.request):
        return show_wait(here)
    if is_new:
        here.begin()
    try:
        here.draft = actions.save_page(draft=here.draft, page=asked.slug, values=values_of(asked, here), by=here.user)
    except actions.AlreadySent:
        return sending.sent_already(here, values_of(asked, here))
    return no_store(here.hold(_after_saving(here, asked)) if is_new else _after_saving(here, asked))


def _after_saving(here: Visit, asked: Page) -> HttpResponse:
    if "_later" in here.request.POST:
        return redirect(here.url("saved") if here.flow.public else here.url("start"))
    walked = here.walk()
    step = walked.step(asked.slug)
    if step is None:
        return redirect(here.next_url())
    if not step.is_valid:
        return show_page(here, asked, step.form, **_around(here, asked))
    if asked.after and (instead := asked.after(here, walked.answers)):
        return instead
    return _onward(here, asked)


def _onward(here: Visit, asked: Page) -> HttpResponse:
    if "_change" in here.request.POST:
        return redirect(_afresh(here, here.next_url()))
    following = here.walk().beside(asked.slug, 1)
    if following:
        return redirect(_afresh(here, here.url("page", page=following.slug)))
    return redirect(here.url("check")) if here.flow.check_answers else sending.send(here)


def _afresh(here: Visit, url: str) -> str:
    """The same address; where an answer before it changed what its page is asked, the page opens without the errors of the old attempt."""
    wrong = [step for step in here.walk().unfinished() if step.is_visited and here.url("page", page=step.page.slug) == url]
    return f"{url}?{AFRESH}=1" if wrong else url


def autosave(flow: Flow, request: HttpRequest, page: str, **kwargs) -> HttpResponse:
    """Saves a page as it is typed, right or wrong. Answers in JSON: when it was saved, or what the problem is."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    here = visit(flow, request, {**kwargs, "page": page})
    asked = flow.page(page)
    if asked is None or (here.draft is None and here.flow.public):
        return _problem("Not saved by itself: this form is no longer open here. Press the button below to keep what is here.", 410)
    if here.draft is None:
        here.begin()
    revision = request.POST.get("_revision", "")
    try:
        saved = actions.save_page(
            draft=here.draft,
            page=page,
            values=values_of(asked, here),
            by=here.user,
            sent=False,
            revision=int(revision) if revision.isdecimal() else None,
        )
    except actions.AlreadySent:
        return _problem("Not saved: this form has already been sent.", 409)
    except actions.Superseded:
        return _problem(OTHER_WINDOW, 409)
    said = {"saved": clock(timezone.localtime(saved.updated_at))}
    if not flow.public and here.reference == NEW:
        said |= {"page": here.url("page", page=page), "autosave": here.url("autosave", page=page)}
    return no_store(JsonResponse(said))


def _problem(words: str, status: int) -> HttpResponse:
    return no_store(JsonResponse({"problem": words}, status=status))


def resume_own(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """A user goes on with their own draft where they left it."""
    here = visit(flow, request, kwargs)
    if here.draft is None:
        raise Http404("No such draft of yours.")
    return no_store(redirect(here.url("done") if here.draft.is_sent else here.next_url()))


def delete_own(flow: Flow, request: HttpRequest, **kwargs) -> HttpResponse:
    """A user deletes their own unsent draft, once asked whether they are sure."""
    here = visit(flow, request, kwargs)
    if here.draft is None:
        raise Http404("No such draft of yours.")
    if request.method == "POST":
        actions.delete_draft(draft=here.draft, by=here.user)
        return no_store(redirect(here.url("start")))
    words = {"because": "What you wrote in it is erased and cannot be brought back.", "action_text": "Delete it", "danger": True}
    return show(here, "govuk/confirm.html", {"title": "Delete this draft?", "cancel": here.url("start"), **words})
