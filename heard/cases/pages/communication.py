"""How is it written down what the adult needs to take part, who was told, whether it was met, and what matters to them?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.forms.communication import ToldOthers, WasItMet, WhatTheyNeed, WriteAboutMe, as_known
from heard.cases.models import Case
from heard.cases.reading import read_case
from heard.people import actions
from heard.people.queries import about_me_of, communication_of
from heard.rules.vocabulary.communication import AboutMeHeading


def _ask(request: HttpRequest, case: Case, form, save, *, done: str, then: str = "communication") -> HttpResponse:
    """Draw the form, or save and go to ``then``."""
    here = reverse(then, args=[case.reference])
    if request.method == "POST" and form.is_valid():
        save(form)
        messages.success(request, done)
        return redirect(here)
    return render(request, "govuk/question.html", {"form": form, "back": here, "cancel": here})


def _typed(request: HttpRequest) -> dict | None:
    return request.POST if request.method == "POST" else None


@allow(Permission.RECORD_IN_CASE)
def change_needs(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down what they need; what stood before is kept."""
    case = read_case(request, reference, "open-communication")
    form = WhatTheyNeed(_typed(request), initial=as_known(case.person, communication_of(case.person).now))

    def save(form: WhatTheyNeed) -> None:
        actions.record_communication_needs(person=case.person, by=request.user, case_id=case.pk, **form.answers_kept())

    return _ask(request, case, form, save, done="Saved. It is shown on each page about them.")


@allow(Permission.RECORD_IN_CASE)
def told_others(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down who was told what they need."""
    case = read_case(request, reference, "open-communication")
    form = ToldOthers(_typed(request), initial={"on": timezone.localdate()})

    def save(form: ToldOthers) -> None:
        actions.share_communication_needs(person=case.person, by=request.user, case_id=case.pk, **form.cleaned_data)

    return _ask(request, case, form, save, done="Saved who was told")


@allow(Permission.RECORD_IN_CASE)
def was_it_met(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down what the adult says, asked whether what they need was met."""
    case = read_case(request, reference, "open-communication")
    form = WasItMet(_typed(request), initial={"on": timezone.localdate()})

    def save(form: WasItMet) -> None:
        actions.review_communication_needs(person=case.person, by=request.user, case_id=case.pk, **form.cleaned_data)

    return _ask(request, case, form, save, done="Saved what they said")


@allow(Permission.SEE_CASES)
def about_me(request: HttpRequest, reference: str) -> HttpResponse:
    """What matters to the adult, in their own words, and what they said before."""
    case = read_case(request, reference, "open-about-me")
    context = {
        "case": case, "versions": about_me_of(case.person), "headings": AboutMeHeading,
        "may_record": may(request.user, Permission.RECORD_IN_CASE),
    }  # fmt: skip
    return render(request, "cases/about-me.html", context)


@allow(Permission.RECORD_IN_CASE)
def write_about_me(request: HttpRequest, reference: str) -> HttpResponse:
    """Write it down, or change it as the adult says now."""
    case = read_case(request, reference, "open-about-me")
    held = next(iter(about_me_of(case.person)), None)
    first = {"written_on": timezone.localdate(), **(held.words if held else {}), "supported_by": held.supported_by if held else ""}
    form = WriteAboutMe(_typed(request), initial=first)

    def save(form: WriteAboutMe) -> None:
        said = form.cleaned_data
        actions.write_about_me(
            person=case.person, by=request.user, case_id=case.pk, words={one.value: said[one] for one in AboutMeHeading},
            supported_by=said["supported_by"], written_on=said["written_on"],
        )  # fmt: skip

    return _ask(request, case, form, save, done="Saved in their words. What they said before is kept.", then="about-me")
