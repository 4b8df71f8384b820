"""May an enquiry stop because the adult asks?

Four questions come first. They inform: a yes is shown with what it means, and whoever stops all the same says why.
"""

from collections.abc import Mapping

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import BeforeCeasing, Finding, ReasonForClosing

DUTY = Law("Care Act 2014 s42(2): the council decides whether any action should be taken")
OTHERS = Law("Local procedure: where others are at risk the enquiry continues")

MEANS: dict[BeforeCeasing, str] = {
    BeforeCeasing.OTHERS_AT_RISK: "Somebody else may be at risk. The enquiry goes on for them, and the adult is told.",
    BeforeCeasing.COERCION: "The adult may be pressed or controlled. Talk with them alone first.",
    BeforeCeasing.CRIME: "A crime may have been committed. Talk with the police about it, and tell the adult unless that is dangerous.",
    BeforeCeasing.POSITION_OF_TRUST: "A person in a position of trust may pose a risk to others. Use that process as well.",
}


def is_ceasing(*, reason: ReasonForClosing | None, findings: tuple[Finding, ...] = ()) -> bool:
    """Whether the enquiry stops because the adult asks: the reason for closing, or the finding of any risk, says so.

    Practice: statutory return, table SG2c, "enquiry ceased at individual's request".
    """
    return reason == ReasonForClosing.ADULTS_REQUEST or Finding.CEASED in findings


def may_cease(*, answers: Mapping[BeforeCeasing, Answer], stopping_because: str = "") -> Decision:
    """None until all four are answered; no where an answer is not "no" and nobody has said why it is right to stop all the same.

    Law: Care Act 2014 s42(2). Practice: if others are at risk the enquiry continues (BCP procedure); handbook rule R6.
    """
    if any(not answers.get(question) for question in BeforeCeasing):
        return Decision(None, ("Before stopping because the adult asks, answer the four questions.",), (DUTY, OTHERS))
    meanings = tuple(
        MEANS[question] if answers[question] == Answer.YES else f"Not yet known: {question.label[0].lower()}{question.label[1:]}"
        for question in BeforeCeasing
        if answers[question] != Answer.NO
    )
    if meanings and not stopping_because.strip():
        return Decision(False, (*meanings, "Say why it is right to stop all the same."), (DUTY, OTHERS))
    return Decision(True, meanings, (DUTY, OTHERS))
