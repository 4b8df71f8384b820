"""Somebody without an account is worried about a neighbour."""

import re

from playwright.sync_api import Page, expect

from heard.cases.models import Concern
from heard.concerns.models import FurtherInformation
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_am_told_of_the_error,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

SAW = "Her son shouts at her every night. I hear it through the wall."
CHECK = "Check your answers"


def given_a_council() -> None:
    factories.authority("Testshire")


def when_i_go_on(page: Page) -> None:
    when_i_press(page, "Continue")


def then_it_is_not_sent_yet(page: Page) -> None:
    then_i_see(page, "This has not been sent yet.", "01632 960001", "Exit this page quickly", "it is deleted on")
    assert re.match(r"(Error: )?(Page \d+|Check your answers) - Heard", page.title())


def when_i_say_who_and_what(page: Page) -> None:
    """From the first page to the sixth, with the mistakes that people make."""
    when_i_answer(page, "Is anyone in danger now?", "Yes, now")
    when_i_go_on(page)
    then_the_page_is(page, "Who is this about?")
    then_i_see(page, "Call 999 now if nobody has")
    when_i_answer(page, "Who is this about?", "Somebody else")
    when_i_go_on(page)
    when_i_go_on(page)
    then_i_am_told_of_the_error(page, "Tell us what has happened")
    when_i_type(page, "What has happened, or what are you worried about?", SAW)
    when_i_go_on(page)
    then_the_page_is(page, "Who are you worried about?")
    when_i_go_on(page)
    then_i_am_told_of_the_error(page, "I don't know their name, flat 3")
    when_i_type(page, "First name", "I don’t know her name, flat 3")
    when_i_type(page, "NHS number, if you know it", "not known")
    when_i_type(page, "Date of birth, or about how old they are", "about 75")
    when_i_go_on(page)
    then_the_page_is(page, "Are there children?")


def when_i_say_the_rest(page: Page) -> None:
    """From the fifth page to "check your answers"."""
    when_i_answer(page, "Do any children live with them?", "Yes")
    when_i_go_on(page)
    then_the_page_is(page, "What do they say, and what do they want?")
    then_i_see(page, "Ring children’s services on")
    when_i_type(page, "What do they want to happen?", "She wants him to stop, and not to lose him.")
    when_i_go_on(page)
    then_it_is_not_sent_yet(page)
    when_i_go_on(page)
    then_i_am_told_of_the_error(page, "Any answer lets you go on")
    when_i_answer(page, "Did they agree to you telling us?", "I have not asked them")
    when_i_go_on(page)
    then_the_page_is(page, "Why are you telling us without their agreement?")
    when_i_answer(page, "What is the main reason?", "Asking them could put me in danger")
    when_i_go_on(page)
    then_the_page_is(page, "How is it safe to reach them?")
    when_i_type(page, "Who must not know about this?", "Her son")
    when_i_go_on(page)
    then_the_page_is(page, "About you")
    when_i_answer(page, "How do you know them?", "A neighbour, or somebody who saw or heard something")
    when_i_type(page, "How should we contact you?", "Ring 07700 900 982 after six")
    when_i_go_on(page)


def when_i_send_the_least(page: Page) -> None:
    when_i_go_to(page, "/form/testshire/")
    when_i_go_on(page)
    when_i_go_on(page)
    when_i_type(page, "What has happened, or what are you worried about?", SAW)
    when_i_go_on(page)
    when_i_type(page, "Where do they live, or where are they now?", "The bench outside the library")
    when_i_go_on(page)
    when_i_go_on(page)
    when_i_go_on(page)
    when_i_answer(page, "Did they agree to you telling us?", "Yes, they agreed")
    when_i_go_on(page)
    when_i_go_on(page)
    when_i_go_on(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(CHECK)
    when_i_press(page, "Send")


def test_a_neighbour_raises_a_concern_and_it_stands_first_on_the_duty_list(page, new_page):
    given_a_council()
    when_i_go_to(page, "/start")
    then_the_page_is(page, "Adult safeguarding")
    when_i_follow(page, "Raise a concern with Testshire")
    then_i_see(page, "In an emergency call 999.", "call 101", "Concerns are read from 9am")
    when_i_say_who_and_what(page)
    then_it_is_not_sent_yet(page)
    picture(page, "public-page-5")
    when_i_say_the_rest(page)
    then_the_page_is(page, CHECK)
    then_it_is_not_sent_yet(page)
    then_i_see(page, SAW, "not known", "01632 960002", "If you cannot speak or hear on the phone")
    when_i_press(page, "Send")
    then_the_page_is(page, "Sent")
    concern = Concern.objects.get()
    then_i_see(page, concern.reference, "What happens next", "01632 960002")
    then_i_do_not_see(page, SAW)
    report, agreement = concern.reports.get(), concern.agreements.get()
    assert "NHS number: not known" in report.about_the_adult
    assert (agreement.answer, agreement.ground, concern.case.person.must_not_know) == ("not-asked", "asking-increases-risk", "Her son")
    duty = new_page()
    given_i_am(duty, Role.DUTY_WORKER)
    when_i_go_to(duty, "/duty")
    then_i_see(duty, concern.reference)


def test_three_answers_are_enough_on_a_telephone_and_the_receipt_prints(phone):
    given_a_council()
    when_i_send_the_least(phone)
    then_the_page_is(phone, "Sent")
    when_i_follow(phone, "Print your reference")
    then_the_page_is(phone, "Your reference")
    then_i_do_not_see(phone, "library", SAW)


def test_it_can_all_be_done_without_javascript(page_without_javascript):
    given_a_council()
    before = Concern.objects.count()
    when_i_send_the_least(page_without_javascript)
    expect(page_without_javascript.get_by_role("heading", level=1)).to_contain_text("Sent")
    assert Concern.objects.count() == before + 1


def test_words_are_saved_as_they_are_typed_and_leaving_quickly_keeps_them_for_the_code_only(page, new_page):
    given_a_council()
    when_i_go_to(page, "/form/testshire/")
    when_i_go_on(page)
    when_i_go_on(page)
    when_i_type(page, "What has happened, or what are you worried about?", SAW)
    expect(page.locator("[data-saved]")).to_contain_text("Saved at")
    when_i_press(page, "Save and come back later")
    reference, code = page.locator(".heard-code").all_inner_texts()
    when_i_press(page, "Go on")
    when_i_press(page, "Exit this page quickly")
    then_i_do_not_see(page, SAW)
    assert not page.context.cookies()
    page.go_back()
    page.wait_for_load_state()
    then_i_do_not_see(page, SAW)
    when_i_go_to(page, "/form/testshire/3")
    then_i_see(page, "Nothing is open here")
    elsewhere = new_page()
    when_i_go_to(elsewhere, "/form/testshire/resume")
    when_i_type(elsewhere, "Reference", reference)
    when_i_type(elsewhere, "Code", code.lower().replace("-", " "))
    when_i_go_on(elsewhere)
    when_i_go_to(elsewhere, "/form/testshire/3")
    expect(elsewhere.get_by_label("What has happened, or what are you worried about?")).to_have_value(SAW)


def test_after_sending_the_code_only_adds(page, new_page):
    given_a_council()
    when_i_send_the_least(page)
    reference = page.locator(".govuk-panel strong").inner_text()
    code = page.locator("p strong").last.inner_text()
    elsewhere = new_page()
    when_i_go_to(elsewhere, "/form/testshire/resume")
    when_i_type(elsewhere, "Reference", reference)
    when_i_type(elsewhere, "Code", code)
    when_i_go_on(elsewhere)
    then_the_page_is(elsewhere, "Add information")
    then_i_do_not_see(elsewhere, SAW, "library")
    when_i_type(elsewhere, "What do you want to add?", "He came back.")
    when_i_press(elsewhere, "Add it")
    then_the_page_is(elsewhere, "We have what you added")
    then_i_do_not_see(elsewhere, "He came back.")
    assert FurtherInformation.objects.get().concern.reference == reference
