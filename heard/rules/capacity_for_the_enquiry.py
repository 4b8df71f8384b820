"""What do the assessments say for the enquiry's own answer about capacity, and does a named person's answer differ?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.rights import CapacityConclusion

RETURN = (Law("Safeguarding Adults Collection, table SG3a"), Law("Mental Capacity Act 2005, section 1(2) and section 2(1)"))


@dataclass(frozen=True)
class Assessed:
    """The newest result for one decision about the enquiry."""

    decision: str
    conclusion: str
    on: date


@dataclass(frozen=True)
class Suggested:
    """The answer that the assessments suggest ("" for none), and what it rests on in words."""

    answer: str = ""
    because: tuple[str, ...] = ()


def suggested_answer(assessed: Iterable[Assessed]) -> Suggested:
    """No where the adult could not make one of the decisions about the enquiry; yes where they could make all; else none is suggested.

    Practice: the return asks of "decisions about the enquiry" (SG3a); the newest result for each decision counts.
    """
    rows = sorted(assessed, key=lambda one: (one.on, one.decision))
    labels = {one.value: one.label.lower() for one in CapacityConclusion}
    because = tuple(f"{one.decision.rstrip('.')}, assessed {one.on:%-d %B %Y}: {labels[one.conclusion]}." for one in rows)
    if any(one.conclusion == CapacityConclusion.LACKS for one in rows):
        return Suggested(Answer.NO, because)
    if rows and all(one.conclusion == CapacityConclusion.HAS for one in rows):
        return Suggested(Answer.YES, because)
    return Suggested("", because)


def may_answer(*, answer: str, suggested: str, because: str) -> Decision:
    """A named person may answer other than the assessments suggest, and says why.

    Practice: the answer for the return is a named person's; a difference from the assessments has its reason.
    """
    if suggested and answer != suggested and not because.strip():
        return Decision(False, ("Your answer is not what the assessments say. Write why it is different.",), RETURN)
    return Decision(True, law=RETURN)
