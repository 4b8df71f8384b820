"""Journey: a social worker sees their work and a case whole; a colleague says why first; a manager and an analyst see what difference
it made."""

from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import expect

from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import Judgement
from tests import factories
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

CARD = "I want my bank card back."


def given_a_case(lead, **enquiry):
    """A case in which the adult was missed, then heard with others, then alone; and judged a wish that they changed."""
    concern = factories.concern(factories.case(person=factories.person(given_name="Marigold", family_name="Imaginary", known_as="Goldie")))
    missed = {"words": "", "alone": "", "not_heard_because": "could-not-reach", "ask_again_on": date(2026, 3, 5)}
    factories.conversation(concern, held_at=factories.at(date(2026, 3, 3)), **missed)
    factories.conversation(concern, held_at=factories.at(date(2026, 3, 5)), alone="no", present=["Her son"], words="I fell.")
    found = factories.enquiry(concern, lead=lead, **enquiry)
    talk = factories.conversation(found, held_at=factories.at(date(2026, 3, 9)), words="He takes my card.")
    old = factories.wish(found, words="I want him to stop shouting.", expressed_on=date(2026, 3, 5))
    factories.wish(found, words="I want him to live elsewhere.", expressed_on=date(2026, 3, 9), conversation=talk, replaces=old)
    card = factories.wish(found, words=CARD, expressed_on=date(2026, 3, 9), conversation=talk)
    Judgement.objects.create(authority=found.authority, wish=card, judge="adult", rating="met", judged_on=date(2026, 4, 1))
    return found


def test_a_case_seen_whole_on_a_desktop_and_on_a_phone(page, phone):
    lead = factories.user()
    enquiry = given_a_case(lead)
    given_i_am(page, lead)
    when_i_go_to(page, "/")
    then_the_page_is(page, "My work")
    when_i_follow(page, "Marigold Imaginary")
    then_the_page_is(page, "Marigold Imaginary")
    then_i_see(page, "He takes my card.", "What this case needs next", "Before you call, write or visit", "5 opportunities to be heard")
    expect(page.get_by_role("img", name="Voice line")).to_be_visible()
    picture(page, "case-page", whole=False)
    given_i_am(phone, lead)
    when_i_go_to(phone, f"/cases/{enquiry.case.reference}")
    then_the_page_is(phone, "Marigold Imaginary")
    picture(phone, "case-phone")


def test_the_case_page_says_everything_without_javascript(page_without_javascript):
    lead = factories.user()
    enquiry = given_a_case(lead)
    given_i_am(page_without_javascript, lead)
    when_i_go_to(page_without_javascript, f"/cases/{enquiry.case.reference}")
    then_the_page_is(page_without_javascript, "Marigold Imaginary")
    then_i_see(page_without_javascript, "He takes my card.", "Every opportunity to be heard, oldest first")


def test_a_colleague_says_why_before_the_record_opens(page):
    enquiry = given_a_case(factories.user())
    given_i_am(page, Role.SOCIAL_WORKER)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    then_the_page_is(page, "Why are you opening this record?")
    then_i_do_not_see(page, "Imaginary")
    when_i_type(page, "Your reason", "Covering while Sam is on leave")
    when_i_press(page, "Open the record")
    then_the_page_is(page, "Marigold Imaginary")


def test_a_manager_opens_the_cases_behind_a_figure_and_an_analyst_cannot(new_page):
    for _ in range(2):
        given_a_case(factories.user(), concluded_on=timezone.localdate() - timedelta(days=20))
    manager, analyst = new_page(), new_page()
    given_i_am(manager, Role.MANAGER)
    when_i_go_to(manager, "/figures")
    then_the_page_is(manager, "What difference did it make?")
    when_i_follow(manager, "2 of 2")
    then_the_page_is(manager, "Asked what they want: the cases")
    when_i_follow(manager, "Marigold Imaginary")
    then_the_page_is(manager, "Marigold Imaginary")
    when_i_follow(manager, "Who has looked")
    then_the_page_is(manager, "Who has looked at this case")
    given_i_am(analyst, Role.ANALYST)
    when_i_go_to(analyst, "/")
    then_the_page_is(analyst, "What difference did it make?")
    then_i_see(analyst, "[c] of [c]")
    then_i_do_not_see(analyst, "2 of 2")


def test_a_case_is_found_and_its_name_is_in_no_address(page):
    given_a_case(factories.user())
    given_i_am(page, Role.MANAGER)
    when_i_go_to(page, "/cases")
    then_the_page_is(page, "Cases")
    when_i_type(page, "The adult’s name, or a reference", "imaginary")
    when_i_press(page, "Find")
    then_the_page_is(page, "Cases")
    then_i_see(page, "Marigold Imaginary")
    assert "imaginary" not in page.url.lower()
