"""How does a representative's page of the adult's side end with their part?

In the transaction of what ended it, and for good: a part that begins anew needs a new way in. The ways in are a matter of the adult's own
side, which is above; they are reached by their name.
"""

from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from heard.audit.actions import record
from heard.people.models import NetworkMember
from heard.rights.models import Advocacy, AppropriatePerson, LegalAuthority
from heard.rights.queries.seeing_words import is_same_name


@transaction.atomic
def end_pages_of(*, of: Model, because: str, by) -> int:
    """End the pages that rest on one record: a representation, an authority, an advocate's work, or somebody in the adult's life."""
    if isinstance(of, AppropriatePerson):
        return _end(of.member.ways_in.filter(case_id=of.case_id, legal_authority__isnull=True), because=because, by=by)
    if isinstance(of, LegalAuthority | Advocacy | NetworkMember):
        return _end(of.ways_in.all(), because=because, by=by)
    return 0


@transaction.atomic
def end_pages_of_a_risk(*, member: NetworkMember, because: str, by) -> int:
    """End the pages of somebody who may pose a risk or whom the adult does not want: their own, and an advocate's of the same name."""
    advocates = Advocacy.objects.filter(case__person=member.person_id)
    same = [one.pk for one in advocates if is_same_name(one.advocate_name, member.name)]
    mine = member.ways_in.model.objects.filter(Q(member=member) | Q(advocacy__in=same))
    return _end(mine, because=because, by=by)


def _end(ways_in: QuerySet, *, because: str, by) -> int:
    """End those of these ways in that have not ended, with the reason; gives how many. An open page closes with its way in."""
    found = list(ways_in.select_for_update().filter(ended_at__isnull=True))
    for one in found:
        one.ended_at, one.ended_because = timezone.now(), because or "Their part ended."
        one.save(update_fields=["ended_at", "ended_because"])
        record("end-own-page", on=one, by=by, why=one.ended_because)
    return len(found)
