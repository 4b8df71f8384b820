"""By which reference does another system know each record, and which records may not go out?"""

from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from heard.accounts.models import Authority
from heard.assurance.models import SafeguardingAdultReview
from heard.cases.models import Concern, Enquiry
from heard.people.models import Person
from heard.voice.models import Conversation, Wish


@dataclass(slots=True)
class HeldRow:
    """A record as a row of the format. ``cells`` is None for one that was recorded in error: it is held but is not shown."""

    key: str
    record_id: UUID
    cells: dict[str, str] | None


_OF_FILE = {
    "people.csv": "people", "concerns.csv": "concerns", "enquiries.csv": "enquiries", "desired_outcomes.csv": "wishes",
    "conversations.csv": "conversations", "safeguarding_adult_reviews.csv": "reviews",
}  # fmt: skip


@dataclass
class Keys:
    """The references of one authority's records, each table read once. What was born in Heard goes by its own reference or its id."""

    authority: Authority | None
    _ids: dict[str, dict[str, UUID]] = field(default_factory=dict)
    _carried: dict[str, dict[UUID, str]] = field(default_factory=dict)

    def _of(self, model, *fields: str):
        if self.authority is None:
            return []
        return model.objects.filter(authority=self.authority).values_list("pk", "ref", *fields)

    @cached_property
    def people(self) -> dict[UUID, str]:
        return {pk: ref or str(pk) for pk, ref in self._of(Person)}

    @cached_property
    def concerns(self) -> dict[UUID, str]:
        return {pk: ref or reference for pk, ref, reference in self._of(Concern, "reference")}

    @cached_property
    def concerns_in_error(self) -> set[UUID]:
        return {pk for pk, _, at in self._of(Concern, "in_error_at") if at is not None}

    @cached_property
    def _enquiry_rows(self) -> list[tuple]:
        return list(self._of(Enquiry, "concern_id", "case_id", "concluded_on", "started_on"))

    @cached_property
    def enquiries(self) -> dict[UUID, str]:
        return {row[0]: row[1] or str(row[0]) for row in self._enquiry_rows}

    @cached_property
    def concern_of_enquiry(self) -> dict[UUID, UUID]:
        return {row[0]: row[2] for row in self._enquiry_rows}

    @cached_property
    def enquiry_of_concern(self) -> dict[UUID, UUID]:
        return {row[2]: row[0] for row in self._enquiry_rows}

    @cached_property
    def enquiry_of_case(self) -> dict[UUID, UUID]:
        """The case's enquiry that is open, or else the newest; none whose concern was recorded in error."""
        shown = [row for row in self._enquiry_rows if row[2] not in self.concerns_in_error]
        return {row[3]: row[0] for row in sorted(shown, key=lambda row: (row[4] is None, row[5]))}

    @cached_property
    def wish_versions(self) -> dict[UUID, UUID]:
        """For every version of a wish, its newest version."""
        before = dict(self._of(Wish, "supersedes_id").values_list("pk", "supersedes_id")) if self.authority else {}
        after = {old: new for new, old in before.items() if old}
        newest = {}
        for pk in before:
            last = pk
            while last in after:
                last = after[last]
            newest[pk] = last
        return newest

    @cached_property
    def wishes(self) -> dict[UUID, str]:
        return {pk: ref or str(pk) for pk, ref, current in self._of(Wish, "is_current") if current}

    @cached_property
    def conversations(self) -> dict[UUID, str]:
        return {pk: ref or str(pk) for pk, ref, current in self._of(Conversation, "is_current") if current}

    @cached_property
    def reviews(self) -> dict[UUID, str]:
        return {pk: ref or str(pk) for pk, ref in self._of(SafeguardingAdultReview)}

    @cached_property
    def concern_of_case(self) -> dict[UUID, UUID]:
        """The first concern of each case that was not recorded in error: it names the case."""
        rows = self._of(Concern, "case_id", "received_at", "in_error_at")
        last_first = sorted(rows, key=lambda row: (row[4] is not None, row[3]), reverse=True)
        return {case: pk for pk, _, case, _, _ in last_first}

    @cached_property
    def concern_by_reference(self) -> dict[str, UUID]:
        return {reference: pk for pk, _, reference in self._of(Concern, "reference")}

    def carried(self, file: str) -> dict[UUID, str]:
        """The references of the rows of a file of version 1.1: of the current version of each."""
        from heard.exchange.versions import CARRIED  # which files there are is known only above this module

        one = CARRIED[file]
        if one.extends:
            return {pk: key for key, pk in self.ids(one.extends).items()}
        if file not in self._carried:
            rows = self._of(one.model)
            if self.authority is not None:
                rows = rows.filter(is_current=True) if one.is_versioned else rows
            self._carried[file] = {pk: ref or str(pk) for pk, ref in rows}
        return self._carried[file]

    def refs(self, file: str) -> dict[UUID, str]:
        """The reference by which each record of a file goes, read once."""
        return getattr(self, _OF_FILE[file]) if file in _OF_FILE else self.carried(file)

    def ids(self, file: str) -> dict[str, UUID]:
        """The record each reference of a file names, read once."""
        if file not in self._ids:
            self._ids[file] = {key: pk for pk, key in self.refs(file).items()}
        return self._ids[file]


def text(value) -> str:
    """A value of a plain column as a cell."""
    return value.isoformat() if hasattr(value, "isoformat") else (value or "")


def filled(**cells) -> dict[str, str]:
    """The cells that are not blank."""
    return {name: said for name, value in cells.items() if (said := text(value))}


def listed(items) -> str:
    """A list as a cell. An item cannot hold the sign that parts the items."""
    return ";".join(str(item).replace(";", ",").strip() for item in items or ())
