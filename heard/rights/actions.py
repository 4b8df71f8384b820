"""What is recorded of the adult's agreement?"""

from django.db import transaction

from heard.audit.actions import record
from heard.cases.models import Concern
from heard.rights.models import AgreementToRaise


@transaction.atomic
def record_agreement(
    *, concern: Concern, by, answer: str, adult_knows: str = "", ground: str = "", ground_words: str = "",
    said_by_referrer: bool = True, because: str = "",
) -> AgreementToRaise:
    """Record the adult's agreement to the concern, or the ground for going on without it. The first one of a concern."""
    said = AgreementToRaise.objects.create(
        authority_id=concern.authority_id, concern=concern, recorded_by=by, answer=answer, adult_knows=adult_knows, ground=ground,
        ground_words=ground_words, said_by_referrer=said_by_referrer, because=because,
    )
    record("record-agreement", on=said, by=by, case_id=concern.case_id)
    return said
