"""Where does a recommendation stand, and did what changed last?"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.labelled import Labelled
from heard.rules.vocabulary.reviews import RecommendationState, RecommendationStep

PRACTICE = (Law("Safeguarding Adult Reviews: recommendations followed to evidence of change, and looked at again after six months"),)
MONTHS = 6


class Due(Labelled):
    """Why a recommendation or an action is due now."""

    LATE = "late", "Past its day"
    LOOK_AGAIN = "look-again", "To be looked at again: does it hold?"


_LEADS_TO = {
    RecommendationStep.PROVED: RecommendationState.PROVED,
    RecommendationStep.HELD: RecommendationState.HELD,
    RecommendationStep.PARTLY: RecommendationState.PARTLY,
    RecommendationStep.NOT_HELD: RecommendationState.REOPENED,
}


def state_of(steps: Sequence[str]) -> RecommendationState:
    """Where it stands after these steps, the oldest first. One that did not hold is open again.

    Practice: recommendation, actions, evidence of change (handbook, Safeguarding Adults Reviews: record).
    """
    return _LEADS_TO[RecommendationStep(steps[-1])] if steps else RecommendationState.TO_DO


def look_again_on(last: date, months: int = MONTHS) -> date:
    """Six months later: the same day of the month, or its last.

    Practice: house rule, a change is looked at again after six months, because many do not last.
    """
    year, month = last.year + (last.month + months - 1) // 12, (last.month + months - 1) % 12 + 1
    return date(year, month, min(last.day, monthrange(year, month)[1]))


def what_is_due(*, last_step: str, last_on: date | None, due_on: date, today: date) -> tuple[Due, date] | None:
    """What is due of a recommendation now, and since when; None where nothing is. One that did not hold is late from its old day on.

    Practice: house rule, what nobody is told of is not done; a change is looked at again after six months.
    """
    state = state_of([last_step] if last_step else [])
    if state in (RecommendationState.PROVED, RecommendationState.PARTLY):
        again = look_again_on(last_on)
        return (Due.LOOK_AGAIN, again) if again <= today else None
    return (Due.LATE, due_on) if state != RecommendationState.HELD and due_on < today else None


def may_take(step: RecommendationStep, *, state: RecommendationState, last_on: date | None, on: date, words: str) -> Decision:
    """Whether a step can be taken: proof first, then a look again, which says "held" no sooner than after six months.

    Practice: house rule, that it did not hold can be said at any time; that it held needs time to tell.
    """
    waiting = state in (RecommendationState.PROVED, RecommendationState.PARTLY)
    if not words.strip():
        return Decision(False, ("Write what can be seen, and where.",), PRACTICE)
    if last_on is not None and on < last_on:
        return Decision(False, ("The day must be on or after the day of the step before.",), PRACTICE)
    if step == RecommendationStep.PROVED:
        can = state in (RecommendationState.TO_DO, RecommendationState.REOPENED)
        return Decision(can, () if can else ("It is proved already. Look at it again instead.",), PRACTICE)
    if not waiting:
        return Decision(False, ("It has to be proved before it can be looked at again.",), PRACTICE)
    if step != RecommendationStep.NOT_HELD and on < (due := look_again_on(last_on)):
        return Decision(False, (f"Whether it holds can be said from {due:%-d %B %Y}, six months after the last look.",), PRACTICE)
    return Decision(True, (), PRACTICE)
