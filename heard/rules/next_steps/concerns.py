"""What does each concern still need: a ground, a decision, word to whoever raised it?"""

from heard.rules.agreement_to_settle import reason_is_to_be_settled
from heard.rules.decision import Law
from heard.rules.next_steps.facts import CaseFacts, ConcernFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.telling_the_referrer import must_be_told
from heard.rules.vocabulary.concern import RaisedBy

SECTION_42 = (Law("Care Act 2014, section 42(1) and (2)"),)


def record_agreement_ground(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """A concern in an open case goes on without the adult's agreement, and nobody has said on what ground.

    Practice: seek agreement first; where it is not there, record the reason. No answer ever stops a concern.
    """
    if facts.is_closed:
        return ()
    return tuple(filter(None, (_ground(one, days) for one in facts.concerns)))


def _ground(concern: ConcernFacts, days: Timescales) -> NextStep | None:
    owed = reason_is_to_be_settled(answer=concern.agreement, ground=concern.ground)
    if not owed:
        return None
    since = concern.received_on
    due = days_after(since, days.record_ground)
    settled = "the ground, chosen at triage or with the whole decision"
    return NextStep(Duty.RECORD_GROUND, since, due, owed.because, owed.law, settled, concern.reference)


def decide_section_42(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """A concern is waiting for its decision; "not yet known" has its own day to come back.

    Law: Care Act 2014 s42(1) and (2).
    """
    return tuple(_decide(one, days) for one in facts.concerns if one.is_waiting)


def _decide(concern: ConcernFacts, days: Timescales) -> NextStep:
    due = concern.follow_up_on or days_after(concern.received_on, days.decide)
    because = [f"The concern of {concern.received_on:%-d %B %Y} is waiting for a decision."]
    if concern.follow_up_on:
        because.append(f"Something is not yet known; the day to come back to it is {concern.follow_up_on:%-d %B %Y}.")
    return NextStep(Duty.DECIDE, concern.received_on, due, tuple(because), SECTION_42, "a named person's decision", concern.reference)


def tell_the_referrer(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """A concern has been decided, and the person who raised it has neither been told nor a reason recorded why not.

    Practice: feedback to the referrer is "very important" (London, Berkshire and Liverpool procedures); it is owed after closing too.
    An adult who raised it themselves and has died is not told.
    """
    open_ones = (one for one in facts.concerns if one.decided_on and not one.referrer_settled)
    return tuple(filter(None, (_tell(one, days) for one in open_ones if not (facts.died_on and one.raised_by == RaisedBy.ADULT))))


def _tell(concern: ConcernFacts, days: Timescales) -> NextStep | None:
    owed = must_be_told(raised_by=concern.raised_by, contact=concern.raised_by_contact, wants_feedback=concern.wants_feedback)
    if not owed:
        return None
    due = days_after(concern.decided_on, days.tell_referrer)
    settled = "what they were told, or why they were not told"
    return NextStep(Duty.TELL_REFERRER, concern.decided_on, due, owed.because, owed.law, settled, concern.reference)
