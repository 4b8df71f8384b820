"""May these answers to the experience questions be kept, and what does the closing make of when they were asked?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from heard.rules.decision import Decision
from heard.rules.instrument import Instrument
from heard.rules.labelled import label_of
from heard.rules.offering_feedback import AT_CLOSING, FRAMEWORK
from heard.rules.vocabulary.experience import WORDINGS_FOR, AnsweredHow, AskedBy, Asking, AskingEnded, Who, Wording


@dataclass(frozen=True)
class Given:
    """One asking, as it is about to be kept. ``closed_on`` is None while the enquiry is open."""

    who: Who
    asking: Asking
    asked_by: AskedBy
    ended: AskingEnded
    asked_on: date
    started_on: date
    closed_on: date | None = None
    died_on: date | None = None
    wording: Wording = Wording.ADULT
    who_name: str = ""
    asked_by_name: str = ""
    because: str = ""
    words: str = ""


def may_keep(given: Given, *, instrument: Instrument, answers: Mapping[str, str], today: date) -> Decision:
    """Whether this asking may be kept as it is written down, with each reason why not.

    Practice: Making Safeguarding Personal outcomes framework; separate wordings for the adult and for a representative.
    """
    reasons = [*_when(given, today), *_who(given), *_what(given, answers), *unknown_answers(instrument, answers)]
    return Decision(not reasons, tuple(reasons), FRAMEWORK if reasons else ())


def _on(day: date) -> str:
    return f"{day:%-d %B %Y}"


def _when(given: Given, today: date) -> list[str]:
    reasons = []
    if given.asked_on > today:
        reasons.append("The day they were asked must be today or in the past.")
    if given.asked_on < given.started_on:
        reasons.append(f"The enquiry began on {_on(given.started_on)}. They cannot have been asked before that.")
    if given.who == Who.ADULT and given.died_on and given.asked_on > given.died_on:
        reasons.append(f"The adult died on {_on(given.died_on)}. Nothing is asked of them after that.")
    return [*reasons, *_which_asking(given)]


def which_asking(*, closed_on: date | None, today: date) -> Asking:
    """Which of the two times this is: as the enquiry closes (within two weeks of it counts), or again afterwards.

    Practice: Making Safeguarding Personal outcomes framework, at closing or within eight weeks of it.
    """
    return Asking.AT_CLOSING if closed_on is None or today - closed_on <= AT_CLOSING else Asking.AFTER_CLOSING


def _which_asking(given: Given) -> list[str]:
    if given.asking == Asking.AFTER_CLOSING:
        if given.closed_on is None:
            return ["The enquiry is still open. Say that they were asked as it closed."]
        if given.asked_on < given.closed_on:
            return [f"The enquiry closed on {_on(given.closed_on)}. They cannot have been asked again before that."]
    elif given.closed_on and abs(given.asked_on - given.closed_on) > AT_CLOSING:
        return [f"The enquiry closed on {_on(given.closed_on)}. As it closed means within {AT_CLOSING.days} days of that."]
    return []


def _who(given: Given) -> list[str]:
    reasons = []
    if given.wording not in WORDINGS_FOR[given.who]:
        reasons.append("These words were not for them. Choose the words in which they were asked.")
    if given.who == Who.REPRESENTATIVE and not given.who_name.strip():
        reasons.append("Enter the name of whoever spoke for the adult.")
    return [*reasons, *is_asker_named(asked_by=given.asked_by, asked_by_name=given.asked_by_name).because]


def is_asker_named(*, asked_by: AskedBy | str, asked_by_name: str) -> Decision:
    """Whether it is said who asked: by name, unless nobody did.

    Practice: Making Safeguarding Personal outcomes framework, who asked is kept with the answer.
    """
    if asked_by == AskedBy.NOBODY or asked_by_name.strip():
        return Decision(True)
    return Decision(False, ("Enter who asked.",))


def _what(given: Given, answers: Mapping[str, str]) -> list[str]:
    has_answered = any(answers.values())
    if given.ended == AskingEnded.ANSWERED and not has_answered and not given.words.strip():
        return ["Select at least one answer, or say that they did not want to answer."]
    if given.ended != AskingEnded.ANSWERED and has_answered:
        return ["They did not answer, so there can be no answers. Clear them, or say that they answered."]
    if given.ended == AskingEnded.UNABLE and not given.because.strip():
        return ["Say why they could not be asked, or could not answer."]
    return []


def unknown_answers(instrument: Instrument, answers: Mapping[str, str]) -> tuple[str, ...]:
    """What in these answers the questionnaire does not have, in words; an answer left blank is fine.

    Practice: an answer belongs to the version of the questionnaire that it was given to.
    """
    asked = {one.id: {answer.id for answer in one.answers} for one in instrument.questions}
    return tuple(
        f"The questionnaire {instrument.key} has no such answer: {question}, {answer}."
        for question, answer in answers.items()
        if question not in asked or (answer and answer not in asked[question])
    )


def may_keep_anonymous(*, instrument: Instrument, answers: Mapping[str, str], month: date, today: date) -> Decision:
    """Whether answers without a name may be kept: known ones, at least one, of this month or one before.

    Practice: house rule, an anonymous answer keeps only the council, the month, the questionnaire and whose experience it is.
    """
    reasons = list(unknown_answers(instrument, answers))
    if not any(answers.values()):
        reasons.append("Select at least one answer.")
    if (month.year, month.month) > (today.year, today.month):
        reasons.append("The month must be this one or one before.")
    return Decision(not reasons, tuple(reasons))


def days_since_closing(*, asked_on: date, closed_on: date | None) -> int | None:
    """How many days after the closing they were asked; None where it was before, or the enquiry is open. Never less than nothing.

    Practice: Making Safeguarding Personal outcomes framework, within eight weeks of closing.
    """
    return (asked_on - closed_on).days if closed_on and asked_on >= closed_on else None


def is_better_asked_by_another(*, asked_by: AskedBy | str, asked_by_name: str, lead_name: str) -> Decision:
    """Whether whoever led the enquiry asked, which is kept and shown: people find it easier to be frank with somebody else.

    Practice: Making Safeguarding Personal outcomes framework; Salford: answers are swayed when the enquiry lead asks.
    """
    plain = [" ".join(name.casefold().split()) for name in (asked_by_name, lead_name)]
    is_lead = asked_by == AskedBy.LEAD or (asked_by == AskedBy.SOMEBODY_ELSE and bool(plain[1]) and plain[0] == plain[1])
    because = ("Whoever led the enquiry asked. Where possible somebody else does: it is easier to be frank with them.",)
    return Decision(is_lead, because if is_lead else (), FRAMEWORK if is_lead else ())


def how_asked_in_words(
    *, how: AnsweredHow | str, asked_by: AskedBy | str, asked_by_name: str, by_lead: bool | None, days_since_closing: int | None
) -> str:
    """By what means and how long after the closing somebody was asked, and by whom. Empty where that was not kept.

    Practice: Making Safeguarding Personal outcomes framework; answers are read with who asked in mind.
    """
    if not how:
        return ""
    days = {None: "", 0: ", the day the enquiry closed", 1: ", 1 day after the enquiry closed"}
    when = days.get(days_since_closing, f", {days_since_closing} days after the enquiry closed")
    if asked_by == AskedBy.NOBODY:
        return f"{label_of(AnsweredHow, how)}{when}. Nobody asked: they answered by themselves."
    return f"{label_of(AnsweredHow, how)}{when}. Asked by {asked_by_name}{', who led the enquiry' if by_lead else ''}."
