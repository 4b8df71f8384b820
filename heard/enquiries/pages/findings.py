"""What was found about each risk, what became of it, and why it remained: one question a page."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.enquiries.actions.findings import record_finding
from heard.enquiries.forms import closing as forms
from heard.enquiries.models import Risk
from heard.enquiries.pages.asking import ask, enquiry_or_404, typed
from heard.enquiries.pages.closing_parts import risk_in_words
from heard.enquiries.queries.closing import closing_of, is_left_unasked, risk_with_finding
from heard.rules.risk_remained import asks_adults_reason, asks_four_questions, has_outcome
from heard.rules.vocabulary.enquiry import BeforeCeasing, Finding, RiskOutcome

TEMPLATE = "enquiries/finding.html"


def _start(request: HttpRequest, reference: str, risk_id: UUID) -> tuple[dict, Risk]:
    case = read_case(request, reference, "open-closing")
    risk = risk_with_finding(enquiry_or_404(case), risk_id)
    if risk is None:
        raise Http404("No such risk")
    back = reverse("close", args=[reference])
    return {"case": case, "back": back, "template": TEMPLATE, "risk": risk, "risk_words": risk_in_words(risk)}, risk


def _kept(risk: Risk) -> dict:
    return {
        "adults_reason": risk.adults_reason or "",
        "no_reason_because": risk.no_reason_because or "",
        "before_remaining": risk.before_remaining or {},
    }


@allow(Permission.CLOSE_ENQUIRY)
def finding(request: HttpRequest, reference: str, risk_id: UUID) -> HttpResponse:
    """What was found? An identified risk goes on to its outcome, and stopping at the adult's request to the four questions."""
    shared, risk = _start(request, reference, risk_id)

    def keep(said: dict) -> str | None:
        identified = has_outcome(said["finding"])
        # An ending that lacks an answer it now needs is asked again, on the page that follows.
        kept = {"outcome": risk.outcome or "", **_kept(risk)} if identified and not is_left_unasked(risk) else {}
        record_finding(risk=risk, finding=said["finding"], by=request.user, **kept)
        if identified:
            return reverse("close-outcome", args=[reference, risk.pk])
        asks = said["finding"] == Finding.CEASED and not closing_of(risk.enquiry).before_ceasing
        return reverse("close-ceasing", args=[reference]) if asks else None

    return ask(request, forms.WhatWasFound(typed(request), initial={"finding": risk.finding}), keep=keep, **shared)


@allow(Permission.CLOSE_ENQUIRY)
def outcome(request: HttpRequest, reference: str, risk_id: UUID) -> HttpResponse:
    """What became of it? "Remained" goes on to the adult's reason. A risk not identified goes back to its finding."""
    shared, risk = _start(request, reference, risk_id)
    if not has_outcome(risk.finding):
        return redirect("close-finding", reference, risk.pk)

    def keep(said: dict) -> str | None:
        if asks_adults_reason(said["outcome"]):
            return reverse("close-remained", args=[reference, risk.pk])
        record_finding(risk=risk, finding=Finding(risk.finding), outcome=said["outcome"], by=request.user)
        return None

    return ask(request, forms.WhatBecameOfIt(typed(request), initial={"outcome": risk.outcome}), keep=keep, **shared)


@allow(Permission.CLOSE_ENQUIRY)
def remained(request: HttpRequest, reference: str, risk_id: UUID) -> HttpResponse:
    """Why did it remain? The adult's own reason, or why there is none. Nothing is kept as "remained" before it is answered."""
    shared, risk = _start(request, reference, risk_id)
    if not has_outcome(risk.finding):
        return redirect("close-finding", reference, risk.pk)

    kept = _kept(risk)
    form = forms.WhyItRemained(typed(request), initial={**kept, **kept["before_remaining"]})
    if asks_four_questions(outcome=RiskOutcome.REMAINED, professionals_level=risk.professionals_level):
        form.ask_about_others()

    def keep(said: dict) -> None:
        answers = {question: said.pop(question) for question in BeforeCeasing if question in said}
        told = {"outcome": RiskOutcome.REMAINED, "before_remaining": answers, **said}
        record_finding(risk=risk, finding=Finding(risk.finding), by=request.user, **told)

    return ask(request, form, keep=keep, **shared)
