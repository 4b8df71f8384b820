"""Given an enquiry that has closed, when papers come back, then what they say is kept as theirs, or without any tie to anybody."""

from datetime import date

from django.utils import timezone

from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import AnonymousExperience, Experience
from tests import factories
from tests.journeys.conftest import PHONE
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_am_told_of_the_error,
    then_i_see,
    then_the_page_is,
    then_there_is_no,
    when_i_answer,
    when_i_choose,
    when_i_follow,
    when_i_give_the_date,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

CLOSED = date(2026, 3, 20)
HOW = "How it was for the adult"


def given_a_closed_enquiry_of_a_colleague(page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=factories.user(full_name="Ash Example"), concluded_on=CLOSED)
    enquiry.case.stage, enquiry.case.closed_on, enquiry.case.lead = CaseStage.CLOSED, CLOSED, me
    enquiry.case.save()
    factories.experience(enquiry, asked_on=CLOSED, closed_on=CLOSED, days_since_closing=0)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    return me, enquiry


def when_the_paper_is_typed_in(page):
    when_i_give_the_date(page, "When were they asked?", 9, 4, 2026)
    when_i_answer(page, "Which time is this?", "Again, after it had closed")
    when_i_answer(page, "How did they answer?", "On paper")
    when_i_answer(page, "Who asked?", "Nobody: they answered by themselves")
    when_i_answer(page, "Did you feel that people listened to you?", "Some of the time")
    when_i_answer(page, "Do you feel safer now?", "Yes, a lot")
    when_i_type(page, "Anything they said, in their own words", "I still lock the door.")


def test_a_paper_that_came_back_is_typed_in_and_settles_the_second_asking(new_page):
    page = new_page(PHONE)
    _, enquiry = given_a_closed_enquiry_of_a_colleague(page)
    when_i_follow(page, "Ask the adult again how it was for them")
    then_the_page_is(page, "How it was for them")
    picture(page, "how-it-was")
    when_i_press(page, "Ask the adult, or type in their paper")
    then_the_page_is(page, HOW)
    when_i_press(page, "Save")
    then_i_am_told_of_the_error(page, "Select how they answered")
    when_the_paper_is_typed_in(page)
    when_i_press(page, "Save")
    then_the_page_is(page, "How it was for them")
    then_i_see(page, "20 days after it closed", "I still lock the door.", "Nobody asked: they answered by themselves")
    kept = Experience.objects.filter(enquiry=enquiry, asking="after-closing").get()
    assert (kept.how, kept.answers) == ("paper", {"listened-to": "partly", "feel-safer": "yes"})
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    then_there_is_no(page, "link", "Ask the adult again how it was for them")
    then_i_see(page, "I still lock the door.")


def test_papers_without_a_name_are_typed_in_one_after_another(new_page):
    page = new_page(PHONE)
    given_i_am(page, Role.SOCIAL_WORKER)
    when_i_go_to(page, "/questions")
    then_the_page_is(page, "Papers without a name")
    when_i_follow(page, "The adult answered")
    then_the_page_is(page, "Type in a paper without a name: an adult")
    when_i_choose(page, "In which month did it come?", f"{timezone.localdate():%B %Y}")
    when_i_answer(page, "Do you feel safer now?", "A little")
    when_i_press(page, "Save and type the next")
    then_i_see(page, "Nothing ties it to you")
    when_i_answer(page, "Do you feel safer now?", "No")
    when_i_press(page, "Save and type the next")
    then_the_page_is(page, "Type in a paper without a name: an adult")
    picture(page, "paper-without-a-name")
    said = sorted(AnonymousExperience.objects.values_list("answers__feel-safer", flat=True))
    assert said == ["no", "partly"]


def test_a_paper_to_print_shows_its_questions_and_large_boxes(new_page):
    page = new_page(PHONE)
    given_i_am(page, Role.SOCIAL_WORKER)
    when_i_go_to(page, "/questions/easy")
    then_the_page_is(page, "Paper without a name: Easy Read")
    page.emulate_media(media="print")
    assert not page.get_by_text("Print it with your browser").is_visible()
    assert page.get_by_text("1. Did people listen to you?").is_visible()
    box = page.locator(".heard-sheet__box").first.bounding_box()
    assert box["width"] >= 34 and box["height"] >= 34, "nine millimetres, for a hand that is not steady"
