"""What are the risks in this enquiry, as the adult sees them and as the professional does?

Starts from an enquiry or a case already read in the reader's scope.
"""

from uuid import UUID

from django.http import Http404

from heard.cases.models import Case, Enquiry
from heard.enquiries.models import Risk, RiskView
from heard.rules.risk_once import views_differ


def risks_of(enquiry: Enquiry) -> list[Risk]:
    """The enquiry's risks but for those recorded in error, in the order recorded. Two queries.

    Each has ``adult`` and ``professional`` (the current RiskView or None), ``earlier`` (the views before, oldest first) and ``differ``.
    """
    risks = list(enquiry.risks.filter(in_error_at__isnull=True).select_related("member").order_by("recorded_at"))
    by_id = {risk.pk: risk for risk in risks}
    for risk in risks:
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


def same_risk(enquiry: Enquiry, *, type: str, source: str, location: str) -> Risk | None:
    """The enquiry's risk of this type, source and location, or None."""
    return enquiry.risks.filter(type=type, source=source, location=location, in_error_at__isnull=True).first()
