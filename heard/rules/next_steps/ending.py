"""What do the plan, the return and the adult need as an enquiry ends?"""

from heard.rules.decision import Law
from heard.rules.next_steps.facts import CaseFacts, EnquiryFacts
from heard.rules.next_steps.step import Duty, NextStep, Timescales, days_after
from heard.rules.offering_feedback import counts_for
from heard.rules.vocabulary.enquiry import Stage
from heard.rules.vocabulary.voice import OfferAnswer

PLAN = (
    Law("Local procedures: every safeguarding plan has a day on which it is reviewed"),
    Law("Care and support statutory guidance, chapter 14", checked=False),
)
RETURN = {
    Duty.ANSWER_ASKED: (Law("Safeguarding Adults Collection, table SG4a"),),
    Duty.ANSWER_CAPACITY: (Law("Safeguarding Adults Collection, table SG3a"), Law("Mental Capacity Act 2005, section 1(2)")),
    Duty.ANSWER_SUPPORT: (Law("Safeguarding Adults Collection, table SG3a"), Law("Care Act 2014, section 68")),
}
FRAMEWORK = (Law("Making Safeguarding Personal outcomes framework (LGA and ADASS, 2018): within eight weeks of closing"),)


def review_plan(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """An open enquiry has a plan that nobody has reviewed yet.

    Practice: review dates belong to the plan (South Tyneside, Liverpool); the day without one is the council's own target.
    """
    return tuple(_review(one, days) for one in facts.enquiries if one.has_a_plan and not one.concluded_on and not one.plan_reviewed_on)


def _review(enquiry: EnquiryFacts, days: Timescales) -> NextStep:
    since = enquiry.plan_made_on or enquiry.started_on
    due = enquiry.plan_review_on or days_after(since, days.review_plan)
    because = f"The plan is to be reviewed on {due:%-d %B %Y}." if enquiry.plan_review_on else "The plan has no day of review."
    settled = "a review of the plan, or the end of the enquiry"
    return NextStep(Duty.REVIEW_PLAN, since, due, (because,), PLAN, settled, enquiry.concern_reference)


def settle_return_answers(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """A concluded enquiry, or one whose judging has begun, lacks an answer that the statutory return counts.

    Practice: "don't know" is a human answer, "not recorded" the lack of one; the return keeps the two apart.
    """
    ending = [one for one in facts.enquiries if one.concluded_on or one.judging_began_on]
    return tuple(step for one in ending for step in _answers(one, days))


def _answers(enquiry: EnquiryFacts, days: Timescales) -> list[NextStep]:
    since = enquiry.concluded_on or enquiry.judging_began_on
    due = days_after(since, days.return_answers)
    missing = {
        Duty.ANSWER_ASKED: not enquiry.asked,
        Duty.ANSWER_CAPACITY: not enquiry.capacity_answered,
        Duty.ANSWER_SUPPORT: not enquiry.support_answered,
    }
    because = ("The enquiry is ending and this answer is not recorded.",)
    return [
        NextStep(duty, since, due, because, RETURN[duty], "an answer; “not known” is one", enquiry.concern_reference)
        for duty, is_missing in missing.items()
        if is_missing
    ]


def offer_feedback(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """An enquiry has concluded, and nobody has offered the adult a say on how it was, or spoken with them since.

    Practice: Making Safeguarding Personal outcomes framework, within eight weeks, by somebody other than the lead or by the lead.
    """
    if facts.died_on:
        return ()
    concluded = [one for one in facts.enquiries if one.concluded_on and not _has_had_a_say(one, facts)]
    return tuple(
        NextStep(
            Duty.OFFER_FEEDBACK, one.concluded_on, days_after(one.concluded_on, days.offer_feedback),
            (f"The enquiry ended on {one.concluded_on:%-d %B %Y}. No offer and no conversation after closing is recorded.",),
            FRAMEWORK, "the offer, whatever the adult answers, what they said of how it was, or a conversation after closing",
            one.concern_reference,
        )
        for one in concluded
    )  # fmt: skip


def ask_experience(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """The adult was offered a say, or asked as the enquiry closed, and nobody has asked them again since. Not where they said no.

    Practice: Making Safeguarding Personal outcomes framework, after closing and within eight weeks, best by somebody other than the lead.
    """
    if facts.died_on:
        return ()
    return tuple(
        NextStep(
            Duty.ASK_EXPERIENCE, one.concluded_on, days_after(one.concluded_on, days.ask_experience),
            (
                f"The enquiry ended on {one.concluded_on:%-d %B %Y}. What the adult says of how it was, since then, is not recorded.",
                "Somebody who did not lead the enquiry is best: it is easier to be frank with them.",
            ),
            FRAMEWORK, "what the adult answers, or that they did not want to, or could not", one.concern_reference,
        )
        for one in facts.enquiries
        if one.concluded_on and _has_had_a_say(one, facts) and not _has_said_no(one) and not _asked_again(one)
    )  # fmt: skip


def judge_again(facts: CaseFacts, days: Timescales) -> tuple[NextStep, ...]:
    """The adult was asked, or offered a say, as the enquiry closed, and has not judged again since whether their wishes happened.

    Practice: Making Safeguarding Personal outcomes framework, after closing and within eight weeks. Not where they said no to being asked.
    """
    if facts.died_on:
        return ()
    return tuple(
        NextStep(
            Duty.JUDGE_AGAIN, one.concluded_on, days_after(one.concluded_on, days.judge_again),
            (
                f"The enquiry ended on {one.concluded_on:%-d %B %Y}. {_wishes_were(one.wishes_to_judge_again)} judged then, and not since.",
                "Whether it lasted is often seen only later.",
            ),
            FRAMEWORK, "a second judgement, or that they did not want to say", one.concern_reference,
        )
        for one in facts.enquiries
        if one.concluded_on and one.wishes_to_judge_again and _has_had_a_say(one, facts) and not _has_said_no(one)
    )  # fmt: skip


def _wishes_were(number: int) -> str:
    return "One wish was" if number == 1 else f"{number} wishes were"


def _has_had_a_say(enquiry: EnquiryFacts, facts: CaseFacts) -> bool:
    asked, closed = enquiry.asked_how_it_was_on, enquiry.concluded_on
    return _offered(enquiry) or _spoken_after(enquiry, facts) or bool(asked and counts_for(closed_on=closed, offered_on=asked))


def _has_said_no(enquiry: EnquiryFacts) -> bool:
    return enquiry.feedback_answer == OfferAnswer.NO and _offered(enquiry)


def _asked_again(enquiry: EnquiryFacts) -> bool:
    return enquiry.asked_again_how_it_was_on is not None and enquiry.asked_again_how_it_was_on >= enquiry.concluded_on


def _offered(enquiry: EnquiryFacts) -> bool:
    offered = enquiry.feedback_offered_on
    return offered is not None and counts_for(closed_on=enquiry.concluded_on, offered_on=offered)


def _spoken_after(enquiry: EnquiryFacts, facts: CaseFacts) -> bool:
    return any(one.stage == Stage.AFTER_CLOSING and one.at.date() >= enquiry.started_on for one in facts.conversations)
