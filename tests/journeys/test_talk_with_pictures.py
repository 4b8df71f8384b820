"""Given an adult who shows better than they tell, when they sort cards by touch or by keys, then the board is kept as theirs."""

import re

from playwright.sync_api import expect

from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import Conversation, PictureTalk
from tests import factories
from tests.journeys.conftest import PHONE
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


def given_an_enquiry_and_its_board(page, deck):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    when_i_follow(page, "Talk with pictures")
    then_the_page_is(page, "Talk with pictures")
    when_i_answer(page, "Which cards?", deck)
    page.get_by_label("At what point is it?").select_option("enquiry")
    when_i_press(page, "Lay out the cards")
    return enquiry


def place(page, name):
    return page.get_by_role("region", name=name, exact=True)


def press_on_card(page, card, button):
    page.locator(f"#card-{card}").get_by_role("button", name=re.compile(f"^{button}")).press("Enter")


def when_the_talk_is_finished(page):
    page.get_by_role("button", name="We are done").click()
    then_the_page_is(page, "Look at the cards together")
    when_i_answer(page, "Did the adult say that this is right?", "Yes, this is right")
    when_i_type(page, "What did they say while they sorted?", "He eats mine.")
    when_i_type(page, "Who helped them with the cards?", "nobody")
    when_i_answer(page, "Was the adult alone with you?", "Yes")
    when_i_press(page, "Keep the board and finish")


def test_cards_are_sorted_with_the_keyboard_alone_and_kept(phone):
    page = phone
    given_an_enquiry_and_its_board(page, "My days")
    then_the_page_is(page, "How do you feel about this?")
    press_on_card(page, "home", "Happy")
    expect(place(page, "Happy")).to_contain_text("Where I live")
    expect(page.get_by_role("status")).to_contain_text("Where I live: Happy")
    assert page.evaluate("document.activeElement.closest('[data-card]').id") == "card-home", "the keyboard stays on the card"
    press_on_card(page, "meals", "Happy")
    press_on_card(page, "meals", "Not happy")
    press_on_card(page, "bed", "So-so")
    press_on_card(page, "bed", "Back")
    expect(page.get_by_role("status")).to_contain_text("My bed and sleep is back with the cards")
    picture(page, "cards-by-keyboard")
    page.reload()
    expect(place(page, "Not happy")).to_contain_text("Meals")
    when_the_talk_is_finished(page)
    then_the_page_is(page, "Talk with pictures: My days")
    then_i_see(page, "Where each card lay")
    picture(page, "cards-kept")
    talk = PictureTalk.objects.get()
    assert [one.place for one in talk.moves.order_by("number")] == ["happy", "happy", "not-happy", "so-so", "pile"]
    assert Conversation.objects.get().words.endswith("Not happy: Meals.\n\nHe eats mine.")


def test_cards_are_dragged_by_touch_on_a_phone(new_page):
    phone = new_page(PHONE, has_touch=True, is_mobile=True)
    given_an_enquiry_and_its_board(phone, "What I choose")
    then_the_page_is(phone, "Is this how it is?")
    phone.evaluate("document.querySelector('[data-place=\"not-sure\"]').scrollIntoView({block: 'start'})")
    card = phone.locator("#card-getting-up img")
    start, end = card.bounding_box(), place(phone, "Not sure").bounding_box()
    touch = phone.context.new_cdp_session(phone)
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    to = {"x": end["x"] + end["width"] / 2, "y": end["y"] + 60}
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": (x + to["x"]) / 2, "y": (y + to["y"]) / 2}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [to]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(place(phone, "Not sure")).to_contain_text("I choose when I get up")
    expect(phone.get_by_role("status")).to_contain_text("I choose when I get up: Not sure")
    picture(phone, "cards-phone")


def test_a_card_that_could_not_be_kept_goes_back_and_says_so(page, faults):
    given_an_enquiry_and_its_board(page, "People around me")
    page.context.set_offline(True)
    press_on_card(page, "family", "Happy")
    expect(page.get_by_role("status")).to_contain_text("There is no connection, so this card was not moved.")
    expect(place(page, "Cards")).to_contain_text("My family")
    page.context.set_offline(False)
    press_on_card(page, "family", "Happy")
    expect(page.get_by_role("status")).to_contain_text("My family: Happy")
    faults.clear()  # the browser put the lost connection in its console, as it should


def test_cards_are_sorted_without_scripts(page_without_javascript):
    page = page_without_javascript
    given_an_enquiry_and_its_board(page, "My days")
    page.locator("#card-home").get_by_role("button", name="So-so").click()
    then_the_page_is(page, "How do you feel about this?")
    expect(place(page, "So-so")).to_contain_text("Where I live")
