"""Has the adult been asked what they want, and whether it happened?"""

from datetime import date

from heard.rules.decision import Law
from heard.rules.next_steps.facts import CaseFacts, EnquiryFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.vocabulary.enquiry import Stage
from heard.rules.vocabulary.voice import Asked

OUTCOMES = (
    Law("Making Safeguarding Personal: an enquiry asks for the adult's wishes"),
    Law("Care Act 2014, section 1: the adult's wellbeing, views and wishes"),
)
JUDGED = (
    Law("Making Safeguarding Personal: record whether outcomes were met, partly met or not met"),
    Law("Safeguarding Adults Collection, table SG4a"),
)
SAID = (Asked.YES_EXPRESSED, Asked.YES_NOTHING)


def ask_what_they_want(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """Nobody has recorded asking the adult what they want to happen.

    Practice: Making Safeguarding Personal; "nothing" and "leave me alone" are answers, so asking is what settles it.
    """
    began = facts.began_on
    if facts.is_closed or facts.died_on or began is None or _has_been_asked(facts):
        return ()
    because = ("No wish is recorded, and no conversation in which the adult was asked what they want.",)
    settled = "a wish, or a conversation in which the adult was asked what they want"
    return (NextStep(Duty.ASK_WISHES, began, days_after(began, days.talk), because, OUTCOMES, settled),)


def judge_outcomes(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """Closing has begun, or is done, and wishes that still stand have not been put to the adult.

    Practice: the adult judges first; a judgement must not be inferred from later events (national wording for SG4a).
    """
    if facts.died_on:
        return ()
    return tuple(_judge(one, facts, days) for one in facts.enquiries if one.wishes_the_adult_has_not_judged and _is_ending(one, facts))


def _judge(enquiry: EnquiryFacts, facts: CaseFacts, days: Timescales) -> NextStep:
    left, of = enquiry.wishes_the_adult_has_not_judged, enquiry.wishes_standing
    standing = "the one wish that still stands" if of == 1 else f"{left} of the {of} wishes that still stand"
    because = f"The adult has not yet judged {standing}."
    since = enquiry.concluded_on or enquiry.judging_began_on or _closing_talk(enquiry, facts)
    due = days_after(since, days.judge)
    settled = "the adult's own judgement of each wish, or that they did not want to say"
    return NextStep(Duty.JUDGE, since, due, (because,), JUDGED, settled, enquiry.concern_reference)


def _is_ending(enquiry: EnquiryFacts, facts: CaseFacts) -> bool:
    return bool(enquiry.concluded_on or enquiry.judging_began_on or _closing_talk(enquiry, facts))


def _closing_talk(enquiry: EnquiryFacts, facts: CaseFacts) -> date | None:
    """The first day on which closing this enquiry was talked of with the adult."""
    days = [one.at.date() for one in facts.conversations if one.stage == Stage.CLOSING and one.at.date() >= enquiry.started_on]
    return min(days, default=None)


def _has_been_asked(facts: CaseFacts) -> bool:
    return (
        facts.has_a_wish
        or any(one.asked in SAID for one in facts.enquiries)
        or any(one.asked_what_they_want for one in facts.conversations)
        or any(one.adult_said_what_they_want for one in facts.concerns)
    )
