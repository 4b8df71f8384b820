"""From a number of the return to its cases, a blank answered, and the number moves; then the year is signed off, and signed again."""

from datetime import date

import pytest
from django.utils import timezone

from heard.returns.models import SignedReturn
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.steps import (
    check_page,
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

YEAR = timezone.localdate().year - 2  # over, whenever the test runs
CELL = "sg3a_concluded-section-42-enquiries_{}_75-84"
NOT_RECORDED, HAD = CELL.format("not-recorded"), CELL.format("no-they-did-not-lack-capacity")
SIGN = "Sign off the return"


def concluded(lead):
    """An enquiry that ended in the year, in a closed case, in which nobody said whether the adult had capacity."""
    born = date(YEAR - 79, 5, 3)
    concern = factories.concern(factories.case(person=factories.person(birth_date=born)), received_at=factories.at(date(YEAR, 6, 2)))
    enquiry = factories.enquiry(concern, lead=lead, started_on=date(YEAR, 6, 3), concluded_on=date(YEAR, 9, 1))
    enquiry.case.stage, enquiry.case.closed_on = "closed", date(YEAR, 9, 1)
    enquiry.case.save()
    factories.risk(enquiry)
    return enquiry


def number(page, cell):
    return page.locator(f'a[href$="/cells/{cell}"]')


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_blank_is_answered_from_its_number_and_the_number_moves(new_page, javascript):
    page = new_page(javascript=javascript)
    me = given_i_am(page, Role.MANAGER)
    first, second = concluded(me), concluded(me)
    when_i_go_to(page, f"/returns/{YEAR}")
    then_the_page_is(page, "The return")
    blank = int(number(page, NOT_RECORDED).inner_text())
    picture(page, "return-figures", whole=False)
    number(page, NOT_RECORDED).click()
    then_the_page_is(page, "The cases behind a number")
    then_i_see(page, f"{blank} are cases that you may open", first.case.reference, second.case.reference)
    picture(page, "return-cases")
    page.locator(f'a[href*="{second.pk}"]').first.click()
    then_the_page_is(page, "Capacity, for this enquiry")
    when_i_answer(page, "Did the adult have capacity", "Yes")
    when_i_press(page, "Save this answer")
    then_the_page_is(page, "The cases behind a number")
    then_i_see(page, f"{blank - 1} {'is a case' if blank == 2 else 'are cases'} that you may open")
    assert second.case.reference not in page.locator("main").inner_text()
    when_i_follow(page, "Back to the return")
    assert number(page, NOT_RECORDED).inner_text() == str(blank - 1)
    number(page, HAD).click()
    then_i_see(page, second.case.reference, "Reopen the enquiry")


def test_what_is_still_to_be_asked_leads_to_its_question_and_back_on_a_telephone(phone):
    me = given_i_am(phone, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me, started_on=timezone.localdate(), in_team=factories.team("East team"))
    me.teams.set([factories.team("East team")])
    phone.goto("/returns")
    when_i_follow(phone, "Still to be asked")
    then_the_page_is(phone, "Still to be asked")
    picture(phone, "still-to-be-asked")
    phone.get_by_role("link", name="capacity: see the cases").first.click()
    then_the_page_is(phone, "Still to be asked: the cases")
    then_i_see(phone, enquiry.case.reference)
    when_i_follow(phone, "Capacity, for this enquiry")
    when_i_answer(phone, "Did the adult have capacity", "Not yet known")
    when_i_press(phone, "Save this answer")
    then_the_page_is(phone, "Still to be asked: the cases")
    then_i_see(phone, "Nothing more to ask here")


def test_a_year_is_explained_signed_off_and_signed_again(page):
    me = given_i_am(page, Role.MANAGER)
    child = factories.person(birth_date=date(YEAR - 10, 1, 1))
    factories.concern(factories.case(person=child), received_at=factories.at(date(YEAR, 7, 1)))
    when_i_go_to(page, f"/returns/{YEAR}/checks")
    then_the_page_is(page, "Checks before the return is sent")
    page.get_by_role("link", name="nobody was under 18").click()
    then_the_page_is(page, "One check, and its cases")
    when_i_type(page, "Why is this right, or what is being done about it?", "They are with children’s services.")
    when_i_press(page, "Keep this explanation")
    then_the_page_is(page, "Checks before the return is sent")
    assert "children’s services" in page.get_by_label("All explanations, to copy").input_value()
    picture(page, "return-checks")
    when_i_follow(page, "Sign-off")
    then_the_page_is(page, SIGN)
    when_i_answer(page, "Before you sign", "I have looked at the figures, and at what the checks found")
    picture(page, "return-to-sign")
    when_i_press(page, SIGN)
    then_the_page_is(page, "A signed return")
    signed = SignedReturn.objects.get(year=YEAR)
    then_i_see(page, signed.sha256, me.full_name)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the signed file (CSV)").click()
    assert saved.value.path().read_text(encoding="utf-8") == signed.file
    when_i_follow(page, "Back to sign-off")
    then_i_see(page, "Nothing has changed since this year was last signed off")
    check_page(page)
    concluded(me)
    page.reload()
    then_i_see(page, "What has changed since signing 1")
    when_i_type(page, "What has changed since it was signed before, and why?", "An enquiry was recorded late.")
    when_i_answer(page, "Before you sign", "I have looked at the figures, and at what the checks found")
    when_i_press(page, SIGN)
    then_the_page_is(page, "A signed return")
    then_i_see(page, "What has changed since signing 1", "SG3a, Concluded Section 42 Enquiries, Not recorded, 75-84")
    picture(page, "return-signed-again")
