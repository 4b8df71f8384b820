"""How is an opportunity to be heard recorded, with what the adult wants, and put right?"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from heard.accounts.versions import correct
from heard.audit.actions import record
from heard.cases.actions import add_task, settle_tasks
from heard.cases.models import Case, Concern, Enquiry
from heard.rules.decision import insist
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import Stage
from heard.rules.vocabulary.voice import Alone, ExpressedBy, Method, NotHeardBecause, WhatTheySaid
from heard.voice.actions.wishes import record_wish
from heard.voice.models import Conversation

ASK_AGAIN = "ask-again"


@transaction.atomic
def record_conversation(
    *, case: Case, by, concern: Concern | None = None, enquiry: Enquiry | None = None, held_at: datetime | None = None,
    stage: Stage | str = "", method: Method | str = "", alone: Alone | str = "", alone_because: str = "", present=(),
    support_used: str = "", what_was_asked: str = "", asked_what_they_want: str = "", said_they_want: WhatTheySaid | str = "",
    spoken_by: ExpressedBy | str = "", spoken_by_name: str = "", words: str = "", interpretation: str = "",
    not_heard_because: NotHeardBecause | str = "", not_heard_words: str = "", ask_again_on: date | None = None, by_name: str = "",
    safe_place: Answer | str = "", place: str = "",
) -> Conversation:
    """Record an opportunity to be heard, taken or not, of a concern or of an enquiry (exactly one of the two).

    Whichever it is, the open reminders to ask again are settled; ``ask_again_on`` makes the next one. Raises NotAllowed where the
    case is closed, unless it was held after closing.
    """
    insist(may_record(stage=case.stage, conversation_stage=stage))
    said = Conversation.objects.create(
        authority_id=case.authority_id, case=case, concern=concern, enquiry=enquiry, held_at=held_at, stage=stage, method=method,
        alone=alone, alone_because=alone_because, present=list(present), support_used=support_used, what_was_asked=what_was_asked,
        asked_what_they_want=asked_what_they_want, said_they_want=said_they_want, spoken_by=spoken_by, spoken_by_name=spoken_by_name,
        words=words, interpretation=interpretation, not_heard_because=not_heard_because, not_heard_words=not_heard_words,
        safe_place=safe_place, place=place, ask_again_on=ask_again_on, by_name=by_name or getattr(by, "full_name", ""), recorded_by=by,
    )
    record("record-conversation", on=said, by=by)
    _remind(said, by=by, settle=bool(ask_again_on) or not not_heard_because)
    return said


def _remind(said: Conversation, *, by, settle: bool) -> None:
    if settle:
        # A decision to be asked about again is settled by an assessment of it, not by a conversation.
        settle_tasks(case=said.case, kind=ASK_AGAIN, by=by, at=timezone.now(), about=("", said._meta.label_lower))
    if said.ask_again_on:
        add_task(case=said.case, kind=ASK_AGAIN, due_on=said.ask_again_on, by=by, subject=said, note="Ask the adult again.")


@transaction.atomic
def record_conversation_with_wishes(*, case: Case, by, wishes: list[dict], **details) -> Conversation:
    """Record a conversation and what the adult wants, said in it: all of it or none. ``wishes`` are details of ``record_wish``."""
    said = record_conversation(case=case, by=by, **details)
    on = timezone.localdate(said.held_at) if said.held_at else timezone.localdate()
    for wish in wishes:
        record_wish(
            case=case, by=by, concern=said.concern, enquiry=said.enquiry, conversation=said, **{"expressed_on": on, **wish}
        )
    return said


@transaction.atomic
def correct_conversation(*, conversation: Conversation, because: str, by, **changes) -> Conversation:
    """Add a corrected version of what was written down; the one before is kept. Moves the reminder where its day changed."""
    insist(may_record(stage=conversation.case.stage, conversation_stage=changes.get("stage", conversation.stage)))
    was = conversation.ask_again_on
    new = correct(conversation, event="correct-conversation", by=by, case_id=conversation.case_id, because=because, **changes)
    if new.ask_again_on != was:
        settle_tasks(case=new.case, kind=ASK_AGAIN, by=by, at=timezone.now(), subject_id=conversation.pk)
        _remind(new, by=by, settle=False)
    return new
