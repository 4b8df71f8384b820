"""Capacity that comes and goes: asked in the evening, asked again on a better morning, and both results kept side by side."""

from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from heard.cases.models import Task
from heard.enquiries.actions.risks import view_risk
from heard.rights.models import BestInterestsDecision, CapacityAssessment
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_follow,
    when_i_give_the_date,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

DECISION = "Whether to take part in the enquiry"
COULD = {
    "understand_words": "You want to ask me about Sam and the money.", "retain_words": "The money. Sam.",
    "use_or_weigh_words": "If I talk, he may be cross, but I want my money.", "communicate_words": "Yes, I want to talk.",
}  # fmt: skip


def given_an_enquiry(page: Page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me, started_on=date(2026, 3, 4))
    factories.risk(enquiry, type="financial")
    return enquiry


def go_on(page: Page) -> None:
    when_i_press(page, "Continue")


def when_i_say_when(page: Page, day: date, clock: str) -> None:
    when_i_give_the_date(page, "When did you talk about it?", day.day, day.month, day.year)
    when_i_type(page, "Time", clock)


def when_i_name_the_decision(page: Page) -> None:
    then_the_page_is(page, "Which decision is this about?")
    when_i_type(page, "What is the decision?", DECISION)
    when_i_say_why_it_is_in_doubt(page)


def when_i_say_why_it_is_in_doubt(page: Page) -> None:
    when_i_answer(page, "Is it a decision about the safeguarding enquiry?", "Yes")
    when_i_type(page, "What do they need to know to make it?", "What an enquiry is, and what may come of it.")
    when_i_type(page, "Why is their capacity for it in doubt?", "She asked three times who we are.")
    go_on(page)


def when_i_say_what_helped(page: Page, day: date, clock: str, helped: str) -> None:
    then_the_page_is(page, "The help they had first")
    when_i_type(page, "What helped them to decide for themselves?", helped)
    when_i_say_when(page, day, clock)
    go_on(page)


def when_i_test(page: Page, *, could_retain: bool) -> None:
    then_the_page_is(page, "Could they make this decision?")
    then_i_see(page, "Unwilling is not unable.")
    then_i_do_not_see(page, "impairment of, or a disturbance in")
    for words, answer in zip(("understand the", "hold it in", "use or weigh", "communicate a"), ("Yes", None, "Yes", "Yes"), strict=True):
        when_i_answer(page, f"Could they {words}", answer or ("Yes" if could_retain else "No"))
    for name, words in COULD.items():
        page.locator(f"#{name}").fill(words if could_retain or name != "retain_words" else "What was it you wanted?")
    go_on(page)


def when_i_find_the_cause(page: Page) -> None:
    then_the_page_is(page, "Is there an impairment of, or a disturbance in, their mind or brain?")
    when_i_answer(page, "Is there one, lasting or passing?", "Yes")
    when_i_type(page, "What is it, and how do you know?", "Delirium with an infection, the GP says.")
    go_on(page)
    then_the_page_is(page, "Could they not do it because of that?")
    when_i_answer(page, "Is the impairment or disturbance the reason?", "Yes")
    when_i_type(page, "How does it stop them?", "While it lasts she cannot hold a sentence for a minute.")
    go_on(page)


def when_i_conclude(page: Page, what: str) -> None:
    then_the_page_is(page, "What do you conclude?")
    when_i_answer(page, "For this decision, at this time", what)
    when_i_answer(page, "Have they been told?", "Yes")
    page.locator("#told_words").fill("All right, dear.")


def test_asked_again_at_a_better_time(page):
    enquiry, today = given_an_enquiry(page), timezone.localdate()
    case = f"/cases/{enquiry.case.reference}"
    when_i_go_to(page, case)
    then_i_see(page, "No decision has been assessed. Capacity is assumed.")
    when_i_follow(page, "Assess capacity for a decision")
    when_i_name_the_decision(page)
    when_i_say_what_helped(page, today - timedelta(days=2), "6pm", "A quiet room, alone, pictures.")
    when_i_test(page, could_retain=False)
    when_i_find_the_cause(page)
    when_i_conclude(page, "Lacks capacity to make this decision at this time")
    go_on(page)
    then_the_page_is(page, "At another time")
    when_i_answer(page, "Could it be different at another time?", "Yes")
    when_i_type(page, "What are the best times and conditions?", "Mornings, once the infection is treated.")
    when_i_answer(page, "Can the decision wait?", "Yes")
    when_i_give_the_date(page, "Until when?", today.day, today.month, today.year + 1)
    when_i_give_the_date(page, "When will you ask again?", today.day, today.month, today.year)
    go_on(page)
    then_the_page_is(page, "Check the assessment")
    when_i_press(page, "Save this assessment")
    then_the_page_is(page, "Capacity for one decision")
    then_i_see(page, "It says nothing about any other decision or time.", "What was it you wanted?")

    when_i_go_to(page, case)
    then_i_see(page, "Ask again about a decision, at a better time")
    assert Task.objects.get(kind="ask-again").done_at is None
    when_i_follow(page, "Ask again about a decision, at a better time")
    then_the_page_is(page, "Which decision is this about?")
    page.get_by_label(DECISION).check()
    when_i_say_why_it_is_in_doubt(page)
    when_i_say_what_helped(page, today - timedelta(days=1), "10am", "A morning, after the antibiotics, with pictures.")
    when_i_test(page, could_retain=True)
    when_i_conclude(page, "Can make this decision at this time")
    when_i_type(page, "What has changed since the earlier result?", "The infection is treated.")
    go_on(page)
    when_i_answer(page, "Could it be different at another time?", "Yes")
    go_on(page)
    when_i_press(page, "Save this assessment")

    when_i_go_to(page, f"{case}/capacity/decisions")
    then_the_page_is(page, "Capacity, decision by decision")
    then_i_see(
        page,
        "The results differ.",
        "Could not make this decision",
        "Could make this decision",
        "What had changed: The infection is treated.",
    )
    picture(page, "capacity-asked-again")
    when_i_go_to(page, case)
    then_the_page_is(page, enquiry.case.person.name)
    then_i_do_not_see(page, "Ask again about a decision, at a better time")
    assert Task.objects.get(kind="ask-again").done_by == enquiry.lead
    assert set(CapacityAssessment.objects.values_list("conclusion", "is_current")) == {("lacks-capacity", True), ("has-capacity", True)}

    when_i_go_to(page, f"{case}/capacity")
    then_i_see(page, "They suggest: yes.")
    expect(page.get_by_label("Yes", exact=True)).to_be_checked()


def test_waiting_is_not_offered_where_it_prolongs_harm_and_the_decision_is_made_for_them_now(phone):
    enquiry, today = given_an_enquiry(phone), timezone.localdate()
    risk = enquiry.risks.get()
    view_risk(risk=risk, whose="professional", by=enquiry.lead, level="high", words="He empties it daily.", waiting_prolongs_harm="yes")
    when_i_go_to(phone, f"/cases/{enquiry.case.reference}/capacity/new")
    when_i_name_the_decision(phone)
    when_i_say_what_helped(phone, today - timedelta(days=1), "6pm", "A quiet room, alone.")
    when_i_test(phone, could_retain=False)
    when_i_find_the_cause(phone)
    when_i_conclude(phone, "Lacks capacity to make this decision at this time")
    go_on(phone)
    then_the_page_is(phone, "At another time")
    then_i_see(phone, "Waiting is not offered", "Financial or material abuse, own home")
    then_i_do_not_see(phone, "Can the decision wait?")
    picture(phone, "capacity-waiting-not-offered")
    when_i_answer(phone, "Could it be different at another time?", "Yes")
    go_on(phone)
    when_i_press(phone, "Save this assessment")
    when_i_follow(phone, "Record a decision in their best interests")
    then_the_page_is(phone, "Less restrictive options")
    phone.locator("#less_restrictive").fill("A lower limit on the card; her sister beside her.")
    go_on(phone)
    then_the_page_is(phone, "What was considered")
    for box in phone.locator("textarea").all():
        box.fill("Considered: mornings are better, and it cannot wait.")
    go_on(phone)
    then_the_page_is(phone, "Who was consulted")
    phone.locator("#consulted").fill("Her sister: she would want to keep the card.")
    go_on(phone)
    then_the_page_is(phone, "What the adult wants")
    phone.locator("#known_wishes").fill("“I want my own money.”")
    go_on(phone)
    phone.locator("#decided").fill("The bank lowers the limit today.")
    when_i_answer(phone, "Does it follow what the adult wants or wanted?", "Yes")
    when_i_give_the_date(phone, "When?", today.day, today.month, today.year)
    go_on(phone)
    then_the_page_is(phone, "Check the decision")
    when_i_press(phone, "Save this decision")
    then_i_see(phone, "Decided in their best interests", "The bank lowers the limit today.")
    assert BestInterestsDecision.objects.get().assessment.conclusion == "lacks-capacity"


def test_it_works_without_javascript(page_without_javascript):
    page = page_without_javascript
    enquiry = factories.enquiry(lead=given_i_am(page, Role.SOCIAL_WORKER))
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/capacity/new")
    when_i_type(page, "What is the decision?", DECISION)
    when_i_say_why_it_is_in_doubt(page)
    page.locator("#support_given").fill("A quiet room.")
    when_i_say_when(page, timezone.localdate() - timedelta(days=1), "6pm")
    go_on(page)
    for words in ("understand the", "hold it in", "use or weigh", "communicate a"):
        when_i_answer(page, f"Could they {words}", "Yes")
    for name, words in COULD.items():
        page.locator(f"#{name}").fill(words)
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What do you conclude?")
    expect(page.get_by_label("Lacks capacity to make this decision at this time")).to_have_count(0)
