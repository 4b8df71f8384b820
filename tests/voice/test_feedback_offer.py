"""Is the offer of a say recorded, offered again as a new row, and does it settle what is owed?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.casework.queries.duties_page import duties_page
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.actions.feedback import offer_feedback
from heard.voice.models import FeedbackOffer
from tests import factories

pytestmark = pytest.mark.django_db
ENDED = date(2026, 3, 20)
GIVEN = {"offered_on": ENDED, "offered_by_name": "Jo Example", "how": "phone", "answer": "later"}
FORM = {
    "offered_on-day": "20", "offered_on-month": "3", "offered_on-year": "2026", "offered_by_name": "Jo Example", "how": "phone",
    "answer": "no", "words": "I have said enough.",
}  # fmt: skip


@pytest.fixture
def enquiry():
    made = factories.enquiry(concluded_on=ENDED)
    made.case.stage = CaseStage.CLOSED
    made.case.save()
    return made


def owed(enquiry):
    return {step.slug for step in duties_page(enquiry.case).owed}


def test_the_offer_settles_what_is_owed_and_is_named_as_what_did(enquiry):
    assert "offer-feedback" in owed(enquiry)
    offer_feedback(enquiry=enquiry, by=enquiry.lead, **GIVEN)
    assert "offer-feedback" not in owed(enquiry)
    settled = {str(duty): records for duty, records in duties_page(enquiry.case).settled}
    assert settled["offer-feedback"] == ("The offer of a say on 20 March 2026.",)


def test_offered_again_it_is_a_new_row(enquiry):
    first = offer_feedback(enquiry=enquiry, by=enquiry.lead, **GIVEN)
    second = offer_feedback(enquiry=enquiry, by=enquiry.lead, **{**GIVEN, "answer": "yes"})
    assert second.supersedes == first and FeedbackOffer.objects.filter(is_current=True).get() == second


def test_nothing_is_asked_of_somebody_who_has_died(enquiry):
    enquiry.case.person.death_date = ENDED
    with pytest.raises(NotAllowed, match="has died"):
        offer_feedback(enquiry=enquiry, by=enquiry.lead, **GIVEN)


def test_the_page_keeps_the_offer_of_a_closed_case_and_the_case_shows_it(client, enquiry):
    client.force_login(enquiry.lead)
    where = reverse("offer-feedback", args=[enquiry.case.reference])
    assert "Select what the adult answered" in client.post(where, {**FORM, "answer": ""}).content.decode()
    page = client.post(where, FORM, follow=True).content.decode()
    for words in ("The offer is saved", "Offered a say on how it went: 20 March 2026, by Jo Example.", "I have said enough."):
        assert words in page
    assert "cannot be before" in client.post(where, {**FORM, "offered_on-year": "2025"}).content.decode()


def test_who_may_not(client, enquiry):
    where = reverse("offer-feedback", args=[enquiry.case.reference])
    for user, status in ((factories.user(Role.ANALYST), 403), (factories.user(teams=[factories.team("South team")]), 404)):
        client.force_login(user)
        assert client.get(where).status_code == status
    case = factories.case(lead=enquiry.lead)
    client.force_login(enquiry.lead)
    assert client.get(reverse("offer-feedback", args=[case.reference])).status_code == 404
