"""How is it written down why somebody opened a case?"""

from django.db import transaction

from heard.audit.actions import record
from heard.cases.models import Case


@transaction.atomic
def say_why(*, case: Case, why: str, by) -> None:
    """Keep the reader's own reason in the audit; it stands for twelve hours (``heard.cases.reading``)."""
    record("say-why", on=case, by=by, why=why.strip(), case_id=case.pk)
