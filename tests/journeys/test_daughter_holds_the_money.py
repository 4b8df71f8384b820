"""A daughter named as representative, who turns out to hold the money and the lasting power of attorney: it ends at that moment."""

from datetime import date

import pytest

from heard.people.models import NetworkMember
from heard.rights.models import LegalAuthority
from heard.rights.queries.appropriate_person import may_see_words
from tests import factories
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
    when_i_go_to,
    when_i_press,
    when_i_type,
)


@pytest.fixture
def enquiry(heard_server):
    adult = factories.person(given_name="Mary", family_name="Example", communication_needs=["advocate-support"])
    made = factories.enquiry(factories.concern(factories.case(person=adult)), started_on=date(2026, 3, 4))
    factories.conversation(made, words="I never see my pension. I do not like to say.")
    return made


@pytest.fixture
def daughter(enquiry):
    who = {"name": "Dora Example", "relationship": "Daughter", "adult_wants_involved": "yes"}
    return NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, **who)


def when_i_open_the_case(page, enquiry) -> None:
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")


def what_is_needed(page):
    return page.get_by_role("region", name="What this case needs next")


def when_i_record_her_difficulty(page) -> None:
    when_i_follow(page, "Record whether the adult has substantial difficulty")
    then_the_page_is(page, "Would the adult have difficulty taking part?")
    when_i_answer(page, "Is it very hard for them to understand", "No")
    when_i_answer(page, "Is it very hard for them to keep that information in mind?", "No")
    when_i_answer(page, "Is it very hard for them to use or weigh it", "Not yet known")
    when_i_answer(page, "Is it very hard for them to say or show", "Yes")
    page.get_by_label("What is hard, in the adult’s words or as you saw it").last.fill("She says less when anybody else is there.")
    when_i_press(page, "Save this answer")
    then_i_am_told_of_the_error(page, "Write which adjustments were tried first")
    when_i_type(page, "What was tried first to make it easier?", "Pictures, and a quiet room in the morning.")
    picture(page, "difficulty")
    when_i_press(page, "Save this answer")


def when_i_name_her_daughter(page) -> None:
    when_i_follow(page, "Find out whether somebody appropriate")
    then_the_page_is(page, "Is there somebody appropriate to help the adult take part?")
    then_i_see(page, "not yet checked at source")
    when_i_answer(page, "Who is it?", "Dora Example, Daughter")
    when_i_answer(page, "Do they care for the adult for pay", "No")
    when_i_answer(page, "Does the adult want them, and agree?", "Yes, the adult wants them and agrees")
    when_i_type(page, "What the adult said about them, in the adult’s own words", "Dora is a good girl.")
    when_i_answer(page, "Are they able and free to help the adult take part", "Yes")
    when_i_answer(page, "Are they part of what is looked into", "No")
    when_i_answer(page, "Is there a reason for an advocate as well?", "None of these")
    picture(page, "appropriate-person")
    when_i_press(page, "Save each answer")


def when_i_find_that_she_holds_the_money(page, enquiry, daughter) -> None:
    held = {"person": enquiry.case.person, "holder": daughter, "document_seen": "yes", "seen_on": date(2026, 3, 20)}
    LegalAuthority.objects.create(authority=enquiry.authority, kind="lpa-property", scope="Property and money", **held)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/risks/new")
    when_i_answer(page, "What kind of risk is it?", "Financial or material abuse")
    when_i_answer(page, "Where does it come from?", "Known to the adult")
    when_i_choose(page, "Where is the adult at risk?", "Own home")
    when_i_type(page, "What is the risk?", "Her daughter holds the bank card and the power of attorney, and the rent is unpaid.")
    when_i_answer(page, "Who may pose the risk?", "Dora Example, Daughter")
    when_i_press(page, "Save this risk")


def test_a_representative_who_becomes_a_source_of_risk_loses_sight_of_the_adults_words(page, enquiry, daughter):
    given_i_am(page, enquiry.lead)
    when_i_open_the_case(page, enquiry)
    when_i_record_her_difficulty(page)
    assert "Arrange an independent advocate" in what_is_needed(page).inner_text()
    when_i_name_her_daughter(page)
    then_i_see(page, "Every test met", "Dora is a good girl.")
    assert may_see_words(daughter)
    assert "Arrange an independent advocate" not in what_is_needed(page).inner_text()
    when_i_find_that_she_holds_the_money(page, enquiry, daughter)
    assert not may_see_words(daughter)
    when_i_open_the_case(page, enquiry)
    then_i_see(page, "Dora Example is named in a risk in the enquiry.", "They do not see what the adult said.")
    then_i_do_not_see(page, "Every test met")
    assert "Arrange an independent advocate" in what_is_needed(page).inner_text()
    check_page(page)
    picture(page, "representation-ended")
    when_i_name_her_daughter(page)
    then_i_see(page, "They cannot be the appropriate person.")
    assert not may_see_words(daughter)


def test_marked_as_somebody_who_may_pose_a_risk_without_javascript(page_without_javascript, enquiry, daughter):
    page = page_without_javascript
    given_i_am(page, enquiry.lead)
    when_i_open_the_case(page, enquiry)
    when_i_follow(page, "Change what is recorded about Dora Example")
    then_the_page_is(page, "Change what is recorded about them")
    page.get_by_label("They may pose a risk to the adult").check()
    when_i_type(page, "Why are you changing this?", "She holds the bank card.")
    when_i_press(page, "Save changes")
    then_i_see(page, "May pose a risk")
    assert not may_see_words(daughter)
