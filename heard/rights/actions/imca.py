"""How is it recorded that an IMCA was considered?"""

from datetime import date

from django.db import transaction

from heard.audit.actions import record
from heard.cases.models import Case
from heard.rights.models import ImcaConsideration
from heard.rights.queries.appropriate_person import local_representation
from heard.rules.consider_imca import may_record_imca
from heard.rules.decision import NotAllowed
from heard.rules.recording_in_a_case import may_record


@transaction.atomic
def consider_imca(
    *, case: Case, at: str, considered_on: date, is_instructed: str, reason: str, considered_by_name: str, by, grounds: list[str] = ()
) -> ImcaConsideration:
    """Record a named person's decision whether to instruct an IMCA at this point. Raises NotAllowed without a reason or a ground."""
    said = may_record_imca(
        is_instructed=is_instructed, grounds=grounds, reason=reason, considered_by=considered_by_name, local=local_representation()
    )  # fmt: skip
    for allowed in (may_record(stage=case.stage), said):
        if not allowed:
            raise NotAllowed(allowed)
    made = ImcaConsideration.objects.create(
        authority_id=case.authority_id, case=case, at=at, considered_on=considered_on, is_instructed=is_instructed, grounds=list(grounds),
        reason=reason, considered_by_name=considered_by_name, recorded_by=by,
    )  # fmt: skip
    record("consider-imca", on=made, by=by, case_id=case.pk)
    return made
