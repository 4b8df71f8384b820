"""Can an assessment, a decision or an authority that stands on the wrong file be marked as recorded in error?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.cases.models import Task
from heard.enquiries.actions.in_error import mark_in_error, undo_in_error
from heard.enquiries.queries.in_error import in_error_of, in_words, what_hangs_from
from heard.rights.actions.best_interests import decide_in_best_interests
from heard.rights.actions.legal_authority import add_legal_authority
from heard.rights.queries.capacity import decisions_of
from heard.rights.queries.legal_authority import authorities_of
from heard.rules.recorded_in_error import Kind
from tests import factories
from tests.rights.made import DAY, LACKING, WHOLE, assess

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


def test_each_is_hidden_and_comes_back_with_its_reminder(enquiry):
    assessed = assess(enquiry, ask_again_on=date(2026, 3, 9), **LACKING)
    decided = decide_in_best_interests(assessment=assessed, by=enquiry.lead, **WHOLE)
    held = add_legal_authority(case=enquiry.case, by=enquiry.lead, kind="advance-decision")
    of_kind = {Kind.CAPACITY: assessed, Kind.BEST_INTERESTS: decided, Kind.LEGAL_AUTHORITY: held}
    assert what_hangs_from(Kind.CAPACITY, assessed) == ["1 × decision in their best interests"]
    for kind, record in of_kind.items():
        assert in_words(kind, record)
        mark_in_error(case=enquiry.case, kind=kind, record=record, because="Wrong file.", by=enquiry.lead)
    assert decisions_of(enquiry.case, enquiry.lead) == [] == authorities_of(enquiry.case, DAY)
    assert Task.objects.get().done_by == enquiry.lead and len(in_error_of(enquiry.case)) == 3
    undo_in_error(case=enquiry.case, kind=Kind.CAPACITY, record=assessed, because="Right file.", by=enquiry.lead)
    assert len(decisions_of(enquiry.case, enquiry.lead)) == 1 and Task.objects.get().done_at is None


def test_each_page_leads_there(client, enquiry):
    assessed = assess(enquiry)
    held = add_legal_authority(case=enquiry.case, by=enquiry.lead, kind="advance-decision")
    client.force_login(enquiry.lead)
    reference = enquiry.case.reference
    for name, record, kind in (("capacity-assessment", assessed, Kind.CAPACITY), ("change-legal-authority", held, Kind.LEGAL_AUTHORITY)):
        to = reverse("mark-in-error", args=[reference, kind, record.pk])
        assert to in client.get(reverse(name, args=[reference, record.pk])).content.decode()
        assert client.get(to).status_code == 200
