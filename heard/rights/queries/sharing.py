"""What was shared about the adult, and who in their life may pose a risk? Starts from a case already read in the reader's scope."""

from django.db.models import Exists, OuterRef

from heard.cases.models import Case
from heard.people.models import NetworkMember
from heard.rights.models import Sharing
from heard.rules.sharing import SomebodyKnown


def shared_in(case: Case) -> list[Sharing]:
    """Everything that was shared about the adult in this case, the newest first, each with who recorded it. One query."""
    rows = Sharing.objects.filter(case=case, in_error_at__isnull=True)
    return list(rows.select_related("recorded_by").order_by("-shared_on", "-recorded_at"))


def people_known(case: Case) -> tuple[SomebodyKnown, ...]:
    """Everybody in the adult's life, and whether they may pose a risk: marked so, or named in a risk that stands. One query."""
    named = NetworkMember.objects.filter(pk=OuterRef("pk"), risks__isnull=False, risks__in_error_at__isnull=True)
    rows = NetworkMember.objects.filter(person_id=case.person_id, in_error_at__isnull=True).annotate(in_a_risk=Exists(named))
    return tuple(SomebodyKnown(one.name, one.may_pose_risk or one.in_a_risk, one.relationship) for one in rows.order_by("name"))
