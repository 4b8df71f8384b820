"""Is an independent mental capacity advocate (IMCA) to be considered, and may one be instructed?"""

from collections.abc import Collection
from datetime import date

from heard.rules.appropriate_person import REPRESENTATION, Representation
from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.rights import ImcaGround, ImcaPoint

CONSIDER = (
    Law("SCIE guide 32: considered for everybody who lacks capacity to agree to a protective measure, at planning and at the plan"),
    Law("Mental Capacity Act 2005 (IMCA) (Expansion of Role) Regulations 2006", checked=False),
)


def points_to_consider(*, lacks_capacity: bool, plan_made_on: date | None, considered: Collection[str]) -> tuple[ImcaPoint, ...]:
    """The points at which an IMCA has still to be considered: planning, and, once there is a plan, the plan.

    Practice: SCIE guide 32; also where there are family or friends, if there would be particular benefit.
    """
    if not lacks_capacity:
        return ()
    reached = (ImcaPoint.PLANNING, ImcaPoint.PLAN) if plan_made_on else (ImcaPoint.PLANNING,)
    return tuple(point for point in reached if point not in considered)


def may_record_imca(
    *, is_instructed: str, grounds: Collection[str], reason: str, considered_by: str, local: Representation = REPRESENTATION
) -> Decision:
    """A named person's decision with a reason, either way; instructing rests on one of the council's grounds at least.

    Practice: SCIE guide 32. The grounds are not yet checked at source, so each council sets its own.
    """
    wrong = []
    if not reason.strip():
        wrong.append("Write why an IMCA was instructed, or why not.")
    if not considered_by.strip():
        wrong.append("Enter who considered it.")
    if is_instructed == YesNo.YES and not set(grounds) & set(local.imca_grounds):
        wrong.append("Select what speaks for instructing an IMCA.")
    unknown = [one for one in grounds if one not in set(ImcaGround)]
    if unknown:
        wrong.append("One of the grounds is not on the list.")
    return Decision(not wrong, tuple(wrong), CONSIDER)
