"""A letter is stopped by the safe-contact card, and goes another way; or goes by a manager's name and reason."""

import pytest

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

STOPPED = "The safe-contact card stops this letter"


@pytest.fixture
def enquiry():
    person = factories.person(
        given_name="Mary", address="2 High Street, Testtown", postcode="ZZ1 1ZZ", safe_contact="Not by post. Her son opens it.",
        must_not_know="Her son",
    )  # fmt: skip
    made = factories.enquiry(factories.concern(factories.case(person=person)))
    factories.conversation(made, words="He takes my bank card.")
    factories.wish(made, words="I want my card back.")
    return made


def given_the_lead_writes(page, enquiry) -> None:
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    when_i_follow(page, "Write a letter, or make an Easy Read document")
    then_the_page_is(page, "Letters and Easy Read")
    when_i_follow(page, "What you told us")
    then_the_page_is(page, "Write: what you told us")
    then_i_see(page, "Not by post. Her son opens it.")


def when_i_fill_in_the_card(page) -> None:
    when_i_follow(page, "Fill in the safe-contact card")
    then_the_page_is(page, "How it is safe to reach the adult")
    when_i_answer(page, "Is it safe to write by post?", "No")
    page.locator("#post_why").fill("Her son opens it")
    when_i_answer(page, "Is it safe to visit, or to meet?", "Yes")
    when_i_type(page, "Where is it safe to meet?", "The Day Centre, 1 Park Lane")
    when_i_type(page, "Code word", "Bluebell")
    when_i_press(page, "Save the card")
    then_i_see(page, "Safe-contact card saved", "Not safe: Her son opens it", "Bluebell")


def when_i_write(page, how: str, where: str | None = None) -> None:
    when_i_answer(page, "How will it go?", how)
    if where:
        when_i_type(page, "Where to?", where)
    when_i_type(page, "What happens next?", "Robin will come to the day centre on Friday to talk with you.")
    when_i_press(page, "Look at it")
    then_the_page_is(page, "Check the letter before it goes")


def test_a_letter_is_stopped_and_goes_another_way(page, enquiry):
    given_the_lead_writes(page, enquiry)
    when_i_write(page, "By post")
    then_i_see(page, STOPPED, "Nobody has recorded how it is safe to reach the adult")
    then_i_do_not_see(page, "Let it go all the same")
    when_i_fill_in_the_card(page)
    when_i_follow(page, "Write a letter, or make an Easy Read document")
    when_i_follow(page, "What you told us")
    when_i_write(page, "By post")
    then_i_see(page, STOPPED, "this way is not safe (post): Her son opens it.", "Bluebell", "He takes my bank card.")
    picture(page, "letter-stopped-by-safe-contact")
    when_i_press(page, "Change the letter")
    when_i_write(page, "Handed over in person", "The Day Centre, 1 Park Lane")
    then_i_do_not_see(page, STOPPED)
    when_i_press(page, "Keep it and print it")
    then_i_am_told_of_the_error(page, "tick the box")
    when_i_answer(page, "Before it goes", "I have read the letter, and how it is safe to reach the adult")
    when_i_press(page, "Keep it and print it")
    then_the_page_is(page, "What you told us")
    then_i_see(page, "A letter for you", "I want my card back.", "Handed over in person: The Day Centre, 1 Park Lane")
    then_only_the_letter_is_on_paper(page)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    then_i_see(page, "What you told us, ")


def then_only_the_letter_is_on_paper(page) -> None:
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    assert "He takes my bank card." in printed
    for words in ("Bluebell", "Heard", "safe", "Handed over", "Her son"):
        assert words not in printed
    page.emulate_media(media="screen")


def test_a_manager_lets_it_go_by_name_and_with_a_reason(phone, enquiry):
    factories.safe_contact_card(
        enquiry.case.person, told="Not by post. Her son opens it.\nHer son",
        ways=[{"way": "post", "is_safe": "no", "where": "", "words": "Her son opens it"}],
    )  # fmt: skip
    given_i_am(phone, factories.user(Role.MANAGER, full_name="Mo Manager"))
    when_i_go_to(phone, f"/cases/{enquiry.case.reference}/letters/new/what-you-told-us")
    when_i_write(phone, "By post")
    then_i_see(phone, STOPPED)
    when_i_answer(phone, "Before it goes", "I have read the letter, and how it is safe to reach the adult")
    when_i_press(phone, "Let it go all the same")
    then_i_am_told_of_the_error(phone, "Write why it must go all the same")
    when_i_type(phone, "Why must it go all the same?", "Her son is in hospital this week, and she asked for it.")
    when_i_press(phone, "Let it go all the same")
    then_the_page_is(phone, "What you told us")
    then_i_see(phone, "Mo Manager let it go all the same: Her son is in hospital this week, and she asked for it.")


def test_it_is_stopped_without_javascript_too(page_without_javascript, enquiry):
    page = page_without_javascript
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/letters/new/what-you-told-us")
    when_i_answer(page, "How will it go?", "By post")
    when_i_type(page, "What happens next?", "Robin will ring.")
    when_i_press(page, "Look at it")
    then_i_see(page, STOPPED)
    then_i_do_not_see(page, "Keep it and print it")
