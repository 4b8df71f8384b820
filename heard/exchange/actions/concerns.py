"""How do the concerns of a bundle become cases and concerns? One case for each concern."""

from datetime import date
from uuid import UUID, uuid4

from django.utils import timezone

from heard.cases.models import Case, Concern
from heard.cases.references import new_reference
from heard.concerns.models import Link
from heard.exchange.actions.parts import OF_CONCERN, create_parts, update_parts
from heard.exchange.actions.writing import BECAUSE, Writing, in_batches
from heard.exchange.cells import read_date, read_time
from heard.exchange.merging import Change
from heard.rules.pathway import CaseStage
from heard.rules.stage_of_an_imported_case import ConcernFacts, imported_stage
from heard.rules.vocabulary.concern import Channel, ConcernState

_IN_PLACE = ("received_at", "in_area", "primary_support_reason")


class _References:
    """New references that are neither used in the authority nor given twice."""

    def __init__(self, writing: Writing):
        self._used = set(Case.objects.filter(authority=writing.authority).values_list("reference", flat=True))
        self._used |= set(Concern.objects.filter(authority=writing.authority).values_list("reference", flat=True))

    def next(self, prefix: str) -> str:
        while (reference := new_reference(prefix)) in self._used:
            pass
        self._used.add(reference)
        return reference


def _enquiries_by_concern(writing: Writing) -> dict[str, dict[str, str]]:
    plan = writing.plans["enquiries.csv"]
    return {change.after["concern_ref"]: change.after for change in [*plan.created, *plan.updated]}


def _stage(cells: dict[str, str], enquiry: dict[str, str] | None) -> tuple[CaseStage, date | None]:
    """The stage of a new case, and the day it closed."""
    facts = ConcernFacts(cells.get("decision", ""), enquiry is not None, bool(enquiry and enquiry.get("concluded_on")))
    stage = imported_stage([facts])
    if stage != CaseStage.CLOSED:
        return stage, None
    if enquiry:
        return stage, read_date(enquiry["concluded_on"])
    return stage, timezone.localdate(read_time(cells.get("decided_at") or cells["received_at"]))


def create_concerns(writing: Writing, changes: list[Change]) -> None:
    """Save a case, its concern and what is recorded about it for each new row."""
    references, enquiries = _References(writing), _enquiries_by_concern(writing)
    for batch in in_batches(changes):
        cases, concerns = [], []
        for change in batch:
            cells = change.after
            change.record_id = writing.ids["concerns.csv"][change.row.key] = uuid4()
            enquiry, received = enquiries.get(change.row.key), read_time(cells["received_at"])
            stage, closed_on = _stage(cells, enquiry)
            person = writing.ids["people.csv"][cells["person_ref"]]
            case = writing.new(
                Case, reference=references.next("H"), person_id=person, stage=stage, opened_on=timezone.localdate(received),
                closed_on=closed_on,
            )  # fmt: skip
            state = ConcernState.DECIDED if "decision" in cells or enquiry else ConcernState.WAITING
            concern = writing.new(
                Concern, pk=change.record_id, ref=change.row.key, case_id=case.pk, reference=references.next("C"), received_at=received,
                channel=Channel.IMPORTED, state=state, in_area=cells.get("in_area", ""),
                primary_support_reason=cells.get("primary_support_reason", ""),
            )  # fmt: skip
            cases.append(case)
            concerns.append(concern)
            writing.case_of_concern[concern.pk] = case.pk
        writing.create(cases, cases={})
        writing.create(concerns, cases={})
        create_parts(writing, OF_CONCERN, batch, writing.case_of_concern)


def load_cases(writing: Writing) -> None:
    """Note the case of every concern that is held already: their rows are hung on it."""
    held = Concern.objects.filter(authority=writing.authority).values_list("pk", "case_id")
    writing.case_of_concern.update(held.iterator(chunk_size=5000))


def update_concerns(writing: Writing, changes: list[Change]) -> None:
    """Save what differs of concerns held already: dates in place, words and decisions as new versions, the person by a link."""
    for batch in in_batches(changes, 500):
        in_place = [change for change in batch if change.names & set(_IN_PLACE)]
        concerns = Concern.objects.in_bulk([change.record_id for change in in_place])
        before = {}
        for change in in_place:
            concern = concerns[change.record_id]
            before[concern.pk] = {name: change.before.get(name, "") for name in _IN_PLACE if name in change.names}
            concern.received_at = read_time(change.after["received_at"])
            concern.in_area = change.after.get("in_area", "")
            concern.primary_support_reason = change.after.get("primary_support_reason", "")
        writing.change(list(concerns.values()), _IN_PLACE, before=before)
        _move_to_other_people(writing, [change for change in batch if "person_ref" in change.names])
        update_parts(writing, OF_CONCERN, batch, writing.case_of_concern)


def _move_to_other_people(writing: Writing, changes: list[Change]) -> None:
    cases: dict[UUID, Case] = Case.objects.in_bulk([writing.case_of_concern[change.record_id] for change in changes])
    links, before = [], {}
    for change in changes:
        case = cases[writing.case_of_concern[change.record_id]]
        to_person = writing.ids["people.csv"][change.after["person_ref"]]
        links.append(
            writing.new(
                Link, concern_id=change.record_id, from_person_id=case.person_id, to_person_id=to_person, from_case_id=case.pk,
                to_case_id=case.pk, why=BECAUSE,
            )  # fmt: skip
        )
        before[case.pk] = {"person": str(case.person_id)}
        case.person_id = to_person
    writing.change(list(cases.values()), ["person_id"], before=before)
    writing.create(links, cases={one.pk: one.to_case_id for one in links})
