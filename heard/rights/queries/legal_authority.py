"""Who holds a power to decide for the adult, and does that call for a warning? Starts from a case read in the reader's scope."""

from datetime import date
from uuid import UUID

from django.http import Http404

from heard.cases.models import Case
from heard.rights.models import LegalAuthority
from heard.rules.legal_authority import is_in_force, may_rely_on, must_warn


def authorities_of(case: Case, today: date) -> list[LegalAuthority]:
    """The authorities over the adult, those in force first. One query.

    Each has ``in_force``, ``warning`` and ``reliance`` (a Decision each), and ``holder`` read.
    """
    rows = LegalAuthority.objects.filter(person_id=case.person_id, in_error_at__isnull=True).select_related("holder")
    found = [_judged(row, today) for row in rows.order_by("recorded_at")]
    return sorted(found, key=lambda one: not one.in_force)


def _judged(row: LegalAuthority, today: date) -> LegalAuthority:
    row.in_force = is_in_force(ended_on=row.ended_on, today=today)
    row.warning = must_warn(kind=row.kind, holder_may_pose_risk=bool(row.holder and row.holder.may_pose_risk), in_force=row.in_force)
    row.reliance = may_rely_on(document_seen=row.document_seen, in_force=row.in_force)
    return row


def authority_of(case: Case, pk: UUID, today: date) -> LegalAuthority:
    """One authority over the case's adult. Raises Http404 where there is none such. One query."""
    found = LegalAuthority.objects.filter(person_id=case.person_id, pk=pk, in_error_at__isnull=True).select_related("holder").first()
    if found is None:
        raise Http404("No such authority")
    return _judged(found, today)
