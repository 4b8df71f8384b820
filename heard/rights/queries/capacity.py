"""Which decisions was the adult asked about, when, and what was found? Starts from a case already read in the reader's scope.

The timeline is the person's: the assessments of every case of theirs that this reader may see, earlier and later results side by side.
"""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils import timezone

from heard.cases.models import Case, Enquiry
from heard.cases.queries import cases_for
from heard.rights.models import BestInterestsDecision, CapacityAssessment
from heard.rules.capacity_for_the_enquiry import Assessed, Suggested, suggested_answer
from heard.rules.capacity_test import decision_key, must_say_what_changed


@dataclass(frozen=True)
class OneDecision:
    """One decision and its results in order of time, the earliest first; ``differ`` where they are not all the same."""

    words: str
    results: list[CapacityAssessment]

    @property
    def newest(self) -> CapacityAssessment:
        return self.results[-1]

    @property
    def differ(self) -> bool:
        return any(
            must_say_what_changed(before=one.conclusion, now=other.conclusion)
            for one, other in zip(self.results, self.results[1:], strict=False)
        )


def _shown() -> QuerySet[CapacityAssessment]:
    return CapacityAssessment.objects.filter(is_current=True, in_error_at__isnull=True).order_by("assessed_at", "recorded_at")


def _with_decisions(rows: QuerySet[CapacityAssessment]) -> QuerySet[CapacityAssessment]:
    made = BestInterestsDecision.objects.filter(is_current=True, in_error_at__isnull=True).order_by("decided_on")
    whole = rows.select_related("case", "recorded_by", "enquiry__concern")
    return whole.prefetch_related(Prefetch("best_interests_decisions", queryset=made, to_attr="made"))


def decisions_of(case: Case, user) -> list[OneDecision]:
    """Each decision with its results, the most lately assessed decision first. Two queries, one where nothing was assessed.

    Each result has ``made``: the best-interests decisions that rest on it.
    """
    rows = _shown().filter(case__in=cases_for(user).filter(person_id=case.person_id).values("pk"))
    return by_decision(_with_decisions(rows))


def by_decision(rows) -> list[OneDecision]:
    """Assessments in order of time, as decisions with their results; the most lately assessed decision first."""
    results: dict[str, list[CapacityAssessment]] = defaultdict(list)
    for row in rows:
        results[decision_key(row.decision)].append(row)
    found = [OneDecision(of[-1].decision, of) for of in results.values()]
    return sorted(found, key=lambda one: one.newest.assessed_at, reverse=True)


def assessment_of(case: Case, pk: UUID) -> CapacityAssessment:
    """One assessment of the case, with ``made``. Raises Http404 where the case has none such. Two queries."""
    found = _with_decisions(CapacityAssessment.objects.filter(case=case, pk=pk)).first()
    if found is None or found.in_error_at is not None:
        raise Http404("No such assessment")
    found.case = case
    return found


def of_the_same_decision(case: Case, decision: str) -> list[CapacityAssessment]:
    """The case's assessments of this decision, the earliest first. One query."""
    return [row for row in _shown().filter(case=case) if decision_key(row.decision) == decision_key(decision)]


def decisions_named_in(case: Case) -> dict[str, CapacityAssessment]:
    """The newest assessment of each decision of the case, by its key, the most lately assessed first. One query."""
    newest = {decision_key(row.decision): row for row in _shown().filter(case=case)}
    return dict(sorted(newest.items(), key=lambda pair: pair[1].assessed_at, reverse=True))


def was_assessed_later(assessment: CapacityAssessment) -> bool:
    """Whether the same decision was assessed again after this. One query."""
    rows = of_the_same_decision(assessment.case, assessment.decision)
    return any(row.assessed_at > assessment.assessed_at for row in rows if row.pk != assessment.pk)


def suggested_for(enquiry: Enquiry) -> Suggested:
    """What the newest assessments of decisions about this enquiry suggest for its answer. One query."""
    rows = _shown().filter(enquiry=enquiry, is_about_enquiry=True)
    newest = {decision_key(row.decision): row for row in rows}.values()
    return suggested_answer(Assessed(row.decision, row.conclusion, timezone.localdate(row.assessed_at)) for row in newest)
