"""A plan is put in plain words while a check looks on, and goes as Easy Read; on a telephone, by keyboard, aloud, in two languages."""

from datetime import date

import pytest
from playwright.sync_api import expect

from heard.documents.models import SentDocument, SentFile
from heard.enquiries.models import PlanAction
from tests import factories
from tests.journeys.conftest import PHONE
from tests.journeys.steps import (
    A_VOICE,
    given_i_am,
    picture,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    then_there_is_no,
    when_i_answer,
    when_i_choose,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

HARD, PLAIN = "We will assist you with the bank", "We will help you with the bank"
READ = "I have read the letter, and how it is safe to reach the adult"
ARABIC = ["ماري العزيزة", "ما قلت", "أريد بطاقتي", "هل هذا صحيح؟", "هل كتبنا؟", "هل تريد؟", "أخبرنا", "اتصل", "روبن", "ليلا", "خطر", "يمكن"]


@pytest.fixture
def enquiry():
    person = factories.person(given_name="Mary", address="2 High Street, Testtown", communication_needs=["easy-read"])
    made = factories.enquiry(factories.concern(factories.case(person=person)), lead=factories.user(full_name="Robin Leads"))
    factories.safe_contact_card(person)
    wish = factories.wish(made, words="I want my card back. I require it.")
    PlanAction.objects.create(authority=made.authority, enquiry=made, wish=wish, what=HARD, owner="adult", due_on=date(2026, 5, 3))
    return made


def given_the_plan_is_being_written(page, enquiry) -> None:
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    when_i_follow(page, "Write a letter, or make an Easy Read document")
    then_the_page_is(page, "Letters and Easy Read")
    picture(page, "letters")
    when_i_follow(page, "Your plan")
    then_the_page_is(page, "Write: your plan")


def when_i_let_it_go(page) -> None:
    when_i_answer(page, "Before it goes", READ)
    when_i_press(page, "Keep it and print it")
    then_i_see(page, "Take it away as a file")


def test_hard_words_are_found_while_they_are_typed_and_the_plan_goes_in_easy_read(phone, enquiry):
    given_the_plan_is_being_written(phone, enquiry)
    then_i_see(phone, "Try “help”.")
    picture(phone, "easy-read-write")
    when_i_press(phone, "Use “help”")
    then_i_do_not_see(phone, "Try “help”.")
    assert phone.get_by_label("Step 1: what it says").input_value() == PLAIN
    when_i_answer(phone, "How will it go?", "By post")
    when_i_press(phone, "Look at it")
    then_the_page_is(phone, "Check the letter before it goes")
    then_i_see(phone, PLAIN, "“I want my card back. I require it.”", "Robin Leads", "Pictures: OpenMoji")
    then_i_see(phone, "The check found nothing to change")
    row = phone.locator(".heard-easy", has_text=PLAIN)
    beside, words = row.locator("img").bounding_box(), row.get_by_text(PLAIN).bounding_box()
    assert beside["x"] + beside["width"] <= words["x"], "The picture stands left of its words"
    assert phone.evaluate("parseFloat(getComputedStyle(document.querySelector('.heard-easy')).fontSize)") >= 14 * 96 / 72
    picture(phone, "easy-read-look")
    when_i_let_it_go(phone)
    then_the_page_is(phone, "Your plan")
    picture(phone, "easy-read-sent")
    with phone.expect_download() as taking:
        phone.get_by_role("button", name="PDF", exact=True).click()
    assert taking.value.suggested_filename == "letter.pdf"
    assert SentDocument.objects.get().look == "easy-read" and SentFile.objects.get().kind == "pdf"


def test_it_is_all_done_by_keyboard(page, enquiry):
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/letters/new/your-plan")
    page.get_by_label("Step 1: what it says").focus()
    then_i_see(page, "Try “help”.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_label("Step 1: what it says").input_value() == PLAIN
    page.get_by_role("radio", name="By post").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Look at it").focus()
    page.keyboard.press("Enter")
    then_the_page_is(page, "Check the letter before it goes")
    page.get_by_role("checkbox").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Keep it and print it").focus()
    page.keyboard.press("Enter")
    then_the_page_is(page, "Your plan")


def test_the_words_are_checked_without_javascript(page_without_javascript, enquiry):
    page = page_without_javascript
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/letters/new/your-plan")
    when_i_press(page, "Check my words")
    then_i_see(page, "Are your words easy to read?", "Try “help”.")
    when_i_type(page, "Step 1: what it says", PLAIN)
    when_i_answer(page, "How will it go?", "By post")
    when_i_press(page, "Look at it")
    then_the_page_is(page, "Check the letter before it goes")
    then_there_is_no(page, "button", "Read it aloud")


def looked_at_with_voices(new_page, enquiry, *voices: str):
    page = new_page(PHONE)
    page.context.add_init_script(A_VOICE.replace("VOICES", str(list(voices))))
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/letters/new/what-you-want")
    when_i_answer(page, "How will it go?", "By post")
    return page


def test_it_is_read_aloud_where_the_browser_has_a_voice_and_stops(new_page, enquiry):
    page = looked_at_with_voices(new_page, enquiry, "en-GB")
    when_i_press(page, "Look at it")
    expect(page.get_by_role("button", name="Stop reading")).to_be_hidden()
    when_i_press(page, "Read it aloud")
    expect(page.get_by_role("button", name="Stop reading")).to_be_focused()
    expect(page.get_by_role("button", name="Read it aloud")).to_be_visible()  # again, once all of it was read
    said = page.evaluate("window.spoken")
    assert said[1:4] == ["en-GB: A letter for you", "en-GB: Dear Mary,", "en-GB: What you said you want"]
    assert any("I want my card back. I require it." in one for one in said) and "You can change your mind" in said[-1]


def test_without_a_voice_there_is_no_button(new_page, enquiry):
    page = looked_at_with_voices(new_page, enquiry)
    when_i_press(page, "Look at it")
    then_the_page_is(page, "Check the letter before it goes")
    assert not page.get_by_text("Read it aloud").is_visible()


def test_a_language_from_right_to_left_stands_beside_the_english(new_page, enquiry):
    page = looked_at_with_voices(new_page, enquiry, "en-GB")
    page.get_by_text("Add a second language beside the English").click()
    when_i_choose(page, "Second language", "Arabic")
    when_i_type(page, "Who put it into that language?", "Noor, interpreter")
    when_i_type(page, "The same words in that language", "\n".join(ARABIC[:3]))
    when_i_press(page, "Look at it")
    then_the_page_is(page, "Write: what you said you want")
    then_i_see(page, "The letter has 12 rows and 3 lines were given", "The rows to be translated")
    picture(page, "easy-read-to-translate")
    when_i_type(page, "The same words in that language", "\n".join(ARABIC))
    when_i_press(page, "Look at it")
    then_the_page_is(page, "Check the letter before it goes")
    then_i_see(page, "Put into Arabic by Noor, interpreter.", "This device has no voice for the second language")
    assert page.get_by_text(ARABIC[2]).evaluate("one => getComputedStyle(one).direction") == "rtl"
    picture(page, "easy-read-two-languages")
