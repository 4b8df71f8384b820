"""To which stage do the cases of corrected records move?"""

from collections import defaultdict
from datetime import date
from uuid import UUID

from django.utils import timezone

from heard.cases.models import Case, Concern, Enquiry
from heard.concerns.models import Section42Decision
from heard.exchange.actions.writing import Writing, in_batches
from heard.rules.pathway import CaseStage
from heard.rules.stage_of_an_imported_case import ConcernFacts, imported_stage
from heard.rules.vocabulary.concern import ConcernState


def move_cases(writing: Writing) -> None:
    """Move the cases held before this import whose decision or enquiry it brought or corrected, and settle their concerns' state."""
    concerns = {
        change.record_id
        for change in writing.plans["concerns.csv"].updated
        if change.names & {"decision", "decided_at"}
    }  # fmt: skip
    plan = writing.plans["enquiries.csv"]
    touched = [*plan.created, *(change for change in plan.updated if change.names & {"concluded_on", "concern_ref"})]
    new_here = {change.record_id for change in writing.plans["concerns.csv"].created}
    for change in touched:
        names = {cells["concern_ref"] for cells in (change.before, change.after) if "concern_ref" in cells}
        concerns |= {writing.ids["concerns.csv"][name] for name in names} - new_here
    cases = {writing.case_of_concern[pk] for pk in concerns}
    for batch in in_batches(cases, 500):
        _settle(writing, batch)


def _settle(writing: Writing, cases: list[UUID]) -> None:
    concerns = list(Concern.objects.filter(case_id__in=cases, in_error_at__isnull=True))
    ids = [one.pk for one in concerns]
    decisions = dict(
        Section42Decision.objects.filter(concern_id__in=ids, is_current=True).values_list("concern_id", "decision")
    )
    enquiries = {one.concern_id: one for one in Enquiry.objects.filter(concern_id__in=ids)}
    facts, ends, decided = defaultdict(list), defaultdict(list), []
    for concern in concerns:
        enquiry, decision = enquiries.get(concern.pk), decisions.get(concern.pk, "")
        concluded_on = enquiry.concluded_on if enquiry else None
        facts[concern.case_id].append(ConcernFacts(decision, enquiry is not None, concluded_on is not None))
        ends[concern.case_id].append(concluded_on or timezone.localdate(concern.received_at))
        if (decision or enquiry) and concern.state != ConcernState.DECIDED:
            concern.state = ConcernState.DECIDED
            decided.append(concern)
    writing.change(decided, ["state"], before={one.pk: {"state": ConcernState.WAITING} for one in decided})
    _move(writing, facts, ends)


def _move(writing: Writing, facts: dict[UUID, list[ConcernFacts]], ends: dict[UUID, list[date]]) -> None:
    moved, before = [], {}
    for case in Case.objects.filter(pk__in=list(facts)):
        stage = imported_stage(facts[case.pk])
        if stage == CaseStage.ENQUIRY and case.stage == CaseStage.PLAN:
            continue
        closed_on = max(ends[case.pk]) if stage == CaseStage.CLOSED else None
        if (case.stage, case.closed_on) != (stage, closed_on):
            before[case.pk] = {"stage": case.stage, "closed_on": str(case.closed_on or "")}
            case.stage, case.closed_on = stage, closed_on
            moved.append(case)
    writing.change(moved, ["stage", "closed_on"], before=before)
