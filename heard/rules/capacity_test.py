"""In what order is capacity tested, and what may be concluded? (Mental Capacity Act 2005, sections 1 to 3)"""

from collections.abc import Mapping

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.rights import CapacityConclusion

PRESUMED = Law("Mental Capacity Act 2005, section 1(2): a person is assumed to have capacity unless it is established that they lack it")
LINKED = Law("Mental Capacity Act 2005, section 2(1): because of an impairment of, or a disturbance in, the mind or brain")
FUNCTIONAL = Law("Mental Capacity Act 2005, section 3(1): understand, retain, use or weigh, communicate")
ORDER = Law("CT v London Borough of Lambeth [2025] EWCOP 6: the functional question comes first, then the impairment, then the link")

# The parts of the functional test, by the names their answers are kept under.
PARTS: dict[str, str] = {
    "understand": "Understand the information relevant to the decision",
    "retain": "Hold that information in mind long enough to decide",
    "use_or_weigh": "Use or weigh that information to decide",
    "communicate": "Communicate a decision, by any means",
}


def impairment_is_asked(parts: Mapping[str, str]) -> bool:
    """Only where the adult could not do one of the four parts.

    Law: Mental Capacity Act 2005 s2(1) and s3(1); the order is CT v Lambeth [2025] EWCOP 6.
    """
    return any(parts.get(name) == Answer.NO for name in PARTS)


def link_is_asked(parts: Mapping[str, str], impairment: str) -> bool:
    """Only where one part could not be done and there is an impairment or disturbance.

    Law: Mental Capacity Act 2005 s2(1).
    """
    return impairment_is_asked(parts) and bool(impairment.strip())


def conclusions_open(*, parts: Mapping[str, str], impairment: str, causal_link: str) -> tuple[CapacityConclusion, ...]:
    """What may be concluded: "lacks" only with the link; "can" never against it; "not concluded yet" always.

    Law: Mental Capacity Act 2005 s1(2), s2(1) and s3(1).
    """
    if link_is_asked(parts, impairment) and causal_link.strip():
        return (CapacityConclusion.LACKS, CapacityConclusion.NOT_CONCLUDED)
    return (CapacityConclusion.HAS, CapacityConclusion.NOT_CONCLUDED)


def may_conclude(
    conclusion: str, *, decision: str, parts: Mapping[str, str], words: Mapping[str, str], impairment: str, causal_link: str
) -> Decision:
    """A named decision, each part answered with the adult's words, nothing asked out of its order, and no "lacks" without the link.

    Law: Mental Capacity Act 2005 s2(1) and s3(1); the order is CT v Lambeth [2025] EWCOP 6.
    """
    if not decision.strip():
        return Decision(False, ("Say which decision this is about: capacity is for one decision at one time.",), (FUNCTIONAL,))
    if any(not parts.get(name) for name in PARTS):
        return Decision(False, ("Answer each of the four parts first.",), (FUNCTIONAL, ORDER))
    silent = [label for name, label in PARTS.items() if parts[name] != Answer.NOT_KNOWN and not words.get(name, "").strip()]
    if silent:
        return Decision(False, tuple(f"Write what the adult said or showed: {label.lower()}." for label in silent), (FUNCTIONAL,))
    if impairment.strip() and not impairment_is_asked(parts):
        return Decision(False, ("An impairment matters only where the adult could not do one of the four parts.",), (ORDER,))
    if causal_link.strip() and not link_is_asked(parts, impairment):
        return Decision(False, ("Say what the impairment or disturbance is before how it caused this.",), (ORDER, LINKED))
    if conclusion not in conclusions_open(parts=parts, impairment=impairment, causal_link=causal_link):
        return _not_open(conclusion)
    return Decision(True, law=(FUNCTIONAL, LINKED))


def _not_open(conclusion: str) -> Decision:
    if conclusion == CapacityConclusion.LACKS:
        why = "It cannot be concluded that the adult lacks capacity for this decision: no part was shown to fail because of an impairment."
        return Decision(False, (why,), (PRESUMED, LINKED))
    return Decision(False, ("You found that the adult could not do a part of the test because of an impairment.",), (FUNCTIONAL, LINKED))


def same_decision(one: str, other: str) -> bool:
    """Whether two assessments are of the same decision: the same words, whatever their case, spaces or full stop.

    Practice: Mental Capacity Act 2005 s2(1) is about "a matter" at "the material time"; earlier and later results stand side by side.
    """
    return decision_key(one) == decision_key(other)


def decision_key(decision: str) -> str:
    """The words of a decision as they are compared.

    Practice: house rule, a difference in capitals, spaces or a full stop makes no other decision.
    """
    return " ".join(decision.casefold().split()).rstrip(" .?")


def must_say_what_changed(*, before: str, now: str) -> Decision:
    """A result other than the one before for the same decision keeps both and says what changed; capacity may fluctuate.

    Practice: both results are kept, and what changed is asked (handbook rule R10).
    """
    concluded = (CapacityConclusion.HAS, CapacityConclusion.LACKS)
    if before in concluded and now in concluded and before != now:
        return Decision(True, ("The result for this decision was different before. Both are kept. Say what has changed.",))
    return Decision(False)
