"""What must be recorded with the answers to section 42(1)?"""

from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer

LAW = (
    Law("Care Act 2014, section 42(1)"),
    Law("Making decisions on the duty to carry out safeguarding adults enquiries (LGA and ADASS, 2019)"),
)
PART_NAMES = {
    "needs_care_and_support": "needs for care and support",
    "at_risk": "abuse or neglect, or the risk of it",
    "cannot_protect_self": "being able to protect themselves",
}


def needs_follow_up(answers: dict[str, str]) -> bool:
    """Whether something is "not yet known", so that there must be a day to come back to it. ``answers`` is slug by part.

    Practice: not yet known is allowed for a time, never for ever.
    """
    return any(answer == Answer.NOT_KNOWN for answer in answers.values())


def may_record_answers(*, answers: dict[str, str], reasons: dict[str, str], follow_up_on: date | None, today: date) -> Decision:
    """Whether the answers can be kept: each of the three parts given has its reason, and what is not yet known has a day to come back.

    ``answers`` may also hold where the adult is and whether they are 18 or over, which need no reason.

    Practice: LGA and ADASS 2019 framework, the why of each part is recorded.
    """
    missing = [
        f"Say why you answered as you did about {name}."
        for part, name in PART_NAMES.items()
        if answers.get(part) and not reasons.get(part, "").strip()
    ]
    if not any(answers.values()):
        missing.append("Answer at least one question.")
    if needs_follow_up(answers) and follow_up_on is None:
        missing.append("Give the day you will come back to what is not yet known.")
    if follow_up_on is not None and needs_follow_up(answers) and follow_up_on < today:
        missing.append("The day you will come back to it must be today or later.")
    return Decision(not missing, tuple(missing), LAW)
