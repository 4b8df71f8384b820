"""What a worker wrote is found hard to read, is reworded, and goes by post in plain words; the adult's own words stay as they are."""

import pytest

from tests import factories
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

HARD = "We will assess it. You will be notified of the outcome."
PLAIN = "Robin will talk with you. Robin will then ring you."


@pytest.fixture
def enquiry():
    person = factories.person(given_name="Mary", address="2 High Street, Testtown")
    made = factories.enquiry(factories.concern(factories.case(person=person)))
    factories.safe_contact_card(person)
    factories.wish(made, words="I require my card.")
    return made


def test_hard_words_are_reworded_and_the_letter_goes_by_post(phone, enquiry):
    given_i_am(phone, enquiry.lead)
    when_i_go_to(phone, f"/cases/{enquiry.case.reference}/letters/new/what-you-told-us")
    when_i_answer(phone, "How will it go?", "By post")
    when_i_type(phone, "Where to?", "2 High Street, Testtown")
    when_i_type(phone, "What happens next?", HARD)
    when_i_press(phone, "Look at it")
    then_the_page_is(phone, "Check the letter before it goes")
    then_i_see(phone, "Are your words easy to read?", "Try “look at”.", "be notified")
    then_i_do_not_see(phone, "Try “need”.")
    picture(phone, "letter-words-to-reword")
    when_i_press(phone, "Change the letter")
    when_i_type(phone, "What happens next?", PLAIN)
    when_i_press(phone, "Look at it")
    then_i_see(phone, "The check found nothing to change", "I require my card.")
    when_i_answer(phone, "Before it goes", "I have read the letter, and how it is safe to reach the adult")
    when_i_press(phone, "Keep it and print it")
    then_the_page_is(phone, "What you told us")
    then_i_see(phone, PLAIN, "I require my card.", "By post: 2 High Street, Testtown")
    then_i_do_not_see(phone, "be notified", "Are your words easy to read?")
