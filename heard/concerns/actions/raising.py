"""How is a concern taken, and how is something added to it afterwards?"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from heard.accounts.models import Authority
from heard.audit.actions import record
from heard.cases.actions import add_task, open_case
from heard.cases.models import Concern
from heard.cases.references import new_reference
from heard.concerns.models import FurtherInformation, Report
from heard.people.actions import add_person
from heard.rights.actions.for_the_return import record_agreement
from heard.rules.agreement_to_raise import may_leave_ground_blank
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.concern import Channel

READ_WHAT_WAS_ADDED = "read-further-information"


@transaction.atomic
def raise_concern(
    *,
    authority: Authority,
    by,
    adult: dict,
    report: dict,
    agreement: dict,
    received_at: datetime,
    channel: Channel,
    danger: str = "",
    reference: str = "",
) -> Concern:
    """Take a concern, so that nothing hangs loose: a provisional person, their case, the concern, its words and the agreement.

    ``adult``, ``report`` and ``agreement`` are details of ``Person``, ``Report`` and ``record_agreement``; ``by`` is a user, or None
    for the public. One audit event each. Raises NotAllowed only where staff leave out the reason for acting without agreement.
    """
    said = may_leave_ground_blank(answer=agreement.get("answer"), channel=channel, ground=agreement.get("ground"))
    if not said:
        raise NotAllowed(said)
    person = add_person(authority=authority, by=by, is_provisional=True, **adult)
    case = open_case(person=person, opened_on=timezone.localdate(received_at), by=by)
    concern = Concern.objects.create(
        authority=authority,
        case=case,
        reference=reference or new_reference("C"),
        received_at=received_at,
        channel=channel,
        danger=danger,
        recorded_by=by,
    )
    record("raise-concern", on=concern, by=by, detail={"channel": channel, "danger": danger})
    _record_report(concern=concern, by=by, report=report)
    record_agreement(concern=concern, by=by, **agreement)
    return concern


def _record_report(*, concern: Concern, by, report: dict) -> Report:
    said = Report.objects.create(authority_id=concern.authority_id, concern=concern, recorded_by=by, **report)
    record("record-report", on=said, by=by, case_id=concern.case_id)
    return said


@transaction.atomic
def add_information(*, concern: Concern, words: str, by=None, at: datetime | None = None) -> FurtherInformation:
    """Keep words added to a concern that was already sent, with a task to read them today. Shows nothing of the concern."""
    at = at or timezone.now()
    added = FurtherInformation.objects.create(
        authority_id=concern.authority_id, concern=concern, words=words, recorded_by=by, recorded_at=at
    )
    record("add-information", on=added, by=by, case_id=concern.case_id)
    add_task(
        case=concern.case,
        kind=READ_WHAT_WAS_ADDED,
        due_on=timezone.localdate(at),
        by=by,
        subject=added,
        note=f"Something was added to concern {concern.reference} after it was sent.",
    )
    return added
