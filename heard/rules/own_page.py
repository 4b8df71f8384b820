"""When may a page of their own be offered and opened, what may be said on it, and what does that ask of us?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.own_page import Feeling, Reader, Said, WayInState

LAW = (
    Law("Making Safeguarding Personal: the adult is asked, and what they say leads"),
    Law("Practice: whoever poses the risk may hold the phone, open the post and sit in the room"),
)
LONGEST_DAYS = 28
USUAL_DAYS = 7
IDLE = timedelta(minutes=20)
AT_MOST = timedelta(hours=2)
WORDS_KEPT_FOR = timedelta(hours=24)
NOT_THE_COVER = "Choose somebody else to read what is said when you are away: not yourself, and not the lead of this case."
WRONG_ANSWERS = 10  # in all, after which the way in is closed

_BOTH = frozenset({Said.WISH, Said.CALL, Said.JUDGED, Said.EXPERIENCE, Said.ANYTHING})
MAY_SAY: dict[Reader, frozenset[Said]] = {Reader.ADULT: frozenset(Said), Reader.REPRESENTATIVE: _BOTH}


def may_offer_page(
    *, is_safe: bool, how_we_know: str, died: bool, days: int, may_see_words: bool = True, cover_works: bool = True,
    cover_is_another: bool = True,
) -> Decision:  # fmt: skip
    """Only after the worker has recorded that it is safe and how that is known; never for who has died; with a cover who works here.

    ``may_see_words`` is what the rule on representatives says of a representative, and yes for the adult. ``cover_is_another``: neither the
    case's lead nor the worker who offers it, for the cover reads what is said when they are away.

    Practice: a page on a phone that somebody else reads is a danger; it is offered after asking, alone, whether it is safe.
    """
    reasons = []
    if died:
        reasons.append("The adult has died. No page is opened.")
    if not is_safe:
        reasons.append("Ask the adult, alone, whether a page of their own is safe for them, and record it. Until then there is none.")
    elif not how_we_know.strip():
        reasons.append("Write how you know that it is safe.")
    if not may_see_words:
        reasons.append("This person does not represent the adult now, or something recorded stands against it.")
    if not cover_works:
        reasons.append("Choose somebody who works here to read what is said when you are away.")
    elif not cover_is_another:
        reasons.append(NOT_THE_COVER)
    if not 1 <= days <= LONGEST_DAYS:
        reasons.append(f"Choose between 1 and {LONGEST_DAYS} days.")
    return Decision(not reasons, tuple(reasons), LAW)


def way_in_state(
    *, used: bool, ended: bool, expires_at: datetime, now: datetime, may_read: bool, died: bool, card_allows: bool = True
) -> WayInState:
    """What has become of a way in. All but OPEN look alike to whoever holds it, so that ending it tells nobody.

    ``card_allows`` is what the safe-contact card says of this way and this moment: it is asked when a page is opened, not only when a link
    is made.

    Practice: house rule, a link that was taken back, used or never was shows one page.
    """
    if died:
        return WayInState.DIED
    if not may_read:
        return WayInState.MAY_NOT_READ
    if ended:
        return WayInState.ENDED
    if used:
        return WayInState.USED
    if now >= expires_at:
        return WayInState.EXPIRED
    return WayInState.OPEN if card_allows else WayInState.NOT_NOW


def is_still_open(*, opened_at: datetime, seen_at: datetime, now: datetime, ended: bool, may_read: bool, died: bool) -> bool:
    """Whether the page may be shown: not left, not idle for 20 minutes nor open for two hours, and they may still read it.

    Practice: a page that stays open is read by whoever picks the phone up next.
    """
    return may_read and not (ended or died) and now - seen_at < IDLE and now - opened_at < AT_MOST


def are_words_kept(*, opened_at: datetime, now: datetime, ended: bool, may_read: bool, died: bool) -> bool:
    """Whether words sent from a page that has meanwhile closed by itself still reach us. Nothing of the page is shown for it.

    Practice: house rule, nothing a person typed is lost to a time-out.
    """
    return may_read and not (ended or died) and now - opened_at < WORDS_KEPT_FOR


def may_say(*, reader: Reader | str, said: Said | str, words: str = "", needs_words: bool = True) -> Decision:
    """Whether this reader may say this here, and whether there is anything said.

    Practice: a representative's answers never stand in for the adult's own (handbook section 1: adult and representative apart).
    """
    if Said(said) not in MAY_SAY[Reader(reader)]:
        return Decision(False, ("Only the person themselves can say this here.",), LAW)
    if needs_words and not words.strip():
        return Decision(False, ("Write or choose something first.",), LAW)
    return Decision(True, law=LAW)


@dataclass(frozen=True)
class Asks:
    """What something said asks of us: the kind of task, the days until it is due, and the words of the task."""

    kind: str
    days: int
    note: str


NOT_SAFE_TASK = "own-page-not-safe"
STOP_TASK = "own-page-stop"
CALL_TASK = "own-page-call"
READ_TASK = "own-page-read"
SHUT_TASK = "own-page-shut"
NOT_NOW_TASK = "own-page-not-now"
CLOSED_TASKS = (SHUT_TASK, NOT_NOW_TASK)  # answered by what was found out about a way in that did not open
OWN_PAGE_TASKS = (NOT_SAFE_TASK, STOP_TASK, CALL_TASK, READ_TASK)


def asks_of_us(said: Said | str, *, feeling: Feeling | str = "") -> Asks:
    """What must be done about something said, and by when.

    "Not safe" is for today. "Stop" stops nothing by itself: it is the adult's view, and asks for a talk, alone and safely, and whether
    others are at risk, or there is coercion, a crime or a person in a position of trust.

    Law: Care Act 2014 s42 (the duty to enquire does not end with a wish) and s1(3)(b) (the adult's views, wishes, feelings and beliefs).
    """
    if feeling == Feeling.NOT_SAFE:
        return Asks(NOT_SAFE_TASK, 0, "They said on their own page that they do not feel safe. Reach them today, in a way that is safe.")
    if said == Said.STOP:
        return Asks(
            STOP_TASK, 1,
            "They said stop. Nothing has been stopped. Talk with them, alone and safely. Ask whether others are at risk, and whether "
            "there is coercion, a crime or a person in a position of trust. Then agree with them what happens.",
        )  # fmt: skip
    if said == Said.CALL:
        return Asks(CALL_TASK, 1, "They asked for a call. Read the safe-contact card first.")
    if said == Said.NOT_WHAT_I_SAID:
        return Asks(READ_TASK, 1, "They said that what is written is not what they said. Read it, and talk with them.")
    return Asks(READ_TASK, 3, "They said something on their own page. Read it, and say what was done about it.")


def due_on(asks: Asks, today: date) -> date:
    """The day by which it must be done.

    Practice: house rule, the same day where somebody does not feel safe.
    """
    return today + timedelta(days=asks.days)


def is_shut_by_wrong_answers(wrong: int) -> bool:
    """Whether so many wrong answers in all close the way in, so that a new one must be made with the adult.

    Practice: tries are limited; somebody who has the link and not the second fact is not the person it was made for.
    """
    return wrong >= WRONG_ANSWERS


def what_they_may_say(reader: Reader | str) -> tuple[Said, ...]:
    """What this reader may say, in the order of the vocabulary.

    Practice: a representative is offered less than the adult.
    """
    return tuple(one for one in Said if one in MAY_SAY[Reader(reader)])
