"""An urgent enquiry begins before the advocate is in place: the work goes on, and so does the duty, until the advocate is there."""

from datetime import date, timedelta

import pytest

from heard.rights.models import SubstantialDifficulty
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
    when_i_give_the_date,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

TODAY = date.today()
BEGUN = TODAY - timedelta(days=6)


@pytest.fixture
def enquiry(heard_server):
    return begun("section-42")


def begun(kind: str):
    """An enquiry of six days ago about an adult with substantial difficulty and nobody to help."""
    adult = factories.person(given_name="Mary", family_name="Example")
    concern = factories.concern(factories.case(person=adult), received_at=factories.at(BEGUN))
    made = factories.enquiry(concern, kind=kind, started_on=BEGUN)
    areas = {"communicating": {"answer": "yes", "words": "She does not speak."}}
    SubstantialDifficulty.objects.create(
        authority=made.authority, case=made.case, areas=areas, adjustments_tried="Pictures.", considered_on=BEGUN
    )  # fmt: skip
    return made


def when_i_open_the_case(page, enquiry) -> None:
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")


def needed(page) -> str:
    return page.get_by_role("region", name="What this case needs next").inner_text()


def when_i_ask_for_an_advocate(page) -> None:
    when_i_follow(page, "Arrange an independent advocate")
    then_the_page_is(page, "Ask for an independent advocate")
    when_i_answer(page, "Which kind of advocate?", "Independent advocate (Care Act)")
    when_i_give(page, "When did you ask for one?", BEGUN)
    when_i_type(page, "Which service?", "Speak Up")
    when_i_answer(page, "Do they also act for the person who may pose a risk?", "Yes")
    when_i_press(page, "Save this referral")
    then_i_am_told_of_the_error(page, "This advocate acts for the person who may pose a risk. Ask for another advocate.")
    when_i_answer(page, "Do they also act for the person who may pose a risk?", "Not yet known")
    picture(page, "refer-to-advocate")
    when_i_press(page, "Save this referral")


def when_i_give(page, question: str, day: date) -> None:
    when_i_give_the_date(page, question, day.day, day.month, day.year)


def when_the_urgent_work_goes_on(page, enquiry) -> None:
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/risks/new")
    when_i_answer(page, "What kind of risk is it?", "Physical abuse")
    when_i_answer(page, "Where does it come from?", "Known to the adult")
    when_i_choose(page, "Where is the adult at risk?", "Own home")
    when_i_press(page, "Save this risk")


def when_i_record_that_the_advocate(page, enquiry, question: str, on: date) -> None:
    when_i_open_the_case(page, enquiry)
    when_i_follow(page, "Record how far it has come")
    then_the_page_is(page, "The advocate’s work")
    when_i_answer(page, "Do they also act for the person who may pose a risk?", "No")
    when_i_give(page, question, on)
    picture(page, "advocates-work")
    when_i_press(page, "Save")


def test_the_duty_goes_on_until_the_advocate_has_met_the_adult(page, enquiry):
    given_i_am(page, enquiry.lead)
    when_i_open_the_case(page, enquiry)
    assert "Arrange an independent advocate" in needed(page)
    page.get_by_text("Why? arrange an independent advocate").click()
    then_i_see(page, "It may go on where it is urgent", "Care Act 2014, section 68(2) to (5)")
    picture(page, "advocate-owed")
    when_i_ask_for_an_advocate(page)
    when_the_urgent_work_goes_on(page, enquiry)
    when_i_open_the_case(page, enquiry)
    then_i_see(page, "Physical abuse", "6 days since referral and not accepted")
    assert "Arrange an independent advocate" in needed(page)
    when_i_record_that_the_advocate(page, enquiry, "When did the advocate accept?", TODAY - timedelta(days=3))
    then_i_see(page, "3 days from referral to acceptance")
    assert "Arrange an independent advocate" in needed(page)
    when_i_record_that_the_advocate(page, enquiry, "When did the advocate first meet the adult?", TODAY)
    then_i_see(page, "3 days from then to meeting the adult")
    assert "Arrange an independent advocate" not in needed(page)


def test_in_another_enquiry_it_is_a_power_and_never_a_section_68_duty(phone, heard_server):
    other = begun("other")
    given_i_am(phone, other.lead)
    when_i_open_the_case(phone, other)
    phone.get_by_text("Why? arrange an independent advocate").click()
    then_i_see(phone, "it is a power, not a duty")
    assert "section 68" not in needed(phone)
    picture(phone, "advocate-as-a-power")
