"""How is a whole concern marked as recorded in error?"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from heard.audit.actions import record
from heard.cases.actions import move_case
from heard.cases.models import Case, Concern, Enquiry, Task
from heard.rules.decision import Decision, NotAllowed
from heard.rules.pathway import CaseStage, Step


@transaction.atomic
def mark_concern_in_error(*, concern: Concern, by, at: datetime, because: str, seen_by: tuple[str, ...] = ()) -> Concern:
    """Hide a concern from its case, with the reason; it stays in the audit, with who had seen it. What was to be done about it is done.

    A case with no other concern closes. ``seen_by`` are the ids of who had opened the case since. Raises NotAllowed without a reason, or
    where an enquiry has started.
    """
    locked = Concern.objects.select_for_update().get(pk=concern.pk)
    if locked.in_error_at is not None:
        return locked
    if not because.strip():
        raise NotAllowed(Decision(False, ("Say why the concern was recorded in error.",)))
    if Enquiry.objects.filter(concern=locked).exists():
        raise NotAllowed(Decision(False, ("An enquiry has started from this concern. Close the enquiry first.",)))
    locked.in_error_at, locked.in_error_by, locked.in_error_because = at, by, because
    locked.save(update_fields=["in_error_at", "in_error_by", "in_error_because"])
    record("mark-in-error", on=locked, by=by, why=because, detail={"because": because, "seen_by": list(seen_by)})
    case = Case.objects.select_for_update().get(pk=locked.case_id)
    alone = not Concern.objects.filter(case=case, in_error_at__isnull=True).exists()
    _leave_nothing_to_do(case, locked, by=by, at=at, whole=alone)
    if alone and case.stage == CaseStage.CONCERN:
        move_case(case=case, step=Step.DROP, by=by, on=timezone.localdate(at))
    return locked


def _leave_nothing_to_do(case: Case, concern: Concern, *, by, at: datetime, whole: bool) -> None:
    tasks = Task.objects.select_for_update().filter(case=case, done_at__isnull=True)
    for task in tasks if whole else tasks.filter(subject_id=concern.pk):
        task.done_at, task.done_by = at, by
        task.save(update_fields=["done_at", "done_by"])
        record("settle-task", on=task, by=by)
