"""Why is somebody without a role on this case opening it, and who has opened it before?"""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from heard.accounts.permissions import Permission, allow, may
from heard.cases.looking import days_of_looking
from heard.cases.queries import case_for
from heard.cases.reading import read_case
from heard.casework.actions import say_why as keep_why
from heard.casework.forms import SayWhy
from heard.casework.words import event_words
from heard.mypage.queries.said import held_back_of

ON_A_PAGE = 25


@allow(Permission.SEE_CASES)
def say_why(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for the reason; nothing of the record is shown here. Then on to the page that was asked for."""
    found = case_for(request.user, reference)
    form = SayWhy(request.POST or None)
    if request.method == "POST" and form.is_valid():
        keep_why(case=found, why=form.cleaned_data["why"], by=request.user)
        return redirect(_safe(request) or reverse("case", args=[reference]))
    return render(request, "govuk/question.html", {"form": form, "back": "/", "cancel": "/"})


def _safe(request: HttpRequest) -> str:
    asked_for = request.GET.get("next", "")
    return asked_for if url_has_allowed_host_and_scheme(asked_for, allowed_hosts=None) and asked_for.startswith("/") else ""


@allow(Permission.SEE_WHO_LOOKED)
def who_looked(request: HttpRequest, reference: str) -> HttpResponse:
    """Who opened the case or a record in it, when and why."""
    found = read_case(request, reference, "open-who-looked")
    page = Paginator(days_of_looking(found), ON_A_PAGE).get_page(request.GET.get("page"))
    held = {(one.looked_by_id, one.looked_on): one for one in held_back_of(found)}
    context = {"case": found, "page": page, "event_words": event_words, "held": held, "may_hold": may(request.user, Permission.HOLD_BACK)}
    return render(request, "casework/who-looked.html", context)
