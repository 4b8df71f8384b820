"""May a decision be made for the adult, and was everything thought of? (Mental Capacity Act 2005, section 4)"""

from collections.abc import Mapping, Sequence

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.rights import BestInterestsFactor, CapacityConclusion

BEST_INTERESTS = Law("Mental Capacity Act 2005, section 1(5) and section 4")
WISHES = Law("Mental Capacity Act 2005, section 4(6): past and present wishes and feelings, beliefs and values")
LESS = Law("Mental Capacity Act 2005, section 1(6): less restrictive of the person's rights and freedom of action")
CONSULT = Law("Mental Capacity Act 2005, section 4(7): the views of anyone named, carers, attorneys and deputies")


def may_decide_for(*, conclusion: str, superseded_by_later: bool) -> Decision:
    """Only where the newest assessment of this decision found that the adult could not make it.

    Law: Mental Capacity Act 2005 s1(5).
    """
    if conclusion != CapacityConclusion.LACKS:
        return Decision(False, ("No assessment of this decision found that the adult could not make it. It is theirs to make.",),
                        (BEST_INTERESTS,))  # fmt: skip
    if superseded_by_later:
        return Decision(False, ("This decision was assessed again later. Go by the newest assessment.",), (BEST_INTERESTS,))
    return Decision(True, law=(BEST_INTERESTS,))


def is_complete(
    *, checklist: Mapping[str, str], consulted: Sequence[str], nobody_because: str, known_wishes: str, follows: str,
    departed_because: str, less_restrictive: str,
) -> Decision:  # fmt: skip
    """Every factor considered, if only to set it aside; somebody consulted or why not; and a departure from known wishes justified.

    ``follows`` is whether the decision follows the adult's known wishes.

    Law: Mental Capacity Act 2005 s1(6) and s4.
    """
    missing = [f"Write how you considered this: {one.label.lower()}." for one in BestInterestsFactor if not checklist.get(one, "").strip()]
    if missing:
        return Decision(False, tuple(missing), (BEST_INTERESTS,))
    if not less_restrictive.strip():
        return Decision(False, ("Write which less restrictive options you considered.",), (LESS,))
    if not consulted and not nobody_because.strip():
        return Decision(False, ("Say who was consulted, or why nobody was.",), (CONSULT,))
    if not known_wishes.strip():
        return Decision(False, ("Write what is known of the adult's wishes, or what you did to find out.",), (WISHES,))
    if follows != YesNo.YES and not departed_because.strip():
        return Decision(False, ("Say why the decision departs from what the adult wanted.",), (WISHES,))
    return Decision(True, law=(BEST_INTERESTS,))
