"""Who has looked at this case, when and why?"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from heard.accounts.models import User
from heard.audit.models import Event
from heard.cases.models import Case


@dataclass
class Day:
    """What one person opened of a case in one day, for one reason: each page by its event with how often, newest first."""

    on: date
    who: str
    why: str
    by: User | None = None
    pages: dict[str, int] = field(default_factory=dict)

    @property
    def times(self) -> int:
        """How many openings in all."""
        return sum(self.pages.values())


def days_of_looking(case: Case) -> list[Day]:
    """Who looked, by person, day and reason, newest first; every opening is counted. Two queries."""
    days: dict[tuple, Day] = {}
    for event in who_looked(case):
        on, who = timezone.localdate(event.at), event.by.full_name if event.by else "Nobody signed in"
        day = days.setdefault((on, event.by_id, event.why), Day(on, who, event.why, event.by))
        day.pages[event.event] = day.pages.get(event.event, 0) + 1
    return list(days.values())


def who_looked(case: Case) -> QuerySet[Event]:
    """Every reading of the case or of a record in it, newest first, with who read. The case was read in scope."""
    return Event.objects.filter(case_id=case.pk, is_read=True).select_related("by").prefetch_related("by__teams").order_by("-at", "-pk")
