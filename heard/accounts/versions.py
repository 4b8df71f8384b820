"""How does one version of a record follow another? The one before is kept and pointed at; only the newest is current."""

from typing import TypeVar

from django.db import transaction

from heard.accounts.records import Version
from heard.audit.actions import record

OneVersion = TypeVar("OneVersion", bound=Version)
NOT_CARRIED_OVER = ("id", "recorded_at", "recorded_by", "supersedes", "is_current", "because")


def _set_aside(old: Version, *, by, case_id) -> None:
    old.is_current = False
    old.save(update_fields=["is_current"])
    record("set-aside-version", on=old, by=by, case_id=case_id)


@transaction.atomic
def answer_again(
    model: type[OneVersion], *, of: dict, event: str, by, authority_id, case_id, **details
) -> OneVersion:
    """Add the newest answer to the question that ``of`` names (``{"enquiry": …}``), setting aside the one before, if any.

    One audit event for each of the two rows: ``event`` for the new one.
    """
    old = model.objects.select_for_update().filter(**of, is_current=True).first()
    if old is not None:
        _set_aside(old, by=by, case_id=case_id)
    new = model.objects.create(
        **of, **details, authority_id=authority_id, recorded_by=by, supersedes=old, ref=old.ref if old is not None else ""
    )
    record(event, on=new, by=by, case_id=case_id)
    return new


@transaction.atomic
def correct(old: OneVersion, *, event: str, by, case_id, because: str, **changes) -> OneVersion:
    """Add a copy of ``old`` with the changes, under the same reference, and set ``old`` aside. One audit event for each of the two."""
    kept = {
        field.attname: getattr(old, field.attname)
        for field in old._meta.concrete_fields
        if field.name not in NOT_CARRIED_OVER and field.name not in changes
    }
    _set_aside(old, by=by, case_id=case_id)
    new = type(old).objects.create(**{**kept, **changes}, recorded_by=by, supersedes=old, because=because)
    record(event, on=new, by=by, case_id=case_id, detail={"changed": sorted(changes)})
    return new
