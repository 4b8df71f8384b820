"""Has the adult been seen alone and in a safe place?"""

from heard.rules.decision import Decision, Law
from heard.rules.next_steps.facts import CaseFacts, ConversationFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.seen_alone import ALONE, HEARD, MayPoseRisk, how_heard, was_alone, who_may_pose_a_risk_was_there
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.voice import Alone

SEEN = (ALONE, Law("Safeguarding Adult Reviews: “not speaking to the adult alone” is the commonest theme of one Board’s reviews"))
SETTLED = "a conversation alone and in a safe place, or the adult’s own wish for company that may not pose a risk"
IN_WORDS = {
    Alone.YES: "heard alone",
    Alone.NO: "others were there",
    Alone.WISHED_COMPANY: "the adult wanted company",
    Alone.NOT_POSSIBLE: "seeing them alone was not possible",
}

PLACE = {
    Answer.YES: ", in a safe place",
    Answer.NO: ", and the place was not safe",
    Answer.NOT_KNOWN: ", and whether the place was safe is not known",
}


def see_the_adult_alone(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """An enquiry is open, and the adult has neither been heard alone nor asked for company that may not pose a risk.

    Practice: one contact alone, in a safe place, or a reason (findings of Safeguarding Adult Reviews); the adult's wish is a good one.
    """
    began = facts.began_on
    is_open = [one.started_on for one in facts.enquiries if one.concluded_on is None]
    if facts.is_closed or facts.died_on or began is None or not is_open:
        return ()
    talks = _talks(facts)
    if any(settles(one, facts.may_pose_risk) for one in talks):
        return ()
    since = min(is_open)
    told = tuple(_in_words(one, facts.may_pose_risk) for one in talks)
    because = (f"Nobody has recorded seeing the adult alone since the concern of {began:%-d %B %Y}.", *told)
    return (NextStep(Duty.SEE_ALONE, since, days_after(since, days.see_alone), because, SEEN, SETTLED),)


def seen_alone(facts: CaseFacts) -> Decision:
    """Whether the adult has been spoken to alone, or wanted company that may not pose a risk, since the concern that is still open.

    Practice: as ``see_the_adult_alone``; shown on every enquiry, whether something is owed or not.
    """
    talks = _talks(facts) if facts.began_on else []
    good = [one for one in talks if settles(one, facts.may_pose_risk)]
    told = tuple(_in_words(one, facts.may_pose_risk) for one in good or talks)
    return Decision(bool(good), told or ("No conversation in which the adult was heard is recorded.",), SEEN)


def settles(talk: ConversationFacts, known: tuple[MayPoseRisk, ...]) -> bool:
    """Whether the adult was heard alone in it, or wanted company, nobody was there who may pose a risk, and the place was not unsafe.

    A place that nobody recorded is neither safe nor unsafe; one known not to be safe leaves the duty standing.

    Practice: a wish for company, said in front of somebody who may pose a risk, may not be the adult's own.
    """
    if not _is_heard(talk) or talk.safe_place == Answer.NO or who_may_pose_a_risk_was_there(present=talk.present, known=known):
        return False
    if talk.alone == Alone.WISHED_COMPANY:
        return bool(talk.present) or not known
    return was_alone(alone=talk.alone, present=talk.present)


def _talks(facts: CaseFacts) -> list[ConversationFacts]:
    since_then = [one for one in facts.conversations if one.at.date() >= facts.began_on and _is_heard(one)]
    return sorted(since_then, key=lambda one: (one.at, one.alone, one.present))


def _is_heard(talk: ConversationFacts) -> bool:
    return how_heard(not_heard_because=talk.not_heard_because, alone=talk.alone, spoken_by=talk.spoken_by) in HEARD


def _in_words(talk: ConversationFacts, known: tuple[MayPoseRisk, ...]) -> str:
    how = IN_WORDS[Alone(talk.alone)] if talk.alone else "whether alone was not recorded"
    said = f"{talk.at:%-d %B %Y}: {how}{PLACE.get(talk.safe_place, '')}."
    there = who_may_pose_a_risk_was_there(present=talk.present, known=known)
    if there:
        return f"{said} There with them, and may pose a risk: {', '.join(there)}."
    if talk.alone == Alone.WISHED_COMPANY and known and not talk.present:
        return f"{said} Who was there is not recorded, and somebody in their life may pose a risk."
    return said
