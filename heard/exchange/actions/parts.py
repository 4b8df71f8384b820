"""Which cells of a row live in records of their own, and how do those arrive?

A report, an agreement, a decision, a finding: each is a versioned record that hangs from the row's own. A changed one is a new version.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model

from heard.concerns.models import ReferrerFeedback, Report, Section42Answers, Section42Decision
from heard.enquiries.models import Closing, RiskFinding
from heard.exchange.actions.writing import Writing, in_batches
from heard.exchange.cells import items_of, read_date, read_time
from heard.exchange.merging import Change
from heard.rights.models import AgreementToRaise, CapacityForEnquiry, SupportInEnquiry
from heard.voice.models import AskedWhatTheyWant


def _date(cell: str):
    return read_date(cell) if cell else None


def _time(cell: str):
    return read_time(cell) if cell else None


def _same(cell: str) -> str:
    return cell


@dataclass(frozen=True)
class Part:
    """A versioned model that holds some cells of a row. ``needs`` is the cell without which there is no record."""

    model: type[Model]
    of: str
    fields: dict[str, tuple[str, Callable]]
    needs: str = ""
    always: bool = False

    def is_said(self, cells: dict[str, str]) -> bool:
        """Whether these cells make a record."""
        if self.needs:
            return self.needs in cells
        return self.always or any(name in cells for name in self.fields)

    def values(self, cells: dict[str, str]) -> dict:
        """The fields of the record."""
        return {field: read(cells.get(name, "")) for name, (field, read) in self.fields.items()}


def _plain(*names: str, **renamed: str) -> dict[str, tuple[str, Callable]]:
    return {name: (name, _same) for name in names} | {name: (field, _same) for name, field in renamed.items()}


OF_CONCERN = (
    Part(
        Report, "concern", _plain("raised_by", "raised_by_name", "raised_by_contact", "description", "what_the_adult_wants"), always=True
    ),
    Part(AgreementToRaise, "concern", _plain("adult_knows", agreement="answer", acted_without_agreement_because="ground")),
    Part(Section42Answers, "concern", _plain("needs_care_and_support", "at_risk", "cannot_protect_self")),
    Part(
        Section42Decision,
        "concern",
        {"decided_at": ("decided_at", _time)} | _plain("decision", decided_by="decided_by_name", decision_reason="reason"),
        needs="decision",
    ),
    Part(ReferrerFeedback, "concern", {"referrer_told_on": ("told_on", _date)}),
)
OF_ENQUIRY = (
    Part(CapacityForEnquiry, "enquiry", _plain("had_capacity")),
    Part(SupportInEnquiry, "enquiry", {"supported_by": ("supported_by", items_of)}),
    Part(AskedWhatTheyWant, "enquiry", _plain(asked_what_they_want="answer")),
    Part(Closing, "enquiry", _plain(closing_view="view")),
)
OF_RISK = (Part(RiskFinding, "risk", _plain("finding", "outcome"), needs="finding"),)


def create_parts(writing: Writing, parts: Sequence[Part], changes: Sequence[Change], case_of: dict[UUID, UUID]) -> None:
    """Save the parts of new rows; ``case_of`` says of which case each row's record is."""
    for part in parts:
        records, cases = [], {}
        for change in changes:
            if part.is_said(change.after):
                one = writing.new(part.model, **{f"{part.of}_id": change.record_id}, **part.values(change.after))
                records.append(one)
                cases[one.pk] = case_of[change.record_id]
        writing.create(records, cases=cases)


def update_parts(writing: Writing, parts: Sequence[Part], changes: Sequence[Change], case_of: dict[UUID, UUID]) -> None:
    """Save a new version of each part in which a corrected row differs, and set the one before aside."""
    for part in parts:
        changed = [change for change in changes if change.names & part.fields.keys() and part.is_said(change.after)]
        for batch in in_batches(changed, 500):
            _update_part(writing, part, batch, case_of)


def _update_part(writing: Writing, part: Part, changes: Sequence[Change], case_of: dict[UUID, UUID]) -> None:
    ids = [change.record_id for change in changes]
    current = {
        getattr(one, f"{part.of}_id"): one for one in part.model.objects.filter(**{f"{part.of}_id__in": ids}, is_current=True)
    }
    new, cases = [], {}
    for change in changes:
        old, values = current.get(change.record_id), part.values(change.after)
        if old is None:
            one = writing.new(part.model, **{f"{part.of}_id": change.record_id}, **values)
        else:
            one = writing.next_version(old, **values)
            cases[old.pk] = case_of[change.record_id]
        new.append(one)
        cases[one.pk] = case_of[change.record_id]
    writing.set_aside(list(current.values()), cases=cases)
    writing.create(new, cases=cases)
