"""A step took longer than its days: the worker says why, on a phone too, and what they say stays in the case."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from heard.enquiries.models import ReasonForDelay
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

LATELY = timezone.localdate() - timedelta(days=3)


def given_an_enquiry_that_took_half_a_year(page: Page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    concern = factories.concern(received_at=factories.at(LATELY - timedelta(days=190)))
    enquiry = factories.enquiry(concern, lead=me, started_on=LATELY - timedelta(days=185), concluded_on=LATELY)
    factories.conversation(enquiry, held_at=factories.at(LATELY - timedelta(days=189)))
    return enquiry


def test_a_worker_says_why_and_then_that_it_was_otherwise(phone: Page):
    enquiry = given_an_enquiry_that_took_half_a_year(phone)
    when_i_go_to(phone, reverse("case", args=[enquiry.case.reference]))
    then_i_see(phone, "Concluding the enquiry:", "Why is not recorded.")
    when_i_follow(phone, "concluding the enquiry")
    then_the_page_is(phone, "Why did this take longer?")
    picture(phone, "why-it-took-longer")
    when_i_press(phone, "Save")
    then_i_am_told_of_the_error(phone, "Select why it took longer")
    when_i_answer(phone, "The reason", "Another reason")
    when_i_press(phone, "Save")
    then_i_am_told_of_the_error(phone, "in your own words")
    when_i_type(phone, "In your own words", "Her brother was in hospital, and she asked us to wait for him.")
    when_i_press(phone, "Save")
    then_i_see(phone, "Saved why it took longer", "Why: Another reason.", "Her brother was in hospital")

    when_i_follow(phone, "concluding the enquiry")
    when_i_answer(phone, "The reason", "At the adult’s own pace, or they asked us to wait")
    when_i_press(phone, "Save")
    then_i_see(phone, "Why: At the adult’s own pace, or they asked us to wait.")
    then_i_do_not_see(phone, "Why: Another reason.")
    kept = list(ReasonForDelay.objects.order_by("recorded_at").values_list("reason", "is_current"))
    assert kept == [("other", False), ("adults-pace", True)], "what was said first stays"
