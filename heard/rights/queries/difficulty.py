"""What is recorded about substantial difficulty? Starts from a case already read in the reader's scope."""

from heard.cases.models import Case
from heard.rights.models import SubstantialDifficulty


def difficulties_of(case: Case) -> list[SubstantialDifficulty]:
    """Every answer about difficulty in the case, the current one first, each with who recorded it. One query."""
    kept = case.difficulties.filter(in_error_at__isnull=True)
    return list(kept.select_related("recorded_by").order_by("-is_current", "-recorded_at"))
