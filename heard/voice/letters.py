"""What is said in a letter to the adult about what they said? Plain data; ``heard.documents`` gates, renders and keeps it."""

from collections.abc import Iterable
from datetime import datetime

from heard.accounts.models import Authority
from heard.documents.letter import Helper, Letter, Line, Part, Said
from heard.documents.phrases import TELL_US, TITLE, greeting, lines_of, parts, spoken_to, who_to_call, who_will_help
from heard.govuk.words import day, when
from heard.people.models import Person
from heard.rules.easy_read import sentences_in
from heard.rules.instrument import Instrument
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.documents import Look
from heard.rules.vocabulary.experience import Wording
from heard.rules.vocabulary.safe_contact import DocumentKind
from heard.rules.vocabulary.voice import ExpressedBy, Method
from heard.voice.models import Conversation, Wish
from heard.voice.paper import ANYTHING_ELSE, GIVE_BACK, TICK, pictures_of

MET_BY = {
    CommunicationNeed.EASY_READ: Look.EASY_READ, CommunicationNeed.PICTURES: Look.EASY_READ, CommunicationNeed.LARGE_PRINT: Look.LARGE,
}  # fmt: skip
NOT_MET_BY_A_LETTER = (
    CommunicationNeed.BRAILLE, CommunicationNeed.AUDIO, CommunicationNeed.BSL, CommunicationNeed.MAKATON, CommunicationNeed.READ_ALOUD,
    CommunicationNeed.EMAIL_ONLY,
)  # fmt: skip
HOW_WE_TALKED = {
    Method.FACE_TO_FACE: ("We met.", "together"), Method.VIDEO: ("We talked on a screen.", "television"),
    Method.PHONE: ("We talked on the phone.", "phone-call"), Method.TEXT: ("We wrote to each other by phone.", "mobile"),
    Method.LETTER: ("We wrote to each other.", "letters"), Method.PICTURES: ("We talked with pictures.", "talking"),
    Method.OBSERVATION: ("We spent time with you.", "together"),
}  # fmt: skip
PICTURES = ("yes", "so-so", "no", "")
DID_IT_HAPPEN = ("Yes", "Some of it", "No", "I do not want to say")
NOT_WHAT_YOU_SAID = "You told us this is not what you said."
QUESTIONS = "How are you today?\nDo you feel safe?\nWhat do you want to happen?\nWho do you want to help you?\nWhat do you not want?"


def look_for(person: Person) -> Look:
    """The look that the adult needs, as far as it was recorded; plain English where nothing was."""
    return next((look for need, look in MET_BY.items() if need in person.communication_needs), Look.PLAIN)


def unmet_needs(person: Person) -> list[str]:
    """What helps the adult to take part that no printed letter can give."""
    return [one.label for one in NOT_MET_BY_A_LETTER if one in person.communication_needs]


def what_you_told_us(
    *, person: Person, latest: Conversation | None, wishes: Iterable[Wish], happens_next: str, worker: str, council: Authority
) -> Letter:
    """What you said, what you want, what happens next, who to call. Nothing else of the case is in it.

    ``latest`` and ``wishes`` are what the worker chose to put in. The title stays neutral, for others may find the letter.
    """
    return Letter(
        kind=DocumentKind.WHAT_YOU_TOLD_US,
        title=TITLE,
        greeting=greeting(person),
        parts=parts(
            _what_you_said(latest),
            _what_you_want(wishes),
            Part("What happens next", text=happens_next, picture="calendar") if happens_next.strip() else None,
            TELL_US,
            who_to_call(worker, council),
        ),
    )


def what_we_talked_about(
    *, person: Person, talk: Conversation | None, more: str, helpers: Iterable[Helper], worker: str, council: Authority
) -> Letter:
    """When we talked, how, who was there, what you said, and what we said (``more``, typed by the worker)."""
    return Letter(
        DocumentKind.WHAT_WE_TALKED_ABOUT, TITLE, greeting(person),
        parts(
            _our_talk(talk) if talk else None, _what_you_said(talk),
            Part("What we said", text=more, picture="listening") if more.strip() else None, who_will_help(helpers),
            TELL_US, who_to_call(worker, council),
        ),
    )  # fmt: skip


def what_you_want(*, person: Person, wishes: Iterable[Wish], worker: str, council: Authority) -> Letter:
    """What you said you want, in your words, and that you can change it."""
    change = ("Did we write it down right?", "question"), ("Do you want something else now?", "speak-up"), ("Tell us.", "talking")
    return Letter(
        DocumentKind.WHAT_YOU_WANT, TITLE, greeting(person),
        parts(_what_you_want(wishes), Part("Is it right?", lines=tuple(Line(*one) for one in change)), who_to_call(worker, council)),
        ending="You can change your mind.",
    )  # fmt: skip


def our_questions(*, person: Person, questions: str, helpers: Iterable[Helper], worker: str, council: Authority) -> Letter:
    """What we want to ask you, before anybody asks it."""
    choose = ("You can say yes or no.", "yes"), ("You can ask somebody to help you.", "friends"), ("You do not have to answer.", "no")
    return Letter(
        DocumentKind.OUR_QUESTIONS, TITLE, greeting(person),
        parts(
            Part("What we want to ask you", lines=lines_of(questions, "question")) if questions.strip() else None,
            Part("You choose", lines=tuple(Line(*one) for one in choose)), who_will_help(helpers), TELL_US,
            who_to_call(worker, council),
        ),
    )  # fmt: skip


def invitation(
    *, person: Person, at: datetime | None, place: str, who: str, about: str, helpers: Iterable[Helper], worker: str, council: Authority
) -> Letter:
    """Come and talk with us: when, where and who first, then what it is about, and that you choose."""
    facts = (
        Line("We want to meet you.", "together"), Line(f"When: {at:%A} {when(at)}." if at else "", "calendar"),
        Line(f"Where: {place.strip().rstrip('.')}." if place.strip() else "", "place"),
        Line(f"Who: {who.strip().rstrip('.')}." if who.strip() else "", "worker"),
    )  # fmt: skip
    choose = (
        ("You can bring somebody you trust.", "friends"), ("You can choose another day or place.", "change"), ("You can say no.", "no"),
        ("Tell us what would help you.", "speak-up"),
    )  # fmt: skip
    return Letter(
        DocumentKind.INVITATION, TITLE, greeting(person),
        parts(
            Part("The main things", lines=tuple(one for one in facts if one.words)),
            Part("What it is about", text=about, picture="talking") if about.strip() else None,
            Part("You choose", lines=tuple(Line(*one) for one in choose)), who_will_help(helpers), who_to_call(worker, council),
        ),
    )  # fmt: skip


def feedback_request(
    *, to: str, how: str, worker: str, council: Authority, instrument: Instrument, wording: Wording, number: str,
    wishes: Iterable[Wish] = (),
) -> Letter:
    """Asking for a say on how it was: the questions of the instrument in this wording, with boxes to tick and room to write.

    ``to`` is how they are greeted; ``number`` is the reference by which the paper is found again once it comes back. Each of the
    ``wishes`` stands on it in the adult's words, with boxes to say whether it happened; the writer can leave any of them out.
    """
    first = [(one, "question") for one in sentences_in(instrument.intro[wording])]
    asked = [
        Part(
            f"{place}. {one.asked(wording)}", boxes=tuple(words for _, words in one.choices(wording)),
            box_pictures=pictures_of(one, wording),
        )
        for place, one in enumerate(instrument.questions, 1)
    ]
    kind = DocumentKind.FEEDBACK_FROM_ANOTHER if wording == Wording.REPRESENTATIVE else DocumentKind.FEEDBACK_REQUEST
    return Letter(
        kind, TITLE, f"Dear {to},",
        parts(
            Part("The main things", lines=tuple(Line(*one) for one in [*first, (TICK[wording], "speak-up")])),
            *_did_it_happen(wishes, wording), *asked, Part(ANYTHING_ELSE[wording], room=True),
            Part("How to tell us", text=how, lines=(Line(GIVE_BACK[wording], "letters"), Line(f"Its number is {number}.")),
                 picture="speak-up"),
            who_to_call(worker, council),
        ),
        ending="Thank you.",
    )  # fmt: skip


def _did_it_happen(wishes: Iterable[Wish], wording: Wording) -> list[Part]:
    if wording == Wording.REPRESENTATIVE:
        heading, said = "What they wanted: {}. Did it happen, in your view?", _quoted_of_them
    else:
        heading, said = "What you wanted: {}. Did it happen?", quoted
    return [
        Part(heading.format(place), said=(said(wish),), picture="question", boxes=DID_IT_HAPPEN, box_pictures=PICTURES)
        for place, wish in enumerate(wishes, 1)
    ]


def _quoted_of_them(wish: Wish) -> Said:
    """The same words for whoever speaks for the adult: it is not "you" who said them."""
    on = f" on {day(wish.expressed_on)}" if wish.expressed_on else ""
    who = "They" if wish.expressed_by == ExpressedBy.ADULT else _opening(wish.expressed_by_name or "somebody who speaks for them")
    denied = " They told us this is not what they said." if getattr(wish, "is_denied", False) else ""
    return Said(f"“{wish.words.strip()}”", f"{who} said this{on}.{denied}")


def _our_talk(talk: Conversation) -> Part:
    how = HOW_WE_TALKED.get(talk.method)
    lines = [Line(f"We talked on {day(talk.held_at)}.", "calendar")] if talk.held_at else []
    lines += [Line(*how)] if how else []
    lines += [Line(f"You talked with {spoken_to(talk.by_name)}.", "worker")] if talk.by_name.strip() else []
    lines += [Line(f"{_opening(name)} was there too.", "friends") for name in _names(talk.present)]
    return Part("Our talk", lines=tuple(lines))


def _names(present: list) -> list[str]:
    named = [one.get("name", "") if isinstance(one, dict) else str(one) for one in present or []]
    return [one for one in map(spoken_to, named) if one]


def _opening(name: str) -> str:
    return name[0].upper() + name[1:]


def _what_you_said(talk: Conversation | None) -> Part | None:
    if talk is None or not talk.words.strip():
        return None
    return Part("What you said", said=(Said(f"“{talk.words.strip()}”", _when(talk)),), picture="speak-up")


def _what_you_want(wishes: Iterable[Wish]) -> Part | None:
    wanted = tuple(quoted(wish) for wish in wishes)
    return Part("What you said you want", said=wanted, picture="speak-up") if wanted else None


def _when(talk: Conversation) -> str:
    on = f" on {day(talk.held_at)}" if talk.held_at else ""
    if talk.spoken_by and talk.spoken_by != ExpressedBy.ADULT:
        return f"{_opening(spoken_to(talk.spoken_by_name) or 'somebody who speaks for you')} said this for you{on}."
    return f"You said this{on}."


def quoted(wish: Wish) -> Said:
    """What they want in their own words, whole, with who said it and when."""
    denied = f" {NOT_WHAT_YOU_SAID}" if getattr(wish, "is_denied", False) else ""
    return Said(f"“{wish.words.strip()}”", _whose(wish) + denied)


def who_said(wish: Wish) -> str:
    """ "You", or whoever said it for them."""
    return "You" if wish.expressed_by == ExpressedBy.ADULT else _opening(spoken_to(wish.expressed_by_name) or "somebody who speaks for you")


def _whose(wish: Wish) -> str:
    on = f" on {day(wish.expressed_on)}" if wish.expressed_on else ""
    if wish.expressed_by == ExpressedBy.ADULT:
        return f"You said this{on}."
    return f"{who_said(wish)} said this for you{on}."
