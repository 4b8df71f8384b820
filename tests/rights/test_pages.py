"""Are capacity and support asked as this enquiry's answers, and refused where they cannot be?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.rights.actions.for_the_return import answer_capacity, answer_support
from heard.rights.models import CapacityForEnquiry, SupportInEnquiry
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry(client):
    made = factories.enquiry()
    client.force_login(made.lead)
    return made


def url(name, enquiry):
    return reverse(name, args=[enquiry.case.reference])


def test_capacity_is_asked_the_positive_way_round_and_for_this_enquiry(client, enquiry):
    page = client.get(url("capacity-answer", enquiry)).content.decode()
    assert "Did the adult have capacity to make the decisions about this enquiry?" in page
    assert "never a statement about the person" in page
    client.post(url("capacity-answer", enquiry), {"had_capacity": "no", "answered_by_name": "Testo Example", "because": "Assessed."})
    kept = CapacityForEnquiry.objects.get()
    assert (kept.had_capacity, kept.answered_by_name, kept.because) == ("no", "Testo Example", "Assessed.")


def test_an_answer_given_again_shows_the_ones_before(client, enquiry):
    for name in ("Testo Example", "Testa Example"):
        answer_capacity(enquiry=enquiry, had_capacity="not-known", answered_by_name=name, by=enquiry.lead)
    page = client.get(url("capacity-answer", enquiry)).content.decode()
    assert "Testo Example" in page and "Testa Example" in page


def test_nobody_and_somebody_cannot_both_have_supported_them(client, enquiry):
    page = client.post(url("support-answer", enquiry), {"supported_by": ["none", "family"]}).content.decode()
    assert "not both" in page and not SupportInEnquiry.objects.exists()
    client.post(url("support-answer", enquiry), {"supported_by": ["advocate", "family"]})
    assert SupportInEnquiry.objects.get().supported_by == ["advocate", "family"]


@pytest.mark.parametrize("name", ["capacity-answer", "support-answer"])
class TestEachPage:
    def test_says_to_reopen_a_closed_case_to_change_an_answer(self, client, enquiry, name):
        enquiry.case.stage, enquiry.case.closed_on = CaseStage.CLOSED, date(2026, 4, 1)
        enquiry.case.save()
        assert "Save this answer" in client.get(url(name, enquiry)).content.decode(), "a blank can still be answered"
        answer_capacity(enquiry=enquiry, had_capacity="yes", answered_by_name="Testo Example", by=enquiry.lead)
        answer_support(enquiry=enquiry, supported_by=["family"], by=enquiry.lead)
        assert "Reopen it to change the answer." in client.get(url(name, enquiry)).content.decode()

    def test_answers_for_the_enquiry_that_was_asked_for_and_goes_back(self, client, enquiry, name):
        enquiry.concluded_on = date(2026, 3, 20)
        enquiry.save()
        newer = factories.enquiry(factories.concern(enquiry.case), lead=enquiry.lead, started_on=date(2026, 4, 2))
        given = {"had_capacity": "yes", "answered_by_name": "Testo Example", "supported_by": ["family"]}
        then = "/returns/2025/to-ask"
        page = client.get(url(name, enquiry), {"of": enquiry.pk, "then": then}).content.decode()
        assert "concluded 20 March 2026" in page and f'href="{then}"' in page
        said = client.post(f"{url(name, enquiry)}?of={enquiry.pk}&then={then}", given)
        assert said["Location"] == then
        answers = [*CapacityForEnquiry.objects.all(), *SupportInEnquiry.objects.all()]
        assert [one.enquiry for one in answers] == [enquiry] != [newer]
        elsewhere = client.post(f"{url(name, enquiry)}?of={enquiry.pk}&then=//elsewhere.invalid/returns/", given)
        assert elsewhere["Location"] == f"/cases/{enquiry.case.reference}"
        assert client.get(url(name, enquiry), {"of": "no-such-enquiry"}).status_code == 404

    def test_is_for_those_who_record_in_cases(self, client, enquiry, name):
        client.force_login(factories.user(Role.ANALYST, of=enquiry.authority))
        assert client.post(url(name, enquiry), {}).status_code == 403

    def test_stays_within_its_budget(self, client, enquiry, name):
        counted = []
        for many in (2, 18):
            for _ in range(many):
                answer_capacity(enquiry=enquiry, had_capacity="yes", answered_by_name="Testo Example", by=enquiry.lead)
                answer_support(enquiry=enquiry, supported_by=["family"], by=enquiry.lead)
            with CaptureQueriesContext(connection) as ran:
                assert client.get(url(name, enquiry)).status_code == 200
            counted.append(len(ran))
        assert counted[0] == counted[1] <= 12
