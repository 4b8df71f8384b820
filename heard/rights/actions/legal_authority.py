"""How is somebody's power to decide for the adult recorded, and its end?"""

from datetime import date

from django.db import transaction

from heard.audit.actions import record
from heard.cases.models import Case
from heard.people.models import NetworkMember
from heard.rights.actions.own_pages import end_pages_of
from heard.rights.models import LegalAuthority
from heard.rights.queries.seeing_words import may_see_by_authority
from heard.rules.decision import Decision, NotAllowed
from heard.rules.legal_authority import may_add_authority
from heard.rules.recording_in_a_case import may_record


def _check(decision: Decision) -> None:
    if not decision:
        raise NotAllowed(decision)


@transaction.atomic
def add_legal_authority(
    *,
    case: Case,
    by,
    kind: str,
    holder: NetworkMember | None = None,
    scope: str = "",
    registered_number: str = "",
    document_seen: str = "",
    seen_on: date | None = None,
    searched_on: date | None = None,
) -> LegalAuthority:
    """Record an attorney, deputy or appointee, or an advance decision, over the case's adult. Raises NotAllowed as the rule says."""
    _check(may_record(stage=case.stage))
    _check(may_add_authority(kind=kind, has_holder=holder is not None, document_seen=document_seen, seen_on=seen_on))
    made = LegalAuthority.objects.create(
        authority_id=case.authority_id,
        person=case.person,
        kind=kind,
        holder=holder,
        scope=scope,
        registered_number=registered_number,
        document_seen=document_seen,
        seen_on=seen_on,
        searched_on=searched_on,
        recorded_by=by,
    )
    record("add-legal-authority", on=made, by=by, case_id=case.pk)
    return made


@transaction.atomic
def change_legal_authority(*, authority: LegalAuthority, case: Case, by, **details) -> LegalAuthority:
    """Record that the document was seen, the register searched, or that the authority ended. The event keeps what was there before."""
    _check(may_record(stage=case.stage))
    seen, seen_on = details.get("document_seen", authority.document_seen), details.get("seen_on", authority.seen_on)
    _check(may_add_authority(kind=authority.kind, has_holder=authority.holder_id is not None, document_seen=seen, seen_on=seen_on))
    before = {name: str(getattr(authority, name) or "") for name in details}
    for name, value in details.items():
        setattr(authority, name, value)
    authority.save(update_fields=list(details))
    record("change-legal-authority", on=authority, by=by, case_id=case.pk, detail={"from": before})
    if not (may_see := may_see_by_authority(authority)):
        end_pages_of(of=authority, because=" ".join(may_see.because), by=by)
    return authority
