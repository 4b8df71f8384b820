"""Where are the answers of triage given?"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.coming_back import came_from
from heard.cases.models import Concern
from heard.cases.reading import read_concern
from heard.concerns.actions.marking import mark_concern_in_error
from heard.concerns.actions.triage import answer_section_42, record_what_is_counted
from heard.concerns.forms.triage import AS_SAID, ConcernInErrorForm, Section42AnswersForm, SettleAgreementForm, WhatIsCountedForm
from heard.concerns.queries.answers import current_answers, what_the_answers_mean
from heard.concerns.queries.one_concern import in_full, who_has_looked
from heard.rights.actions.for_the_return import record_agreement
from heard.rules.agreement_to_settle import agreement_in_words
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.concern import RaisedBy

_FIELDS = (
    "is_18_or_over", "adult_is_here", "needs_care_and_support", "needs_because", "at_risk", "at_risk_because", "cannot_protect_self",
    "cannot_protect_because", "follow_up_on",
)  # fmt: skip
_MEANING = {
    True: "The answers mean that the council must make enquiries.",
    False: "The answers mean that there is no section 42 duty.",
    None: "The answers are kept. Something is not yet known, and that is not a no.",
}


def saved(form, save: Callable[[], object]) -> bool:
    """Whether the action went through; where a rule said no, its reasons stand in the form's error summary and nothing typed is lost."""
    try:
        save()
    except NotAllowed as no:
        form.refuse(no)
        return False
    return True


@allow(Permission.TRIAGE)
def section_42_answers(request: HttpRequest, reference: str) -> HttpResponse:
    """The three parts of section 42(1), each with its reason."""
    concern = read_concern(request, reference)
    held = current_answers(concern)
    initial = {name: getattr(held, name) for name in _FIELDS} if held else {}
    form = Section42AnswersForm(request.POST or None, initial=initial, user=request.user, about=concern)
    if form.is_valid() and saved(form, lambda: _answer(request, concern, form)):
        return redirect("concern", reference)
    return render(request, "concerns/question.html", {"form": form, "concern": concern})


def _answer(request: HttpRequest, concern: Concern, form: Section42AnswersForm) -> None:
    kept = answer_section_42(
        concern=concern, by=request.user, today=timezone.localdate(), answers=form.given(), reasons=form.reasons(),
        follow_up_on=form.cleaned_data["follow_up_on"], because=form.cleaned_data.get("because") or "",
    )  # fmt: skip
    messages.success(request, _MEANING[what_the_answers_mean(kept).yes])


@allow(Permission.TRIAGE)
def settle_agreement(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose the reason that was left to triage, and record what the adult has said since."""
    concern = read_concern(request, reference)
    full = in_full(concern)
    now, report = full.agreement_now, full.report_now
    initial = {"ground": now.ground, "ground_words": now.ground_words} if now else {}
    form = SettleAgreementForm(request.POST or None, initial=initial, user=request.user)
    if form.is_valid() and saved(form, lambda: _settle(request, concern, now, form.cleaned_data)):
        messages.success(request, "The adult’s agreement is recorded.")
        return redirect("concern", reference)
    own = bool(report and report.raised_by == RaisedBy.ADULT)
    words = agreement_in_words(now.answer if now else "", said_by_referrer=now.said_by_referrer if now else True, raised_by_adult=own)
    return render(request, "concerns/agreement.html", {"form": form, "concern": concern, "agreement": now, "words": words})


def _settle(request: HttpRequest, concern: Concern, now, given: dict) -> None:
    asked_since = given["since"] != AS_SAID
    record_agreement(
        concern=concern, by=request.user, answer=given["since"] if asked_since else (now.answer if now else ""),
        adult_knows="yes" if asked_since else (now.adult_knows if now else ""),
        ground="" if given["since"] == "agreed" else given["ground"], ground_words=given["ground_words"],
        said_by_referrer=not asked_since and (now.said_by_referrer if now else True), because="Settled in triage",
    )  # fmt: skip


@allow(Permission.TRIAGE)
def what_is_counted(request: HttpRequest, reference: str) -> HttpResponse:
    """Where the abuse happened and the support reason, for the yearly return and nothing else."""
    concern = read_concern(request, reference)
    initial = {"in_area": concern.in_area, "primary_support_reason": concern.primary_support_reason}
    form = WhatIsCountedForm(request.POST or None, initial=initial, user=request.user)
    if form.is_valid():
        given = {name: str(value or "") for name, value in form.cleaned_data.items()}
        record_what_is_counted(concern=concern, by=request.user, **given)
        messages.success(request, "Kept for the yearly return.")
        return redirect(came_from(request) or reverse("concern", args=[reference]))
    return render(request, "concerns/question.html", {"form": form, "concern": concern})


@allow(Permission.MARK_IN_ERROR)
def concern_in_error(request: HttpRequest, reference: str) -> HttpResponse:
    """Hide a concern that should not be here, with the reason, having seen who has looked at it."""
    concern = read_concern(request, reference)
    form = ConcernInErrorForm(request.POST or None, user=request.user)
    act = lambda: mark_concern_in_error(concern=concern, by=request.user, at=timezone.now(), because=form.cleaned_data["because"])  # noqa: E731
    if form.is_valid() and saved(form, act):
        messages.success(request, f"Concern {reference} is marked as recorded in error and hidden.")
        return redirect("home")
    return render(request, "concerns/in_error.html", {"form": form, "concern": concern, "looked": who_has_looked(concern)})
