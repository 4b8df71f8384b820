"""How is a closed enquiry opened again?"""

from django.db import transaction
from django.utils import timezone

from heard.audit.actions import record
from heard.cases.actions import move_case, settle_tasks
from heard.cases.models import Case, Enquiry
from heard.enquiries.actions.closing import OFFER_FEEDBACK
from heard.enquiries.models import Closing
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage, Step
from heard.rules.reopening import may_reopen


@transaction.atomic
def reopen_enquiry(*, enquiry: Enquiry, because: str, by) -> Enquiry:
    """Open a closed enquiry again, and its case. What it was closed with is kept, with when it had ended, and why it was reopened.

    Raises NotAllowed where it is open, where another enquiry is open in the case, or without a reason.
    """
    locked = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    others = Enquiry.objects.filter(case_id=locked.case_id, concluded_on__isnull=True).exclude(pk=locked.pk)
    decision = may_reopen(is_closed=locked.concluded_on is not None, is_another_open=others.exists(), because=because)
    if not decision:
        raise NotAllowed(decision)
    _keep_what_it_was_closed_with(locked, because, by=by)
    locked.concluded_on = None
    locked.save(update_fields=["concluded_on"])
    record("reopen-enquiry", on=locked, by=by, why=because)
    case = Case.objects.select_for_update().get(pk=locked.case_id)
    settle_tasks(case=case, kind=OFFER_FEEDBACK, by=by, at=timezone.now(), subject_id=locked.pk)
    if case.stage == CaseStage.CLOSED:
        move_case(case=case, step=Step.REOPEN, by=by, on=timezone.localdate())
    locked.case = case
    return locked


def _keep_what_it_was_closed_with(enquiry: Enquiry, because: str, *, by) -> None:
    closing = Closing.objects.select_for_update().filter(enquiry=enquiry, is_current=True).first()
    if closing is None:  # brought in from another system, already closed
        closing = Closing(authority_id=enquiry.authority_id, enquiry=enquiry, recorded_by=by)
    closing.concluded_on = enquiry.concluded_on
    closing.reopened_at, closing.reopened_by, closing.reopened_because = timezone.now(), by, because
    closing.save()
    record("keep-closing", on=closing, by=by, case_id=enquiry.case_id)
