"""How does what somebody says on their own page arrive in the case, as theirs?

Each is kept as it was said, with a task for the worker, in one transaction. ``once`` is the form's own id: sent twice, it is kept once.
What the case cannot take (a closed one takes no wish) is kept all the same, and the task says so.
"""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from heard.audit.actions import record
from heard.cases.actions import add_task
from heard.cases.queries import enquiry_of
from heard.documents.gate import card_for_rule
from heard.mypage.models import Opening, Saying, WayIn
from heard.people.models import NetworkMember
from heard.people.queries import safe_contact_card_of
from heard.rights.actions.network_member import change_somebody
from heard.rights.queries.seeing_words import is_same_name
from heard.rules.decision import Decision, NotAllowed, insist
from heard.rules.experience import which_asking
from heard.rules.judging import own_judge
from heard.rules.own_page import asks_of_us, due_on, may_say
from heard.rules.safe_contact import warning_of_a_call
from heard.rules.sound import MOST_BYTES, kind_of_sound
from heard.rules.vocabulary.experience import AnsweredHow, AskedBy, Who, Wording
from heard.rules.vocabulary.own_page import Feeling, Reader, Said
from heard.rules.vocabulary.picture_cards import DECKS, Place
from heard.rules.vocabulary.voice import IN_THEIR_WORDS, ExpressedBy, Rating
from heard.voice.actions.experience import record_anonymous_answers, record_experience
from heard.voice.actions.judging import BY_THEMSELVES, judge_wish, judge_wish_again
from heard.voice.actions.wishes import change_wish, record_wish
from heard.voice.models import Wish
from heard.voice.queries import adults_rating_of, belongs_to, current_judgement
from heard.voice.questionnaires import instrument_in_use

FROM_PAGE = "Said on their own page"


def _already(once: UUID, opening: Opening) -> Saying | None:
    found = Saying.objects.filter(pk=once).first()
    if found is not None and found.opening_id != opening.pk:
        raise NotAllowed(Decision(False, ("This was sent from another page. Nothing was kept. Open the page again.",)))
    return found


def _keep(opening: Opening, once: UUID, said: Said, *, words: str = "", needs_words: bool = True, feeling: str = "", note: str = "",
          **more) -> Saying:  # fmt: skip
    insist(may_say(reader=opening.way_in.reader, said=said, words=words, needs_words=needs_words))
    kept = Saying.objects.create(
        pk=once, authority_id=opening.authority_id, case_id=opening.case_id, opening=opening, said=said, words=words.strip(),
        feeling=feeling, said_at=timezone.now(), **more,
    )  # fmt: skip
    record("say-on-own-page", on=kept, by=None, detail={"said": str(said)})
    asks = asks_of_us(said, feeling=feeling)
    cover = opening.way_in.cover
    add_task(
        case=opening.case, kind=asks.kind, due_on=due_on(asks, timezone.localdate()), by=None, subject=kept,
        note=" ".join(part for part in (asks.note, note) if part),
        assigned_to=cover if cover.is_active else None,
    )  # fmt: skip
    return kept


def _spoken_by(way_in: WayIn) -> ExpressedBy:
    if way_in.reader == Reader.ADULT:
        return ExpressedBy.ADULT
    return ExpressedBy.ADVOCATE if way_in.advocacy_id else ExpressedBy.REPRESENTATIVE


@transaction.atomic
def say_wish(*, opening: Opening, once: UUID, words: str, helped_by: str = "") -> Saying:
    """Keep what they want, as a wish of the case. On a closed case it is kept as said, for the worker to take up."""
    if (before := _already(once, opening)) is not None:
        return before
    spoken = {"expressed_by": _spoken_by(opening.way_in), "expressed_by_name": opening.way_in.representative}
    wish, note = None, ""
    insist(may_say(reader=opening.way_in.reader, said=Said.WISH, words=words))
    try:
        with transaction.atomic():
            wish = record_wish(
                case=opening.case, by=None, words=words.strip(), expressed_on=timezone.localdate(), **spoken, **belongs_to(opening.case)
            )  # fmt: skip
    except NotAllowed as no:
        note = " ".join(("It is not a wish of the case yet:", *no.decision.because))
    return _keep(opening, once, Said.WISH, words=words, helped_by=helped_by, wish=wish, note=note)


@transaction.atomic
def say_wish_changed(*, opening: Opening, once: UUID, wish: Wish, words: str, because: str = "", helped_by: str = "") -> Saying:
    """Keep what they want now instead; the wish before is kept, with why it changed."""
    if (before := _already(once, opening)) is not None:
        return before
    insist(may_say(reader=opening.way_in.reader, said=Said.CHANGED_WISH, words=words))
    return _keep(opening, once, Said.CHANGED_WISH, words=words, helped_by=helped_by, **_changed(opening, wish, words, because or FROM_PAGE))


@transaction.atomic
def say_that_is_not_what_i_said(*, opening: Opening, once: UUID, wish: Wish, words: str = "", helped_by: str = "") -> Saying:
    """Keep that what is written is not what they said. Where they give the right words, those lead from now on."""
    if (before := _already(once, opening)) is not None:
        return before
    insist(may_say(reader=opening.way_in.reader, said=Said.NOT_WHAT_I_SAID, needs_words=False))
    why = "They said on their own page that this is not what they said"
    more = _changed(opening, wish, words, why) if words.strip() else {"wish": wish}
    return _keep(opening, once, Said.NOT_WHAT_I_SAID, words=words, needs_words=False, helped_by=helped_by, **more)


def _changed(opening: Opening, wish: Wish, words: str, because: str) -> dict:
    try:
        with transaction.atomic():
            new = change_wish(
                wish=wish, words=words.strip(), because=because, on=timezone.localdate(), by=None,
                expressed_by=_spoken_by(opening.way_in), expressed_by_name=opening.way_in.representative,
            )  # fmt: skip
    except NotAllowed as no:
        return {"wish": wish, "note": " ".join(("The wish in the case is as it was:", *no.decision.because))}
    return {"wish": new}


@transaction.atomic
def say_how_safe(*, opening: Opening, once: UUID, feeling: Feeling | str, words: str = "") -> Saying:
    """Keep how safe they feel today. "Not safe" goes to the top of the duty list and to the named cover at once."""
    if (before := _already(once, opening)) is not None:
        return before
    insist(Decision(feeling in set(Feeling), ("Choose how safe you feel.",)))
    return _keep(opening, once, Said.SAFE_TODAY, words=words, needs_words=False, feeling=str(feeling))


@transaction.atomic
def say_with_pictures(*, opening: Opening, once: UUID, deck: str, places: dict[str, str], words: str = "", helped_by: str = "") -> Saying:
    """Keep where they put each picture, with the words each card had. Raises NotAllowed where none was put anywhere."""
    if (before := _already(once, opening)) is not None:
        return before
    insist(Decision(deck in DECKS, ("Choose what the pictures are about.",)))
    cards = DECKS[deck]
    scale = {str(one) for one in cards.scale}
    lies = {one.slug: [one.words, places[one.slug]] for one in cards.cards if places.get(one.slug) in scale}
    insist(Decision(bool(lies), ("Choose an answer for one picture or more.",)))
    shown = [f"{Place(place).label}: {text}" for text, place in lies.values()]
    return _keep(
        opening, once, Said.PICTURES, words=words, needs_words=False, helped_by=helped_by,
        cards={"deck": cards.slug, "version": cards.version, "cards": lies, "shown": shown},
    )  # fmt: skip


@transaction.atomic
def say_aloud(*, opening: Opening, once: UUID, sound: bytes, helped_by: str = "") -> Saying:
    """Keep a recording of their voice as it was sent. Raises NotAllowed for what is no sound, or too large."""
    if (before := _already(once, opening)) is not None:
        return before
    kind = kind_of_sound(sound[:16])
    insist(Decision(bool(kind), ("This is not a recording that we can play. It was not sent. Record it again, or choose another.",)))
    insist(Decision(len(sound) <= MOST_BYTES, ("The recording is too long. It was not sent. Make a shorter one.",)))
    return _keep(opening, once, Said.VOICE, needs_words=False, sound=sound, sound_kind=kind, helped_by=helped_by)


@transaction.atomic
def say_who(*, opening: Opening, once: UUID, answers: dict[NetworkMember, str], words: str = "") -> Saying:
    """Keep whom they want to be involved. An answer that differs changes the network, and ends a representation they do not want."""
    if (before := _already(once, opening)) is not None:
        return before
    changed = {member: answer for member, answer in answers.items() if answer and answer != member.adult_wants_involved}
    insist(Decision(bool(changed or words.strip()), ("Change an answer, or write something, first.",)))
    insist(may_say(reader=opening.way_in.reader, said=Said.WHO, needs_words=False))
    for member, answer in changed.items():
        change_somebody(member=member, by=None, because=FROM_PAGE, adult_wants_involved=answer)
    told = [f"{member.name}: {answer.replace('-', ' ')}" for member, answer in changed.items()]
    return _keep(opening, once, Said.WHO, words=words, needs_words=False, cards={"shown": told} if told else {})


@transaction.atomic
def say_simply(*, opening: Opening, once: UUID, said: Said, words: str, helped_by: str = "", chosen=()) -> Saying:
    """Keep that they ask for a call (with when it is safe), say stop, or say something else. "Stop" stops nothing by itself.

    A call to a number that the safe-contact card calls never safe is asked for all the same, and the task says not to ring it.
    """
    if (before := _already(once, opening)) is not None:
        return before
    shown = {"shown": list(chosen)} if chosen else {}
    person = opening.case.person
    note = warning_of_a_call(card=card_for_rule(safe_contact_card_of(person), person), said=words) if said == Said.CALL else ""
    return _keep(opening, once, said, words=words, needs_words=said == Said.ANYTHING, helped_by=helped_by, note=note, cards=shown)


@transaction.atomic
def say_how_it_was(
    *, opening: Opening, once: UUID, answers: dict[str, str], words: str = "", wording: Wording = Wording.EASY_READ
) -> Saying:
    """Keep their answers to the questionnaire in use, in the adult's name or the representative's. Raises NotAllowed as the rule says.

    ``wording`` is in which words the adult read it; to a representative it has always the representative's.
    """
    if (before := _already(once, opening)) is not None:
        return before
    insist(may_say(reader=opening.way_in.reader, said=Said.EXPERIENCE, needs_words=False))
    enquiry, asked, today = enquiry_of(opening.case), instrument_in_use(), timezone.localdate()
    insist(Decision(enquiry is not None, ("There is nothing to ask about yet.",)))
    is_adult = opening.way_in.reader == Reader.ADULT
    read = wording if is_adult else Wording.REPRESENTATIVE
    record_experience(
        enquiry=enquiry, instrument=asked, who=Who.ADULT if is_adult else Who.REPRESENTATIVE, how=AnsweredHow.PAGE, by=None, asked_on=today,
        asking=which_asking(closed_on=enquiry.concluded_on, today=today), asked_by=AskedBy.NOBODY, answers=answers, words=words.strip(),
        wording=read, who_name=opening.way_in.representative,
    )  # fmt: skip
    told = [f"{one.asked(read)} {dict(one.choices(read))[answers[one.id]]}" for one in asked.questions if answers.get(one.id)]
    return _keep(opening, once, Said.EXPERIENCE, words=words, needs_words=False, cards={"shown": told})


def say_how_it_was_without_a_name(*, opening: Opening, answers: dict[str, str], once: UUID | None = None) -> None:
    """Keep their answers so that nothing ties them to this page, this case or this moment: no saying, no task, no event of the case.

    ``once`` is of these answers alone, never the id of a saying: sent twice, they are kept once.
    """
    record_anonymous_answers(
        authority=opening.case.authority, month=timezone.localdate(), instrument=instrument_in_use(), answers=answers,
        once=once, who=Who.ADULT if opening.way_in.reader == Reader.ADULT else Who.REPRESENTATIVE,
    )  # fmt: skip


def _judge_one(way_in: WayIn, wish: Wish, rating: str, words: str, closed_on: date | None) -> str:
    """Keep it as theirs who read the page: the adult's own, or their representative's apart. What is only kept as said, in words.

    Judged before the enquiry closed, it is the second judgement, which stands beside the first. Somebody else's wish has no second one, and
    what another representative said is never replaced.
    """
    today, judge, name = timezone.localdate(), own_judge(_spoken_by(way_in)), way_in.representative
    is_after, first = closed_on is not None and today > closed_on, current_judgement(wish, judge)
    if first is not None and name and not is_same_name(first.judge_name, name):
        return f"{first.judge_name or 'Somebody else'} judged “{wish.words}” before. That stays, and this is kept as {name} said it."
    said = {"wish": wish, "judge": judge, "judge_name": name, "rating": rating, "words": words, "judged_on": today, "by": None}
    is_own = own_judge(ExpressedBy(wish.expressed_by)) == judge
    if is_after and first is not None and not is_own:
        return ""
    if is_after and is_own and adults_rating_of(wish):
        judge_wish_again(**said, concluded_on=closed_on, asking=BY_THEMSELVES)
    else:
        judge_wish(**said, because=FROM_PAGE, asking=BY_THEMSELVES)
    return ""


def _judged_in_words(wish: Wish, rating: str, words: str) -> str:
    """As they chose and wrote it, for them to read again and for the worker."""
    return f"{IN_THEIR_WORDS[Rating(rating)]}: {wish.words}" + (f" “{words.strip()}”" if words.strip() else "")


@transaction.atomic
def say_whether_it_happened(*, opening: Opening, once: UUID, ratings: dict[Wish, str], words: dict[Wish, str]) -> Saying:
    """Keep the judgement of each wish, the adult's own or their representative's. Raises NotAllowed where none was judged."""
    if (before := _already(once, opening)) is not None:
        return before
    insist(may_say(reader=opening.way_in.reader, said=Said.JUDGED, needs_words=False))
    judged = {wish: rating for wish, rating in ratings.items() if rating in set(Rating)}
    insist(Decision(bool(judged), ("Choose an answer for one thing or more.",)))
    enquiry = enquiry_of(opening.case)
    closed_on = enquiry.concluded_on if enquiry else None
    notes = [_judge_one(opening.way_in, wish, rating, words.get(wish, ""), closed_on) for wish, rating in judged.items()]
    told = [_judged_in_words(wish, rating, words.get(wish, "")) for wish, rating in judged.items()]
    return _keep(opening, once, Said.JUDGED, needs_words=False, note=" ".join(filter(None, notes)), cards={"shown": told})
