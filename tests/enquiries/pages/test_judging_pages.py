"""Is it asked how each judgement was asked, by whom, and never lost that nothing was chosen?"""

import pytest
from django.urls import reverse

from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import Judgement
from tests import factories
from tests.enquiries.pages.test_closing_pages import ASKED, DAY, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def manager(enquiry):
    return factories.user(Role.MANAGER)


def judging(enquiry, **changes) -> dict:
    wish = enquiry.wishes.get()
    return {f"rating-{wish.pk}": "met", f"judge-{wish.pk}": "adult", f"words-{wish.pk}": "", **DAY, **ASKED, **changes}


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        pytest.param({"how": ""}, "Select how they answered", id="no means"),
        pytest.param({"how": "pigeon"}, "Choose one of the answers shown", id="a means that is none"),
        pytest.param({"asked_by": ""}, "Select who asked", id="nobody is said to have asked"),
        pytest.param({"asked_by_name": " "}, "Enter the name of whoever asked", id="somebody else without a name"),
    ],
)
def test_a_judgement_is_not_kept_without_how_it_was_asked(enquiry, sent, says):
    factories.wish(enquiry)
    page = signed_in(enquiry.lead).post(reverse("judge-wishes", args=[enquiry.case.reference]), judging(enquiry, **sent))
    assert says in page.content.decode() and not Judgement.objects.exists()


def test_nothing_judged_asks_nothing_of_how_and_says_that_nothing_was_saved(enquiry):
    factories.wish(enquiry)
    browser, nothing = signed_in(enquiry.lead), {f"rating-{enquiry.wishes.get().pk}": ""}
    where = reverse("judge-wishes", args=[enquiry.case.reference])
    page = browser.post(where, judging(enquiry, how="", asked_by_name="", **nothing)).content.decode()
    assert "Nothing was chosen, and nothing was saved." in page and "Select how they answered" not in page
    browser.post(where, judging(enquiry))
    mine = {**judging(enquiry), **nothing}
    page = browser.post(reverse("judge-as-professional", args=[enquiry.case.reference]), mine).content.decode()
    assert "Nothing was chosen, and nothing was saved." in page and Judgement.objects.count() == 1


def test_whoever_leads_is_warned_and_that_they_asked_is_kept_and_shown(enquiry, manager):
    factories.wish(enquiry)
    where = reverse("judge-wishes", args=[enquiry.case.reference])
    assert "let somebody else ask" not in signed_in(manager).get(where).content.decode()
    browser = signed_in(enquiry.lead)
    assert "let somebody else ask" in browser.get(where).content.decode()
    browser.post(where, judging(enquiry, asked_by="lead", asked_by_name=""))
    kept = Judgement.objects.get()
    assert (kept.how, kept.asked_by, kept.asked_by_name, kept.by_lead) == ("visit", "lead", enquiry.lead.full_name, True)
    for name in ("case", "summary", "judge-as-professional"):
        page = browser.get(reverse(name, args=[enquiry.case.reference])).content.decode()
        assert f"On a visit. Asked by {enquiry.lead.full_name}, who led the enquiry." in page, name
