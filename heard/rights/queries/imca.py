"""When was an IMCA considered? Starts from a case already read in the reader's scope."""

from heard.cases.models import Case
from heard.rights.models import ImcaConsideration


def considerations_of(case: Case) -> list[ImcaConsideration]:
    """Each time an IMCA was considered in the case, the newest first. One query."""
    return list(case.imca_considerations.filter(in_error_at__isnull=True).order_by("-considered_on", "-recorded_at"))
