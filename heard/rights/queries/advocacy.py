"""Which advocates were asked for, and how far did each come? Starts from cases already read in the reader's scope."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404

from heard.cases.models import Case
from heard.rights.models import Advocacy
from heard.rules.independent_advocate import Milestones


def days_of(one: Advocacy) -> Milestones:
    """The four days of an advocate's work."""
    return Milestones(one.referred_on, one.accepted_on, one.met_on, one.ended_on)


def advocates_of(cases: Iterable[UUID]) -> list[Advocacy]:
    """Every advocate and IMCA of these cases, the newest first. One query."""
    rows = Advocacy.objects.filter(case__in=list(cases), in_error_at__isnull=True)
    return list(rows.order_by("-referred_on", "-recorded_at"))


def advocate_of(case: Case, pk: UUID) -> Advocacy:
    """The advocate of that id in this case. Raises Http404 otherwise."""
    found = next((one for one in advocates_of([case.pk]) if one.pk == pk), None)
    if found is None:
        raise Http404("No such advocate")
    return found
