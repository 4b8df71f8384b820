"""Where does somebody start, and what is waiting for them?"""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may, public
from heard.assurance.queries.due import due_of
from heard.audit.actions import record_read
from heard.cases.models import Case
from heard.cases.reading import read_list
from heard.cases.references import reference_in
from heard.casework.forms import FindCase
from heard.casework.menu import address, way_to_task
from heard.casework.queries.elsewhere import held_elsewhere
from heard.casework.queries.my_work import SHOWN, cases_found, my_tasks, my_work
from heard.casework.words import task_words
from heard.flows.visit import draft_url
from heard.learning.queries.log import to_learn
from heard.rules.pathway import CaseStage

ON_A_PAGE = 25
SEARCH = "cases-search"  # where in the session the words stay, so that no name stands in an address


@public
def home(request: HttpRequest) -> HttpResponse:
    """The public start page for whoever is not signed in; figures for analysts, accounts for administrators; else my work."""
    if not request.user.is_authenticated:
        return redirect("/start")
    if may(request.user, Permission.SEE_CASES):
        return _my_work(request)
    return redirect("people-accounts" if may(request.user, Permission.MANAGE_ACCOUNTS) else "figures")


def _my_work(request: HttpRequest) -> HttpResponse:
    work, today = my_work(request.user), timezone.localdate()
    due = due_of(request.user, today)
    read_list(request, "open-my-work", [*work.not_safe, *work.tasks, *work.enquiries, *(work.without_lead or ()), *due])
    context = {
        "work": work,
        "not_safe": work.not_safe,
        "way_to_task": lambda task: way_to_task(task, request.user),
        "today": today,
        "due": due,
        "learning": to_learn(request.user, today=today),
        "shown": SHOWN,
        "task_words": task_words,
        "address": address,
        "drafts": [(draft, draft_url(draft)) for draft in work.drafts],
    }
    return render(request, "casework/my-work.html", context)


@allow(Permission.SEE_CASES)
def to_do(request: HttpRequest) -> HttpResponse:
    """Everything I am to do, page by page, in the order of my work."""
    page = Paginator(my_tasks(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    read_list(request, "open-to-do", page.object_list)
    context = {
        "page": page, "today": timezone.localdate(), "task_words": task_words, "way_to_task": lambda task: way_to_task(task, request.user)
    }  # fmt: skip
    return render(request, "casework/to-do.html", context)


@allow(Permission.SEE_CASES)
def cases(request: HttpRequest) -> HttpResponse:
    """Find a case. What was searched for stays in the session, never in the address."""
    form = FindCase(request.POST or None, initial=request.session.get(SEARCH, {}) if "found" in request.GET else {})
    if request.method == "POST" and form.is_valid():
        request.session[SEARCH] = {"words": form.cleaned_data["words"], "stage": str(form.cleaned_data["stage"])}
        return redirect(f"{reverse('cases')}?found=1")
    terms = {"words": "", "stage": "", **form.initial}
    sought = {**terms, "words": reference_in(terms["words"]) or terms["words"]}
    page = Paginator(cases_found(request.user, **sought), ON_A_PAGE).get_page(request.GET.get("page"))
    read_list(request, "search-cases", page.object_list, **terms)
    base = "?found=1&" if form.initial else "?"
    context = {"form": form, "page": page, "terms": terms, "base": base, "stage_of": lambda case: CaseStage(case.stage).label}
    context["elsewhere"] = _whose_it_is(request, terms["words"]) if not page.object_list else None
    return render(request, "casework/cases.html", context)


def _whose_it_is(request: HttpRequest, typed: str) -> Case | None:
    """The case out of scope whose whole reference was typed, once the looking is in the audit."""
    found = held_elsewhere(request.user, typed)
    if found is not None:
        record_read("find-who-has-it", on=found, by=request.user, why="Searched for the whole reference")
    return found
