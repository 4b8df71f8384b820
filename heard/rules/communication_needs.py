"""How far is it with what an adult needs to communicate: the six steps, and when is it asked again whether it was met?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from heard.rules.decision import Law
from heard.rules.labelled import label_of
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.communication import GROUP_OF, Met, NeedGroup, NeedsStep

STANDARD = Law("Accessible Information Standard (DAPB1605): identify, record, flag, share, meet and review")
GROUPS = Law("Accessible Information Standard, the four groups; which need goes into which is Heard’s own reading", checked=False)


def in_groups(needs: Iterable[str]) -> dict[NeedGroup, list[str]]:
    """The needs in words, by group, in the order of the groups; groups with none are left out.

    Practice: Accessible Information Standard, four recording subsets and longer appointments (handbook 6.1).
    """
    held = set(needs)
    found: dict[NeedGroup, list[str]] = {}
    for group in NeedGroup:
        words = [label_of(CommunicationNeed, need) for need in CommunicationNeed if need in held and GROUP_OF[need] == group]
        if words:
            found[group] = words
    return found


@dataclass(frozen=True)
class NeedsFacts:
    """What is recorded of an adult's needs, each day the latest known; None where nothing is."""

    has_needs: bool = False
    asked_on: date | None = None
    shared_on: date | None = None
    helped_on: date | None = None
    reviewed_on: date | None = None
    was_met: str = ""
    plan_reviewed_on: date | None = None


@dataclass(frozen=True)
class StepState:
    """One of the six steps: whether it is done, when, and what is still to do, in words."""

    step: NeedsStep
    done: bool
    on: date | None = None
    still: str = ""


def steps_of(facts: NeedsFacts) -> tuple[StepState, ...]:
    """The six steps, in order. An adult who was asked and needs nothing has only the review before them.

    Practice: Accessible Information Standard; needs and no needs are both answers, and "not asked" is neither.
    """
    was_asked = facts.asked_on is not None
    needs_nothing = was_asked and not facts.has_needs
    review = review_is_owed(facts)
    return (
        StepState(NeedsStep.IDENTIFY, was_asked, facts.asked_on, "Ask the adult, or whoever knows them, what helps them."),
        StepState(NeedsStep.RECORD, was_asked or facts.has_needs, facts.asked_on, "Write down what they need, or that they need nothing."),
        StepState(NeedsStep.FLAG, was_asked or facts.has_needs, None, "It is shown on each page about the adult once it is written down."),
        StepState(NeedsStep.SHARE, needs_nothing or facts.shared_on is not None, facts.shared_on, "Tell others who will meet them."),
        StepState(NeedsStep.MEET, needs_nothing or is_met(facts), facts.helped_on, "Write with a conversation what helped them."),
        StepState(NeedsStep.REVIEW, facts.reviewed_on is not None and not review, facts.reviewed_on, "Ask them whether it was met."),
    )


def is_met(facts: NeedsFacts) -> bool:
    """Whether somebody spoke with the adult in the way they need, and the adult has not said since that it was not so.

    Practice: Accessible Information Standard, "review": it is the adult who says whether needs were met.
    """
    if facts.was_met in (Met.NO, Met.PARTLY) and facts.reviewed_on:
        return facts.helped_on is not None and facts.helped_on > facts.reviewed_on
    return facts.helped_on is not None or facts.was_met == Met.YES


def review_is_owed(facts: NeedsFacts) -> bool:
    """Whether the adult is to be asked again: they have needs, the plan was reviewed, and nobody has asked since that they be met.

    Practice: Accessible Information Standard, release 30/2025: "review", proactively check that needs are up to date and met.
    """
    if not facts.has_needs or facts.plan_reviewed_on is None:
        return False
    return facts.reviewed_on is None or facts.reviewed_on < facts.plan_reviewed_on
