"""How are the records of an import written in bulk, with one audit event for each?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db.models import Model

from heard.accounts.models import Authority
from heard.accounts.versions import NOT_CARRIED_OVER
from heard.audit.actions import record_many
from heard.exchange.merging import Change, Plan
from heard.exchange.models import ImportedRow
from heard.exchange.queries.keys import Keys

AT_ONCE = 1000
BECAUSE = "Corrected by an import"
Item = TypeVar("Item")


def in_batches(items: Iterable[Item], size: int = AT_ONCE) -> Iterator[list[Item]]:
    """The items in lists of at most ``size``: how memory and the length of a statement stay bounded."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


class Writing:
    """One import being written: whose it is, when, and which record each reference names. Lives inside one transaction."""

    def __init__(self, authority: Authority, at: datetime, keys: Keys, plans: dict[str, Plan]):
        self.authority, self.at, self.plans = authority, at, plans
        self.ids: dict[str, dict[str, UUID]] = {file: dict(keys.ids(file)) for file in plans if file != "risks.csv"}
        self.case_of_concern: dict[UUID, UUID] = {}
        self.written = 0
        self._set_aside: set[UUID] = set()
        self._changed: dict[UUID, tuple[Model, dict]] = {}

    def new(self, model: type[Model], **fields) -> Model:
        """A record of this authority and moment, not yet saved."""
        return model(authority_id=self.authority.pk, recorded_at=self.at, **fields)

    def next_version(self, old: Model, **fields) -> Model:
        """A version that follows ``old`` under the same reference, not yet saved."""
        kept = {
            field.attname: getattr(old, field.attname) for field in old._meta.concrete_fields if field.name not in NOT_CARRIED_OVER
        }
        return type(old)(**{**kept, **fields}, recorded_at=self.at, supersedes_id=old.pk, because=BECAUSE)

    def create(self, records: Sequence[Model], *, cases: dict[UUID, UUID], event: str = "import-record") -> None:
        """Save new records of one model, with an event each; ``cases`` says of which case a record is."""
        if records:
            type(records[0]).objects.bulk_create(records, batch_size=AT_ONCE)
            self._record(event, records, cases)

    def set_aside(self, records: Sequence[Model], *, cases: dict[UUID, UUID]) -> None:
        """Mark versions as no longer current, before their successors are saved."""
        if records:
            for batch in in_batches(records, 500):
                type(records[0]).objects.filter(pk__in=[one.pk for one in batch]).update(is_current=False)
            self._set_aside.update(one.pk for one in records)
            self._record("set-aside-version", records, cases)

    def change(self, records: Sequence[Model], names: Sequence[str], *, before: dict[UUID, dict]) -> None:
        """Save some fields of records that are changed in place; ``before`` holds what stood there, for the audit.

        The events wait for ``record_changes``: a record that is changed twice in one import has one event.
        """
        if records:
            type(records[0]).objects.bulk_update(records, names, batch_size=200)
        for one in records:
            _, earlier = self._changed.get(one.pk, (one, {}))
            self._changed[one.pk] = (one, {**before.get(one.pk, {}), **earlier})

    def complete(self, records: Sequence[Model], names: Sequence[str]) -> None:
        """Save more fields of records that this import has just made or corrected: the event of their making is theirs too."""
        if records:
            type(records[0]).objects.bulk_update(records, names, batch_size=200)

    def delete(self, records: Sequence[Model]) -> None:
        """Delete rows that only tie two records together, with an event each."""
        if records:
            self._record("import-untie", records, {})
            type(records[0]).objects.filter(pk__in=[one.pk for one in records]).delete()

    def record_changes(self) -> None:
        """Write the events of all that was changed in place. Called once, at the end."""
        changed = {pk: one for pk, one in self._changed.items() if pk not in self._set_aside}
        details = {pk: {"before": before} for pk, (_, before) in changed.items() if before}
        self._record("import-change", [one for one, _ in changed.values()], {}, details)

    def _record(self, event: str, records: Sequence[Model], cases: dict[UUID, UUID], details: dict[UUID, dict] | None = None) -> None:
        self.written += record_many(
            event, on=records, by=None, authority_id=self.authority.pk, cases=cases, details=details or {}
        )

    def remember(self, file: str, changes: Iterable[Change], *, new: bool) -> None:
        """Keep how each row stands now, to notice what is changed in Heard from here on."""
        for batch in in_batches(changes):
            if not new:
                for part in in_batches([change.row.key for change in batch], 500):
                    ImportedRow.objects.filter(authority=self.authority, table=file, ref__in=part).delete()
            rows = [
                ImportedRow(
                    authority_id=self.authority.pk, table=file, ref=change.row.key, record_id=change.record_id, cells=change.after,
                    imported_at=self.at,
                )  # fmt: skip
                for change in batch
            ]
            ImportedRow.objects.bulk_create(rows, batch_size=AT_ONCE)
