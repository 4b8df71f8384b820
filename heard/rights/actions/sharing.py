"""How is it recorded that something about the adult was told to a partner?"""

from datetime import date

from django.db import transaction

from heard.audit.actions import record
from heard.cases.models import Case
from heard.rights.models import Sharing
from heard.rules.decision import NotAllowed
from heard.rules.sharing import may_record_sharing


@transaction.atomic
def share_with_partner(
    *, case: Case, by, with_whom: str, what: str, shared_on: date, agreement: str, lawful_basis: str, how: str = "",
    justification: str = "",
) -> Sharing:  # fmt: skip
    """Record what was shared, with whom, how, and on what basis, in a closed case too: partners ask after closing.

    Raises NotAllowed where the adult's agreement, the basis or the reason is missing.
    """
    said = may_record_sharing(agreement=agreement, lawful_basis=lawful_basis, justification=justification)
    if not said:
        raise NotAllowed(said)
    made = Sharing.objects.create(
        authority_id=case.authority_id, case=case, recorded_by=by, with_whom=with_whom, what=what, how=how, shared_on=shared_on,
        agreement=agreement, lawful_basis=lawful_basis, justification=justification,
    )  # fmt: skip
    record("share-with-partner", on=made, by=by, case_id=case.pk)
    return made
