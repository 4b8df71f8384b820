"""Which assessments of capacity do the rules of "what this case needs next" rest on? One query, whatever the number of cases."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from heard.rights.models import BestInterestsDecision, CapacityAssessment
from heard.rights.queries.capacity import OneDecision
from heard.rules.next_steps.facts import AssessmentFacts


def assessments_in(cases: Iterable[UUID]) -> dict[UUID, tuple[AssessmentFacts, ...]]:
    """The facts of the current assessments of each case, by its id. One query."""
    made = BestInterestsDecision.objects.filter(assessment=OuterRef("pk"), is_current=True, in_error_at__isnull=True)
    rows = CapacityAssessment.objects.filter(case__in=list(cases), is_current=True, in_error_at__isnull=True)
    found = defaultdict(list)
    for row in rows.annotate(is_decided=Exists(made)).select_related("enquiry__concern").order_by("assessed_at", "recorded_at"):
        found[row.case_id].append(_facts(row, is_decided=row.is_decided))
    return defaultdict(tuple, {case: tuple(facts) for case, facts in found.items()})


def assessments_read(case_id: UUID, decisions: list[OneDecision]) -> dict[UUID, tuple[AssessmentFacts, ...]]:
    """The same for one case whose decisions a page has read already. No query."""
    rows = [row for one in decisions for row in one.results if row.case_id == case_id]
    return {case_id: tuple(_facts(row, is_decided=bool(row.made)) for row in rows)}


def _facts(row: CapacityAssessment, *, is_decided: bool) -> AssessmentFacts:
    return AssessmentFacts(
        decision=row.decision,
        conclusion=row.conclusion,
        at=timezone.localtime(row.assessed_at),
        is_about_enquiry=row.is_about_enquiry,
        concern_reference=row.enquiry.concern.reference if row.enquiry else "",
        ask_again_on=row.ask_again_on,
        can_wait_until=row.can_wait_until,
        best_times=row.best_times,
        has_best_interests=is_decided,
    )
