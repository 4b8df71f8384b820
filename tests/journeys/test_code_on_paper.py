"""Is the paper with the code on it only that, when it is printed?"""

import io

import pikepdf

from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.conftest import DESKTOP
from tests.journeys.steps import given_i_am, then_the_page_is, when_i_answer, when_i_choose, when_i_go_to, when_i_press, when_i_type
from tests.mypage.making import cover_of


def test_only_the_code_is_printed_and_nothing_on_the_paper_says_what_it_is_about(new_page):
    page = new_page(DESKTOP)
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me)
    cover_of(enquiry)
    person = enquiry.case.person
    person.communication_needs = ["easy-read"]
    person.save()
    factories.safe_contact_card(person, ways=[{"way": "visit", "is_safe": "yes", "where": "", "words": ""}])
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/own-page/new")
    when_i_answer(page, "Whose page is it?", "The adult")
    when_i_answer(page, "How will it reach them?", "A code on paper, handed over")
    when_i_type(page, "Where will you hand it over?", "The library")
    when_i_answer(page, "Is a page of their own safe for them?", "Yes, asked alone, and it is safe")
    when_i_type(page, "How do you know that it is safe?", "Asked alone.")
    when_i_type(page, "A question to ask first", "What was your first pet called?")
    when_i_type(page, "Their answer", "Biscuit")
    when_i_choose(page, "Who reads what they say when you are away?", "Cam Cover")
    when_i_press(page, "Make the way in")
    then_the_page_is(page, "The way in is made")
    paper = page.locator(".heard-paper").inner_text()
    page.emulate_media(media="print")
    assert page.locator("body").inner_text().split() == paper.split(), "the code, where it is typed in and until when; nothing else"
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        assert len(printed.pages) == 1
    assert "Ready" in page.title() and me.full_name not in page.title()
