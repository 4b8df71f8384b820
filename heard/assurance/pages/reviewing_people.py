"""Whom is a review about, and what happened to each?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.assurance.actions.reviewed_people import correct_what_happened, name_reviewed_person
from heard.assurance.forms.reviews import ReviewedAdult, WhatHappened
from heard.assurance.pages.asking import ask, opened, typed
from heard.assurance.pages.referring import RUNS
from heard.assurance.queries.reviews import happened_to, review_for, reviewed_person_for
from heard.rules.vocabulary.reviews import HappenedTo


@allow(Permission.RUN_REVIEWS)
def add(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Name a further adult the review is about."""
    found = review_for(request.user, review_id)
    form = ReviewedAdult(typed(request))

    def save() -> None:
        said = form.cleaned_data
        happened = HappenedTo(said["happened"])
        name_reviewed_person(review=found, case_reference=said["case_reference"], happened=happened, by=request.user)

    return ask(request, form, save, then=reverse("review", args=[review_id]), done="Saved. The return counts them")


@allow(Permission.RUN_REVIEWS)
def correct(request: HttpRequest, reviewed_id: int) -> HttpResponse:
    """Put right what happened to somebody, with what was said before below."""
    found = reviewed_person_for(request.user, reviewed_id)
    opened(request, "open-review", found.review, why=RUNS)
    form = WhatHappened(typed(request), initial={"happened": happened_to(found)})

    def save() -> None:
        said = form.cleaned_data
        correct_what_happened(reviewed=found, happened=HappenedTo(said["happened"]), because=said["because"], by=request.user)

    then = reverse("review", args=[found.review_id])
    return ask(request, form, save, then=then, template="assurance/what_happened.html", reviewed=found, happened_to=happened_to)
