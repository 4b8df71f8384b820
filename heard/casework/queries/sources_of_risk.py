"""Who in each adult's life may pose a risk to them, as far as is recorded?"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from heard.enquiries.models import Risk
from heard.people.models import NetworkMember
from heard.rules.seen_alone import MayPoseRisk


def with_risk(network: QuerySet[NetworkMember]) -> QuerySet[NetworkMember]:
    """The people around an adult but for those recorded in error, each with ``is_named_in_a_risk``."""
    named = Exists(Risk.objects.filter(member=OuterRef("pk"), in_error_at__isnull=True))
    return network.filter(in_error_at__isnull=True).annotate(is_named_in_a_risk=named)


def sources_among(network: Iterable[NetworkMember]) -> dict[UUID, tuple[MayPoseRisk, ...]]:
    """By the adult's id: those marked as somebody who may pose a risk, and those whom a risk names. Read ``with_risk`` first."""
    found = defaultdict(tuple)
    for one in sorted(network, key=lambda one: (one.name, one.relationship)):
        if one.may_pose_risk or one.is_named_in_a_risk:
            found[one.person_id] += (MayPoseRisk(one.name, one.relationship),)
    return found


def may_pose_risk_to(people: Iterable[UUID]) -> dict[UUID, tuple[MayPoseRisk, ...]]:
    """The same for many adults. One query."""
    network = with_risk(NetworkMember.objects.filter(person__in=list(people)))
    return sources_among(network.filter(Q(may_pose_risk=True) | Q(is_named_in_a_risk=True)))
