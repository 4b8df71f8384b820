"""Which concern came of a form that was sent?"""

from uuid import UUID

from heard.accounts.models import Authority
from heard.cases.models import Concern


def concern_sent_as(result_id: str, *, authority: Authority) -> Concern | None:
    """The concern that a sent form made, for adding to it; nobody is shown it. None where there is none in that authority."""
    return Concern.objects.filter(pk=UUID(result_id), authority=authority).select_related("case").first() if result_id else None


def councils() -> list[Authority]:
    """Every council with a form here, by name: their names and numbers are public."""
    return list(Authority.objects.order_by("name"))
