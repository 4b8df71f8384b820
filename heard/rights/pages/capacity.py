"""Which decisions was the adult asked about, and what was found, earlier and later?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.reading import read_case
from heard.rights.queries.capacity import assessment_of, decisions_of, was_assessed_later
from heard.rights.queries.legal_authority import authorities_of
from heard.rules.best_interests import may_decide_for
from heard.rules.capacity_test import PARTS
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.rights import BestInterestsFactor
from heard.voice.asking import adult_card, closed


@allow(Permission.RECORD_IN_CASE)
def begin(request: HttpRequest, reference: str) -> HttpResponse:
    """Where others link to: the form, or the user's own unsent drafts of it."""
    case = read_case(request, reference, "open-capacity-form")
    return closed(request, case) or redirect("capacity-form-start", reference=reference)


@allow(Permission.SEE_CASES)
def decisions(request: HttpRequest, reference: str) -> HttpResponse:
    """Every decision assessed, earlier and later results side by side; and who holds an authority."""
    case = read_case(request, reference, "open-capacity-decisions")
    context = {
        "case": case,
        "adult": adult_card(case),
        "decisions": decisions_of(case, request.user),
        "authorities": authorities_of(case, timezone.localdate()),
        "may_record": bool(may_record(stage=case.stage)) and may(request.user, Permission.RECORD_IN_CASE),
    }
    return render(request, "rights/capacity_decisions.html", context)


@allow(Permission.SEE_CASES)
def assessment(request: HttpRequest, reference: str, assessment_id: UUID) -> HttpResponse:
    """One assessment in the order of the law, and what was decided because of it."""
    case = read_case(request, reference, "open-capacity-assessment")
    found = assessment_of(case, assessment_id)
    later = was_assessed_later(found)
    may_write = bool(may_record(stage=case.stage)) and may(request.user, Permission.RECORD_IN_CASE)
    context = {
        "case": case,
        "adult": adult_card(case),
        "one": found,
        "later": later,
        "parts": [(label, getattr(found, f"get_{name}_display")(), getattr(found, f"{name}_words")) for name, label in PARTS.items()],
        "factors": BestInterestsFactor.choices(),
        "may_decide": may_write and bool(may_decide_for(conclusion=found.conclusion, superseded_by_later=later)),
        "may_record": may_write,
        "may_mark": may(request.user, Permission.MARK_IN_ERROR),
    }
    return render(request, "rights/capacity_assessment.html", context)
