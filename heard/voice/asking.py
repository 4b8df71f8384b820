"""How does a page in a case ask something, and act on the answer?"""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.cases.coming_back import came_from
from heard.cases.models import Case
from heard.documents.showing import card_in_words
from heard.govuk.forms import Question
from heard.people.queries import safe_contact_card_of
from heard.rules.decision import Decision, NotAllowed
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.adult import CommunicationNeed


def adult_card(case: Case) -> dict:
    """What must be in view before anybody speaks with the adult: how they communicate, and how it is safe to reach them."""
    person = case.person
    labels = dict(CommunicationNeed.choices())
    return {
        "name": person.name,
        "known_as": person.known_as,
        "reference": case.reference,
        "needs": [labels.get(need, need) for need in person.communication_needs],
        "language": person.preferred_language,
        "safe_contact": person.safe_contact,
        "must_not_know": person.must_not_know,
        "phone": person.phone,
        "card": card_in_words(case.current_card if hasattr(case, "current_card") else safe_contact_card_of(person), person),
    }


def closed(request: HttpRequest, case: Case, said: Decision | None = None) -> HttpResponse | None:
    """The page that says to reopen the case first, where nothing (or, by ``said``, not this) may be added to it; else None."""
    said = may_record(stage=case.stage) if said is None else said
    return None if said else render(request, "voice/closed.html", {"case": case, "said": said, "title": "This case is closed"})


def typed(request: HttpRequest) -> dict | None:
    """What was sent with the page, or None where it is only looked at."""
    return request.POST if request.method == "POST" else None


def ask(
    request: HttpRequest, form: Question, do: Callable[[], object], *, case: Case, template: str = "voice/question.html",
    done: str = "Saved", then: str = "", **context,
) -> HttpResponse:  # fmt: skip
    """Draw the form, or act on it and go on to ``then`` (the case, or its closing). A rule that says no is shown, and all is kept."""
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():  # a person newly added and what was said about them are kept together or not at all
                do()
        except NotAllowed as no:
            form.refuse(no)
        else:
            messages.success(request, done)
            return redirect(then or _where_from(request, case))
    around = {"case": case, "adult": adult_card(case), "back": _where_from(request, case), "cancel": _where_from(request, case)}
    return render(request, template, {"form": form, **around, **context})


def _where_from(request: HttpRequest, case: Case) -> str:
    """The case; or its closing, or the page of the return, where this one was opened from there."""
    if back := came_from(request):
        return back
    return reverse("close" if request.GET.get("then") == "close" else "case", args=[case.reference])
