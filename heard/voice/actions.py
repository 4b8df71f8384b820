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
from heard.rules.picture_talk import may_finish, may_move, shown_with_cards, where_each_lies
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.enquiry import RiskLevel, Stage
from heard.rules.vocabulary.picture_cards import DECKS, Confirmed, Deck, MovedBy, Place
from heard.rules.vocabulary.voice import Alone, Asked, ExpressedBy, Judge, Method, NotHeardBecause, Rating, WhatTheySaid, WishCategory
from heard.rules.wish_change import may_change, may_express, may_judge, may_withdraw
from heard.voice.drawing_cards import board_picture
from heard.voice.models import AskedWhatTheyWant, CardMove, Conversation, Judgement, PictureTalk, Wish
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


@transaction.atomic
def begin_picture_talk(
    *, case: Case, deck: Deck, stage: Stage | str, by, concern: Concern | None = None, enquiry: Enquiry | None = None
) -> PictureTalk:
    """Lay out the cards of a deck for the adult to sort. Raises NotAllowed on a closed case, unless it is a talk after closing."""
    _check(may_record(stage=case.stage, conversation_stage=stage))
    talk = PictureTalk.objects.create(
        authority_id=case.authority_id, case=case, concern=concern, enquiry=enquiry, deck=deck.slug, deck_version=deck.version,
        stage=stage, begun_at=timezone.now(), recorded_by=by,
    )  # fmt: skip
    record("begin-picture-talk", on=talk, by=by)
    return talk


@transaction.atomic
def move_card(*, talk: PictureTalk, card: str, place: Place | str, moved_by: MovedBy | str, by) -> CardMove:
    """Keep that a card was moved, after those before it. Raises NotAllowed once the talk is finished, or for a card it does not have."""
    locked = PictureTalk.objects.select_for_update().get(pk=talk.pk)
    deck = DECKS[locked.deck]
    is_over = locked.finished_at is not None or locked.in_error_at is not None
    _check(may_move(deck=deck, card=card, place=place, is_finished=is_over))
    moved = CardMove.objects.create(
        authority_id=locked.authority_id, talk=locked, number=locked.moves.count() + 1, card=card, words=deck.card(card).words,
        place=place, moved_by=MovedBy(moved_by), recorded_by=by,
    )  # fmt: skip
    record("move-card", on=moved, by=by, case_id=locked.case_id)
    return moved


@transaction.atomic
def finish_picture_talk(
    *, talk: PictureTalk, by, helped_by: str, confirmed: Confirmed | str, confirmed_words: str = "", said: str = "", **details
) -> PictureTalk:
    """Keep the board as it lies, with who helped and whether the adult confirmed it, as a conversation held with pictures.

    ``details`` are those of ``record_conversation`` about company and place. Raises NotAllowed where nothing was sorted, where it is
    finished already or as ``record_conversation`` does.
    """
    locked = PictureTalk.objects.select_for_update().get(pk=talk.pk)
    moves = list(locked.moves.order_by("number"))
    lies = where_each_lies((one.card, Place(one.place)) for one in moves)
    is_over = locked.finished_at is not None or locked.in_error_at is not None
    _check(may_finish(
        is_finished=is_over, sorted_cards=len(lies), helped_by=helped_by, confirmed=confirmed, confirmed_words=confirmed_words
    ))  # fmt: skip
    words_of = {one.card: one.words for one in moves}
    words = shown_with_cards(deck=DECKS[locked.deck], words_of=words_of, lies=lies, said=said)
    if confirmed_words.strip():
        words += f"\n\nOf the sorted cards they said: {confirmed_words.strip()}"
    locked.conversation = record_conversation(
        case=locked.case, concern=locked.concern, enquiry=locked.enquiry, by=by, held_at=locked.begun_at, stage=locked.stage,
        method=Method.PICTURES, words=words, support_used=f"Picture cards. Helped by: {helped_by.strip()}", **details,
    )  # fmt: skip
    locked.helped_by, locked.confirmed, locked.confirmed_words = helped_by.strip(), confirmed, confirmed_words.strip()
    locked.finished_at, locked.picture = timezone.now(), board_picture(DECKS[locked.deck], words_of, lies)
    locked.save(update_fields=["conversation", "helped_by", "confirmed", "confirmed_words", "finished_at", "picture"])
    record("finish-picture-talk", on=locked, by=by)
    return locked
