"""Is how much the adult wants to be involved kept, and what they wanted before?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from heard.voice.actions.involvement import record_involvement
from heard.voice.models import Involvement
from heard.voice.queries import involvements_of
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 5)
FORM = {
    "how_much": "decisions", "words": "Ask me first.", "means": ["phone", "face-to-face"], "where": "The surgery", "said_by": "adult",
    "said_on-day": "5", "said_on-month": "3", "said_on-year": "2026",
}  # fmt: skip


@pytest.fixture
def enquiry():
    return factories.enquiry()


def test_it_can_change_and_what_they_wanted_before_is_kept(enquiry):
    for how_much in ("everything", "little"):
        record_involvement(case=enquiry.case, by=enquiry.lead, how_much=how_much, said_by="adult", said_on=DAY, means=["phone"])
    now, before = involvements_of(enquiry.case)
    assert (now.how_much, before.how_much, now.supersedes, now.means_in_words) == ("little", "everything", before, "Phone")


@pytest.mark.parametrize(
    ("stage", "said_by", "told"),
    [(CaseStage.CLOSED, "adult", "closed"), (CaseStage.ENQUIRY, "representative", "name")],
    ids=["a closed case", "somebody who speaks for them and is not named"],
)
def test_what_is_refused(enquiry, stage, said_by, told):
    enquiry.case.stage = stage
    with pytest.raises(NotAllowed, match=told):
        record_involvement(case=enquiry.case, by=enquiry.lead, how_much="told", said_by=said_by, said_on=DAY)
    assert not Involvement.objects.exists()


def test_it_is_asked_on_a_page_and_shown_in_their_words(client, enquiry):
    client.force_login(enquiry.lead)
    where = reverse("change-involvement", args=[enquiry.case.reference])
    assert "Select how much they want to be involved" in client.post(where, {**FORM, "how_much": ""}).content.decode()
    page = client.post(where, FORM, follow=True).content.decode()
    for words in ("Ask me first.", "Asked before anything is decided", "Phone, Face to face", "The surgery"):
        assert words in page
    assert "Asked before anything is decided" in client.get(reverse("case", args=[enquiry.case.reference])).content.decode()


def test_a_closed_case_takes_no_change(client, enquiry):
    enquiry.case.stage = CaseStage.CLOSED
    enquiry.case.save()
    client.force_login(enquiry.lead)
    assert "This case is closed" in client.get(reverse("change-involvement", args=[enquiry.case.reference])).content.decode()
    assert "Ask, and write it down" not in client.get(reverse("involvement", args=[enquiry.case.reference])).content.decode()
