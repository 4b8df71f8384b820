"""Everything a case needs next, soonest first."""

from heard.rules.next_steps import agreement, alone, capacity, communication, concerns, ending, representation, talking, wishes
from heard.rules.next_steps.facts import CaseFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales

RULES = (
    talking.talk_to_the_adult,
    alone.see_the_adult_alone,
    talking.ask_again,
    wishes.ask_what_they_want,
    communication.meet_communication_need,
    representation.record_difficulty,
    representation.arrange_advocate,
    representation.name_appropriate_person,
    representation.review_representative,
    representation.consider_an_imca,
    concerns.record_agreement_ground,
    agreement.tell_the_adult,
    agreement.assess_for_the_ground,
    concerns.decide_section_42,
    concerns.tell_the_referrer,
    capacity.assess_capacity,
    capacity.ask_about_a_decision_again,
    capacity.best_interests_decision,
    ending.review_plan,
    wishes.judge_outcomes,
    ending.settle_return_answers,
    ending.offer_feedback,
    ending.ask_experience,
    ending.judge_again,
)
PLACE = {duty: place for place, duty in enumerate(Duty)}


def next_steps(facts: CaseFacts, days: Timescales | None = None) -> tuple[NextStep, ...]:
    """What the case needs, soonest first; on one day, hearing the adult first.

    Practice: Heard informs and people decide; each rule names its own law or practice.
    """
    given = days or Timescales()
    found = [step for rule in RULES for step in rule(facts, given)]
    return tuple(sorted(found, key=lambda step: (step.due, PLACE[step.duty], step.concern)))
