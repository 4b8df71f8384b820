"""A relative who may pose a risk sits in; the duty stands, says why, and a reason given lapses when there is something new."""

from datetime import date

from playwright.sync_api import expect

from heard.people.models import NetworkMember
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.steps import check_page, given_i_am, picture


def test_seeing_the_adult_alone_stays_owed_and_says_why(page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me)
    case = enquiry.case
    NetworkMember.objects.create(authority=case.authority, person=case.person, name="Kev Example", relationship="Son", may_pose_risk=True)
    with_kev = {"alone": "adult-wished-company", "present": ["Kev"]}
    factories.conversation(enquiry, held_at=factories.at(date(2026, 3, 5)), **with_kev)
    page.goto(f"/cases/{case.reference}")
    assert "Not yet" in page.locator("#enquiry").inner_text()
    page.goto(f"/cases/{case.reference}/duties")
    check_page(page)
    assert "There with them, and may pose a risk: Kev." in page.locator("main").inner_text()
    picture(page, "what-is-owed")
    page.get_by_role("link", name="Not needed, because (about: see the adult alone, in a safe place)").click()
    check_page(page)
    page.get_by_label("Your reason").fill("A visit without Kev is arranged for Friday.")
    page.get_by_role("button", name="Save").click()
    check_page(page)
    expect(page.get_by_role("heading", name="Said not to be needed")).to_have_count(1)
    page.get_by_role("link", name="Needed after all").first.click()
    check_page(page)
    factories.conversation(enquiry, held_at=factories.at(date(2026, 3, 9)), **with_kev)
    page.goto(f"/cases/{case.reference}/duties")
    check_page(page)
    assert "No longer counts" in page.locator("main").inner_text()
    page.goto("/duties?what=see-the-adult-alone&when=overdue")
    check_page(page)
    assert case.reference in page.locator("main").inner_text()
    picture(page, "duties-of-the-team")
    page.set_viewport_size({"width": 375, "height": 812})
    for address in ("/duties", f"/cases/{case.reference}/duties"):
        page.goto(address)
        check_page(page)
