"""A worker's tab closes before they have saved. What they typed is kept, and offered again."""

from playwright.sync_api import expect

from heard.flows.models import KeptWords
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.steps import given_i_am, then_the_page_is, when_i_go_to, when_i_press

WORDS = "Ring after ten. Not the landline."


def test_a_closed_tab_loses_nothing(page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me)
    address = f"/cases/{enquiry.case.reference}/person"
    when_i_go_to(page, address)
    page.get_by_label("How it is safe to reach them, and how it is not").fill(WORDS)
    expect(page.locator("[data-saved]")).to_contain_text("Saved at", timeout=15_000)

    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    when_i_go_to(page, address)
    expect(page.get_by_text("did not save it. It is kept.")).to_be_visible()
    then_the_page_is(page, "The adult’s details")
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_label("How it is safe to reach them, and how it is not")).to_have_value(WORDS)

    when_i_press(page, "Save details")
    enquiry.case.person.refresh_from_db()
    assert enquiry.case.person.safe_contact == WORDS
    assert not KeptWords.objects.exists()


def test_what_is_typed_before_the_page_is_ready_is_saved_too(page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me)
    answers = []
    page.route("**/kept*", lambda route: answers.append(route) if route.request.method == "GET" else route.continue_())
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/person")
    page.get_by_label("How it is safe to reach them, and how it is not").fill(WORDS)
    assert answers, "the page asks first what was kept"
    answers[0].continue_()
    expect(page.locator("[data-saved]")).to_contain_text("Saved at", timeout=15_000)
    assert KeptWords.objects.exists()
    KeptWords.objects.all().delete()
