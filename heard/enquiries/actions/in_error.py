"""How is a record on the wrong file marked as recorded in error, and the mark taken away?"""

from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from heard.audit.actions import record as write_down
from heard.cases.actions import move_case
from heard.cases.models import Case, Concern, Enquiry, Task
from heard.concerns.actions.marking import mark_concern_in_error
from heard.enquiries.queries.in_error import OF_CASE, is_older_version, is_there_another, who_has_seen
from heard.rights.actions.own_pages import end_pages_of
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage, Step
from heard.rules.recorded_in_error import Kind, may_mark, may_undo
from heard.rules.vocabulary.concern import ConcernState

MARK = ("in_error_at", "in_error_by", "in_error_because")


@transaction.atomic
def mark_in_error(*, case: Case, kind: Kind, record: Model, because: str, by) -> Model:
    """Hide a record from its case, with a reason. It is kept, and the audit keeps who had opened the case since it was recorded.

    What was to be done about it is settled. Raises NotAllowed without a reason, twice, for an older version, or for a concern that led to
    an enquiry.
    """
    locked = _locked(case, kind, record)
    decision = may_mark(
        kind=kind,
        because=because,
        is_marked=locked.in_error_at is not None,
        has_enquiry=kind == Kind.CONCERN and Enquiry.objects.filter(concern_id=locked.pk).exists(),
        is_older_version=is_older_version(locked),
    )
    if not decision:
        raise NotAllowed(decision)
    at = timezone.now()
    seen = [str(one["by_id"]) for one in who_has_seen(case, locked.recorded_at)]
    if kind == Kind.CONCERN:
        return mark_concern_in_error(concern=locked, by=by, at=at, because=because, seen_by=tuple(seen))
    locked.in_error_at, locked.in_error_by, locked.in_error_because = at, by, because
    locked.save(update_fields=MARK)
    write_down("mark-in-error", on=locked, by=by, why=because, case_id=case.pk, detail={"kind": kind, "seen_by": seen})
    end_pages_of(of=locked, because="What their page rested on was recorded in error.", by=by)
    for task in Task.objects.select_for_update().filter(case=case, subject_id=locked.pk, done_at__isnull=True):
        task.done_at, task.done_by = at, by
        task.save(update_fields=["done_at", "done_by"])
        write_down("settle-task", on=task, by=by)
    return locked


@transaction.atomic
def undo_in_error(*, case: Case, kind: Kind, record: Model, because: str, by) -> Model:
    """Take the mark away, with a reason; what the marking settled is to be done again. The audit keeps both reasons.

    Raises NotAllowed without a reason, where it is not marked, or where another was recorded in its place.
    """
    locked = _locked(case, kind, record)
    decision = may_undo(
        because=because,
        is_marked=locked.in_error_at is not None,
        is_older_version=is_older_version(locked),
        is_there_another=is_there_another(kind, locked),
    )
    if not decision:
        raise NotAllowed(decision)
    was_at, was_because = locked.in_error_at, locked.in_error_because
    locked.in_error_at, locked.in_error_by, locked.in_error_because = None, None, ""
    locked.save(update_fields=MARK)
    write_down("undo-in-error", on=locked, by=by, why=because, case_id=case.pk, detail={"kind": kind, "was_because": was_because})
    _do_again(case, was_at, by=by)
    if kind == Kind.CONCERN:
        _open_the_case_again(case, locked, by=by)
    return locked


def _locked(case: Case, kind: Kind, record: Model) -> Model:
    return OF_CASE[kind](case).select_related(None).select_for_update().get(pk=record.pk)


def _do_again(case: Case, settled_at: datetime, *, by) -> None:
    for task in Task.objects.select_for_update().filter(case=case, done_at=settled_at):
        task.done_at, task.done_by = None, None
        task.save(update_fields=["done_at", "done_by"])
        write_down("take-up-task", on=task, by=by)


def _open_the_case_again(case: Case, concern: Concern, *, by) -> None:
    """A case that closed because its only concern was marked waits for a decision again."""
    locked = Case.objects.select_for_update().get(pk=case.pk)
    waits = concern.state == ConcernState.WAITING
    if waits and locked.stage == CaseStage.CLOSED and not Enquiry.objects.filter(case=locked).exists():
        move_case(case=locked, step=Step.TAKE_BACK, by=by, on=timezone.localdate())
