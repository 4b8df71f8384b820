"""Has the adult been heard, and is there a day to try again?"""

from heard.rules.decision import Law
from heard.rules.labelled import label_of
from heard.rules.next_steps.facts import CaseFacts, ConversationFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.vocabulary.voice import NotHeardBecause

INVOLVED = (
    Law("Making Safeguarding Personal: the adult is involved from the very beginning"),
    Law("Care and support statutory guidance, chapter 14", checked=False),
)
FLUCTUATES = (Law("Mental Capacity Act 2005, section 1(3): all practicable help first"),)


def talk_to_the_adult(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """Nobody has heard the adult since the concern that is still open came in.

    Practice: Making Safeguarding Personal; the adult is spoken to before the decision, or why not is recorded.
    """
    began = facts.began_on
    if facts.is_closed or facts.died_on or began is None:
        return ()
    since_then = [one for one in facts.conversations if one.at.date() >= began]
    if any(one.heard for one in since_then):
        return ()
    tried = tuple(_in_words(one) for one in sorted(since_then, key=lambda one: (one.at, one.not_heard_because)))
    because = (f"Nobody has recorded hearing the adult since the concern of {began:%-d %B %Y}.", *tried)
    return (NextStep(Duty.TALK, began, days_after(began, days.talk), because, INVOLVED, "a conversation in which the adult was heard"),)


def ask_again(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """The adult could not be heard and a day was set to try again; nobody has heard them since.

    Law: Mental Capacity Act 2005 s1(3), where capacity fluctuates.
    """
    if facts.is_closed or facts.died_on:
        return ()
    waiting = [one for one in facts.conversations if one.ask_again_on and not _heard_after(facts, one)]
    if not waiting:
        return ()
    last = max(waiting, key=lambda one: (one.at, one.ask_again_on, one.not_heard_because))
    because = (_in_words(last), f"It was agreed to try again on {last.ask_again_on:%-d %B %Y}.")
    law = FLUCTUATES if last.not_heard_because == NotHeardBecause.CAPACITY_FLUCTUATES else INVOLVED[:1]
    return (NextStep(Duty.ASK_AGAIN, last.at.date(), last.ask_again_on, because, law, "a later conversation in which the adult was heard"),)


def _heard_after(facts: CaseFacts, missed: ConversationFacts) -> bool:
    return any(one.heard and one.at > missed.at for one in facts.conversations)


def _in_words(one: ConversationFacts) -> str:
    if one.heard:
        return f"{one.at:%-d %B %Y}: heard."
    reason = label_of(NotHeardBecause, one.not_heard_because)
    return f"{one.at:%-d %B %Y}: not heard. {reason}."
