"""Who has looked at this case, when and why?"""

from django.db.models import QuerySet

from heard.audit.models import Event
from heard.cases.models import Case


def who_looked(case: Case) -> QuerySet[Event]:
    """Every reading of the case or of a record in it, newest first, with who read. The case was read in scope."""
    return Event.objects.filter(case_id=case.pk, is_read=True).select_related("by").order_by("-at", "-pk")
