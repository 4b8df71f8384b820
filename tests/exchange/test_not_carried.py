"""Does an export name every kind of record that the exchange format cannot carry?"""

import pytest
from django.apps import apps

from heard.exchange.queries import not_carried
from tests import factories

CARRIED = {
    "cases.Case": "one for each concern of a bundle",
    "cases.Enquiry": "enquiries.csv",
    "assurance.SafeguardingAdultReview": "safeguarding_adult_reviews.csv",
    "assurance.ReviewedPerson": "safeguarding_adult_reviews.csv",
}
NO_RECORD = {
    "accounts.FailedSignIn": "a counter that slows a guesser",
    "flows.Tally": "a counter that slows a flood",
    "flows.KeptWords": "read by nobody but whoever typed them",
    "learning.LogEntry": "belongs to whoever wrote it, who takes it with them (PDF, .docx, JSON); a council's export never holds it",
    "learning.SharedEntry": "as the entry",
    "learning.RegisterChoice": "belongs to whoever chose it",
    "learning.OpenedResource": "a note for its owner alone",
    "people.SearchKey": "made from the person's record",
    "measures.PublishedCell": "published figures, loaded again from their file",
    "documents.Portrait": "a worker's own face, with their account; a person gives it again where they work next",
    "measures.Refreshed": "when figures were last worked out; they are worked out again from the records",
    "measures.TeamsRefreshed": "counts by team, worked out again from the records",
    "measures.MonthOfFigures": "figures, worked out again from the records",
    "measures.CaseTable": "made again from the records",
    "exchange.ImportedRow": "what an import last brought",
}


def test_every_kind_of_record_is_carried_or_counted():
    known = {value for value in vars(not_carried).values() if isinstance(value, type)}
    ours = [model for model in apps.get_models() if model.__module__.startswith("heard.")]
    left_out = [model._meta.label for model in ours if model not in known and model._meta.label not in {**CARRIED, **NO_RECORD}]
    assert not left_out, "Add to heard/exchange/queries/not_carried.py, or say here why not: " + ", ".join(left_out)


@pytest.mark.django_db
def test_a_finding_with_what_was_asked_first_is_counted():
    enquiry = factories.enquiry()
    risk = factories.risk(enquiry)
    risk.findings.create(authority=risk.authority, finding="risk-action", outcome="remained", before_remaining={"crime": "no"})
    counts = dict(not_carried.not_carried(enquiry.authority))
    assert counts["The adult's reasons for a risk that remained, and what was asked first"] == 1
    assert counts["Teams"] == 1


@pytest.mark.django_db
def test_a_wish_that_replaced_one_of_another_enquiry_goes_out_without_it_and_is_counted():
    first = factories.enquiry()
    second = factories.enquiry(factories.concern(first.case))
    was = factories.wish(first)
    factories.wish(second, replaces=was), factories.wish(second, replaces=factories.wish(second))
    counts = dict(not_carried.not_carried(first.authority))
    assert counts["Wishes that replaced one of another enquiry: which one they replaced"] == 1
