"""How do the enquiries and risks Heard holds look as rows of the format?"""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import F

from heard.cases.models import Enquiry
from heard.enquiries.models import Closing, Risk, RiskFinding
from heard.exchange.models import ImportedRow
from heard.exchange.queries.keys import HeldRow, Keys, filled, listed
from heard.exchange.tables import RISKS, key_of
from heard.rights.models import CapacityForEnquiry, SupportInEnquiry
from heard.voice.models import AskedWhatTheyWant


def _current(model, keys: Keys, name: str) -> dict[UUID, object]:
    rows = model.objects.filter(authority=keys.authority, is_current=True)
    return dict(rows.values_list("enquiry_id", name))


def held_enquiries(keys: Keys) -> Iterator[HeldRow]:
    """Every enquiry, but shown only where its concern was not recorded in error."""
    capacity, support = _current(CapacityForEnquiry, keys, "had_capacity"), _current(SupportInEnquiry, keys, "supported_by")
    asked, views = _current(AskedWhatTheyWant, keys, "answer"), _current(Closing, keys, "view")
    fields = ("pk", "concern_id", "kind", "started_on", "concluded_on", "lead_name", "lead__full_name")
    rows = Enquiry.objects.filter(authority=keys.authority).order_by("started_on", "pk").values_list(*fields)
    for pk, concern, kind, started, concluded, lead_name, lead in rows.iterator(chunk_size=2000):
        cells = None
        if concern not in keys.concerns_in_error:
            cells = filled(
                enquiry_ref=keys.enquiries[pk], concern_ref=keys.concerns[concern], kind=kind, started_on=started,
                concluded_on=concluded, lead=lead_name or lead, had_capacity=capacity.get(pk), supported_by=listed(support.get(pk)),
                asked_what_they_want=asked.get(pk), closing_view=views.get(pk),
            )  # fmt: skip
        yield HeldRow(keys.enquiries[pk], pk, cells)


def held_risks(keys: Keys) -> Iterator[HeldRow]:
    """Every risk that was not recorded in error; of those that were, the ones that came in a bundle, so that they stay away."""
    findings = {
        row[0]: row[1:]
        for row in RiskFinding.objects.filter(authority=keys.authority, is_current=True).values_list("risk_id", "finding", "outcome")
    }
    imported = dict(ImportedRow.objects.filter(authority=keys.authority, table=RISKS.file).values_list("record_id", "ref"))
    fields = ("pk", "enquiry_id", "type", "source", "location", "in_error_at")
    in_error_first = F("in_error_at").desc(nulls_last=True)
    rows = Risk.objects.filter(authority=keys.authority).order_by(in_error_first, "recorded_at", "pk").values_list(*fields)
    for pk, enquiry, of_type, source, location, in_error_at in rows.iterator(chunk_size=2000):
        finding, outcome = findings.get(pk, ("", ""))
        cells = filled(
            enquiry_ref=keys.enquiries[enquiry], type=of_type, source=source, location=location, finding=finding, outcome=outcome
        )
        hidden = in_error_at is not None or keys.concern_of_enquiry[enquiry] in keys.concerns_in_error
        if not hidden or pk in imported:
            yield HeldRow(key_of(RISKS, cells), pk, None if hidden else cells)
