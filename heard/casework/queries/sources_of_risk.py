"""Who in each adult's life may pose a risk to them, as far as is recorded?"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from heard.enquiries.models import Risk
from heard.people.models import NetworkMember
from heard.rules.seen_alone import MayPoseRisk


def may_pose_risk_to(people: Iterable[UUID]) -> dict[UUID, tuple[MayPoseRisk, ...]]:
    """By the adult's id: those marked as somebody who may pose a risk, and those whom a risk names. One query."""
    named = Exists(Risk.objects.filter(member=OuterRef("pk"), in_error_at__isnull=True))
    shown = NetworkMember.objects.filter(person__in=list(people), in_error_at__isnull=True).filter(Q(may_pose_risk=True) | named)
    found = defaultdict(tuple)
    for person, name, relationship in shown.order_by("name", "relationship").values_list("person_id", "name", "relationship"):
        found[person] += (MayPoseRisk(name, relationship),)
    return found
