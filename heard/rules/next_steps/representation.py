"""Does the adult need help to be involved, and is that help there?

All of it is worked out again each time from what is recorded: a source of risk, a change among the people around the adult, an objection
or a new assessment of capacity shows at once.
"""

from datetime import date

from heard.rules import appropriate_person, consider_imca, substantial_difficulty
from heard.rules.decision import Decision, Law
from heard.rules.independent_advocate import DUTY, has_met_the_adult, law_of, must_have_advocate
from heard.rules.next_steps.facts import CaseFacts, EnquiryFacts, RepresentationFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import SupportedBy
from heard.rules.vocabulary.rights import AdvocateKind, CapacityConclusion, ImcaPoint

URGENT = Law("Care and support statutory guidance, chapter 14: an urgent enquiry may begin before the advocate is in place", checked=False)
IN_THE_RETURN = {SupportedBy.ADVOCATE, SupportedBy.IMCA}


def record_difficulty(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """Something points to substantial difficulty, or it was left open, and nobody has answered whether there is any.

    Law: Care Act 2014 s68(3). Nothing recorded is never read as none.
    """
    of = facts.representation
    if of.difficulty is not None:
        return ()
    found = [(one, why) for one in _open(facts) if (why := _why_to_ask(one, of))]
    return tuple(
        NextStep(
            Duty.RECORD_DIFFICULTY, since := _latest(one.started_on, of.considered_on), days_after(since, days.record_difficulty),
            why, substantial_difficulty.LAW, "an answer for each of the four areas", one.concern_reference,
        )
        for one, why in found
    )  # fmt: skip


def arrange_advocate(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """Substantial difficulty, or signs of it and no answer, nobody appropriate, and no advocate who has met the adult.

    Law: Care Act 2014 s68. In an "other" enquiry it is a power with practice as its source.
    """
    settled = "an advocate who has met the adult, somebody appropriate, or an answer that there is no substantial difficulty"
    return tuple(
        NextStep(
            Duty.ARRANGE_ADVOCATE, since := _since(one, facts.representation), days_after(since, days.arrange_advocate),
            (*owed.because, *_how_far(one, facts.representation)), (*owed.law, URGENT) if owed.law == DUTY else owed.law, settled,
            one.concern_reference,
        )
        for one, owed in _without_help(facts)
    )  # fmt: skip


def name_appropriate_person(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """The adult needs help to be involved, and it is not recorded whether somebody around them meets each test.

    Law: Care Act 2014 s68(4) to (6): the advocate is owed where there is nobody appropriate, so that is asked.
    """
    of = facts.representation
    if any(one.is_appropriate for one in of.people):
        return ()
    tried = tuple(f"{one.name} is named, and not every test is met or answered." for one in of.people)
    settled = "somebody who meets each test, or an advocate who has met the adult"
    return tuple(
        NextStep(
            Duty.NAME_APPROPRIATE, since := _since(one, of), days_after(since, days.name_appropriate), (*owed.because, *tried),
            appropriate_person.LAW if owed.law == DUTY else owed.law, settled, one.concern_reference,
        )
        for one, owed in _without_help(facts)
    )  # fmt: skip


def review_representative(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """Somebody represents the adult, and something recorded since stands against it.

    Law: Care Act 2014 s68(5); a representative who may pose a risk loses sight of the adult's words at that moment.
    """
    against = [one for one in facts.representation.people if one.against]
    if facts.is_closed or facts.died_on or not against:
        return ()
    since = max(one.against_since or one.started_on for one in against)
    because = tuple(why for one in sorted(against, key=lambda one: (one.started_on, one.name)) for why in one.against)
    settled = "the end of their part, or each test answered again"
    return (
        NextStep(
            Duty.REVIEW_REPRESENTATIVE, since, days_after(since, days.review_representative), because, appropriate_person.LAW, settled
        ),
    )


def consider_an_imca(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """The adult lacks capacity for a decision in the enquiry, and an IMCA has not been considered at one of the two points.

    Practice: SCIE guide 32, at planning and at the plan.
    """
    return tuple(step for one in _open(facts) for step in _imca(one, facts.representation, days))


def _imca(enquiry: EnquiryFacts, of: RepresentationFacts, days: Timescales) -> list[NextStep]:
    instructed = has_met_the_adult(one.days for one in of.advocates if one.kind == AdvocateKind.IMCA)
    if instructed or SupportedBy.IMCA in enquiry.supported_by:
        return []
    plan_made_on = (enquiry.plan_made_on or enquiry.started_on) if enquiry.has_a_plan else None
    points = consider_imca.points_to_consider(
        lacks_capacity=_lacks(enquiry, of), plan_made_on=plan_made_on, considered=of.imca_considered
    )  # fmt: skip
    began = {ImcaPoint.PLANNING: _latest(enquiry.started_on, of.last_assessed_on), ImcaPoint.PLAN: plan_made_on}
    return [
        NextStep(
            Duty.CONSIDER_IMCA, began[point], days_after(began[point], days.consider_imca),
            ("The adult lacked capacity for a decision in this enquiry.", f"Not considered yet at this point: {point.label.lower()}."),
            consider_imca.CONSIDER, "a named person’s decision, with a reason either way", enquiry.concern_reference,
        )
        for point in points
    ]  # fmt: skip


def _open(facts: CaseFacts) -> list[EnquiryFacts]:
    gone = facts.is_closed or facts.died_on
    return [] if gone else [one for one in facts.enquiries if one.concluded_on is None]


def _lacks(enquiry: EnquiryFacts, of: RepresentationFacts) -> bool:
    return enquiry.had_capacity == Answer.NO or of.last_conclusion == CapacityConclusion.LACKS


def _why_to_ask(enquiry: EnquiryFacts, of: RepresentationFacts) -> tuple[str, ...]:
    signs = substantial_difficulty.signs_of_difficulty(
        lacks_capacity=_lacks(enquiry, of), needs_advocate_support=of.needs_advocate_support
    )  # fmt: skip
    left_open = ("It was considered, and not every area has an answer.",) if of.considered_on else ()
    return (*signs.because, *left_open) if signs else left_open


def _without_help(facts: CaseFacts) -> list[tuple[EnquiryFacts, Decision]]:
    """The open enquiries in which the adult needs help to be involved and has none, each with why."""
    of = facts.representation
    helped = [one for one in of.people if one.is_appropriate]
    found = []
    for one in _open(facts):
        if has_met_the_adult(advocate.days for advocate in of.advocates) or IN_THE_RETURN & set(one.supported_by):
            continue
        owed = must_have_advocate(
            kind=one.kind, difficulty=of.difficulty, has_appropriate_person=bool(helped),
            advocate_anyway=any(person.wants_advocate_as_well for person in helped),
        )  # fmt: skip
        signs = _why_to_ask(one, of)
        if owed or (owed.yes is None and signs):
            found.append((one, Decision(True, (*owed.because, *signs), law_of(one.kind)) if owed.yes is None else owed))
    return found


def _how_far(enquiry: EnquiryFacts, of: RepresentationFacts) -> tuple[str, ...]:
    waiting = sorted((one.days for one in of.advocates if not one.days.ended_on), key=lambda days: days.referred_on)
    told = [
        f"An advocate accepted on {one.accepted_on:%-d %B %Y} and has not met the adult yet."
        if one.accepted_on
        else f"An advocate was asked for on {one.referred_on:%-d %B %Y} and has not accepted yet."
        for one in waiting
    ]
    began = f"The enquiry began on {enquiry.started_on:%-d %B %Y}."
    return (*told, f"{began} It may go on where it is urgent; this stays owed until an advocate is there.")


def _since(enquiry: EnquiryFacts, of: RepresentationFacts) -> date:
    return _latest(enquiry.started_on, of.considered_on, of.last_ended_on)


def _latest(first: date, *others: date | None) -> date:
    return max([first, *(one for one in others if one)])
