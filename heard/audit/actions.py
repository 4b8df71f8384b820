"""How is an event written down?

Called inside the transaction of what it records, so that an audit that cannot be written undoes the write, or hides the page.
"""

import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from heard.audit.models import Event

_NOTHING: Mapping = MappingProxyType({})


def _subject(on: Model | None) -> dict:
    return {"subject": on._meta.label_lower, "subject_id": str(on.pk)} if on is not None else {}


def _event(event: str, *, on: Model | None, by, why: str, detail: dict | None, is_read: bool, case_id, authority_id) -> Event:
    user = by if by is not None and getattr(by, "is_authenticated", False) else None
    return Event(
        at=timezone.now(),
        event=event,
        by=user,
        role=user.role if user else "",
        authority_id=authority_id or getattr(on, "authority_id", None) or (user.authority_id if user else None),
        case_id=case_id or getattr(on, "case_id", None) or (on.pk if on is not None and on._meta.label == "cases.Case" else None),
        why=why,
        detail=detail or {},
        is_read=is_read,
        **_subject(on),
    )


def record(event: str, *, on: Model | None, by, why: str = "", detail: dict | None = None, case_id: UUID | None = None,
           authority_id: UUID | None = None) -> Event:
    """Write down that ``by`` (a user, or None for the public or the system) did ``event`` (a slug) to the record ``on``."""
    written = _event(event, on=on, by=by, why=why, detail=detail, is_read=False, case_id=case_id, authority_id=authority_id)
    written.save(force_insert=True)
    return written


def record_read(event: str, *, on: Model | None, by, why: str = "", detail: dict | None = None, case_id: UUID | None = None,
                authority_id: UUID | None = None) -> Event:
    """Write down that ``by`` looked: one event for a record opened, or for a list with its terms and the ids shown in ``detail``."""
    written = _event(event, on=on, by=by, why=why, detail=detail, is_read=True, case_id=case_id, authority_id=authority_id)
    written.save(force_insert=True)
    return written


def record_without_a_moment(event: str, *, authority_id: UUID, month: date) -> Event:
    """Write down that something without a name arrived: which council's and in which month, and nothing else.

    No user, no record, no time finer than the month; its id is drawn by lot, below all others, so that no order shows.
    """
    first = datetime(month.year, month.month, 1, tzinfo=UTC)
    written = Event(id=-1 - secrets.randbelow(2**62), at=first, event=event, authority_id=authority_id)
    written.save(force_insert=True)
    return written


def record_many(event: str, *, on: Iterable[Model], by, why: str = "", authority_id: UUID | None = None, batch: int = 1000,
                cases: Mapping[UUID, UUID] = _NOTHING, details: Mapping[UUID, dict] = _NOTHING) -> int:
    """Write one event for each record of a bulk action; returns how many. ``cases`` and ``details`` go by the record's id."""
    events = [
        _event(event, on=one, by=by, why=why, detail=details.get(one.pk), is_read=False, case_id=cases.get(one.pk),
               authority_id=authority_id)
        for one in on
    ]  # fmt: skip
    Event.objects.bulk_create(events, batch_size=batch)
    return len(events)
