"""How is it recorded what the adult said, what they want, and whether it happened?"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from heard.accounts.versions import answer_again, correct
from heard.audit.actions import record
from heard.cases.actions import add_task, settle_tasks
from heard.cases.models import Case, Concern, Enquiry
from heard.people.models import NetworkMember
from heard.rules.decision import Decision, NotAllowed
from heard.rules.judging import may_judge_after_closing, may_record_professional
from heard.rules.pathway import CaseStage
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.enquiry import RiskLevel, Stage
from heard.rules.vocabulary.voice import Alone, Asked, ExpressedBy, Judge, Method, NotHeardBecause, Rating, WhatTheySaid, WishCategory
from heard.rules.wish_change import may_change, may_express, may_judge, may_withdraw
from heard.voice.models import AskedWhatTheyWant, Conversation, Judgement, Wish
from heard.voice.queries import adults_rating_of, current_judgement, stands

ASK_AGAIN = "ask-again"


def _check(decision: Decision) -> None:
    if not decision:
        raise NotAllowed(decision)


@transaction.atomic
def record_conversation(
    *, case: Case, by, concern: Concern | None = None, enquiry: Enquiry | None = None, held_at: datetime | None = None,
    stage: Stage | str = "", method: Method | str = "", alone: Alone | str = "", alone_because: str = "", present=(),
    support_used: str = "", what_was_asked: str = "", asked_what_they_want: str = "", said_they_want: WhatTheySaid | str = "",
    spoken_by: ExpressedBy | str = "", spoken_by_name: str = "", words: str = "", interpretation: str = "",
    not_heard_because: NotHeardBecause | str = "", not_heard_words: str = "", ask_again_on: date | None = None, by_name: str = "",
) -> Conversation:
    """Record an opportunity to be heard, taken or not, of a concern or of an enquiry (exactly one of the two).

    Whichever it is, the open reminders to ask again are settled; ``ask_again_on`` makes the next one. Raises NotAllowed where the
    case is closed, unless it was held after closing.
    """
    _check(may_record(stage=case.stage, conversation_stage=stage))
    said = Conversation.objects.create(
        authority_id=case.authority_id, case=case, concern=concern, enquiry=enquiry, held_at=held_at, stage=stage, method=method,
        alone=alone, alone_because=alone_because, present=list(present), support_used=support_used, what_was_asked=what_was_asked,
        asked_what_they_want=asked_what_they_want, said_they_want=said_they_want, spoken_by=spoken_by, spoken_by_name=spoken_by_name,
        words=words, interpretation=interpretation, not_heard_because=not_heard_because, not_heard_words=not_heard_words,
        ask_again_on=ask_again_on, by_name=by_name or getattr(by, "full_name", ""), recorded_by=by,
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
    _check(may_record(stage=conversation.case.stage, conversation_stage=changes.get("stage", conversation.stage)))
    was = conversation.ask_again_on
    new = correct(conversation, event="correct-conversation", by=by, case_id=conversation.case_id, because=because, **changes)
    if new.ask_again_on != was:
        settle_tasks(case=new.case, kind=ASK_AGAIN, by=by, at=timezone.now(), subject_id=conversation.pk)
        _remind(new, by=by, settle=False)
    return new


@transaction.atomic
def record_wish(
    *, case: Case, by, words: str, expressed_by: ExpressedBy | str, expressed_on: date | None, concern: Concern | None = None,
    enquiry: Enquiry | None = None, conversation: Conversation | None = None, expressed_by_name: str = "",
    leave_me_alone: bool = False, risk_level: RiskLevel | str = "", about_member: NetworkMember | None = None,
) -> Wish:
    """Record something the adult wants, in the words used. A wish of an enquiry is also its concern's.

    Raises NotAllowed without words, for a representative or advocate who is not named, or where the case is closed.
    """
    return _add_wish(
        "record-wish", case=case, by=by, words=words, expressed_by=expressed_by, expressed_on=expressed_on, concern=concern,
        enquiry=enquiry, conversation=conversation, expressed_by_name=expressed_by_name, leave_me_alone=leave_me_alone,
        risk_level=risk_level, about_member=about_member,
    )


def _add_wish(event: str, *, case: Case, by, enquiry: Enquiry | None, concern: Concern | None, **details) -> Wish:
    _check(may_record(stage=case.stage))
    _check(may_express(words=details["words"], expressed_by=details["expressed_by"], name=details["expressed_by_name"]))
    wish = Wish.objects.create(
        authority_id=case.authority_id, case=case, concern=enquiry.concern if enquiry else concern, enquiry=enquiry, recorded_by=by,
        **details,
    )
    record(event, on=wish, by=by)
    return wish


@transaction.atomic
def change_wish(
    *, wish: Wish, words: str, because: str, on: date, by, expressed_by: ExpressedBy | str = "", expressed_by_name: str = "",
    enquiry: Enquiry | None = None, concern: Concern | None = None, conversation: Conversation | None = None,
    leave_me_alone: bool = False, risk_level: RiskLevel | str | None = None, about_member: NetworkMember | None = None,
) -> Wish:
    """Record what the adult wants now, as a new wish that replaces the old one, which is kept as it was.

    Who expressed it, the enquiry and the level of risk are the old wish's unless given. Raises NotAllowed for a wish that no longer
    stands, for the same words, or without why.
    """
    _check(may_change(stands=stands(wish), was=wish.words, words=words, because=because))
    who = expressed_by or wish.expressed_by
    return _add_wish(
        "change-wish", case=wish.case, by=by, words=words, expressed_on=on, replaces=wish, changed_because=because,
        expressed_by=who, expressed_by_name=expressed_by_name or (wish.expressed_by_name if who == wish.expressed_by else ""),
        enquiry=enquiry or wish.enquiry, concern=concern or wish.concern, conversation=conversation, leave_me_alone=leave_me_alone,
        risk_level=wish.risk_level if risk_level is None else risk_level, about_member=about_member,
    )


@transaction.atomic
def withdraw_wish(*, wish: Wish, on: date, because: str, by) -> Wish:
    """Record that the adult no longer wants it: an answer, kept with the words. Raises NotAllowed where it no longer stands."""
    _check(may_record(stage=wish.case.stage))
    _check(may_withdraw(stands=stands(wish), because=because, on=on, expressed_on=wish.expressed_on))
    wish.withdrawn_on, wish.withdrawn_because = on, because
    wish.save(update_fields=["withdrawn_on", "withdrawn_because"])
    record("withdraw-wish", on=wish, by=by)
    return wish


@transaction.atomic
def describe_wish(
    *, wish: Wish, category: WishCategory | str, risk_level: RiskLevel | str, about_member: NetworkMember | None, by
) -> Wish:
    """Put a category (for counting), a level of risk and the person it concerns on a wish, or take them off. The words stay."""
    _check(may_record(stage=wish.case.stage))
    before = {"category": wish.category, "risk_level": wish.risk_level, "about_member": str(wish.about_member_id or "")}
    wish.category, wish.risk_level, wish.about_member = category, risk_level, about_member
    wish.save(update_fields=["category", "risk_level", "about_member"])
    record("tag-wish", on=wish, by=by, detail={"from": before, "to": {"category": str(category), "risk_level": str(risk_level)}})
    return wish


def tag_wish(*, wish: Wish, category: WishCategory | str, by) -> Wish:
    """Put a category on a wish, for counting, or take it off (blank). The words stay as they are."""
    return describe_wish(wish=wish, category=category, risk_level=wish.risk_level, about_member=wish.about_member, by=by)


@transaction.atomic
def judge_wish(
    *, wish: Wish, judge: Judge | str, rating: Rating | str, by, judged_on: date, judge_name: str = "", words: str = "",
    difference_reason: str = "", because: str = "",
) -> Judgement:
    """Record whether what was wanted happened, as one judge sees it; that judge's earlier judgement is set aside and kept.

    ``because`` is why an earlier judgement is corrected. Raises NotAllowed for a wish that no longer stands, where the professional
    differs from the adult without a reason, or after closing without why.
    """
    _check(may_judge(stands=stands(wish)))
    _check(may_judge_after_closing(is_closed=wish.case.stage == CaseStage.CLOSED, correction=because))
    if judge == Judge.PROFESSIONAL:
        adults = adults_rating_of(wish)
        _check(may_record_professional(adults=adults, professionals=Rating(rating), difference_reason=difference_reason))
    details = {
        "wish": wish, "judge": judge, "rating": rating, "judged_on": judged_on, "judge_name": judge_name, "words": words,
        "difference_reason": difference_reason,
    }  # fmt: skip
    if (old := current_judgement(wish, judge)) is not None:
        return correct(old, event="judge-wish", by=by, case_id=wish.case_id, because=because, **details)
    judged = Judgement.objects.create(authority_id=wish.authority_id, recorded_by=by, because=because, **details)
    record("judge-wish", on=judged, by=by, case_id=wish.case_id)
    return judged


@transaction.atomic
def answer_asked(*, enquiry: Enquiry, answer: Asked | str, by, because: str = "") -> AskedWhatTheyWant:
    """Record the enquiry's own answer, a person's: was the adult asked what they want? Raises NotAllowed on a closed case."""
    _check(may_record(stage=enquiry.case.stage))
    return answer_again(
        AskedWhatTheyWant, of={"enquiry": enquiry}, event="answer-asked", by=by, authority_id=enquiry.authority_id,
        case_id=enquiry.case_id, answer=answer, because=because,
    )
