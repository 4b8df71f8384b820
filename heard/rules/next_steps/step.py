"""What is one thing a case needs, and how long is it given?"""

from dataclasses import dataclass
from datetime import date, timedelta

from heard.rules.decision import Law
from heard.rules.labelled import Labelled


class Duty(Labelled):
    """Everything a case can need. The slugs are what ``heard duties`` prints, so they never change; the labels may."""

    TALK = "talk-to-the-adult", "Talk to the adult"
    SEE_ALONE = "see-the-adult-alone", "See the adult alone, in a safe place"
    ASK_AGAIN = "ask-again", "Try again to hear the adult"
    ASK_WISHES = "ask-what-they-want", "Ask the adult what they want to happen"
    RECORD_DIFFICULTY = "record-difficulty", "Record whether the adult has substantial difficulty in being involved"
    ARRANGE_ADVOCATE = "arrange-advocate", "Arrange an independent advocate"
    NAME_APPROPRIATE = "name-appropriate-person", "Find out whether somebody appropriate can help the adult take part"
    REVIEW_REPRESENTATIVE = "review-representative", "Look again at who represents the adult"
    CONSIDER_IMCA = "consider-imca", "Consider an independent mental capacity advocate (IMCA)"
    MEET_COMMUNICATION = "meet-communication-need", "Speak with the adult in the way they need"
    RECORD_GROUND = "record-agreement-ground", "Record why this goes on without the adult's agreement"
    TELL_ADULT = "tell-the-adult", "Tell the adult what was done without their agreement"
    DECIDE = "decide-section-42", "Decide whether there is an enquiry"
    TELL_REFERRER = "tell-the-referrer", "Tell the person who raised the concern"
    ASSESS = "assess-capacity", "Assess capacity for this decision"
    BEST_INTERESTS = "best-interests-decision", "Decide in the adult’s best interests"
    REVIEW_PLAN = "review-plan", "Review the safeguarding plan"
    JUDGE = "judge-outcomes", "Ask the adult whether what they wanted happened"
    ANSWER_ASKED = "answer-asked", "Record whether the adult was asked what they want"
    ANSWER_CAPACITY = "answer-capacity", "Record whether the adult had capacity for decisions in the enquiry"
    ANSWER_SUPPORT = "answer-support", "Record who supported the adult"
    OFFER_FEEDBACK = "offer-feedback", "Offer the adult a say on how it went"
    ASK_EXPERIENCE = "ask-experience", "Ask the adult again how it was for them"
    JUDGE_AGAIN = "judge-again", "Ask the adult again whether what they wanted happened"


@dataclass(frozen=True)
class Timescales:
    """Days given for each thing. Targets that a council sets, never law: they warn and never block."""

    talk: int = 1
    see_alone: int = 5
    meet_communication: int = 5
    record_ground: int = 1
    tell_adult: int = 5
    tell_adult_soonest: int = 1
    record_difficulty: int = 2
    arrange_advocate: int = 2
    name_appropriate: int = 2
    review_representative: int = 1
    consider_imca: int = 5
    decide: int = 2
    tell_referrer: int = 5
    assess_capacity: int = 7
    best_interests: int = 7
    review_plan: int = 90
    conclude: int = 84
    judge: int = 7
    return_answers: int = 7
    offer_feedback: int = 56
    ask_experience: int = 56
    judge_again: int = 56


@dataclass(frozen=True)
class NextStep:
    """Something owed: since when, by when, why here, on what law or practice, what settles it, and which concern it is about.

    ``page`` names the page that settles it, where that is not its duty's.
    """

    duty: Duty
    since: date
    due: date
    because: tuple[str, ...]
    law: tuple[Law, ...]
    settled_by: str
    concern: str = ""
    told: str = ""
    page: str = ""

    @property
    def slug(self) -> str:
        """What it is called in records: its duty's slug."""
        return str(self.duty)

    @property
    def name(self) -> str:
        """What is shown for it: ``told`` where this one has words of its own, else its duty's label."""
        return self.told or self.duty.label

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed.

        Practice: a target that has passed is shown as such; nothing is stopped by it.
        """
        return self.due < today


def days_after(day: date, days: int) -> date:
    """The day that many calendar days later.

    Practice: timescales are the council's own targets (London procedures: "desired targets rather than definitive timescales").
    """
    return day + timedelta(days=days)
