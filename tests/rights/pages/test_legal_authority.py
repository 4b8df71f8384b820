"""Are attorneys, deputies and appointees added with their holder, and warned of?"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.rights.models import LegalAuthority
from tests import factories

pytestmark = pytest.mark.django_db
SEEN = {"document_seen": "yes", "seen_on-day": "5", "seen_on-month": "3", "seen_on-year": "2026"}


@pytest.fixture
def enquiry(client):
    made = factories.enquiry()
    client.force_login(made.lead)
    return made


@pytest.fixture
def daughter(enquiry):
    return enquiry.case.person.network.create(authority=enquiry.authority, name="Testa Daughter", relationship="Daughter")


def url(name, enquiry, *more):
    return reverse(name, args=[enquiry.case.reference, *more])


def test_it_is_added_with_its_scope_and_the_day_its_document_was_seen(client, enquiry, daughter):
    given = {"kind": "lpa-property", "concerns": str(daughter.pk), "scope": "Her bank accounts.", **SEEN}
    assert client.post(url("add-legal-authority", enquiry), given).status_code == 302
    made = LegalAuthority.objects.get()
    assert (made.holder, made.scope, made.document_seen) == (daughter, "Her bank accounts.", "yes")
    assert "Document seen 5 March 2026" in client.get(url("capacity-decisions", enquiry)).content.decode()


def test_somebody_must_hold_it_and_what_was_typed_is_kept(client, enquiry):
    given = {"kind": "deputy-property", "concerns": "nobody", "scope": "All of it.", "document_seen": "no"}
    page = client.post(url("add-legal-authority", enquiry), given).content.decode()
    assert "Say who holds this authority." in page and "All of it." in page


def test_the_case_page_warns_where_the_holder_may_pose_a_risk(client, enquiry, daughter):
    LegalAuthority.objects.create(authority=enquiry.authority, person=enquiry.case.person, kind="lpa-property", holder=daughter)
    assert "Office of the Public Guardian" not in client.get(url("case", enquiry)).content.decode()
    daughter.may_pose_risk = True
    daughter.save()
    assert "Office of the Public Guardian" in client.get(url("case", enquiry)).content.decode()


def test_its_end_is_recorded(client, enquiry, daughter):
    person = enquiry.case.person
    held = LegalAuthority.objects.create(authority=enquiry.authority, person=person, kind="lpa-property", holder=daughter)
    ended = {"ended_on-day": "6", "ended_on-month": "3", "ended_on-year": "2026"}
    assert client.post(url("change-legal-authority", enquiry, held.pk), ended).status_code == 302
    assert "ended 6 March 2026" in client.get(url("capacity-decisions", enquiry)).content.decode()


def test_one_over_somebody_else_is_not_there(client, enquiry):
    other = factories.person()
    held = LegalAuthority.objects.create(authority=other.authority, person=other, kind="advance-decision")
    assert client.get(url("change-legal-authority", enquiry, held.pk)).status_code == 404


def test_the_pages_stay_within_their_budget(client, enquiry, daughter):
    person = enquiry.case.person
    held = LegalAuthority.objects.create(authority=enquiry.authority, person=person, kind="lpa-property", holder=daughter)
    for address in (url("add-legal-authority", enquiry), url("change-legal-authority", enquiry, held.pk)):
        with CaptureQueriesContext(connection) as ran:
            assert client.get(address).status_code == 200
        assert len(ran) <= 12
