"""How are the answers of triage recorded?"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from heard.accounts.versions import answer_again
from heard.audit.actions import record
from heard.cases.actions import add_task, settle_tasks
from heard.cases.models import Concern
from heard.concerns.models import FurtherInformation, Section42Answers
from heard.concerns.queries.answers import current_answers
from heard.rules.decision import NotAllowed
from heard.rules.section_42_answers import PART_NAMES, may_record_answers, needs_follow_up

FOLLOW_UP = "decide-section-42-follow-up"
READ_WHAT_WAS_ADDED = "read-further-information"
_REASONS = {
    "needs_care_and_support": "needs_because",
    "at_risk": "at_risk_because",
    "cannot_protect_self": "cannot_protect_because",
}


def _keep_coming_back(concern: Concern, *, by, answers: dict, follow_up_on: date | None) -> None:
    settle_tasks(case=concern.case, kind=FOLLOW_UP, by=by, at=timezone.now(), subject_id=concern.pk)
    if needs_follow_up(answers) and follow_up_on is not None:
        note = f"Something about concern {concern.reference} is not yet known."
        add_task(case=concern.case, kind=FOLLOW_UP, due_on=follow_up_on, by=by, subject=concern, note=note)


@transaction.atomic
def answer_section_42(
    *, concern: Concern, by, today: date, answers: dict[str, str], reasons: dict[str, str], follow_up_on: date | None = None,
    because: str = "",
) -> Section42Answers:  # fmt: skip
    """Record the answers to section 42(1), each with its reason, as the newest version; a task comes back to what is not yet known.

    ``answers`` has the three parts and ``adult_is_here`` and ``is_18_or_over``; ``reasons`` is by part. The same answers sent twice are
    one version. Raises NotAllowed where a reason or the day to come back is missing.
    """
    Concern.objects.select_for_update().get(pk=concern.pk)
    said = may_record_answers(answers=answers, reasons=reasons, follow_up_on=follow_up_on, today=today)
    if not said:
        raise NotAllowed(said)
    details = {**answers, **{_REASONS[part]: reasons.get(part, "") for part in PART_NAMES}}
    details["follow_up_on"] = follow_up_on if needs_follow_up(answers) else None
    held = current_answers(concern)
    if held is not None and all(getattr(held, name) == value for name, value in details.items()):
        return held
    new = answer_again(
        Section42Answers, of={"concern": concern}, event="answer-section-42", by=by, authority_id=concern.authority_id,
        case_id=concern.case_id, because=because, **details,
    )  # fmt: skip
    _keep_coming_back(concern, by=by, answers=answers, follow_up_on=follow_up_on)
    return new


@transaction.atomic
def record_what_is_counted(*, concern: Concern, by, in_area: str, primary_support_reason: str) -> Concern:
    """Record where the abuse happened and the support reason: both are for the yearly return and neither changes the duty."""
    now = Concern.objects.select_for_update().get(pk=concern.pk)
    if (now.in_area, now.primary_support_reason) == (in_area, primary_support_reason):
        return concern
    was = {"in_area": now.in_area, "primary_support_reason": now.primary_support_reason}
    concern.in_area, concern.primary_support_reason = in_area, primary_support_reason
    concern.save(update_fields=["in_area", "primary_support_reason"])
    record("record-what-is-counted", on=concern, by=by, detail={"was": was})
    return concern


@transaction.atomic
def mark_information_read(*, concern: Concern, by, at: datetime) -> int:
    """Say that what was added to a concern after it was sent has been read; settles its tasks. Returns how many were new."""
    unread = list(FurtherInformation.objects.select_for_update().filter(concern=concern, seen_at__isnull=True))
    for added in unread:
        added.seen_at, added.seen_by = at, by
        added.save(update_fields=["seen_at", "seen_by"])
        record("read-further-information", on=added, by=by, case_id=concern.case_id)
        settle_tasks(case=concern.case, kind=READ_WHAT_WAS_ADDED, by=by, at=at, subject_id=added.pk)
    return len(unread)
