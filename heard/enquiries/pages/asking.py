"""How is one question of a case asked on a page of its own, and its answer kept?"""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.cases.models import Case, Enquiry
from heard.cases.queries import cases_for, enquiry_of
from heard.govuk.forms import Question
from heard.rules.decision import NotAllowed
from heard.voice.asking import adult_card


def ask(
    request: HttpRequest, form: Question, *, keep: Callable[[dict], str | None], back: str, case: Case,
    template: str = "enquiries/part.html", said: str = "", **context,
) -> HttpResponse:  # fmt: skip
    """Show a form; once answered, ``keep`` its answers and go where that says, or ``back``. What a rule refuses is shown, nothing is lost.

    ``said`` is the message on the next page.
    """
    if form.is_bound and form.is_valid():
        try:
            then = keep(form.cleaned_data)
        except NotAllowed as no:
            form.refuse(no)
        else:
            if said:
                messages.success(request, said)
            return redirect(then or back)
    return render(request, template, {"form": form, "back": back, "cancel": back, "case": case, "adult": adult_card(case), **context})


def typed(request: HttpRequest) -> dict | None:
    """What was sent with the page, or None where it is only looked at."""
    return request.POST if request.method == "POST" else None


def enquiry_or_404(case: Case) -> Enquiry:
    """The enquiry of a case that was read in scope. Raises Http404 where there is none."""
    enquiry = enquiry_of(case)
    if enquiry is None:
        raise Http404("No enquiry in this case")
    enquiry.case = case
    return enquiry


def where_next(request: HttpRequest, case: Case) -> str:
    """The case, or home where the reader no longer sees it: it was given to another team, or its only concern was marked."""
    still = cases_for(request.user).filter(pk=case.pk).exists()
    return reverse("case", args=[case.reference]) if still else reverse("home")
