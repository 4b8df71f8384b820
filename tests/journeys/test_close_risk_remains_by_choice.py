"""An enquiry stops because the adult asks, and the risk remains because the adult chose: an end like any other."""

from datetime import date

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

REASON = "He is my son. I want him here, whatever he is like when he drinks."


@pytest.fixture
def enquiry():
    made = factories.enquiry(started_on=date(2026, 3, 4))
    factories.wish(made, words="I want to keep seeing my son.")
    factories.risk(made, type="domestic", words="Her son has hit her when drunk.")
    return made


def given_the_lead(page, enquiry) -> None:
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/close")


def when_the_risk_remains(page) -> None:
    when_i_follow(page, "Domestic abuse")
    when_i_answer(page, "The finding", "Risk identified and action taken")
    when_i_press(page, "Continue")
    when_i_answer(page, "The outcome", "Risk remained")
    when_i_press(page, "Continue")
    then_the_page_is(page, "Why did the risk remain?")
    when_i_press(page, "Continue")
    then_i_am_told_of_the_error(page, "Write the adult’s reason, or say why you do not have it")
    when_i_type(page, "The adult’s reason, in their own words", REASON)
    when_i_press(page, "Continue")
    then_i_see(page, "Risk remained by the adult's choice")


def when_the_adult_asks_to_stop(page) -> None:
    when_i_follow(page, "Why the enquiry is closing")
    when_i_answer(page, "The reason", "The adult asked us to stop")
    when_i_press(page, "Continue")
    then_the_page_is(page, "Before stopping because the adult asks")
    when_i_answer(page, "Is anybody else at risk?", "Yes")
    when_i_answer(page, "Might somebody be pressing or controlling the adult?", "No")
    when_i_answer(page, "May a crime have been committed?", "No")
    when_i_answer(page, "Does the person who may pose a risk work or volunteer with adults or children?", "No")
    when_i_press(page, "Continue")
    then_i_am_told_of_the_error(page, "Somebody else may be at risk.")
    when_i_answer(page, "Is anybody else at risk?", "No")
    when_i_press(page, "Continue")


def test_the_risk_remains_because_she_chose(page, enquiry):
    given_the_lead(page, enquiry)
    then_the_page_is(page, "Close this enquiry")
    when_the_risk_remains(page)
    when_the_adult_asks_to_stop(page)
    then_the_page_is(page, "Close this enquiry")
    when_i_follow(page, "Did what they wanted happen?")
    when_i_answer(page, "Did this happen?", "Met")
    when_i_answer(page, "How did they answer?", "On a visit")
    when_i_press(page, "Save and continue")
    when_i_answer(page, "Did this happen, in your judgement?", "Met")
    when_i_press(page, "Save and continue")
    when_i_follow(page, "The adult's view of closing")
    when_i_answer(page, "The adult’s view", "Agrees with closing")
    when_i_type(page, "In their own words, or what happened", "Leave us be now.")
    when_i_press(page, "Continue")
    when_i_press(page, "Go on to close")
    then_the_page_is(page, "Close the enquiry")
    then_i_see(page, "Not done or not recorded")
    when_i_press(page, "Close the enquiry")
    then_the_page_is(page, "Summary of the enquiry")
    then_i_see(page, "Risk remained by the adult's choice", REASON, "Leave us be now.")
    then_i_do_not_see(page, "failed", "failure", "unsuccessful")
    picture(page, "close-risk-remains-by-choice")


def test_closing_without_having_asked_cannot_be_done_on_a_telephone_either(phone, enquiry):
    given_the_lead(phone, enquiry)
    then_the_page_is(phone, "Close this enquiry")
    when_i_press(phone, "Go on to close")
    when_i_press(phone, "Close the enquiry")
    then_i_am_told_of_the_error(phone, "The adult has not been asked about closing. Ask them, or say why not.")
    when_i_go_to(phone, f"/cases/{enquiry.case.reference}/close/view")
    when_i_answer(phone, "The adult’s view", "Was not asked")
    when_i_answer(phone, "Why were they not asked?", "The adult died before we could ask")
    when_i_press(phone, "Continue")
    when_i_press(phone, "Go on to close")
    when_i_type(phone, "Why does it close with a risk that has no finding or no outcome?", "She died before it was found out.")
    when_i_press(phone, "Close the enquiry")
    then_the_page_is(phone, "Summary of the enquiry")


def test_it_closes_without_javascript(page_without_javascript, enquiry):
    page = page_without_javascript
    given_the_lead(page, enquiry)
    when_i_follow(page, "Did what they wanted happen?")
    when_i_answer(page, "Did this happen?", "Not met")
    when_i_answer(page, "How did they answer?", "On a visit")
    when_i_press(page, "Save and continue")
    when_i_answer(page, "Did this happen, in your judgement?", "Met")
    when_i_type(page, "Why do you judge it met, where the adult judged it not met?", "He visits every Sunday.")
    when_i_press(page, "Save and continue")
    when_i_follow(page, "The adult's view of closing")
    when_i_answer(page, "The adult’s view", "Was not asked")
    when_i_answer(page, "Why were they not asked?", "The adult died before we could ask")
    when_i_press(page, "Continue")
    when_i_press(page, "Go on to close")
    when_i_type(page, "Why does it close with a risk that has no finding or no outcome?", "She died before it was found out.")
    when_i_press(page, "Close the enquiry")
    then_i_see(page, "Summary of the enquiry", "He visits every Sunday.", "The adult died before we could ask")


def test_a_record_on_the_wrong_file_is_hidden_and_brought_back(page, enquiry):
    given_i_am(page, Role.MANAGER)
    said = factories.conversation(enquiry, words="My cat is called Biscuit.")
    where = f"/cases/{enquiry.case.reference}/error/conversation/{said.pk}"
    when_i_go_to(page, where)
    then_the_page_is(page, "Mark as recorded in error")
    then_i_see(page, "My cat is called Biscuit.", "Who has opened this case since it was recorded")
    when_i_type(page, "Why was this recorded in error?", "It is about another adult.")
    when_i_press(page, "Mark as recorded in error")
    then_i_do_not_see(page, "My cat is called Biscuit.")
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/in-error")
    then_the_page_is(page, "Recorded in error")
    when_i_follow(page, "Conversation, recorded")
    when_i_type(page, "Why does it belong here after all?", "It was this adult.")
    when_i_press(page, "Put it back on the case")
    said.refresh_from_db()
    assert said.in_error_at is None
