"""What does a safeguarding plan need before it is agreed, and when it is reviewed?"""

from collections.abc import Collection
from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.safe_contact import must_not_know
from heard.rules.vocabulary.enquiry import PlanOwner, PlanView, StillWanted

OWNED = Law("Local procedures: the plan is owned by the adult as far as possible, with the steps that they and their network take")
KEPT_BACK = Law("Local procedures: planning takes care not to disclose information about the person responsible")
REVIEWED = Law("Local procedures: every safeguarding plan has a day on which it is reviewed")
ASKED_STILL = Law("Making Safeguarding Personal: at each stage, is this still what you want?")
SPOKEN = frozenset({PlanView.AGREES, PlanView.PARTLY, PlanView.DISAGREES})


def may_add_action(
    *, for_wish: bool, for_risk: bool, owner: PlanOwner | str, is_named: bool, due_on: date | None = None, today: date | None = None
) -> Decision:
    """Each action is for something the adult wants or against a risk, and has an owner; anybody but the adult is named. Its day is to come.

    Practice: a plan serves the adult's wishes and the risks; what serves neither is not part of it (Trafford, South Tyneside).
    """
    if not (for_wish or for_risk):
        return Decision(False, ("Choose what the adult wants, or the risk, that this action is for.",), (OWNED,))
    if owner != PlanOwner.ADULT and not is_named:
        return Decision(False, ("Give the name of who will do it.",), (OWNED,))
    if due_on and today and due_on < today:
        because = "The day it is to be done by has passed. Give today or a later day, or no day. If it is done, add it and mark it as done."
        return Decision(False, (because,), (OWNED,))
    return Decision(True, law=(OWNED,))


def may_have_a_part(*, name: str, may_pose_risk: bool, who_must_not_know: Collection[str]) -> Decision:
    """Nobody who may pose a risk to the adult, or is or may be somebody who must not know, does a step of the plan or is named in it.

    Practice: planning takes care not to disclose information about the person responsible (Plymouth, handbook 2.5).
    """
    if may_pose_risk:
        because = f"{name} is recorded as somebody who may pose a risk to the adult. Choose somebody else to do this."
        return Decision(False, (because,), (KEPT_BACK,))
    hidden = "; ".join(line for line in who_must_not_know if must_not_know(said=name, named=line))
    if hidden:
        because = (
            f"{name} is, or may be, somebody who must not know: {hidden}. Choose somebody else to do this. "
            "If another person is meant, first say on the safe-contact card who it is."
        )
        return Decision(False, (because,), (KEPT_BACK,))
    return Decision(True, law=(KEPT_BACK,))


def may_agree(
    *, actions: int, view: PlanView | str, words: str, because: str, review_on: date | None, today: date
) -> Decision:
    """A plan has at least one action, what the adult says of it in their words (or why there is nothing), and a day of review.

    An adult who does not agree does not stop the plan: their words are kept with why it goes on.
    Practice: local procedures on safeguarding plans (Liverpool, South Tyneside); done with the adult and not to them.
    """
    if not actions:
        return Decision(False, ("Add at least one action first.",), (OWNED,))
    if view in SPOKEN and not words.strip():
        return Decision(False, ("Write what the adult says about the plan, in their own words.",), (OWNED,))
    if view not in (PlanView.AGREES, PlanView.PARTLY) and not because.strip():
        return Decision(False, (WHY_NOT[PlanView(view)],), (OWNED,))
    return _day_of_review(review_on, today)


WHY_NOT = {
    PlanView.DISAGREES: "Write why the plan goes on although the adult does not agree.",
    PlanView.NOT_ASKED: "Write why the adult has not been asked.",
    PlanView.UNABLE: "Write why the adult was not able to say, and what was tried.",
}


def _day_of_review(review_on: date | None, today: date) -> Decision:
    if review_on is None:
        return Decision(False, ("Give the day on which the plan will be reviewed.",), (REVIEWED,))
    if review_on <= today:
        return Decision(False, ("The day of the review must be after today.",), (REVIEWED,))
    return Decision(True, law=(REVIEWED,))


def may_review(
    *, has_plan: bool, still_wanted: StillWanted | str, words: str, next_review_on: date | None, no_next_because: str, today: date
) -> Decision:
    """A review asks whether this is still what the adult wants, and ends with the next day of review or why there is none.

    Practice: what the adult wants is asked again at every review (Making Safeguarding Personal; Norfolk).
    """
    if not has_plan:
        return Decision(False, ("No plan is waiting for its review. First record what the adult says of the plan.",), (REVIEWED,))
    if not still_wanted or not words.strip():
        why = "Write why they have not been asked." if still_wanted == StillWanted.NOT_ASKED else "Write what the adult says now."
        return Decision(False, (why,), (ASKED_STILL,))
    if next_review_on is None:
        said = no_next_because.strip()
        return Decision(bool(said), () if said else ("Give the day of the next review, or why there is none.",), (REVIEWED,))
    return _day_of_review(next_review_on, today)
