"""An enquiry in which what the adult wants changes: the words of both days stay, with why and when, and the plan follows."""

from datetime import date, timedelta

import pytest

from tests import factories
from tests.journeys.steps import (
    check_page,
    given_i_am,
    picture,
    then_i_am_told_of_the_error,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_choose,
    when_i_follow,
    when_i_give_the_date,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

WANTED = "I want to stay in my own home."
WANTS_NOW = "I want to live near my sister."


@pytest.fixture
def enquiry(heard_server):
    adult = factories.person(
        given_name="Mary", family_name="Example", communication_needs=["easy-read", "longer-appointments"],
        safe_contact="Ring the day centre before noon. Never leave a message at home.", must_not_know="Her son, Testo",
    )  # fmt: skip
    return factories.enquiry(factories.concern(factories.case(person=adult)))


def of(enquiry, path: str) -> str:
    return f"/cases/{enquiry.case.reference}/{path}"


def when_i_give_the_day(page, question: str, day: date) -> None:
    when_i_give_the_date(page, question, day.day, day.month, day.year)


def when_i_write_down_a_conversation(page, enquiry) -> None:
    """When, how and who; their words, and apart from them mine; what they want."""
    when_i_go_to(page, of(enquiry, "conversations/new"))
    then_the_page_is(page, "A conversation with the adult")
    then_i_see(page, "Easy Read", "Never leave a message at home.", "Her son, Testo")
    picture(page, "conversation-when")
    when_i_answer(page, "Did you hear the adult?", "Yes, they said or showed something")
    when_i_give_the_day(page, "When was it?", date.today() - timedelta(days=1))
    page.get_by_role("group", name="When was it?").get_by_label("Time").fill("2:30pm")
    when_i_choose(page, "At what point was it?", "Planning the enquiry")
    when_i_press(page, "Continue")
    then_the_page_is(page, "How you talked, and who was there")
    when_i_answer(page, "How did you talk?", "Face to face")
    when_i_answer(page, "Was the adult alone with you?", "Yes")
    when_i_type(page, "Who else was there?", "Interpreter")
    picture(page, "conversation-how")
    when_i_press(page, "Continue")
    then_the_page_is(page, "What they said")
    when_i_type(page, "What did they say or show?", "He shouts when he drinks. I hide my purse.")
    when_i_type(page, "What do you make of it?", "She is frightened, and fond of him.")
    picture(page, "conversation-words")
    when_i_press(page, "Continue")
    when_i_say_what_they_want(page)


def when_i_say_what_they_want(page) -> None:
    then_the_page_is(page, "What they want to happen")
    when_i_press(page, "Continue")
    then_i_am_told_of_the_error(page, "Select whether you asked what they want to happen")
    when_i_answer(page, "Did you ask what they want to happen?", "Yes, and they said what they want")
    when_i_type(page, "What do they want?", WANTED)
    page.get_by_text("They want something else too").click()
    when_i_type(page, "What else do they want?", "I want him to get help.")
    picture(page, "conversation-wants")
    when_i_press(page, "Continue")
    then_the_page_is(page, "Check what you wrote down")
    picture(page, "conversation-check")
    when_i_press(page, "Save this conversation")


def when_i_add_a_risk_seen_differently(page, enquiry) -> None:
    when_i_go_to(page, of(enquiry, "risks/new"))
    then_the_page_is(page, "Add a risk")
    when_i_answer(page, "What kind of risk is it?", "Financial or material abuse")
    when_i_answer(page, "Where does it come from?", "Known to the adult")
    when_i_choose(page, "Where is the adult at risk?", "Own home")
    when_i_answer(page, "Who may pose the risk?", "Somebody not listed")
    when_i_type(page, "Name", "Testo Example")
    when_i_type(page, "Who they are to the adult", "Son")
    when_i_answer(page, "How great is the risk, as the adult sees it?", "Low")
    when_i_type(page, "In the adult’s own words", "It is only money.")
    when_i_answer(page, "How great is the risk, as you see it?", "High")
    when_i_type(page, "Why do you see it so?", "Her rent is unpaid.")
    picture(page, "risk-new")
    when_i_press(page, "Save this risk")


def when_i_plan_for_what_they_want(page, enquiry) -> None:
    when_i_go_to(page, of(enquiry, "plan"))
    then_the_page_is(page, "The safeguarding plan")
    when_i_press(page, "Add an action")
    then_the_page_is(page, "Add an action to the plan")
    when_i_type(page, "What will be done?", "Ask for a lock for her room")
    when_i_answer(page, "Which of the adult’s wishes is it for?", WANTED)
    when_i_answer(page, "Who will do it?", "The adult")
    picture(page, "plan-action")
    when_i_press(page, "Save this action")
    then_the_page_is(page, "The safeguarding plan")
    when_i_press(page, "Record what the adult says of the plan")
    then_the_page_is(page, "What does the adult say about this plan?")
    when_i_answer(page, "Does the adult agree with the plan?", "Agrees with the plan")
    when_i_type(page, "In the adult’s own words", "Yes. A lock would be good.")
    when_i_give_the_day(page, "When will you review it together?", date.today() + timedelta(days=30))
    picture(page, "plan-agree")
    when_i_press(page, "Save the plan")


def when_the_wish_changes(page, enquiry) -> None:
    when_i_go_to(page, of(enquiry, "wishes"))
    then_the_page_is(page, "What the adult wants")
    when_i_follow(page, "Record a change")
    then_the_page_is(page, "What the adult wants now")
    then_i_see(page, WANTED)
    when_i_type(page, "What do they want now?", WANTED)
    when_i_type(page, "Why did it change?", "Her sister has a room for her.")
    when_i_press(page, "Save what they want now")
    then_i_am_told_of_the_error(page, "These are the same words as before")
    when_i_type(page, "What do they want now?", WANTS_NOW)
    picture(page, "wish-change")
    when_i_press(page, "Save what they want now")


def test_what_the_adult_wants_changes_and_nothing_is_lost(page, enquiry):
    given_i_am(page, enquiry.lead)
    when_i_write_down_a_conversation(page, enquiry)
    then_the_page_is(page, "A conversation with the adult")
    then_i_see(page, "Heard alone", "He shouts when he drinks. I hide my purse.", "The worker’s view, not the adult’s words", WANTED)
    picture(page, "conversation")
    when_i_add_a_risk_seen_differently(page, enquiry)
    when_i_plan_for_what_they_want(page, enquiry)
    then_the_page_is(page, "The safeguarding plan")
    then_i_see(page, "Yes. A lock would be good.", "Agrees with the plan")
    when_the_wish_changes(page, enquiry)
    then_the_page_is(page, "What the adult wants")
    then_i_see(page, WANTS_NOW, "Her sister has a room for her.")
    page.get_by_text("What they wanted before").click()
    then_i_see(page, WANTED)
    picture(page, "wishes")
    when_i_go_to(page, of(enquiry, "plan"))
    then_i_see(page, "Changed since", WANTS_NOW)
    check_page(page)
    picture(page, "plan")
    when_i_go_to(page, of(enquiry, "plan/review"))
    then_the_page_is(page, "Review the plan with the adult")
    then_i_see(page, "Is this still what they want?", WANTS_NOW)
    picture(page, "plan-review")


def test_the_same_on_a_telephone_without_losing_a_word(phone, enquiry):
    """What was typed and not sent is there again, and the page fits the screen."""
    given_i_am(phone, enquiry.lead)
    when_i_go_to(phone, of(enquiry, "conversations/new"))
    when_i_answer(phone, "Did you hear the adult?", "No")
    when_i_give_the_day(phone, "When was it?", date.today())
    phone.get_by_role("group", name="When was it?").get_by_label("Time").fill("25 past")
    phone.locator("[data-saved]").get_by_text("Saved at").wait_for()
    picture(phone, "phone-conversation-when")
    when_i_go_to(phone, of(enquiry, "conversations/new"))
    then_i_see(phone, "You have begun and not sent")
    when_i_follow(phone, "Go on")
    assert phone.get_by_role("group", name="When was it?").get_by_label("Time").input_value() == "25 past"
    when_i_press(phone, "Continue")
    then_i_am_told_of_the_error(phone, "When it was must include a time")
    phone.get_by_role("group", name="When was it?").get_by_label("Time").fill("00:01")
    when_i_choose(phone, "At what point was it?", "During the enquiry")
    when_i_press(phone, "Continue")
    then_the_page_is(phone, "Why the adult was not heard")
    when_i_answer(phone, "Why was the adult not heard?", "They did not want to talk")
    when_i_give_the_day(phone, "When will you ask again?", date.today() + timedelta(days=3))
    picture(phone, "phone-not-heard")
    when_i_press(phone, "Continue")
    when_i_press(phone, "Save this conversation")
    then_the_page_is(phone, "The adult was not heard")
    picture(phone, "phone-conversation")


def test_without_javascript_the_same_questions_can_be_answered(page_without_javascript, enquiry):
    page = page_without_javascript
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, of(enquiry, "wishes/new"))
    when_i_answer(page, "What did they say?", "They want to be left alone")
    when_i_type(page, "In their own words", "Leave me be.")
    when_i_answer(page, "Who said it?", "The adult")
    when_i_press(page, "Save what they want")
    when_i_go_to(page, of(enquiry, "wishes"))
    then_i_see(page, "Leave me be.", "Wants to be left alone")
