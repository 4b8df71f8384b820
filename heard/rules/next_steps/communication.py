"""Is what the adult needs to communicate there when they are spoken with, and do they say so?"""

from datetime import date

from heard.rules.communication_needs import STANDARD, NeedsFacts, is_met, review_is_owed
from heard.rules.decision import Law
from heard.rules.labelled import label_of
from heard.rules.next_steps.facts import CaseFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.communication import Met

MET = (STANDARD, Law("Mental Capacity Act 2005, section 1(3): all practicable help first"))
SETTLED = "a conversation in which the adult was heard, with what helped them to take part"
ASKED = "what the adult says, asked whether what they need was met"


def needs_facts(facts: CaseFacts) -> NeedsFacts:
    """What the six steps ask of a case's facts. Support from an advocate has a duty of its own, so it is not asked here.

    Practice: the Accessible Information Standard.
    """
    plans = [one.plan_reviewed_on for one in facts.enquiries if one.plan_reviewed_on]
    return NeedsFacts(
        has_needs=bool(_needs(facts)), asked_on=facts.needs_asked_on, helped_on=max(facts.supported_on, default=None),
        reviewed_on=facts.needs_reviewed_on, was_met=facts.needs_were_met, plan_reviewed_on=max(plans, default=None),
    )  # fmt: skip


def _needs(facts: CaseFacts) -> list[str]:
    return sorted(set(facts.communication_needs) - {CommunicationNeed.ADVOCATE_SUPPORT})


def meet_communication_need(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """The adult has needs, and nothing since the concern says that they were met; or they are to be asked again whether they were.

    Practice: the Accessible Information Standard, meet and review: it is the adult who says whether needs were met.
    """
    began, of_needs = facts.began_on, needs_facts(facts)
    if facts.is_closed or facts.died_on or began is None or not of_needs.has_needs:
        return ()
    asked = _ask_again(of_needs, days) if review_is_owed(of_needs) else ()
    return asked or ((_meet(facts, of_needs, began, days),) if not _is_met_since(of_needs, began) else ())


def _is_met_since(of_needs: NeedsFacts, began: date) -> bool:
    said_before = of_needs.reviewed_on is not None and of_needs.reviewed_on < began
    return of_needs.helped_on is not None if said_before else is_met(of_needs)


def _meet(facts: CaseFacts, of_needs: NeedsFacts, began: date, days: Timescales) -> NextStep:
    said = ", ".join(label_of(CommunicationNeed, need) for need in _needs(facts))
    because, since = [f"Recorded as what the adult needs: {said}."], began
    if of_needs.was_met in (Met.NO, Met.PARTLY) and of_needs.reviewed_on and of_needs.reviewed_on >= began:
        since = of_needs.reviewed_on
        because.append(f"Asked on {since:%-d %B %Y} whether it was met, the adult said: {Met(of_needs.was_met).label.lower()}.")
    because.append("No conversation since says what helped them to take part.")
    return NextStep(Duty.MEET_COMMUNICATION, since, days_after(since, days.meet_communication), tuple(because), MET, SETTLED)


def _ask_again(of_needs: NeedsFacts, days: Timescales) -> tuple[NextStep, ...]:
    since = of_needs.plan_reviewed_on
    because = (f"The plan was reviewed on {since:%-d %B %Y}, and nobody has asked since whether what the adult needs was met.",)
    due = days_after(since, days.meet_communication)
    told = "Ask the adult whether what they need was met"
    return (NextStep(Duty.MEET_COMMUNICATION, since, due, because, MET, ASKED, told=told, page="were-needs-met"),)
