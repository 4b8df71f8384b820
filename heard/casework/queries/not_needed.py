"""What has somebody said is not needed in a case, and does it still stand?"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from heard.cases.models import Case, NotNeeded
from heard.rules.next_steps.not_needed import Said


def said_not_needed_in(cases: Iterable[UUID]) -> dict[UUID, list[NotNeeded]]:
    """By case, what somebody said is not needed and has not taken back, oldest first, each with who said it. One query."""
    found = defaultdict(list)
    rows = NotNeeded.objects.filter(case__in=list(cases), taken_back_at__isnull=True).select_related("recorded_by")
    for row in rows.order_by("recorded_at"):
        found[row.case_id].append(row)
    return found


def as_said(row: NotNeeded) -> Said:
    """The row as the rule reads it."""
    return Said(row.what, row.concern, tuple(row.rests_on))


def said_not_needed(case: Case, pk: UUID) -> NotNeeded | None:
    """One of them, or None where it is another case's or was taken back. The case must have been read in scope."""
    return NotNeeded.objects.filter(case=case, pk=pk, taken_back_at__isnull=True).first()
