"""What is owed in one case, and in all the cases of a team?"""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.assurance.queries.reviews import found_by_reviews
from heard.cases.models import Case
from heard.cases.queries import said_not_safe_for
from heard.cases.reading import read_case, read_list
from heard.casework.actions import say_not_needed, take_back_not_needed
from heard.casework.forms import NeededAfterAll, SayNotNeeded, ShowDuties, When
from heard.casework.menu import way_to
from heard.casework.queries.duties import duties_for
from heard.casework.queries.duties_page import NAMES, duties_page
from heard.casework.queries.not_needed import said_not_needed
from heard.casework.queries.own_page import own_page_waits
from heard.casework.words import task_words
from heard.rules.next_steps.not_needed import key_of
from heard.rules.next_steps.step import NextStep

ON_A_PAGE = 25


@allow(Permission.SEE_CASES)
def duties(request: HttpRequest) -> HttpResponse:
    """What is owed in the cases I may see, the longest overdue first."""
    form = ShowDuties(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {"what": "", "when": ""}
    today = timezone.localdate()
    found = duties_for(request.user, today, what=str(wanted["what"] or ""), is_overdue=wanted["when"] == When.OVERDUE)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    not_safe = list(said_not_safe_for(request.user)[:ON_A_PAGE])
    read_list(request, "open-duties", [*not_safe, *(case for case, _ in page.object_list)], **wanted)
    base = f"?what={wanted['what'] or ''}&when={wanted['when'] or ''}&"
    shown = {"page": page, "not_safe": not_safe, "today": today, "whose": whose}
    context = {"form": form, "base": base, "filtered": any(wanted.values()), **shown}
    return render(request, "casework/duties.html", context)


@allow(Permission.SEE_CASES)
def case_duties(request: HttpRequest, reference: str) -> HttpResponse:
    """Each duty and prompt of one case: why, on what law, since and by when, whose, and what settles it."""
    case = read_case(request, reference, "open-case-duties")
    page = duties_page(case)
    context = {
        "case": case,
        "page": page,
        "waits": own_page_waits(case),
        "task_words": task_words,
        "found_by_reviews": found_by_reviews(case.authority_id, [one.slug for one in page.prompts]),
        "today": timezone.localdate(),
        "way_to": lambda step: way_to(step, reference, request.user),
        "key_of": key_of,
        "whose": whose,
        "may_record": may(request.user, Permission.RECORD_IN_CASE),
    }
    return render(request, "casework/case-duties.html", context)


def whose(case: Case, step: NextStep) -> str:
    """Who is to do it, in words: whoever leads the case, or the team until somebody does."""
    if case.lead:
        return case.lead.full_name
    return f"{case.team.name}: nobody leads this case yet" if case.team else "Whoever is on duty: no team has this case yet"


@allow(Permission.RECORD_IN_CASE)
def not_needed(request: HttpRequest, reference: str, asked: str) -> HttpResponse:
    """Say why a duty or a prompt is not needed here."""
    case = read_case(request, reference, "open-not-needed")
    about = duties_page(case).asked(asked)
    if about is None:
        messages.info(request, "That is no longer asked for. Something it rested on has changed since you opened the page.")
        return redirect("case-duties", reference)
    form = SayNotNeeded(request.POST or None, about=about)
    if request.method == "POST" and form.is_valid():
        say_not_needed(case=case, asked=about, because=form.cleaned_data["because"], by=request.user)
        messages.success(request, "Saved as not needed here, with your reason")
        return redirect("case-duties", reference)
    return _question(request, reference, form)


@allow(Permission.RECORD_IN_CASE)
def needed_after_all(request: HttpRequest, reference: str, said_id: UUID) -> HttpResponse:
    """Take back that something is not needed."""
    case = read_case(request, reference, "open-not-needed")
    said = said_not_needed(case, said_id)
    if said is None:
        raise Http404("Nothing of the kind stands in this case")
    said.name = NAMES.get(said.what, said.what)
    form = NeededAfterAll(request.POST or None, about=said)
    if request.method == "POST" and form.is_valid():
        take_back_not_needed(said=said, at=timezone.now(), by=request.user)
        messages.success(request, "It is needed again")
        return redirect("case-duties", reference)
    return _question(request, reference, form)


def _question(request: HttpRequest, reference: str, form) -> HttpResponse:
    back = reverse("case-duties", args=[reference])
    return render(request, "govuk/question.html", {"form": form, "back": back, "cancel": back})
