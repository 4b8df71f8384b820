"""A case is drawn by chance and audited by two who are blind to each other; one answer differs, and they settle it."""

from heard.assurance.models import Audit, LearningAction
from heard.assurance.questions import set_of
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.conftest import PHONE
from tests.journeys.steps import (
    check_page,
    given_i_am,
    picture,
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


def test_an_audit_of_a_drawn_sample_by_two_auditors_with_one_disagreement(page, new_page):
    lead = factories.user(Role.SOCIAL_WORKER, full_name="Lee Lead")
    ada = factories.user(Role.SOCIAL_WORKER, full_name="Ada Auditor", teams=[factories.team("South team")])
    bo = factories.user(Role.SOCIAL_WORKER, full_name="Bo Auditor", teams=[factories.team("South team")])
    enquiry = factories.enquiry(lead=lead)
    factories.conversation(enquiry, alone="no", present=["son"])
    factories.risk(enquiry)
    given_i_am(page, factories.user(Role.MANAGER, full_name="Mo Manager"))
    draw_the_round(page)
    given_i_am(page, ada)
    audit_as_first(page, enquiry)
    given_i_am(page, bo)
    phone = new_page(PHONE)
    given_i_am(phone, bo)
    audit_as_second(phone)
    settle(phone)
    confirm(page, ada)
    tell(phone)
    hear_it_as_the_worker(page, lead)
    see_the_round(page)


def draw_the_round(page):
    when_i_go_to(page, "/audits-and-reviews")
    then_the_page_is(page, "Audits and reviews")
    when_i_follow(page, "Audits of case files")
    then_the_page_is(page, "Audits of case files")
    page.get_by_role("button", name="Draw cases to audit").click()
    then_the_page_is(page, "Draw cases to audit")
    picture(page, "audit-draw")
    when_i_type(page, "What is this round called?", "Spring: seen alone")
    when_i_answer(page, "How are cases drawn?", "At random")
    page.get_by_label("How many cases?").fill("1")
    page.get_by_label("What percent are audited by two people?").fill("100")
    when_i_answer(page, "Who audits?", "Ada Auditor", "Bo Auditor", "Lee Lead")
    when_i_give_the_date(page, "Cases open from", 1, 1, 2026)
    when_i_press(page, "Draw the cases")
    when_i_follow(page, "Spring: seen alone")
    then_the_page_is(page, "Spring: seen alone")
    then_i_see(page, "Ada Auditor", "Bo Auditor", "the same 1 case comes out in the same order")
    then_i_do_not_see(page, "Lee Lead")


def answer_every_question(page, different: str):
    questions = set_of("heard-1").questions
    for place, one in enumerate(questions, 1):
        then_the_page_is(page, one.text[:30]) if place in (1, 9) else None
        answer = "No" if one.key == different else "Yes"
        when_i_answer(page, "Your answer", answer)
        seen = page.locator("input[name=evidence]")
        page.wait_for_load_state()
        if answer == "Yes" and seen.count():
            seen.first.check()
        page.get_by_label("Why, and what is missing?").fill("The son answered." if one.key == different else "Seen in the record.")
        when_i_press(page, "Save and go to the next")


def finish(page, learning: str):
    when_i_follow(page, "Say what they think, or why they were not asked")
    then_the_page_is(page, "What does the adult think of how we worked with them?")
    when_i_answer(page, "Were they asked?", "They were asked")
    page.get_by_label("In their own words").fill("You came when you said you would.")
    when_i_press(page, "Save")
    when_i_follow(page, "Say what they told you, or why nobody was asked")
    when_i_answer(page, "Were they asked?", "They told me")
    page.get_by_label("In their own words").fill("There was no room to talk in.")
    when_i_press(page, "Save")
    page.get_by_role("button", name="Grade it and finish").click()
    then_the_page_is(page, "The whole of it")
    when_i_type(page, "What was good?", "Her own words are there.")
    when_i_type(page, "What is to be learnt?", learning)
    when_i_answer(page, "What do you make of it?", "Some of it needs work")
    when_i_press(page, "This audit is done")


def audit_as_first(page, enquiry):
    when_i_go_to(page, "/audits-and-reviews")
    when_i_follow(page, enquiry.case.reference)
    then_the_page_is(page, "Audit of")
    picture(page, "audit-questions")
    when_i_follow(page, "Read the record of this case")
    then_the_page_is(page, "The record of")
    then_i_see(page, "I am frightened.")
    picture(page, "audit-record")
    assert page.request.get(f"/cases/{enquiry.case.reference}").status == 404, "the case itself stays closed"
    page.go_back()
    page.get_by_role("link", name="Was the adult spoken to before the decision").click()
    check_page(page)
    picture(page, "audit-question")
    answer_every_question(page, different="seen-alone")
    then_i_see(page, "Every question is answered.")
    finish(page, "Ask alone, in a place where nobody listens.")
    then_i_see(page, "The answers stay closed until everybody who audits this case is done.")
    then_i_do_not_see(page, "The son answered.")
    check_page(page)


def audit_as_second(phone):
    when_i_go_to(phone, "/audits-and-reviews")
    check_page(phone)
    phone.locator("main a").first.click()
    then_the_page_is(phone, "Audit of")
    picture(phone, "audit-questions-phone")
    phone.get_by_role("link", name="Was the adult spoken to before the decision").click()
    check_page(phone)
    picture(phone, "audit-question-phone")
    then_i_do_not_see(phone, "The son answered.")
    answer_every_question(phone, different="")
    phone.get_by_role("button", name="Grade it and finish").click()
    when_i_type(phone, "What was good?", "The plan is hers.")
    when_i_type(phone, "What is to be learnt?", "Write down who else was there.")
    when_i_answer(phone, "What do you make of it?", "Good")
    when_i_press(phone, "This audit is done")
    then_the_page_is(phone, "What was found")
    picture(phone, "audit-found-phone")


def settle(phone):
    then_i_see(phone, "1 answer differs.", "The son answered.")
    when_i_follow(phone, "Settle this")
    then_the_page_is(phone, "Was the adult spoken to")
    when_i_answer(phone, "What do you both answer now?", "Partly")
    when_i_type(phone, "What made you agree?", "She was heard, and he was in the room.")
    when_i_press(phone, "Save what we agreed")
    then_i_see(phone, "She was heard, and he was in the room.", "It counts once the other confirms it.")


def confirm(page, ada):
    given_i_am(page, ada)
    when_i_go_to(page, f"/audits/cases/{Audit.objects.first().sampled_id}")
    when_i_follow(page, "Confirm or change this")
    then_i_see(page, "Bo Auditor wrote what you agreed: Partly")
    check_page(page)
    picture(page, "audit-confirm")
    when_i_press(page, "Yes, that is what we agreed")
    then_i_see(page, "Written by Bo Auditor, confirmed by Ada Auditor.")


def tell(phone):
    phone.reload()
    when_i_follow(phone, "Tell them what was found")
    then_the_page_is(phone, "Tell the worker what the audit found")
    when_i_type(phone, "Your words to them", "Her words are all there. Try the surgery next time.")
    when_i_press(phone, "Tell them")
    when_i_follow(phone, "Add an action")
    when_i_type(phone, "What will be done?", "A room at the surgery can be booked.")
    when_i_choose(phone, "What is it about?", "Seen and heard alone")
    when_i_type(phone, "Who will do it?", "Mo Manager")
    when_i_give_the_date(phone, "By when?", 1, 6, 2030)
    when_i_press(phone, "Save")
    check_page(phone)


def hear_it_as_the_worker(page, lead):
    given_i_am(page, lead)
    when_i_go_to(page, "/audits-and-reviews")
    page.get_by_role("link", name="my own work").click()
    then_the_page_is(page, "How do you see your work in this case?")
    then_i_see(page, "Try the surgery next time.", "A room at the surgery can be booked.")
    then_i_do_not_see(page, "The son answered.")
    page.get_by_label("In your own words").fill("He would not leave the room.")
    when_i_press(page, "Save")
    picture(page, "audit-my-work")


def see_the_round(page):
    given_i_am(page, factories.user(Role.MANAGER))
    when_i_go_to(page, f"/audits/rounds/{Audit.objects.first().sampled.round_id}")
    then_i_see(page, "They gave the same answer 16 times of 17.")
    check_page(page)
    picture(page, "audit-round")
    when_i_go_to(page, f"/audits/cases/{Audit.objects.first().sampled_id}")
    page.get_by_role("link", name="risk", exact=True).first.click()
    assert page.url.endswith("#risks")
    then_i_see(page, "What this case needs next")
    when_i_go_to(page, "/audits/themes")
    then_the_page_is(page, "What audits find over time")
    picture(page, "audit-themes")
    when_i_go_to(page, f"/audits/actions/{LearningAction.objects.get().pk}/proof")
    when_i_type(page, "What can be seen, and where?", "Eleven bookings in the surgery's diary.")
    when_i_press(page, "Save the proof")
    then_the_page_is(page, "Actions, to their proof")
    then_i_see(page, "Eleven bookings")
