"""An enquiry closes where the adult and the worker judge what came of a wish differently. Both are kept, side by side."""

from datetime import date

from playwright.sync_api import Page, expect

from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import Judgement
from tests import factories
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_am_told_of_the_error,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_choose,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

WISH = "I want my brother to stop taking my bank card."
HER_WORDS = "He asked for it again on Sunday."
WHY = "The card is stopped and the bank calls her before any payment."


def given_an_enquiry(page: Page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me, started_on=date(2026, 3, 4))
    adult = enquiry.case.person
    adult.known_as, adult.safe_contact = "Maud", "Phone in the morning, when her brother is out."
    adult.save()
    factories.conversation(enquiry, words="I only want my own money.", asked_what_they_want="yes", stage="enquiry")
    factories.wish(enquiry, words=WISH)
    factories.risk(enquiry, type="financial")
    return enquiry


def when_she_judges(page: Page) -> None:
    when_i_follow(page, "Did what they wanted happen?")
    then_the_page_is(page, "Did what they wanted happen?")
    when_i_answer(page, "Did this happen?", "Not met")
    when_i_type(page, "What they said about it, in their own words", HER_WORDS)
    when_i_answer(page, "How did they answer?", "On a visit")
    when_i_press(page, "Save and continue")


def when_the_worker_judges_differently(page: Page) -> None:
    then_the_page_is(page, "What is your own judgement?")
    then_i_see(page, HER_WORDS)
    when_i_answer(page, "Did this happen, in your judgement?", "Partly met")
    when_i_press(page, "Save and continue")
    then_i_am_told_of_the_error(page, "Say why you judge it differently from the adult")
    when_i_type(page, "Why do you judge it partly met, where the adult judged it not met?", WHY)
    when_i_press(page, "Save and continue")
    then_the_page_is(page, "Close this enquiry")


def when_the_risk_is_found_and_reduced(page: Page) -> None:
    when_i_follow(page, "Financial or material abuse")
    then_the_page_is(page, "What was found about this risk?")
    when_i_answer(page, "The finding", "Risk identified and action taken")
    when_i_press(page, "Continue")
    then_the_page_is(page, "What became of this risk?")
    when_i_answer(page, "The outcome", "Risk reduced")
    when_i_press(page, "Continue")


def when_she_disagrees_with_closing(page: Page) -> None:
    when_i_follow(page, "The adult's view of closing")
    then_the_page_is(page, "What does the adult think about closing?")
    when_i_answer(page, "The adult’s view", "Disagrees with closing")
    when_i_type(page, "In their own words, or what happened", "You are stopping too soon.")
    when_i_press(page, "Continue")


def test_they_judge_differently_and_a_manager_decides_to_close(page, new_page):
    enquiry = given_an_enquiry(page)
    closing = f"/cases/{enquiry.case.reference}/close"
    when_i_go_to(page, closing)
    then_the_page_is(page, "Close this enquiry")
    when_she_judges(page)
    when_the_worker_judges_differently(page)
    when_the_risk_is_found_and_reduced(page)
    when_she_disagrees_with_closing(page)
    then_i_see(page, "For a safeguarding manager", "A safeguarding manager decides, and says why.")
    when_i_press(page, "Go on to close")
    when_i_press(page, "Close the enquiry")
    then_i_am_told_of_the_error(page, "The adult disagrees with closing.")

    manager = new_page()
    given_i_am(manager, Role.MANAGER)
    when_i_go_to(manager, closing)
    when_i_follow(manager, "The adult disagrees: the manager’s decision")
    then_the_page_is(manager, "Closing although the adult disagrees")
    then_i_see(manager, "You are stopping too soon.")
    when_i_type(manager, "Why it is right to close", "Her money advice service goes on, and she can call us.")
    when_i_press(manager, "Decide to close")

    when_i_press(page, "Close the enquiry")
    then_the_page_is(page, "Summary of the enquiry")
    then_i_see(page, WISH, HER_WORDS, WHY, "You are stopping too soon.", "Her money advice service goes on")
    picture(page, "close-adult-and-worker-differ")
    row = page.get_by_role("row").filter(has_text=WISH)
    expect(row.get_by_role("cell").nth(0)).to_contain_text("Not met")
    expect(row.get_by_role("cell").nth(1)).to_contain_text("Partly met")
    kept = set(Judgement.objects.filter(is_current=True).values_list("judge", "rating"))
    assert kept == {("adult", "not-met"), ("professional", "partly-met")}


def test_a_manager_reopens_it_and_gives_it_to_somebody_else(page):
    given_i_am(page, Role.MANAGER)
    enquiry = factories.enquiry(concluded_on=date(2026, 5, 4))
    enquiry.case.stage, enquiry.case.closed_on = "closed", date(2026, 5, 4)
    enquiry.case.save()
    next_lead = factories.user(full_name="Nia Newlead")
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/reopen")
    then_the_page_is(page, "Reopen the enquiry")
    when_i_press(page, "Reopen the enquiry")
    then_i_am_told_of_the_error(page, "Say why the enquiry is being reopened")
    when_i_type(page, "Why is it being reopened?", "He has come back.")
    when_i_press(page, "Reopen the enquiry")
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/allocate")
    then_the_page_is(page, "Who leads this enquiry?")
    when_i_choose(page, "Lead", f"{next_lead.full_name}, social worker")
    when_i_type(page, "Note for them", "She likes to be phoned after ten.")
    when_i_press(page, "Allocate")
    enquiry.refresh_from_db()
    assert (enquiry.lead, enquiry.concluded_on) == (next_lead, None)
