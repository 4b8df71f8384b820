"""How does a page of audits and reviews ask something, act on the answer, and write down what was looked at?"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from heard.audit.actions import record_read
from heard.govuk.forms import Question
from heard.rules.decision import NotAllowed


def typed(request: HttpRequest) -> dict | None:
    """What was sent with the page, or None where it is only looked at."""
    return request.POST if request.method == "POST" else None


def ask(
    request: HttpRequest, form: Question, do: Callable[[], object], *, then: str, back: str = "", done: str = "Saved",
    template: str = "assurance/question.html", **context,
) -> HttpResponse:  # fmt: skip
    """Draw the form, or act on it and go on to ``then``. A rule that says no is shown, and all that was typed is kept."""
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except NotAllowed as no:
            form.refuse(no)
        else:
            messages.success(request, done)
            return redirect(then)
    return render(request, template, {"form": form, "back": back or then, "cancel": back or then, **context})


def address(name: str, *references: str) -> str:
    """The address of a named page, or blank where this copy of Heard has no such page."""
    try:
        return reverse(name, args=references)
    except NoReverseMatch:
        return ""


def reflect() -> str:
    """The address of a new entry in one's own learning record, started from a review: only a kind of start goes with it."""
    return f"{address('log-new')}?from=review" if address("log-new") else ""


def opened(request: HttpRequest, event: str, on, *, why: str, case_id=None) -> None:
    """Write down that a record of audits or reviews was opened. What cannot be written down is not shown."""
    record_read(event, on=on, by=request.user, why=why, case_id=case_id)
