"""What are the risks in this enquiry, as the adult sees them and as the professional does?

Starts from an enquiry or a case already read in the reader's scope.
"""

from uuid import UUID

from django.db.models import FilteredRelation, Prefetch, Q
from django.http import Http404

from heard.cases.models import Case, Enquiry
from heard.enquiries.models import Risk, RiskView
from heard.rules.capacity_waiting import may_wait
from heard.rules.decision import Decision
from heard.rules.risk_once import views_differ
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.concern import ConcernState, Danger


def risks_of(enquiry: Enquiry) -> list[Risk]:
    """The enquiry's risks but for those recorded in error, in the order recorded. Two queries.

    Each has ``found`` (the current RiskFinding or None), ``adult`` and ``professional`` (the current RiskView or None), ``earlier`` (the
    views before, oldest first) and ``differ``.
    """
    current = FilteredRelation("findings", condition=Q(findings__is_current=True))
    rows = enquiry.risks.filter(in_error_at__isnull=True).annotate(found=current).select_related("member", "found")
    risks = list(rows.order_by("recorded_at"))
    by_id = {risk.pk: risk for risk in risks}
    for risk in risks:
        risk.__dict__.setdefault("found", None)
        risk.adult, risk.professional, risk.earlier, risk.differ = None, None, [], False
    rows = RiskView.objects.filter(risk__enquiry=enquiry).select_related("recorded_by").order_by("recorded_at")
    for view in rows:
        if (risk := by_id.get(view.risk_id)) is None:
            continue
        if view.is_current:
            setattr(risk, view.whose, view)
        else:
            risk.earlier.append(view)
    for risk in risks:
        risk.differ = bool(risk.adult and risk.professional) and views_differ(
            adults=risk.adult.level, professionals=risk.professional.level
        )
    return risks


def risk_of(case: Case, risk_id: UUID) -> Risk:
    """One risk of the case, as ``risks_of`` gives it. Raises Http404 where the case has none such. Three queries."""
    held = Risk.objects.filter(pk=risk_id, enquiry__case=case).select_related("enquiry").first()
    found = next((one for one in risks_of(held.enquiry) if one.pk == held.pk), None) if held else None
    if found is None:
        raise Http404("No such risk")
    found.enquiry.case = case
    return found


def name_risks(risks: list[Risk]) -> list[Risk]:
    """The same risks, each with ``name``: its type and place in words, and whom it concerns."""
    for risk in risks:
        place = f"{risk.get_type_display()}, {risk.get_location_display().lower()}, {risk.get_source_display().lower()}"
        risk.name = f"{place} ({risk.member.name})" if risk.member else place
    return risks


def waiting_in(case: Case) -> Decision:
    """May a decision wait until the adult may be able to make it, by what is recorded of risk in this case? Three queries."""
    views = RiskView.objects.filter(is_current=True, whose=RiskView.Whose.PROFESSIONAL).exclude(waiting_prolongs_harm="")
    said = Prefetch("views", queryset=views, to_attr="said_of_waiting")
    rows = Risk.objects.filter(enquiry__case=case, enquiry__concluded_on__isnull=True, in_error_at__isnull=True)
    risks = name_risks(list(rows.select_related("member").prefetch_related(said).order_by("recorded_at")))
    prolonged = [one.name for one in risks if any(view.waiting_prolongs_harm == Answer.YES for view in one.said_of_waiting)]
    unsaid = bool(risks) and not any(one.said_of_waiting for one in risks)
    waits = case.concerns.filter(state=ConcernState.WAITING, in_error_at__isnull=True, danger=Danger.NOW)
    return may_wait(prolonged=prolonged, in_danger_now=waits.exists(), nobody_has_said=unsaid)


def same_risk(enquiry: Enquiry, *, type: str, source: str, location: str) -> Risk | None:
    """The enquiry's risk of this type, source and location, or None."""
    return enquiry.risks.filter(type=type, source=source, location=location, in_error_at__isnull=True).first()
