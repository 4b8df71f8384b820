"""May this go to the adult, this way, to this place, at this time? The one gate for everything outgoing.

What nobody recorded is never read as safe.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from heard.rules.decision import Decision, Law
from heard.rules.safe_hours import Hours, against_the_hours, names_safe_hours_on
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.safe_contact import SafeTime, Watched, Way

LAW = (
    Law("Making Safeguarding Personal: contact that does not add to the risk", checked=False),
    Law("UK GDPR, article 5(1)(f): kept from who must not see it"),
)
WATCHED = {Way.POST: Watched.POST, Way.PHONE: Watched.PHONE, Way.TEXT: Watched.PHONE, Way.EMAIL: Watched.EMAIL, Way.VISIT: Watched.HOME}
TIMED = frozenset({Way.PHONE, Way.TEXT, Way.VISIT})  # nobody knows when post or an e-mail is opened
MIDDAY, FIVE = 12, 17
SATURDAY = 5
DIED = "The adult has died. Nothing is sent to them."
NO_CARD = "Nobody has recorded how it is safe to reach the adult. Ask them, and fill in the safe-contact card first."
TOLD_SINCE = "Something more was told about safe contact since the card was written. Read it, and bring the card up to date first."


@dataclass(frozen=True)
class WayOnCard:
    """One line of the card. ``where`` blank is the whole way; ``way`` blank is a place or number that is not safe for anything."""

    way: str
    is_safe: str
    where: str = ""
    words: str = ""


@dataclass(frozen=True)
class Card:
    """The safe-contact card as the gate reads it. ``told_since``: more was told about safe contact after it was written."""

    ways: tuple[WayOnCard, ...] = ()
    safe_times: tuple[str, ...] = ()
    hours: tuple[Hours, ...] = ()
    must_not_know: str = ""
    shared_or_watched: tuple[str, ...] = ()
    told_since: bool = False


def may_go(
    *, card: Card | None, died: bool, way: Way, where: str = "", at: datetime | None = None, to_whom: str = "", is_opened: bool = False
) -> Decision:
    """Whether something may go out, with every reason why not. ``to_whom`` is blank for the adult; ``at`` is in local time.

    ``is_opened``: what was sent is being opened at that moment, so that the hours count whichever way it came.

    Practice: numbers, addresses and times that are safe and those that are not; not known is never read as safe.
    """
    if died and not to_whom.strip():
        return Decision(False, (DIED,), LAW)
    if card is None:
        return Decision(False, (NO_CARD,), LAW)
    reasons = [TOLD_SINCE] if card.told_since else []
    reasons += [f"The card says that this is not safe: {one}." for one in _never(card, way, where)]
    if to_whom.strip():
        reasons += _must_not_know(card, to_whom)
    else:
        reasons += [*_of_the_way(card, way, where), *(_of_the_time(card, at) if way in TIMED or is_opened else [])]
    return Decision(not reasons, tuple(reasons) or ("The safe-contact card allows it.",), LAW)


def place_to_fill_in(*, card: Card | None, way: Way, known: str = "") -> str:
    """The place to offer for this way before anybody types one: what the card names as safe, else the one on the record where the card
    says that the way is safe and nothing against that place. Blank where the card says neither.

    Practice: a number that was once given is not a safe number; not known is never read as safe.
    """
    if card is None or card.told_since:
        return ""
    named = [one.where for one in card.ways if one.way == way and one.is_safe == Answer.YES and one.where]
    fit = (one for one in (*named, known.strip()) if one and not [*_never(card, way, one), *_of_the_way(card, way, one)])
    return next(fit, "")


def never_safe_in(*, card: Card | None, way: Way, said: str) -> tuple[str, ...]:
    """The places named in what somebody said that the card says are never safe for this way.

    Practice: a number may be asked for by somebody else on the adult's phone; the card is read before anybody rings.
    """
    if card is None:
        return ()
    never = [one.where for one in card.ways if one.is_safe == Answer.NO and one.where and one.way in ("", way)]
    return tuple(where for where in dict.fromkeys(never) if _named(said, where))


def warning_of_a_call(*, card: Card | None, said: str) -> str:
    """What stands beside a request for a call that names a number the card calls never safe; blank where it names none.

    Practice: whoever holds the adult's phone may ask for the call; the card is read before anybody rings.
    """
    never = never_safe_in(card=card, way=Way.PHONE, said=said)
    return f"Do not ring {' or '.join(never)}: the safe-contact card says that it is never safe. Reach them in a safe way." if never else ""


def _named(said: str, place: str) -> bool:
    """Whether a place is named among other words; a number however it is spaced."""
    digits = re.sub(r"\D", "", place)
    return _holds(said, place) or len(digits) > 5 and digits in re.sub(r"[^\w]", "", said)


def may_override(*, died: bool, may_decide: bool, because: str) -> Decision:
    """Whether what the gate stopped may go all the same: a named manager, with a reason, and never to somebody who has died.

    Practice: a safeguarding manager answers for contact that the adult's own card says is not safe.
    """
    if died:
        return Decision(False, (DIED,), LAW)
    if not may_decide:
        return Decision(False, ("Only a safeguarding manager can send it all the same, with a reason.",), LAW)
    if not because.strip():
        return Decision(False, ("Write why it must go all the same.",), LAW)
    return Decision(True, ("A safeguarding manager decided that it goes all the same.",), LAW)


def may_leave_again(*, now: Decision, let_go_despite: tuple[str, ...] = ()) -> Decision:
    """Whether a letter that was let go may leave once more, as a file: the card must let it now. What a manager let go despite the
    card's reasons still goes while there is no reason but those.

    Practice: the card is asked each time that something leaves, not only the first time.
    """
    if now or (DIED not in now.because and set(now.because) <= set(let_go_despite)):
        return Decision(True, now.because, LAW)
    return Decision(False, now.because, LAW)


def part_of_week(at: datetime) -> SafeTime:
    """Which part of the week a local time is in.

    Practice: people say "mornings" and "not at weekends", rarely an hour.
    """
    if at.weekday() >= SATURDAY:
        return SafeTime.WEEKEND
    if at.hour < MIDDAY:
        return SafeTime.MORNING
    return SafeTime.AFTERNOON if at.hour < FIVE else SafeTime.EVENING


def _of_the_way(card: Card, way: Way, where: str) -> list[str]:
    lines = [one for one in card.ways if one.way == way]
    no = next((one for one in lines if one.is_safe == Answer.NO and not one.where), None)
    if no is not None:
        return [f"The card says that this way is not safe ({way.label.lower()}){': ' + _unended(no.words) if no.words else ''}."]
    safe = [one for one in lines if one.is_safe == Answer.YES]
    if not safe:
        return [f"It is not known whether this way is safe ({way.label.lower()}). Ask the adult first."]
    named = [one.where for one in safe if one.where]
    if any(_holds(where, one) for one in named):
        return []  # a place named as safe is safe, whatever is watched elsewhere
    reasons = []
    if WATCHED[way] in card.shared_or_watched:
        reasons.append(f"{WATCHED[way].label}.")
    if named:
        reasons.append(f"It would go to a place that the card does not name as safe. Safe: {'; '.join(named)}.")
    return reasons


def _of_the_time(card: Card, at: datetime | None) -> list[str]:
    """Hours never safe stop it; safe hours named for that day decide; else the part of the week does, where one is named."""
    if not (card.safe_times or card.hours):
        return []
    safe, never = _times_in_words(card)
    if at is None:
        return [f"Say when: it is safe only at some times ({safe or 'not ' + never})."]
    against = against_the_hours(card.hours, at)
    if against:
        said = [f"{name}: {words}." for name, words in (("Safe", safe), ("Not safe", never)) if words]
        return [" ".join(("That is not a safe time.", *said))]
    if names_safe_hours_on(card.hours, at) or not safe or part_of_week(at) in card.safe_times:
        return []
    return [f"That is not a safe time. Safe: {safe}."]


def _times_in_words(card: Card) -> tuple[str, str]:
    parts = [SafeTime(one).label.lower() for one in card.safe_times]
    lines = {answer: list(dict.fromkeys(one.words for one in card.hours if one.is_safe == answer)) for answer in (Answer.YES, Answer.NO)}
    return "; ".join([*lines[Answer.YES], *parts]), "; ".join(lines[Answer.NO])


def _never(card: Card, way: Way, where: str) -> Iterable[str]:
    for one in card.ways:
        if one.is_safe == Answer.NO and one.where and one.way in ("", way) and (_holds(where, one.where) or _holds(one.where, where)):
            yield one.where


SAYS_NOT_WHO = frozenset({
    "adult", "all", "and", "any", "for", "from", "has", "her", "his", "know", "must", "not", "our", "that", "the", "their", "this", "who",
    "with", "you", "your",
})  # fmt: skip


def must_not_know(*, said: str, named: str) -> bool:
    """Whether somebody mentioned in ``said`` is, or may be, one of those ``named`` as who must not know: one shared word is enough.

    Words that say nothing of who it is, as "the", are not looked at.

    Practice: the safe-contact card names who must not know; where it is not certain who is meant, it is asked.
    """
    hidden = set(_words(named)) - SAYS_NOT_WHO
    return any(word in hidden for word in _words(said) if len(word) > 2)


def _must_not_know(card: Card, to_whom: str) -> list[str]:
    hit = must_not_know(said=to_whom, named=card.must_not_know)
    return [f"{to_whom.strip()} is, or may be, somebody who must not know: {_unended(card.must_not_know)}."] if hit else []


def _unended(text: str) -> str:
    """What somebody wrote, without its full stop: a sentence goes round it."""
    return text.strip().rstrip(".")


def _words(text: str) -> list[str]:
    """Letters and digits only. A number written with spaces is one word, as is the same without."""
    if not re.search(r"[^\W\d]", text):
        digits = re.sub(r"\D", "", text)
        return [digits] if digits else []
    return re.findall(r"\w+", text.casefold())


def _holds(whole: str, part: str) -> bool:
    """Whether one place is, or is a fuller form of, another: the same words in the same order, side by side."""
    outer, inner = _words(whole), _words(part)
    if not inner:
        return False
    return any(outer[start : start + len(inner)] == inner for start in range(len(outer) - len(inner) + 1))
