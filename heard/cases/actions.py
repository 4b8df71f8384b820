"""How is a case opened, moved along, and what is to be done in it?"""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from heard.audit.actions import record
from heard.cases.models import Case, Concern, Enquiry, Task
from heard.cases.references import new_reference
from heard.people.models import Person
from heard.rules.decision import Decision, NotAllowed
from heard.rules.pathway import CaseStage, Step, next_stage
from heard.rules.vocabulary.enquiry import EnquiryKind


@transaction.atomic
def open_case(*, person: Person, opened_on: date, by) -> Case:
    """Open a case for a person at the concern stage. ``by`` is a user, or None for the public."""
    case = Case.objects.create(
        authority_id=person.authority_id, person=person, reference=new_reference("H"), opened_on=opened_on, recorded_by=by
    )
    record("open-case", on=case, by=by)
    return case


@transaction.atomic
def move_case(*, case: Case, step: Step, by, on: date) -> Case:
    """Move a case along the pathway, with one audit event. Raises NotAllowed where the pathway has no such step."""
    to = next_stage(CaseStage(case.stage), step)
    if to is None:
        raise NotAllowed(Decision(False, (f"A case at '{CaseStage(case.stage).label}' cannot: {step.label.lower()}.",)))
    was, case.stage = case.stage, to
    case.closed_on = on if to == CaseStage.CLOSED else None
    case.save(update_fields=["stage", "closed_on"])
    record("move-case", on=case, by=by, detail={"step": step, "from": was, "to": to})
    return case


@transaction.atomic
def add_task(*, case: Case, kind: str, due_on: date, by, note: str = "", subject=None, assigned_to=None) -> Task:
    """Add something to do by a day. ``subject`` is the record it is about, ``assigned_to`` a user or None for the team."""
    task = Task.objects.create(
        authority_id=case.authority_id,
        case=case,
        kind=kind,
        due_on=due_on,
        note=note,
        subject=subject._meta.label_lower if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        assigned_to=assigned_to,
        recorded_by=by,
    )
    record("add-task", on=task, by=by, detail={"kind": kind})
    return task


@transaction.atomic
def settle_tasks(*, case: Case, kind: str, by, at: datetime, subject_id: UUID | None = None, about: tuple[str, ...] | None = None) -> int:
    """Mark the open tasks of a kind as done; returns how many. ``by`` must be a user.

    Only those about one record, or about records of some models (``about``, their labels, "" for none), where given.
    """
    open_ones = Task.objects.filter(case=case, kind=kind, done_at__isnull=True)
    if subject_id is not None:
        open_ones = open_ones.filter(subject_id=subject_id)
    if about is not None:
        open_ones = open_ones.filter(subject__in=about)
    settled = 0
    for task in open_ones.select_for_update():
        task.done_at, task.done_by = at, by
        task.save(update_fields=["done_at", "done_by"])
        record("settle-task", on=task, by=by)
        settled += 1
    return settled


@transaction.atomic
def start_enquiry(*, concern: Concern, kind: EnquiryKind, started_on: date, by, lead=None, lead_name: str = "", team=None) -> Enquiry:
    """Start the enquiry a concern led to, and move its case along. ``lead`` is a user and ``team`` a team, where already chosen.

    Raises NotAllowed where the case is at a stage from which no enquiry starts: an enquiry is already open in it.
    """
    case = Case.objects.select_for_update().get(pk=concern.case_id)
    enquiry = Enquiry.objects.create(
        authority_id=case.authority_id, case=case, concern=concern, kind=kind, started_on=started_on, lead=lead,
        lead_name=lead_name or (lead.full_name if lead else ""), recorded_by=by,
    )  # fmt: skip
    record("start-enquiry", on=enquiry, by=by, detail={"kind": kind, "lead": str(lead.pk) if lead else ""})
    case.lead, case.team = lead or case.lead, team or case.team
    case.save(update_fields=["lead", "team"])
    move_case(case=case, step=Step.DECIDE_ENQUIRY, by=by, on=started_on)
    concern.case = case
    return enquiry
