"""Which record settled a duty, or ended its ground?

So that no duty leaves without Heard naming why: the answer to "it was on the list yesterday".
"""

from collections.abc import Callable
from datetime import date

from heard.rules.next_steps import alone, capacity, wishes
from heard.rules.next_steps.facts import AssessmentFacts, CaseFacts, ConversationFacts
from heard.rules.next_steps.step import Duty
from heard.rules.telling_the_referrer import must_be_told
from heard.rules.vocabulary.communication import Met
from heard.rules.vocabulary.concern import RaisedBy
from heard.rules.vocabulary.enquiry import Stage
from heard.rules.vocabulary.rights import CapacityConclusion
from heard.rules.vocabulary.voice import OfferAnswer

Names = list[str]
AFTER_DEATH = frozenset({Duty.RECORD_GROUND, Duty.DECIDE, Duty.TELL_REFERRER, Duty.REVIEW_PLAN, Duty.ANSWER_ASKED, Duty.ANSWER_CAPACITY,
                         Duty.ANSWER_SUPPORT})  # fmt: skip
AFTER_CLOSING = (AFTER_DEATH - {Duty.RECORD_GROUND}) | {Duty.TELL_ADULT, Duty.JUDGE, Duty.OFFER_FEEDBACK, Duty.ASK_EXPERIENCE,
                                                             Duty.JUDGE_AGAIN}  # fmt: skip


def settled_by(duty: Duty, facts: CaseFacts) -> tuple[str, ...]:
    """The records that settle a duty or end its ground, each in words; nothing where there is no such record.

    Practice: a duty leaves only for a record, so that whoever asks can be shown it.
    """
    ended = []
    if facts.died_on and duty not in AFTER_DEATH:
        ended.append(f"The adult’s death on {_on(facts.died_on)}.")
    if facts.is_closed and duty not in AFTER_CLOSING:
        ended.append("The closing of the case.")
    return tuple(dict.fromkeys([*BY_RECORD[duty](facts), *ended]))


def _on(day: date) -> str:
    return f"{day:%-d %B %Y}"


def _talks(facts: CaseFacts, counts: Callable[[ConversationFacts], bool], what: str) -> Names:
    return [
        f"The conversation of {_on(one.at.date())}, {what}." for one in sorted(facts.conversations, key=lambda one: one.at) if counts(one)
    ]


def _since(facts: CaseFacts, one: ConversationFacts) -> bool:
    return facts.began_on is None or one.at.date() >= facts.began_on


def _heard(facts: CaseFacts) -> Names:
    return _talks(facts, lambda one: one.heard and _since(facts, one), "in which the adult was heard")


def _alone(facts: CaseFacts) -> Names:
    found = alone.seen_alone(facts)
    return [*(found.because if found else ()), *_ended_enquiries(facts)]


def _again(facts: CaseFacts) -> Names:
    later = _talks(facts, lambda one: one.heard, "in which the adult was heard")
    return [*later, *_assessed(facts)]


def _asked(facts: CaseFacts) -> Names:
    found = _talks(facts, lambda one: one.asked_what_they_want, "in which the adult was asked what they want")
    found += ["A wish of the adult."] if facts.has_a_wish else []
    found += [f"What the adult said they want in concern {one.reference}." for one in facts.concerns if one.adult_said_what_they_want]
    return found + [f"The enquiry’s answer, for concern {one.concern_reference}." for one in facts.enquiries if one.asked in wishes.SAID]


def _helped(facts: CaseFacts) -> Names:
    found = [f"The conversation of {_on(day)}, with what helped the adult to take part." for day in facts.supported_on]
    said = facts.needs_were_met == Met.YES and facts.needs_reviewed_on
    return [*found, *([f"What the adult said on {_on(facts.needs_reviewed_on)}: what they need was met."] if said else [])]


def _ended_enquiries(facts: CaseFacts) -> Names:
    return [f"The end of the enquiry on {_on(one.concluded_on)}." for one in facts.enquiries if one.concluded_on]


def _difficulty(facts: CaseFacts) -> Names:
    of = facts.representation
    found = [f"The answer about difficulty of {_on(of.considered_on)}."] if of.difficulty is not None and of.considered_on else []
    return [*found, *_has_capacity(facts), *_answered(facts), *_ended_enquiries(facts)]


def _helpers(facts: CaseFacts) -> Names:
    of = facts.representation
    found = [f"The advocate who met the adult on {_on(one.days.met_on)}." for one in of.advocates if one.days.met_on]
    found += [f"{one.name}, who meets each test of an appropriate person." for one in of.people if one.is_appropriate]
    return [*found, *_difficulty(facts)]


def _representatives(facts: CaseFacts) -> Names:
    ended = facts.representation.last_ended_on
    answered = [f"The tests answered for {one.name}." for one in facts.representation.people if not one.against]
    return [*answered, *([f"The end of their part on {_on(ended)}."] if ended else [])]


def _imca(facts: CaseFacts) -> Names:
    considered = ["That an IMCA was considered, with a reason."] if facts.representation.imca_considered else []
    return [*considered, *_helpers(facts)]


def _assessed(facts: CaseFacts) -> Names:
    return [_name(one) for one in capacity.newest_of_each(facts)]


def _has_capacity(facts: CaseFacts) -> Names:
    """An assessment of another decision, or one that the adult lacks capacity, says nothing about help to take part in the enquiry."""
    has = [one for one in facts.assessments if one.is_about_enquiry and one.conclusion == CapacityConclusion.HAS]
    return [_name(one) for one in sorted(has, key=lambda one: (one.at, one.decision))]


def _name(one: AssessmentFacts) -> str:
    return f"The assessment of {_on(one.at.date())}: “{one.decision.rstrip('.')}”."


def _answered(facts: CaseFacts) -> Names:
    return [f"The enquiry’s answers, for concern {one.concern_reference}." for one in facts.enquiries
            if one.capacity_answered or one.support_answered]  # fmt: skip


def _told(facts: CaseFacts) -> Names:
    done = [one for one in facts.concerns if one.override and one.override.was_told == "yes"]
    return [*(f"That the adult was told, in concern {one.reference}." for one in done), *_grounds(facts)]


def _grounds(facts: CaseFacts) -> Names:
    return [f"The agreement, or the ground, recorded in concern {one.reference}." for one in facts.concerns if one.ground or one.agreement]


def _decided(facts: CaseFacts) -> Names:
    return [f"The decision of {_on(one.decided_on)} in concern {one.reference}." for one in facts.concerns if one.decided_on]


def _referrers(facts: CaseFacts) -> Names:
    found = [f"What whoever raised concern {one.reference} was told, or why not." for one in facts.concerns if one.referrer_settled]
    if facts.died_on and any(one.raised_by == RaisedBy.ADULT for one in facts.concerns):
        found.append(f"The adult, who raised it, died on {_on(facts.died_on)}.")
    return found + [
        f"That whoever raised concern {one.reference} is not to be told, or cannot be."
        for one in facts.concerns
        if not must_be_told(raised_by=one.raised_by, contact=one.raised_by_contact, wants_feedback=one.wants_feedback)
    ]


def _plans(facts: CaseFacts) -> Names:
    reviewed = [f"The review of the plan on {_on(one.plan_reviewed_on)}." for one in facts.enquiries if one.plan_reviewed_on]
    return [*reviewed, *_ended_enquiries(facts)]


def _judged(facts: CaseFacts) -> Names:
    return [f"The judgements of the wishes, for concern {one.concern_reference}." for one in facts.enquiries
            if not one.wishes_the_adult_has_not_judged]  # fmt: skip


def _answer(name: str) -> Callable[[CaseFacts], Names]:
    return lambda facts: [f"The enquiry’s answer, for concern {one.concern_reference}." for one in facts.enquiries if getattr(one, name)]


def _offered(facts: CaseFacts) -> Names:
    return [*_offers(facts), *_askings(facts), *_talks(facts, lambda one: one.stage == Stage.AFTER_CLOSING, "after closing")]


def _offers(facts: CaseFacts) -> Names:
    return [f"The offer of a say on {_on(one.feedback_offered_on)}." for one in facts.enquiries if one.feedback_offered_on]


def _askings(facts: CaseFacts) -> Names:
    asked = [one.asked_again_how_it_was_on or one.asked_how_it_was_on for one in facts.enquiries]
    return [f"What was recorded on how it was, asked on {_on(day)}." for day in asked if day]


def _asked_how_it_was(facts: CaseFacts) -> Names:
    asked = [one.asked_again_how_it_was_on for one in facts.enquiries if one.asked_again_how_it_was_on]
    return [*(f"What was recorded on how it was, asked on {_on(day)}." for day in asked), *_said_no(facts)]


def _judged_again(facts: CaseFacts) -> Names:
    asked = [one.judged_again_on for one in facts.enquiries if one.judged_again_on]
    return [*(f"The second judgement of the wishes, on {_on(day)}." for day in asked), *_said_no(facts)]


def _said_no(facts: CaseFacts) -> Names:
    said_no = [one for one in facts.enquiries if one.feedback_offered_on and one.feedback_answer == OfferAnswer.NO]
    return [f"The offer of a say on {_on(one.feedback_offered_on)}: they did not want to." for one in said_no]


BY_RECORD: dict[Duty, Callable[[CaseFacts], Names]] = {
    Duty.TALK: _heard, Duty.SEE_ALONE: _alone, Duty.ASK_AGAIN: _again, Duty.ASK_WISHES: _asked, Duty.MEET_COMMUNICATION: _helped,
    Duty.RECORD_DIFFICULTY: _difficulty, Duty.ARRANGE_ADVOCATE: _helpers, Duty.NAME_APPROPRIATE: _helpers,
    Duty.REVIEW_REPRESENTATIVE: _representatives, Duty.CONSIDER_IMCA: _imca, Duty.RECORD_GROUND: _grounds, Duty.DECIDE: _decided,
    Duty.TELL_ADULT: _told, Duty.TELL_REFERRER: _referrers, Duty.ASSESS: lambda facts: [*_assessed(facts), *_grounds(facts)],
    Duty.BEST_INTERESTS: _assessed, Duty.REVIEW_PLAN: _plans, Duty.JUDGE: _judged, Duty.ANSWER_ASKED: _answer("asked"),
    Duty.ANSWER_CAPACITY: _answer("capacity_answered"), Duty.ANSWER_SUPPORT: _answer("support_answered"), Duty.OFFER_FEEDBACK: _offered,
    Duty.ASK_EXPERIENCE: _asked_how_it_was, Duty.JUDGE_AGAIN: _judged_again,
}  # fmt: skip
