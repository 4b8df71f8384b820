"""How is a page opened with its code and second fact, and left?"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from heard.audit.actions import record
from heard.audit.models import Event
from heard.cases.actions import add_task
from heard.cases.models import Task
from heard.mypage.keys import kept_as, may_be_kept_as, new_link, tidied_code
from heard.mypage.models import Opening, WayIn
from heard.mypage.queries.ways_in import card_now, state_of, way_in_with
from heard.rules.own_page import NOT_NOW_TASK, SHUT_TASK, is_shut_by_wrong_answers
from heard.rules.second_fact import tidied_answer
from heard.rules.vocabulary.own_page import Limit, WayInState

WRONG, TOO_MANY = "own-page-wrong-answer", "own-page-too-many-tries"


@dataclass(frozen=True)
class Tried:
    """What came of a try: the opening with its key; or neither, and whether only the answer was wrong."""

    opening: Opening | None = None
    key: str = ""
    is_wrong_answer: bool = False


@transaction.atomic
def look_at_way_in(*, code: str) -> WayIn | None:
    """The way in that this code opens, for its question to be asked; None where it opens nothing. Written down either way."""
    found = way_in_with(tidied_code(code))
    if found is None:
        record("own-page-unknown-code", on=None, by=None)
        return None
    if _refused(found):
        return None
    record("own-page-question-shown", on=found, by=None)
    return found


@transaction.atomic
def too_many_tries(*, code: str, limit: Limit) -> None:
    """Write down that tries met a limit, once for each stretch of time: of the way in where the code is one, else of nothing."""
    record(TOO_MANY, on=way_in_with(tidied_code(code)), by=None, detail={"limit": str(limit)})


@transaction.atomic
def try_to_open(*, code: str, answer: str) -> Tried:
    """Open a page with its code and second fact; uses the way in up. Every try is written down, a wrong one too.

    So many wrong answers close it, with a task for the worker; whoever tries is not told.
    """
    found = way_in_with(tidied_code(code), lock=True)
    if found is None:
        record("own-page-unknown-code", on=None, by=None)
        return Tried()
    if _refused(found):
        return Tried()
    if found.answer not in may_be_kept_as("answer", tidied_answer(answer)):
        return _wrong(found)
    opening, key = open_page(way_in=found)
    return Tried(opening, key)


def _refused(way_in: WayIn) -> bool:
    """Whether it does not open now, which is written down. The worker is told, once, where it is the safe-contact card that says no."""
    state = state_of(way_in)
    if state == WayInState.OPEN:
        return False
    record("own-page-refused", on=way_in, by=None, detail={"state": state})
    if state == WayInState.NOT_NOW and not Task.objects.filter(kind=NOT_NOW_TASK, subject_id=way_in.pk, done_at__isnull=True).exists():
        add_task(
            case=way_in.case, kind=NOT_NOW_TASK, due_on=timezone.localdate(), by=None, subject=way_in,
            note="Somebody had the link or the code, and the page did not open. " + " ".join(card_now(way_in).because)
            + " Ask the adult, safely, who has it and when they can read it.",
        )  # fmt: skip
    return True


def _wrong(way_in: WayIn) -> Tried:
    before = Event.objects.filter(subject=way_in._meta.label_lower, subject_id=str(way_in.pk), event=WRONG).count()
    if not is_shut_by_wrong_answers(before + 1):
        record(WRONG, on=way_in, by=None)
        return Tried(is_wrong_answer=True)
    way_in.ended_at, way_in.ended_because = timezone.now(), "Too many wrong answers to the question."
    way_in.save(update_fields=["ended_at", "ended_because"])
    record("own-page-shut", on=way_in, by=None)
    add_task(
        case=way_in.case, kind=SHUT_TASK, due_on=timezone.localdate(), by=None, subject=way_in,
        note="Somebody had the link or the code and did not know the answer. Ask the adult, safely, who has it.",
    )  # fmt: skip
    return Tried()


@transaction.atomic
def open_page(*, way_in: WayIn) -> tuple[Opening, str]:
    """Use a way in up, and give the opening with the key that the browser holds. The key is kept nowhere."""
    key = new_link()
    opening = Opening.objects.create(
        authority_id=way_in.authority_id, way_in=way_in, case=way_in.case, key=kept_as("opening", key), opened_at=timezone.now()
    )
    record("open-own-page", on=opening, by=None, detail={"reader": way_in.reader, "how": way_in.how})
    return opening, key


@transaction.atomic
def leave_page(*, opening: Opening) -> None:
    """Close the page for good, as whoever reads it asks. Nothing happens where it is closed already."""
    now = Opening.objects.select_for_update().get(pk=opening.pk)
    if now.ended_at is None:
        now.ended_at = timezone.now()
        now.save(update_fields=["ended_at"])
        record("leave-own-page", on=now, by=None)


