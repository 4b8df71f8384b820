"""Is what the adult needs to communicate there when they are spoken with?"""

from heard.rules.decision import Law
from heard.rules.labelled import label_of
from heard.rules.next_steps.facts import CaseFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.vocabulary.adult import CommunicationNeed

MET = (
    Law("Accessible Information Standard: identify, record, flag, share, meet and review", checked=False),
    Law("Mental Capacity Act 2005, section 1(3): all practicable help first"),
)
SETTLED = "a conversation in which the adult was heard, with what helped them to take part"


def meet_communication_need(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """The adult has communication needs, and no conversation since the concern says what helped them to take part.

    Practice: the Accessible Information Standard. Support from an advocate has a duty of its own, so it is not asked here.
    """
    began, needs = facts.began_on, sorted(set(facts.communication_needs) - {CommunicationNeed.ADVOCATE_SUPPORT})
    if facts.is_closed or facts.died_on or began is None or not needs or facts.supported_on:
        return ()
    said = ", ".join(label_of(CommunicationNeed, need) for need in needs)
    because = (f"Recorded as what the adult needs: {said}.", "No conversation since says what helped them to take part.")
    return (NextStep(Duty.MEET_COMMUNICATION, began, days_after(began, days.meet_communication), because, MET, SETTLED),)
