"""Must there be a Safeguarding Adult Review, may there be one, or not? (Care Act 2014, section 44)"""

from collections.abc import Mapping
from dataclasses import dataclass

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.reviews import Criterion, ReviewKind

MUST = (Law("Care Act 2014, section 44(1) to (3): when a Safeguarding Adults Board must arrange a review"),)
MAY = (Law("Care Act 2014, section 44(4): a Board may arrange a review of any other case of an adult with needs in its area"),)


@dataclass(frozen=True)
class Section44:
    """What the section makes of the answers: must, may, not, or None where an answer that matters is not yet known."""

    kind: ReviewKind | None
    because: tuple[str, ...]
    law: tuple[Law, ...]


def review_of(answers: Mapping[str, str]) -> Section44:
    """What section 44 makes of the criteria as answered (yes, no, not known or nothing, by ``Criterion``).

    Law: Care Act 2014 s44(1)-(4).
    """
    if answers.get(Criterion.ADULT_IN_AREA) == Answer.NO:
        return Section44(ReviewKind.NOT, ("The section is about adults in the Board’s area with needs for care and support.",), MUST + MAY)
    if answers.get(Criterion.ADULT_IN_AREA) != Answer.YES:
        return _not_known(Criterion.ADULT_IN_AREA)
    conditions = _conditions(answers)
    together = answers.get(Criterion.TOGETHER)
    if together == Answer.NO or conditions is False:
        why = "There is no cause for concern about how agencies worked together." if together == Answer.NO else "Neither condition is met."
        return Section44(ReviewKind.MAY, (why, "There may still be a review, where there is something to learn."), MAY)
    if together != Answer.YES:
        return _not_known(Criterion.TOGETHER)
    if conditions is None:
        return _not_known(*_unknown(answers))
    condition = "the death may have resulted from abuse or neglect" if answers.get(Criterion.DIED) == Answer.YES else (
        "the adult, who is alive, may have experienced serious abuse or neglect"
    )
    return Section44(ReviewKind.MUST, ("There is cause for concern about how agencies worked together.", f"And {condition}."), MUST)


def _conditions(answers: Mapping[str, str]) -> bool | None:
    """Whether condition 1 or 2 is met: three answers of a yes or no, or not known."""
    died, from_abuse, serious = (answers.get(one) for one in (Criterion.DIED, Criterion.FROM_ABUSE, Criterion.SERIOUS))
    if died == Answer.YES:
        return {Answer.YES: True, Answer.NO: False}.get(from_abuse)
    if died == Answer.NO:
        return {Answer.YES: True, Answer.NO: False}.get(serious)
    return None


def _unknown(answers: Mapping[str, str]) -> tuple[Criterion, ...]:
    died = answers.get(Criterion.DIED)
    if died == Answer.YES:
        return (Criterion.FROM_ABUSE,)
    return (Criterion.SERIOUS,) if died == Answer.NO else (Criterion.DIED,)


def _not_known(*which: Criterion) -> Section44:
    return Section44(None, tuple(f"Not yet known: {one.label[0].lower()}{one.label[1:]}." for one in which), MUST)


def may_decide(*, decision: ReviewKind, found: Section44, reasons: str) -> Decision:
    """The panel's decision stands beside the section: a must is never decided away, and what is not a must is never called one.

    Law: Care Act 2014 s44(1) is a duty; s44(4) a power.
    """
    if not reasons.strip():
        return Decision(False, ("Write the panel’s reasons.",), found.law)
    if found.kind is None:
        return Decision(False, ("An answer that matters is not yet known, so nothing can be decided.", *found.because), found.law)
    if found.kind == ReviewKind.MUST and decision != ReviewKind.MUST:
        return Decision(False, ("By these answers there must be a review. Change an answer, with its reason, or decide for one.",), MUST)
    if found.kind != ReviewKind.MUST and decision == ReviewKind.MUST:
        return Decision(False, ("By these answers the law does not require a review. There may still be one.",), MAY)
    if found.kind == ReviewKind.NOT and decision == ReviewKind.MAY:
        return Decision(False, ("The section is about adults in the Board’s area with needs for care and support.",), MUST + MAY)
    return Decision(True, ("The decision fits the answers.",), found.law)
