"""How is a talk with pictures recorded, card by card?"""



from django.db import transaction
from django.utils import timezone

from heard.audit.actions import record
from heard.cases.models import Case, Concern, Enquiry
from heard.rules.decision import insist
from heard.rules.picture_talk import may_finish, may_move, shown_with_cards, where_each_lies
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.enquiry import Stage
from heard.rules.vocabulary.picture_cards import DECKS, Confirmed, Deck, MovedBy, Place
from heard.rules.vocabulary.voice import Method
from heard.voice.actions.conversations import record_conversation
from heard.voice.drawing_cards import board_picture
from heard.voice.models import CardMove, PictureTalk


@transaction.atomic
def begin_picture_talk(
    *, case: Case, deck: Deck, stage: Stage | str, by, concern: Concern | None = None, enquiry: Enquiry | None = None
) -> PictureTalk:
    """Lay out the cards of a deck for the adult to sort. Raises NotAllowed on a closed case, unless it is a talk after closing."""
    insist(may_record(stage=case.stage, conversation_stage=stage))
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
    insist(may_move(deck=deck, card=card, place=place, is_finished=is_over))
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
    insist(may_finish(
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
