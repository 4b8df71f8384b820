"""Which decisions must be assessed, asked about again, or made for the adult?"""

from datetime import date

from heard.rules.capacity_test import decision_key
from heard.rules.decision import Law
from heard.rules.next_steps.facts import AssessmentFacts, CaseFacts, EnquiryFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.rights import CapacityConclusion

ASSESS = (Law("Mental Capacity Act 2005, section 1(2) and sections 2 and 3: for this decision, at this time"),)
AGAIN = (
    Law("Mental Capacity Act 2005, section 1(3): all practicable help first"),
    Law("Mental Capacity Act 2005, section 4(3): whether and when the person is likely to have capacity"),
)
BEST = (Law("Mental Capacity Act 2005, section 1(5) and section 4"),)
AN_ASSESSMENT = "an assessment of capacity for this decision"


def assess_capacity(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """An open enquiry answers "no" about capacity and no assessment stands behind it; or an assessment came to no conclusion.

    Law: Mental Capacity Act 2005 s1(2): assumed unless it is established. Practice: handbook rule R3.
    """
    if facts.is_closed or facts.died_on:
        return ()
    answered = [_behind(one, days) for one in facts.enquiries if not one.concluded_on and _has_nothing_behind(one, facts)]
    left = [_left_open(one, days) for one in newest_of_each(facts) if _is_left_open(one)]
    return (*answered, *left)


def newest_of_each(facts: CaseFacts) -> list[AssessmentFacts]:
    """The newest assessment of each decision, oldest first.

    Practice: an earlier result is kept beside a later one; what is owed follows the later.
    """
    newest: dict[str, AssessmentFacts] = {}
    for one in sorted(facts.assessments, key=lambda one: (one.at, one.conclusion, one.decision)):
        newest[decision_key(one.decision)] = one
    return sorted(newest.values(), key=lambda one: (one.at, one.decision))


def _has_nothing_behind(enquiry: EnquiryFacts, facts: CaseFacts) -> bool:
    if enquiry.had_capacity != Answer.NO:
        return False
    about = [one for one in facts.assessments if one.is_about_enquiry and one.concern_reference in ("", enquiry.concern_reference)]
    return not any(one.conclusion != CapacityConclusion.NOT_CONCLUDED for one in about)


def _behind(enquiry: EnquiryFacts, days: Timescales) -> NextStep:
    since = enquiry.capacity_answered_on or enquiry.started_on
    because = (
        "The enquiry’s answer says that the adult did not have capacity for decisions about it.",
        "No assessment of a decision about the enquiry is recorded.",
    )
    due = days_after(since, days.assess_capacity)
    return NextStep(Duty.ASSESS, since, due, because, ASSESS, AN_ASSESSMENT + " about the enquiry", enquiry.concern_reference)


def _is_left_open(one: AssessmentFacts) -> bool:
    return one.conclusion == CapacityConclusion.NOT_CONCLUDED and one.ask_again_on is None


def _left_open(one: AssessmentFacts, days: Timescales) -> NextStep:
    since = one.at.date()
    because = (f"{_named(one)} No conclusion was reached, and no day is set to ask again.",)
    return NextStep(Duty.ASSESS, since, days_after(since, days.assess_capacity), because, ASSESS, AN_ASSESSMENT, one.concern_reference)


def ask_about_a_decision_again(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """A day was set to ask again about a decision, and it has not been assessed since.

    Law: Mental Capacity Act 2005 s1(3) and s4(3).
    """
    if facts.is_closed or facts.died_on:
        return ()
    return tuple(_again(one) for one in newest_of_each(facts) if one.ask_again_on)


def _again(one: AssessmentFacts) -> NextStep:
    because = [_named(one), f"It was agreed to ask again on {one.ask_again_on:%-d %B %Y}."]
    if one.best_times:
        because.append(f"Best times and conditions: {one.best_times}")
    settled = "a later assessment of the same decision"
    return NextStep(
        Duty.ASK_AGAIN, one.at.date(), one.ask_again_on, tuple(because), AGAIN, settled, one.concern_reference,
        told="Ask again about a decision, at a better time", page="assess-capacity",
    )  # fmt: skip


def best_interests_decision(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """The newest assessment of a decision found that the adult could not make it, and no decision in their best interests is recorded.

    Law: Mental Capacity Act 2005 s1(5) and s4. A decision that can wait is owed on the day until which it can.
    """
    if facts.is_closed or facts.died_on:
        return ()
    lacking = [one for one in newest_of_each(facts) if one.conclusion == CapacityConclusion.LACKS and not one.has_best_interests]
    return tuple(_decide(one, days) for one in lacking)


def _decide(one: AssessmentFacts, days: Timescales) -> NextStep:
    since = one.at.date()
    because = [_named(one), "No decision in their best interests is recorded."]
    if one.can_wait_until:
        because.append(f"It can wait until {one.can_wait_until:%-d %B %Y}.")
    due: date = one.can_wait_until or days_after(since, days.best_interests)
    settled = "a decision in their best interests, or a later assessment that finds they can decide"
    return NextStep(Duty.BEST_INTERESTS, since, due, tuple(because), BEST, settled, one.concern_reference)


def _named(one: AssessmentFacts) -> str:
    found = {
        CapacityConclusion.HAS: "the adult could make it then",
        CapacityConclusion.LACKS: "the adult could not make it then",
        CapacityConclusion.NOT_CONCLUDED: "not concluded",
    }
    return f"“{one.decision.rstrip('.')}”, assessed {one.at:%-d %B %Y}: {found[CapacityConclusion(one.conclusion)]}."
