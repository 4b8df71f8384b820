"""A review from its referral to a recommendation that held and one that did not, published so that nobody is known from it."""

from datetime import date

from django.utils import timezone

from heard.rules.next_steps.curiosity import Wonder
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.conftest import PHONE
from tests.journeys.steps import (
    check_page,
    given_i_am,
    picture,
    then_i_am_told_of_the_error,
    then_i_do_not_see,
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


def test_a_review_from_referral_to_a_recommendation_proved_and_one_that_did_not_hold(page, new_page):
    case = factories.case(person=factories.person(given_name="Beryl", family_name="Shaw"))
    duty = factories.user(Role.DUTY_WORKER)
    phone = new_page(PHONE)
    given_i_am(phone, duty)
    refer(phone, case.reference)
    given_i_am(page, factories.user(Role.MANAGER, full_name="Mo Manager"))
    decide_and_begin(page)
    set_out(page)
    tell_what_happened(page)
    find_and_recommend(page)
    follow_to_the_end(page)
    publish(page)
    read_it(phone)


def refer(phone, reference):
    when_i_go_to(phone, "/audits-and-reviews")
    when_i_follow(phone, "Refer a case for a Safeguarding Adult Review")
    then_the_page_is(phone, "Refer a case for a Safeguarding Adult Review")
    when_i_type(phone, "Who is the adult?", "Beryl, in Mill Lane")
    when_i_type(phone, "The reference of the case, if you have it", reference)
    when_i_answer(phone, "Has the adult died?", "No")
    when_i_type(phone, "What happened?", "She was found on the floor after two days.")
    when_i_type(phone, "What worries you about how agencies worked together?", "Three agencies knew, and none told another.")
    when_i_press(phone, "Send to the Board")
    then_i_see(phone, "The Board has not decided yet.")
    check_page(phone)
    picture(phone, "review-refer-phone")


def decide_and_begin(page):
    when_i_go_to(page, "/reviews")
    then_the_page_is(page, "Referrals and reviews")
    when_i_follow(page, "Beryl, in Mill Lane")
    then_the_page_is(page, "Beryl, in Mill Lane")
    page.get_by_role("button", name="Answer the criteria and decide").click()
    then_the_page_is(page, "What does section 44 make of this case?")
    when_i_answer(page, "An adult in the Board", "Yes")
    when_i_answer(page, "Reasonable cause for concern", "Yes")
    page.get_by_label("Why?").nth(1).fill("Three agencies held a part each.")
    when_i_answer(page, "The adult is alive", "Yes")
    page.get_by_label("Why?").nth(2).fill("Two days on the floor.")
    when_i_answer(page, "What does the panel decide?", "No review")
    when_i_type(page, "The panel’s reasons", "There is much to learn.")
    when_i_type(page, "Who was on the panel?", "The Board’s review group")
    when_i_press(page, "Save the panel’s decision")
    then_i_am_told_of_the_error(page, "By these answers there must be a review.")
    when_i_answer(page, "What does the panel decide?", "There must be a review (section 44(1) to (3))")
    when_i_press(page, "Save the panel’s decision")
    then_i_see(page, "There must be a review")
    check_page(page)
    picture(page, "review-referral")
    page.get_by_role("button", name="Begin the review").click()
    when_i_type(page, "What is it called?", "Adult B")
    when_i_give_the_date(page, "When does it begin?", 1, 4, 2025)
    when_i_press(page, "Begin")
    page.get_by_role("button", name="Go to the review").click()
    then_the_page_is(page, "Adult B")


def set_out(page):
    when_i_follow(page, "Say how it is done and what it asks")
    when_i_answer(page, "Method", "Systems-based review with the practitioners")
    when_i_type(page, "Why this method?", "Each saw a part.")
    page.get_by_label("Terms: what does it ask").fill("What each agency knew, January to March 2025.")
    when_i_type(page, "Who leads it?", "Ro Reviewer")
    when_i_press(page, "Save")
    when_i_follow(page, "Add somebody who takes part")
    then_the_page_is(page, "Who takes part, and how?")
    when_i_type(page, "Name", "Sam")
    when_i_type(page, "Who are they to the adult?", "brother")
    when_i_answer(page, "How do they want to take part?", "Meets the reviewer")
    page.get_by_label("What do they want from the review").fill("I want nobody else to lie there.")
    when_i_press(page, "Save")
    then_i_see(page, "I want nobody else to lie there.")


def tell_what_happened(page):
    when_i_follow(page, "What happened when, all agencies in one")
    page.get_by_role("button", name="Add an agency’s chronology").click()
    then_the_page_is(page, "Add an agency’s chronology")
    when_i_type(page, "Which agency?", "Surgery")
    when_i_type(page, "Type or paste it here", "May 2025,,No answer at the door,GP notes")
    when_i_press(page, "Add it")
    then_i_am_told_of_the_error(page, "Line 1: ‘May 2025’ is not a date")
    when_i_type(page, "Type or paste it here", "3 March 2025,14:30,No answer at the door,GP notes p. 4")
    when_i_press(page, "Add it")
    page.get_by_role("button", name="Add an agency’s chronology").click()
    when_i_type(page, "Which agency?", "Police")
    rows = b"date,time,what,source\n03/03/2025,09:00,Neighbour rang,Log 12\n"
    page.get_by_label("Or choose a CSV file").set_input_files({"name": "police.csv", "mimeType": "text/csv", "buffer": rows})
    when_i_press(page, "Add it")
    then_the_page_is(page, "What happened when")
    text = page.locator("table").inner_text()
    assert text.index("Neighbour rang") < text.index("No answer at the door")
    picture(page, "review-chronology")
    page.get_by_role("link", name="Back", exact=True).click()


def find_and_recommend(page):
    when_i_follow(page, "Add a finding")
    when_i_type(page, "What was found?", "Nobody spoke with her alone.")
    when_i_choose(page, "What is it about?", "Seen and heard alone")
    when_i_choose(page, "Show it where a live case shows this sign", Wonder.NEVER_ALONE.label)
    when_i_type(page, "What should they read there?", "Beryl said nothing while he stood there.")
    when_i_press(page, "Save")
    then_i_am_told_of_the_error(page, "‘Beryl’ is the name of somebody")
    when_i_type(page, "What should they read there?", "She said nothing while he stood there.")
    when_i_press(page, "Save")
    for words in ("See each adult alone before deciding.", "Ring the surgery within a day."):
        when_i_follow(page, "Add a recommendation")
        when_i_type(page, "What should change?", words)
        when_i_choose(page, "What is it about?", "Seen and heard alone")
        when_i_type(page, "Who sees to it?", "North team")
        when_i_type(page, "How will it be seen that it has changed?", "Nine in ten.")
        when_i_give_the_date(page, "By when?", 1, 9, 2025)
        when_i_press(page, "Save")
    check_page(page)
    picture(page, "review-page")


def look(page, step: str, words: str, on: date):
    page.get_by_role("button", name="Give the proof").or_(page.get_by_role("button", name="Look at it again")).first.click()
    check_page(page)
    when_i_answer(page, "What is it?", step)
    when_i_type(page, "What can be seen, and where?", words)
    when_i_give_the_date(page, "When?", on.day, on.month, on.year)
    when_i_press(page, "Save")


def follow_to_the_end(page):
    proved = "Proved: something can be seen to have changed"
    when_i_follow(page, "1. See each adult alone")
    look(page, proved, "In the records of May.", date(2025, 5, 1))
    look(page, "Looked at again: it held", "Still so in the records of November.", date(2025, 11, 3))
    then_the_page_is(page, "See each adult alone before deciding.")
    then_i_see(page, "Held")
    page.get_by_role("link", name="Back", exact=True).click()
    when_i_follow(page, "2. Ring the surgery")
    look(page, proved, "In the log of May.", date(2025, 5, 1))
    look(page, "Looked at again: it did not hold", "Nobody had rung since August.", date(2025, 10, 1))
    then_the_page_is(page, "Ring the surgery within a day.")
    then_i_see(page, "Did not hold: open again", "It did not hold, so it is open again.")
    picture(page, "review-did-not-hold")
    when_i_follow(page, "Add an action")
    when_i_type(page, "What will be done?", "The surgery has a line of its own.")
    when_i_give_the_date(page, "By when?", 1, 1, timezone.localdate().year + 1)
    when_i_press(page, "Save")
    page.get_by_role("link", name="Back", exact=True).click()


def publish(page):
    when_i_follow(page, "Write what is published")
    when_i_type(page, "The review, as everybody will read it", "Beryl lay there for two days.")
    when_i_press(page, "Save and check who could be known")
    then_the_page_is(page, "Who could be known from this review?")
    then_i_see(page, "1 warning, 1 not answered")
    picture(page, "review-warnings")
    when_i_press(page, "Publish it")
    then_i_see(page, "1 warning is not answered.")
    check_page(page)
    when_i_follow(page, "Change the text")
    when_i_type(page, "The review, as everybody will read it", "Adult B lay there for two days.")
    when_i_press(page, "Save and check who could be known")
    then_i_see(page, "Nothing was found.")
    when_i_press(page, "Publish it")
    then_the_page_is(page, "Adult B")


def read_it(phone):
    when_i_go_to(phone, "/reviews/published")
    check_page(phone)
    when_i_follow(phone, "Adult B")
    then_the_page_is(phone, "Adult B")
    then_i_see(phone, "Adult B lay there for two days.", "Did not hold: open again")
    then_i_do_not_see(phone, "Beryl")
    picture(phone, "review-published-phone")
