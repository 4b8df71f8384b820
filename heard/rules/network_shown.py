"""Whom in the adult's life does a viewer see, and how much of each?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.network import ShownTo


@dataclass(frozen=True)
class MemberFacts:
    """What is recorded of one person in the adult's life. Blank is not recorded."""

    key: str
    name: str
    relationship: str = ""
    kind: str = ""
    means: str = ""
    adult_wants_involved: str = ""
    may_pose_risk: bool = False
    supports_adult: str = ""
    lives_with_adult: bool = False
    is_carer_with_needs: str = ""
    is_child: str = ""
    has_left: bool = False


def shown_to(viewer: ShownTo, members: Iterable[MemberFacts]) -> tuple[MemberFacts, ...]:
    """The people this viewer sees.

    Staff everybody; the adult everybody who is still there, without the worker's judgement of risk; a representative only those whom the
    adult wants involved and who may pose no risk, without the adult's own words about them.

    Practice: the adult's words about others, and who may pose a risk, are shown to nobody who could use them against the adult (handbook
    4.5); planning takes care not to disclose information about the person responsible (Plymouth, handbook 2.5).
    """
    found = list(members)
    if viewer == ShownTo.STAFF:
        return tuple(found)
    if viewer == ShownTo.ADULT:
        return tuple(replace(one, may_pose_risk=False) for one in found if not one.has_left)
    wanted = (one for one in found if one.adult_wants_involved == Answer.YES and not one.may_pose_risk and not one.has_left)
    return tuple(replace(one, means="") for one in wanted)
