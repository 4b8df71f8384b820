"""Given an adult who needs a signer, when it is asked, shared, met and asked again, then each page shows it and the duty goes."""

from datetime import date

from django.utils import timezone

from heard.cases.models import Case
from heard.casework.queries.duties_page import duties_page
from heard.enquiries.models import SafeguardingPlan
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

MEET = "meet-communication-need"


def owed(enquiry):
    case = Case.objects.select_related("person").get(pk=enquiry.case_id)
    return [step.name for step in duties_page(case).owed if step.duty == MEET]


def test_a_need_is_asked_flagged_shared_met_and_asked_again_at_review(page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    then_i_see(page, "Not asked yet")
    when_i_follow(page, "How they communicate")
    then_the_page_is(page, "How they communicate")
    when_i_press(page, "Ask, and write down what they need")
    when_i_answer(page, "A communication professional", "British Sign Language interpreter")
    when_i_answer(page, "The form information comes in", "Easy Read")
    when_i_type(page, "How do they show distress or pain?", "She pulls her sleeves.")
    then_the_page_is(page, "What helps them to take part")
    picture(page, "needs-asked")
    when_i_press(page, "Save what they need")
    then_the_page_is(page, "How they communicate")
    picture(page, "needs-steps")
    assert owed(enquiry) == ["Speak with the adult in the way they need"]

    when_i_follow(page, "Record who was told")
    when_i_type(page, "Who was told?", "The ward sister")
    when_i_press(page, "Save who was told")
    then_i_see(page, "The ward sister")
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/wishes")
    then_i_see(page, "She pulls her sleeves.")

    factories.conversation(enquiry, held_at=factories.at(date(2026, 3, 6)), support_used="A signer, and a booklet in Easy Read")
    assert owed(enquiry) == []
    plan = {"authority": enquiry.authority, "enquiry": enquiry, "adult_agrees": "agrees", "reviewed_on": timezone.localdate()}
    SafeguardingPlan.objects.create(**plan)
    assert owed(enquiry) == ["Ask the adult whether what they need was met"]

    when_i_go_to(page, f"/cases/{enquiry.case.reference}/duties")
    then_i_see(page, "Ask the adult whether what they need was met")
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/communication/met")
    when_i_answer(page, "What does the adult say?", "Yes")
    when_i_type(page, "In their own words", "The signer was good. Thank you.")
    when_i_press(page, "Save what they said")
    then_i_see(page, "The signer was good. Thank you.")
    assert owed(enquiry) == []


def test_how_much_they_want_to_be_involved_changes_and_both_stand(phone):
    me = given_i_am(phone, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me)
    for how_much, words in (("In everything, meetings too", "I want to be there."), ("Told what happens", "It is too much for me now.")):
        when_i_go_to(phone, f"/cases/{enquiry.case.reference}/involvement/change")
        when_i_answer(phone, "How much do they want to be involved?", how_much)
        when_i_type(phone, "In their own words", words)
        when_i_press(phone, "Save what they want")
    then_the_page_is(phone, "How much they want to be involved")
    then_i_see(phone, "It is too much for me now.")
    phone.get_by_text("In everything, meetings too").first.click()
    then_i_see(phone, "I want to be there.")
    picture(phone, "involvement")
