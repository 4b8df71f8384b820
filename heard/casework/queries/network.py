"""Who is in the adult's life, as this viewer may see it?"""

from dataclasses import dataclass

from heard.cases.models import Case
from heard.casework.network_picture import Picture, draw
from heard.casework.queries.sources_of_risk import with_risk
from heard.people.models import NetworkMember
from heard.rules.network_shown import MemberFacts, shown_to
from heard.rules.vocabulary.network import ShownTo

_SAME = (
    "name", "relationship", "kind", "means", "adult_wants_involved", "supports_adult", "lives_with_adult",
    "is_carer_with_needs", "is_child",
)  # fmt: skip


@dataclass(frozen=True)
class Network:
    """The people shown, their picture (None where there is nobody) and those who are no longer in the adult's life."""

    members: list[NetworkMember]
    left: list[NetworkMember]
    picture: Picture | None


def facts_of_member(one: NetworkMember) -> MemberFacts:
    """What is recorded of somebody read ``with_risk``; whom a risk names may pose one."""
    risky = one.may_pose_risk or one.is_named_in_a_risk
    return MemberFacts(
        key=str(one.pk), may_pose_risk=risky, has_left=one.left_on is not None, **{name: getattr(one, name) for name in _SAME}
    )


def network_of(case: Case, viewer: ShownTo) -> Network:
    """The network of a case that was read in scope. One query. Each member has ``shown``: the facts this viewer may see."""
    rows = list(with_risk(case.person.network.all()).order_by("name", "recorded_at"))
    shown = {one.key: one for one in shown_to(viewer, map(facts_of_member, rows))}
    for row in rows:
        row.shown = shown.get(str(row.pk))
    seen = [row for row in rows if row.shown is not None]
    return Network(
        members=[row for row in seen if row.left_on is None],
        left=[row for row in seen if row.left_on is not None],
        picture=draw(shown.values()),
    )
