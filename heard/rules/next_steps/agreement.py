"""What is still owed where something goes on, or went on, without the adult's agreement?"""

from heard.rules.acting_without_agreement import assessment_is_owed
from heard.rules.agreement_to_raise import asks_why
from heard.rules.decision import Law
from heard.rules.next_steps.facts import CaseFacts, ConcernFacts, OverrideFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.telling_the_adult import SOONEST, TELL, adult_is_to_be_told, told_by
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.concern import Agreement, Ground
from heard.rules.vocabulary.rights import CapacityConclusion

SETTLED = "a record that the adult was told, when and how"


def tell_the_adult(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """Something was done without the adult's agreement and nobody has recorded telling them. It is owed after closing too.

    Practice: SCIE, tell the person unless that is dangerous; York, as soon as possible where asking was not practicable.
    """
    if facts.died_on:
        return ()
    return tuple(filter(None, (_told(one, days) for one in facts.concerns)))


def _told(concern: ConcernFacts, days: Timescales) -> NextStep | None:
    if concern.override is not None:
        return None if concern.override.was_told == YesNo.YES else _after_the_decision(concern, concern.override, days)
    owed = adult_is_to_be_told(agreement=concern.agreement, ground=concern.ground, adult_knows=concern.adult_knows)
    if not owed:
        return None
    since = concern.received_on
    due = told_by(ground=concern.ground, since=since, tell_by=None, soonest=days.tell_adult_soonest, otherwise=days.tell_adult)
    return NextStep(Duty.TELL_ADULT, since, due, owed.because, owed.law, SETTLED, concern.reference, page="act-without-agreement")


def _after_the_decision(concern: ConcernFacts, override: OverrideFacts, days: Timescales) -> NextStep:
    ground, since = override.ground, override.decided_on
    due = told_by(ground=ground, since=since, tell_by=override.tell_by, soonest=days.tell_adult_soonest, otherwise=days.tell_adult)
    because = [f"On {since:%-d %B %Y} it was decided to act without the adult’s agreement: {Ground(ground).label.lower()}."]
    if override.not_told_because:
        because.append(f"Why they were not told then: {override.not_told_because}")
    because.append(f"They are to be told by {due:%-d %B %Y}.")
    law: tuple[Law, ...] = (SOONEST,) if ground == Ground.NOT_PRACTICABLE else (TELL,)
    return NextStep(Duty.TELL_ADULT, since, due, tuple(because), law, SETTLED, concern.reference)


def assess_for_the_ground(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """The ground says that the adult lacks capacity to decide this, and no assessment stands behind it.

    Law: Mental Capacity Act 2005 s2 and s3. Practice: York procedures and handbook rule R3, or "urgent, to follow by".
    """
    if facts.is_closed or facts.died_on:
        return ()
    return tuple(filter(None, (_assess(one, facts, days) for one in facts.concerns)))


def _assess(concern: ConcernFacts, facts: CaseFacts, days: Timescales) -> NextStep | None:
    override = concern.override or (OverrideFacts(concern.ground, concern.received_on) if _goes_on_without(concern) else None)
    if override is None:
        return None
    behind = override.has_assessment or _is_assessed(concern, facts)
    owed = assessment_is_owed(ground=override.ground, has_assessment=behind)
    if not owed:
        return None
    due = override.assessment_to_follow_by or days_after(override.decided_on, days.assess_capacity)
    because = owed.because
    if override.assessment_to_follow_by:
        because = (*because, f"It was urgent; the assessment is to follow by {due:%-d %B %Y}.")
    settled = "an assessment of that decision, linked to the ground; or one about the enquiry that found they could not decide"
    return NextStep(Duty.ASSESS, override.decided_on, due, because, owed.law, settled, concern.reference)


def _goes_on_without(concern: ConcernFacts) -> bool:
    return bool(concern.agreement) and asks_why(Agreement(concern.agreement))


def _is_assessed(concern: ConcernFacts, facts: CaseFacts) -> bool:
    about = [one for one in facts.assessments if one.is_about_enquiry and one.concern_reference == concern.reference]
    return any(one.conclusion == CapacityConclusion.LACKS for one in about)
