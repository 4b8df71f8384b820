"""What was done without the adult's agreement, and which assessments could stand behind it? Starts from a concern read in scope."""

from heard.cases.models import Case, Concern
from heard.rights.models import ActingWithoutAgreement, CapacityAssessment
from heard.rules.vocabulary.rights import CapacityConclusion


def override_of(concern: Concern) -> ActingWithoutAgreement | None:
    """The decision that stands to act without the adult's agreement, with its assessment, or None. One query."""
    rows = ActingWithoutAgreement.objects.filter(concern=concern, is_current=True, in_error_at__isnull=True)
    return rows.select_related("assessment").first()


def earlier_overrides(concern: Concern) -> list[ActingWithoutAgreement]:
    """How that decision stood before, the newest first, each with who recorded it. One query."""
    rows = ActingWithoutAgreement.objects.filter(concern=concern, is_current=False, in_error_at__isnull=True)
    return list(rows.select_related("recorded_by").order_by("-recorded_at"))


def assessments_behind(case: Case) -> list[CapacityAssessment]:
    """The assessments of the case that found that the adult could not make a decision, the newest first. One query."""
    rows = CapacityAssessment.objects.filter(case=case, is_current=True, in_error_at__isnull=True)
    return list(rows.filter(conclusion=CapacityConclusion.LACKS).order_by("-assessed_at"))
