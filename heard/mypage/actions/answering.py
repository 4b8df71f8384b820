"""How does a worker add to what was said, without touching it? And who is kept from seeing who looked?"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from heard.accounts.models import User
from heard.audit.actions import record
from heard.cases.actions import add_task, settle_tasks
from heard.cases.models import Case
from heard.mypage.models import HeldBack, Note, Saying
from heard.rules.decision import Decision, insist
from heard.rules.held_back import may_hold_back
from heard.rules.own_page import OWN_PAGE_TASKS
from heard.rules.vocabulary.own_page import HoldGround, NoteKind

REVIEW = "review-held-back"


@transaction.atomic
def add_note(*, saying: Saying, kind: NoteKind | str, words: str, by: User) -> Note:
    """Write beside what was said. What was done about it settles its task. Raises NotAllowed without words."""
    insist(Decision(bool(words.strip()), ("Write it first.",)))
    insist(Decision(kind != NoteKind.TRANSCRIPT or bool(saying.sound_kind), ("There is no recording to write down.",)))
    note = Note.objects.create(authority_id=saying.authority_id, saying=saying, kind=kind, words=words.strip(), recorded_by=by)
    record("note-on-own-page", on=note, by=by, case_id=saying.case_id, detail={"kind": str(kind)})
    if kind == NoteKind.DONE:
        for task in OWN_PAGE_TASKS:
            settle_tasks(case=saying.case, kind=task, by=by, at=timezone.now(), subject_id=saying.pk)
    return note


@transaction.atomic
def hold_back(
    *, case: Case, looked_by: User, looked_on: date, ground: HoldGround | str, why: str, review_on: date | None, by: User
) -> HeldBack:
    """Keep what one person opened on one day from the adult, with a task to look at it again. Raises NotAllowed as the rule says.

    Held back already, it is looked at again by this: the new reason and day take the place of the old, and nothing shows between.
    """
    insist(may_hold_back(ground=ground, because=why, review_on=review_on, today=timezone.localdate()))
    before = HeldBack.objects.select_for_update().filter(case=case, looked_by=looked_by, looked_on=looked_on, ended_at__isnull=True).first()
    if before is not None:
        _end(before, event="look-again-at-held-back", by=by)
    held = HeldBack.objects.create(
        authority_id=case.authority_id, case=case, looked_by=looked_by, looked_on=looked_on, ground=ground, why=why.strip(),
        review_on=review_on, recorded_by=by,
    )  # fmt: skip
    record("hold-back-who-looked", on=held, by=by, why=why.strip())
    add_task(
        case=case, kind=REVIEW, due_on=review_on, by=by, subject=held, assigned_to=by,
        note="Look again at whether this must still be kept from the adult.",
    )  # fmt: skip
    return held


@transaction.atomic
def let_be_seen(*, held: HeldBack, by: User) -> HeldBack:
    """Show the adult what was held back. Raises NotAllowed where it is shown already."""
    now = HeldBack.objects.select_for_update().get(pk=held.pk)
    insist(Decision(now.ended_at is None, ("It is shown already.",)))
    _end(now, event="let-be-seen-who-looked", by=by)
    return now


def _end(held: HeldBack, *, event: str, by: User) -> None:
    held.ended_at, held.ended_by = timezone.now(), by
    held.save(update_fields=["ended_at", "ended_by"])
    record(event, on=held, by=by)
    settle_tasks(case=held.case, kind=REVIEW, by=by, at=held.ended_at, subject_id=held.pk)
