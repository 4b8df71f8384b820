"""Can an administrator let a person in, and end their access, with the person signed in?"""

import pytest

from heard.accounts.models import User
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.conftest import PHONE
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_am_told_of_the_error,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

SECRET = "correct horse battery"


def when_i_sign_in(page, email, password):
    when_i_go_to(page, "/sign-in")
    when_i_type(page, "Email address", email)
    when_i_type(page, "Password", password)
    when_i_press(page, "Sign in")


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["on a desktop", "on a telephone"])
def test_a_person_is_let_in_works_and_is_shut_out_at_once(new_page, viewport):
    factories.team("North team")
    address = f"new-{'phone' if viewport else 'desktop'}@heard.invalid"
    office = new_page(viewport) if viewport else new_page()
    given_i_am(office, Role.ADMINISTRATOR)
    when_i_go_to(office, "/accounts")
    then_the_page_is(office, "People who use Heard")
    when_i_press(office, "Add a person")
    when_i_type(office, "Full name", "Noor Example")
    when_i_type(office, "Work email address", address)
    when_i_press(office, "Continue")
    then_i_am_told_of_the_error(office, "Select a role")
    when_i_answer(office, "What is their role?", "Social worker")
    when_i_answer(office, "Which teams are they in?", "North team")
    picture(office, "accounts-add-a-person")
    when_i_press(office, "Continue")
    then_the_page_is(office, "Password link")
    link = office.locator(".heard-link").inner_text()

    home = new_page(viewport) if viewport else new_page()
    when_i_go_to(home, link)
    then_the_page_is(home, "Choose a password")
    when_i_type(home, "Password", "too short")
    when_i_press(home, "Save the password")
    then_i_am_told_of_the_error(home, "at least 12 characters")
    when_i_type(home, "Password", SECRET)
    when_i_press(home, "Save the password")
    then_i_see(home, "Your password is saved")
    then_the_page_is(home, "Sign in")
    when_i_sign_in(home, address, "not this one at all")
    then_i_am_told_of_the_error(home, "The email address or the password is not right")
    picture(home, "sign-in-refused")
    when_i_sign_in(home, address, SECRET)
    then_i_see(home, "Noor Example")
    when_i_go_to(home, "/accounts")
    then_the_page_is(home, "You cannot manage accounts")

    account = User.objects.get(email=address)
    when_i_go_to(office, f"/accounts/{account.pk}")
    then_the_page_is(office, "Noor Example")
    when_i_press(office, "End access")
    then_the_page_is(office, "End Noor Example’s access?")
    when_i_press(office, "End access")
    then_i_see(office, "Their access has ended")

    when_i_go_to(home, "/accounts")
    then_the_page_is(home, "Sign in")
    when_i_sign_in(home, address, SECRET)
    then_i_am_told_of_the_error(home, "The email address or the password is not right")


def test_signing_out_leaves_nothing_behind(page):
    given_i_am(page, Role.ADMINISTRATOR)
    when_i_go_to(page, "/accounts")
    when_i_press(page, "Sign out")
    then_i_see(page, "You have signed out")
    page.go_back()
    then_the_page_is(page, "Sign in")


def test_a_page_that_is_not_there(page):
    when_i_go_to(page, "/no-such-page")
    then_the_page_is(page, "Page not found")
    when_i_follow(page, "Go to the start")
