"""How is the person who raised a concern told, and chased until they are?"""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from heard.accounts.permissions import Permission, may
from heard.accounts.versions import answer_again
from heard.cases.actions import add_task, settle_tasks
from heard.cases.models import Concern, Task
from heard.concerns.models import ReferrerFeedback, Report
from heard.people.models import NetworkMember
from heard.people.queries import safe_contact_card_of, who_must_not_know
from heard.rules.decision import NotAllowed
from heard.rules.safe_contact import must_not_know
from heard.rules.search_keys import name_parts
from heard.rules.telling_the_referrer import TELL_WITHIN_DAYS, may_tell, must_be_told
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.concern import RaisedBy

TELL = "tell-the-referrer"
MANAGER_TELLS = "manager-tells-the-referrer"


def is_known_to_pose_risk(concern: Concern, report: Report | None) -> bool:
    """Whether the referrer has the name of somebody in the adult's network who may pose a risk, or of one who must not know.

    The concern was read in scope.
    """
    parts = set(name_parts(report.raised_by_name)) if report else set()
    if not parts:
        return False
    person = concern.case.person
    if any(must_not_know(said=report.raised_by_name, named=one) for one in who_must_not_know(safe_contact_card_of(person), person)):
        return True
    named = NetworkMember.objects.filter(person_id=concern.case.person_id, may_pose_risk=True, in_error_at__isnull=True)
    return any(parts == set(name_parts(name)) for name in named.values_list("name", flat=True))


def is_for_a_manager(concern: Concern) -> bool:
    """Whether a manager has been asked to decide what the referrer is told."""
    waiting = Task.objects.filter(case_id=concern.case_id, kind=MANAGER_TELLS, subject_id=concern.pk, done_at__isnull=True)
    return waiting.exists()


@transaction.atomic
def chase_telling(*, concern: Concern, by, on: date) -> Task | None:
    """Make sure somebody comes back to tell the referrer; nothing for one who is anonymous or cannot be reached. None where not needed."""
    report = Report.objects.filter(concern=concern, is_current=True).first()
    if report is None or not must_be_told(
        raised_by=report.raised_by, contact=report.raised_by_contact or report.feedback_how, wants_feedback=report.wants_feedback
    ):
        return None
    if Task.objects.filter(case_id=concern.case_id, kind=TELL, subject_id=concern.pk, done_at__isnull=True).exists():
        return None
    return add_task(case=concern.case, kind=TELL, due_on=on + timedelta(days=TELL_WITHIN_DAYS), by=by, subject=concern)


@transaction.atomic
def ask_manager_to_tell(*, concern: Concern, by, on: date) -> Task | None:
    """Leave it to a safeguarding manager to decide what the referrer is told, today. None where that was asked already."""
    if is_for_a_manager(concern):
        return None
    note = "The person who raised this may pose a risk to the adult."
    return add_task(case=concern.case, kind=MANAGER_TELLS, due_on=on, by=by, subject=concern, note=note)


@transaction.atomic
def record_telling(
    *, concern: Concern, by, may_pose_risk: bool, told: tuple[str, ...] = (), told_on: date | None = None, how: str = "", more: str = "",
    basis: str = "", not_told_because: str = "", at: datetime | None = None,
) -> ReferrerFeedback:  # fmt: skip
    """Record what the referrer was told, from the short list, or why they were not; the chasing ends. Raises NotAllowed with why not.

    More than the list takes its basis; a manager decides where the referrer may pose a risk or one was asked to.
    The adult who raised it themselves is told the same way, and is no risk to themselves.
    """
    Concern.objects.select_for_update().get(pk=concern.pk)
    report = Report.objects.filter(concern=concern, is_current=True).first()
    own = report is not None and report.raised_by == RaisedBy.ADULT
    risky = not own and (may_pose_risk or is_known_to_pose_risk(concern, report))
    manager = may(by, Permission.DECIDE_AGAINST_RULE)
    said = may_tell(
        told=told, more=more, basis=basis, not_told_because=not_told_because, is_manager=manager, to_the_adult=own,
        may_pose_risk=risky or is_for_a_manager(concern),
    )  # fmt: skip
    if not said:
        raise NotAllowed(said)
    at = at or timezone.now()
    kept = answer_again(
        ReferrerFeedback, of={"concern": concern}, event="tell-referrer", by=by, authority_id=concern.authority_id,
        case_id=concern.case_id, told=list(told), told_on=(told_on or timezone.localdate(at)) if told or more else None, how=how,
        more_than_the_list=more, basis=basis, not_told_because=not_told_because,
        referrer_may_pose_risk=YesNo.YES if risky else YesNo.NO,
    )  # fmt: skip
    for kind in (TELL, MANAGER_TELLS):
        settle_tasks(case=concern.case, kind=kind, by=by, at=at, subject_id=concern.pk)
    return kept
