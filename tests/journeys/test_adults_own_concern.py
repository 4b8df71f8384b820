"""An adult tells us about themselves."""

from heard.cases.models import Concern
from tests import factories
from tests.journeys.steps import (
    picture,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

HAPPENED = "My son takes my bank card and shouts when I ask for it."
WANTED = "I want my card back. I do not want him in trouble."


def when_i_go_on(page, expected: str) -> None:
    """Go on, and see that nothing in the browser's history says what this is."""
    when_i_press(page, "Continue")
    then_the_page_is(page, expected)
    assert page.title() in {f"Page {number} - Heard" for number in range(1, 11)} | {"Check your answers - Heard"}
    assert page.url.rsplit("/form/testshire/", 1)[1] in {str(number) for number in range(1, 11)} | {"check"}


def test_an_adult_raises_their_own_concern_and_is_asked_as_you(phone):
    factories.authority("Testshire")
    when_i_go_to(phone, "/form/testshire/")
    then_the_page_is(phone, "Tell us what is worrying you")
    when_i_answer(phone, "Is anyone in danger now?", "Not now, but it could be soon")
    when_i_go_on(phone, "Who is this about?")
    when_i_answer(phone, "Who is this about?", "Me")
    when_i_go_on(phone, "What has happened?")
    when_i_type(phone, "What has happened, or what are you worried about?", HAPPENED)
    when_i_go_on(phone, "Who are you?")
    when_i_type(phone, "First name", "Testa")
    when_i_type(phone, "Where do you live, or where are you now?", "Flat 3, Example House")
    when_i_go_on(phone, "Are there children?")
    when_i_answer(phone, "Do any children live with you?", "No")
    when_i_go_on(phone, "What do you want to happen?")
    when_i_type(phone, "What do you want to happen?", WANTED)
    when_i_go_on(phone, "How is it safe to reach you?")
    when_i_type(phone, "How and when is it safe to contact you?", "Ring on weekday mornings. Never write.")
    when_i_type(phone, "Who must not know about this?", "My son")
    picture(phone, "own-concern-page-9")
    when_i_go_on(phone, "Check your answers")
    then_i_see(phone, HAPPENED, WANTED, "My son")
    then_i_do_not_see(phone, "Did they agree?", "How you know them")
    when_i_press(phone, "Send")
    then_the_page_is(phone, "Sent")
    then_i_see(phone, "we contact you only in the ways you told us are safe")
    concern = Concern.objects.get()
    person, report, agreement = concern.case.person, concern.reports.get(), concern.agreements.get()
    assert (report.raised_by, report.description, report.what_the_adult_wants) == ("adult", HAPPENED, WANTED)
    assert (agreement.answer, agreement.ground) == ("agreed", "")
    assert (person.given_name, person.safe_contact, person.must_not_know) == ("Testa", "Ring on weekday mornings. Never write.", "My son")
