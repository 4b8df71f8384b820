"""Who has looked at this case, when and why?"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from heard.accounts.models import User
from heard.audit.models import Event
from heard.cases.models import Case


@dataclass
class Day:
    """What one person opened of a case in one day, for one reason: each page by its event with how often, newest first.

    ``role`` is what they were then.
    """

    on: date
    who: str
    why: str
    by: User | None = None
    role: str = ""
    case_id: UUID | None = None
    pages: dict[str, int] = field(default_factory=dict)

    @property
    def times(self) -> int:
        """How many openings in all."""
        return sum(self.pages.values())


def days_of_looking(case: Case, *, also: Collection[UUID] = ()) -> list[Day]:
    """Who looked, by person, role, day and reason, newest first; every opening is counted. Two queries.

    ``also`` are the ids of other cases of the same adult, whose days come apart.
    """
    days: dict[tuple, Day] = {}
    for event in who_looked(case, also=also):
        on, who = timezone.localdate(event.at), event.by.full_name if event.by else "Nobody signed in"
        key = (on, event.by_id, event.role, event.why, event.case_id)
        day = days.setdefault(key, Day(on, who, event.why, event.by, event.role, event.case_id))
        day.pages[event.event] = day.pages.get(event.event, 0) + 1
    return list(days.values())


def who_looked(case: Case, *, also: Collection[UUID] = ()) -> QuerySet[Event]:
    """Every reading of the case or of a record in it, newest first, with who read. The case was read in scope."""
    rows = Event.objects.filter(case_id__in=[case.pk, *also], is_read=True)
    return rows.select_related("by").prefetch_related("by__teams").order_by("-at", "-pk")
