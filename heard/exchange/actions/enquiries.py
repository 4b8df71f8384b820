"""How do the enquiries and risks of a bundle become records?"""

from uuid import UUID, uuid4

from heard.cases.models import Enquiry
from heard.enquiries.models import Risk
from heard.exchange.actions.parts import OF_ENQUIRY, OF_RISK, create_parts, update_parts
from heard.exchange.actions.writing import Writing, in_batches
from heard.exchange.cells import read_date
from heard.exchange.merging import Change
from heard.voice.models import Conversation, Wish

_IN_PLACE = {"kind": "kind", "started_on": "started_on", "concluded_on": "concluded_on", "lead": "lead_name", "concern_ref": "concern_id"}


def _values(writing: Writing, cells: dict[str, str]) -> dict:
    concern = writing.ids["concerns.csv"][cells["concern_ref"]]
    return {
        "concern_id": concern,
        "case_id": writing.case_of_concern[concern],
        "kind": cells["kind"],
        "started_on": read_date(cells["started_on"]),
        "concluded_on": read_date(cells["concluded_on"]) if "concluded_on" in cells else None,
        "lead_name": cells.get("lead", ""),
    }


def create_enquiries(writing: Writing, changes: list[Change]) -> None:
    """Save new enquiries on their concern's case, with the answers recorded for each."""
    for batch in in_batches(changes):
        enquiries = []
        for change in batch:
            change.record_id = writing.ids["enquiries.csv"][change.row.key] = uuid4()
            enquiries.append(writing.new(Enquiry, pk=change.record_id, ref=change.row.key, **_values(writing, change.after)))
        writing.create(enquiries, cases={})
        create_parts(writing, OF_ENQUIRY, batch, {one.pk: one.case_id for one in enquiries})


def update_enquiries(writing: Writing, changes: list[Change]) -> None:
    """Save what differs of enquiries held already; one that belongs to another concern takes what hangs on it along."""
    for batch in in_batches(changes, 500):
        enquiries = Enquiry.objects.in_bulk([change.record_id for change in batch])
        changed, before, moved = [], {}, []
        for change in batch:
            enquiry = enquiries[change.record_id]
            if not change.names & _IN_PLACE.keys():
                continue
            for name, value in _values(writing, change.after).items():
                setattr(enquiry, name, value)
            changed.append(enquiry)
            before[enquiry.pk] = {name: change.before.get(name, "") for name in sorted(change.names & _IN_PLACE.keys())}
            if "concern_ref" in change.names:
                moved.append(enquiry)
        writing.change(changed, [*_IN_PLACE.values(), "case_id"], before=before)
        _take_along(writing, {one.pk: one for one in moved})
        update_parts(writing, OF_ENQUIRY, batch, {one.pk: one.case_id for one in enquiries.values()})


def _take_along(writing: Writing, moved: dict[UUID, Enquiry]) -> None:
    """What was said in an enquiry goes to its new concern's case, every version of it."""
    for model, names in ((Wish, ["case_id", "concern_id"]), (Conversation, ["case_id"])):
        records = list(model.objects.filter(enquiry_id__in=list(moved)))
        before = {one.pk: {name: str(getattr(one, name)) for name in names} for one in records}
        for one in records:
            for name in names:
                setattr(one, name, getattr(moved[one.enquiry_id], name))
        writing.change(records, names, before=before)


def _cases_by_enquiry(writing: Writing, changes: list[Change]) -> dict[UUID, UUID]:
    ids = {writing.ids["enquiries.csv"][change.after["enquiry_ref"]] for change in changes}
    return dict(Enquiry.objects.filter(pk__in=ids).values_list("pk", "case_id"))


def create_risks(writing: Writing, changes: list[Change]) -> None:
    """Save new risks, with what was found about each."""
    for batch in in_batches(changes, 500):
        risks, cases, case_of_enquiry = [], {}, _cases_by_enquiry(writing, batch)
        for change in batch:
            change.record_id, cells = uuid4(), change.after
            enquiry = writing.ids["enquiries.csv"][cells["enquiry_ref"]]
            cases[change.record_id] = case_of_enquiry[enquiry]
            risks.append(
                writing.new(
                    Risk, pk=change.record_id, enquiry_id=enquiry, type=cells["type"], source=cells["source"], location=cells["location"]
                )
            )
        writing.create(risks, cases=cases)
        create_parts(writing, OF_RISK, batch, cases)


def update_risks(writing: Writing, changes: list[Change]) -> None:
    """Save a corrected finding as a new version. What names a risk (enquiry, type, source, location) cannot differ: it would be another."""
    for batch in in_batches(changes, 500):
        case_of_enquiry = _cases_by_enquiry(writing, batch)
        cases = {change.record_id: case_of_enquiry[writing.ids["enquiries.csv"][change.after["enquiry_ref"]]] for change in batch}
        update_parts(writing, OF_RISK, batch, cases)
