"""Given an adult whose phone may be read by others, when they open a page of their own, then it opens once, says nothing, and is theirs."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from heard.cases.models import Task
from heard.documents.letter import Letter, Line, Part, SecondLanguage
from heard.documents.rendering import html_of
from heard.mypage.actions.offering import end_page
from heard.mypage.models import Saying, WayIn
from heard.rules.vocabulary.documents import Language, Look
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.safe_contact import DocumentKind
from heard.voice.models import Experience, Judgement, Wish
from tests import factories
from tests.journeys.conftest import PHONE
from tests.journeys.steps import (
    A_VOICE,
    check_page,
    given_i_am,
    picture,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_choose,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)
from tests.mypage import making
from tests.mypage.making import ANSWER, offered

pytestmark = pytest.mark.usefixtures("heard_server")
CLOSED = "This page is not open"
FAKE_VOICE = """() => {
  navigator.mediaDevices.getUserMedia = async () => { const told = new AudioContext().createMediaStreamDestination(); return told.stream }
}"""


@pytest.fixture
def enquiry(heard_server):
    made = factories.enquiry(lead=factories.user(Role.SOCIAL_WORKER, full_name="Lee Lead"))
    factories.wish(made, words="I want my own key.")
    making.member(made.case.person, name="Sam Example", relationship="brother", adult_wants_involved="yes")
    return made


def given_it_is_open(page, enquiry, **more):
    _, secret = offered(enquiry, asks_how_it_went=True, **more)
    when_i_go_to(page, f"/p/o/{secret}")
    then_the_page_is(page, "A question first")
    when_i_type(page, "What was your first pet called?", ANSWER)
    page.get_by_role("button", name="Open the page").click()
    then_the_page_is(page, "Hello")
    return secret


def test_a_worker_offers_it_and_the_adult_changes_what_they_want(page, new_page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    making.cover_of(enquiry := factories.enquiry(lead=me))
    wish = factories.wish(enquiry, words="I want my own key.")
    factories.safe_contact_card(enquiry.case.person, ways=[{"way": "text", "is_safe": "yes", "where": "", "words": ""}])
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    when_i_follow(page, "Their own page")
    then_the_page_is(page, "Their own page")
    when_i_follow(page, "Offer a page of their own")
    then_the_page_is(page, "Offer a page of their own")
    when_i_answer(page, "Whose page is it?", "The adult")
    when_i_answer(page, "How will it reach them?", "A link, in a text message")
    when_i_type(page, "Which number?", "01632 960001")
    when_i_answer(page, "Is a page of their own safe for them?", "Yes, asked alone, and it is safe")
    when_i_type(page, "How do you know that it is safe?", "Asked alone. The phone is her own.")
    when_i_type(page, "A question to ask first", "When were you born?")
    when_i_type(page, "Their answer", ANSWER)
    when_i_choose(page, "Who reads what they say when you are away?", "Cam Cover")
    when_i_press(page, "Make the way in")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Others know the answer")
    when_i_type(page, "A question to ask first", "What was your first pet called?")
    when_i_press(page, "Make the way in")
    then_the_page_is(page, "The way in is made")
    link = page.locator("code").inner_text()
    phone = new_page(PHONE, has_touch=True)
    when_i_go_to(phone, link)
    when_i_type(phone, "What was your first pet called?", ANSWER)
    phone.get_by_role("button", name="Open the page").tap()
    then_the_page_is(phone, "Hello")
    picture(phone, "own-page")
    phone.get_by_role("link", name="Change this").tap()
    then_the_page_is(phone, "Change what you want")
    when_i_type(phone, "What do you want now?", "I want two keys: one for my sister.")
    phone.get_by_role("button", name="Send").tap()
    then_the_page_is(phone, "We have what you sent")
    phone.get_by_role("link", name="Go on").tap()
    then_i_see(phone, "I want two keys: one for my sister.")
    assert phone.evaluate("history.length") <= 2, "all the pages share one entry of the history"
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/own-page")
    then_i_see(page, "I want two keys: one for my sister.", "Nobody has answered yet")
    when_i_follow(page, "Add a note")
    then_the_page_is(page, "Add a note")
    when_i_type(page, "Your note", "I rang her and will order the second key.")
    when_i_press(page, "Save the note")
    then_i_see(page, "Answered", "I rang her and will order the second key.")
    assert Wish.objects.get(replaces=wish).expressed_by == "adult"


def test_used_twice_expired_taken_back_and_opened_by_somebody_else_it_tells_nothing(phone, new_page, enquiry):
    used = given_it_is_open(phone, enquiry)
    other = new_page(PHONE)
    when_i_go_to(other, f"/p/o/{used}")
    then_the_page_is(other, CLOSED)
    same = other.content()
    way_in, gone = offered(enquiry)
    WayIn.objects.filter(pk=way_in.pk).update(expires_at=timezone.now() - timedelta(hours=1))
    when_i_go_to(other, f"/p/o/{gone}")
    assert other.content() == same
    way_in, taken = offered(enquiry)
    when_i_go_to(other, f"/p/o/{taken}")
    then_the_page_is(other, "A question first")
    end_page(way_in=way_in, because="He has her phone.", by=enquiry.lead)
    when_i_type(other, "What was your first pet called?", ANSWER)
    other.get_by_role("button", name="Open the page").click()
    then_the_page_is(other, CLOSED)
    _, wrong = offered(enquiry)
    when_i_go_to(other, f"/p/o/{wrong}")
    when_i_type(other, "What was your first pet called?", "Rover")
    other.get_by_role("button", name="Open the page").click()
    expect(other.locator(".error")).to_contain_text("not the answer we have")
    check_page(other)


def test_leaving_quickly_puts_another_page_in_its_place(phone, enquiry):
    given_it_is_open(phone, enquiry)
    when_i_go_to(phone, "/p/now/stop")
    when_i_type(phone, "You can say why. You do not have to.", "He is coming")
    phone.get_by_role("button", name="Leave this page quickly").click()
    phone.wait_for_url("**/p/blank")
    expect(phone.locator("body")).to_have_text("")
    phone.go_back()
    expect(phone.get_by_text("He is coming")).to_have_count(0)
    when_i_go_to(phone, "/p/now")
    then_the_page_is(phone, CLOSED)
    assert not Saying.objects.filter(case=enquiry.case).exists()


def test_three_presses_of_shift_leave_too(page, enquiry):
    given_it_is_open(page, enquiry)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/p/blank")


def test_a_tablet_that_is_handed_over_has_no_way_back_to_the_record(phone):
    page = phone
    me = given_i_am(page, Role.SOCIAL_WORKER)
    making.cover_of(enquiry := factories.enquiry(lead=me))
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/own-page")
    when_i_follow(page, "Hand over this tablet")
    then_the_page_is(page, "Hand over this tablet")
    when_i_answer(page, "Is it safe for them to read and answer here, now?", "Yes, asked alone, and it is safe here")
    when_i_type(page, "How do you know?", "At the library, alone with me.")
    when_i_choose(page, "Who reads what they say when you are away?", "Cam Cover")
    page.get_by_role("button", name="Sign out and open their page").click()
    then_the_page_is(page, "Hello")
    for _ in range(4):
        page.go_back()
        page.wait_for_load_state()
        assert enquiry.case.reference not in page.content()
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    then_the_page_is(page, "Sign in")


def test_cards_their_voice_and_not_safe_by_keyboard_alone(page, enquiry):
    given_it_is_open(page, enquiry)
    page.get_by_role("link", name="Choose pictures").press("Enter")
    then_the_page_is(page, "My days")
    happy = page.get_by_role("group", name="Meals").get_by_label("Happy", exact=True)
    happy.press("Space")
    page.get_by_role("button", name="Send").press("Enter")
    then_the_page_is(page, "We have what you sent")
    then_i_see(page, "Happy: Meals")
    when_i_go_to(page, "/p/now/voice")
    then_the_page_is(page, "Say it in your own voice")
    page.evaluate(FAKE_VOICE)
    page.get_by_role("button", name="Start to record").press("Enter")
    expect(page.locator("[data-recording]")).to_have_text("Recording now.")
    page.wait_for_timeout(400)
    page.get_by_role("button", name="Stop").press("Enter")
    expect(page.locator("[data-recording]")).to_contain_text("Recorded.")
    page.get_by_role("button", name="Send my voice").press("Enter")
    then_the_page_is(page, "We have what you sent")
    assert Saying.objects.get(case=enquiry.case, said="voice").sound_kind == "audio/webm"
    when_i_go_to(page, "/p/now/today")
    page.get_by_label("I do not feel safe").press("Space")
    page.get_by_role("button", name="Send").press("Enter")
    then_i_see(page, "You told us you do not feel safe.", "Lee Lead")
    check_page(page)
    assert Task.objects.filter(case=enquiry.case, kind="own-page-not-safe", assigned_to=making.cover_of(enquiry)).exists()


def test_it_reads_itself_aloud_where_the_device_has_a_voice_and_nowhere_else(new_page, enquiry):
    page = new_page(PHONE, has_touch=True)
    page.context.add_init_script(A_VOICE.replace("VOICES", '["en-GB"]'))
    given_it_is_open(page, enquiry)
    page.get_by_role("button", name="Read this page to me").tap()
    expect(page.get_by_role("button", name="Read this page to me")).to_be_visible()  # again, once all of it was read
    said = [one.removeprefix("en-GB: ") for one in page.evaluate("window.spoken")]
    assert said[1].startswith("Hello") and "I want my own key." in said and "To talk to someone now" in said
    assert not {"Read this page to me", "Others near you may hear it."} & set(said)
    page.get_by_role("link", name="Say what you want").tap()
    then_the_page_is(page, "What do you want to happen?")
    page.get_by_role("button", name="Send").tap()
    expect(page.locator(".error")).to_be_visible()
    expect(page.get_by_role("button", name="Read this page to me")).to_be_visible()
    silent = new_page(PHONE)
    silent.context.add_init_script(A_VOICE.replace("VOICES", "[]"))
    given_it_is_open(silent, enquiry)
    expect(silent.get_by_role("button", name="Read this page to me")).to_be_hidden()


def test_they_judge_it_themselves_and_say_how_it_was(phone, enquiry):
    given_it_is_open(phone, enquiry)
    when_i_follow(phone, "Did it happen? Tell us")
    then_the_page_is(phone, "Did it happen?")
    phone.get_by_label("Some of it").check()
    phone.get_by_role("button", name="Send").click()
    then_the_page_is(phone, "We have what you sent")
    when_i_go_to(phone, "/p/now/how")
    then_the_page_is(phone, "How was it?")
    phone.get_by_role("group", name="Did people listen to you?").get_by_label("Yes").press("Space")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")  # "Yes" to the next question, by keyboard alone
    phone.get_by_role("button", name="Send").press("Enter")
    then_the_page_is(phone, "We have what you sent")
    assert Judgement.objects.get(wish__case=enquiry.case).rating == "partly-met"
    assert Experience.objects.get(enquiry=enquiry).answers == {"listened-to": "yes", "understood-why": "yes"}


def test_it_works_without_scripts(new_page, enquiry):
    page = new_page(PHONE, javascript=False)
    given_it_is_open(page, enquiry)
    for path in ("want", "today", "people", "call", "stop", "words", "looked", "pictures/people", "voice", "end", "how"):
        when_i_go_to(page, f"/p/now/{path}")
        check_page(page)
    when_i_go_to(page, "/p/now/want")
    when_i_type(page, "I want", "A quiet room.")
    page.get_by_role("button", name="Send").click()
    then_the_page_is(page, "We have what you sent")
    page.get_by_text("What this phone or computer remembers").click()
    then_i_see(page, "Delete the last hour.")
    page.get_by_role("button", name="Leave this page quickly").click()
    check_page(page)


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"viewport": {"width": 320, "height": 256}}, id="at 400 percent of a 1280 pixel screen"),
        pytest.param({"forced_colors": "active", "viewport": PHONE}, id="in forced colours"),
        pytest.param({"reduced_motion": "reduce", "color_scheme": "dark", "viewport": PHONE}, id="with reduced motion, in the dark"),
    ],
)
def test_every_page_of_it_can_be_read(new_page, enquiry, how):
    page = new_page(**how)
    given_it_is_open(page, enquiry)
    for path in ("", "/want", "/today", "/pictures/my-days", "/voice", "/people", "/call", "/stop", "/words", "/end", "/how", "/looked"):
        when_i_go_to(page, f"/p/now{path}")
        check_page(page)
    given_i_am(page, enquiry.lead)
    talk, letter = factories.picture_talk(enquiry, ("home", "happy")), sent_in_easy_read(enquiry)
    for path in (f"pictures/{talk.pk}", f"letters/{letter.pk}", "judge", "experience/new/adult"):
        when_i_go_to(page, f"/cases/{enquiry.case.reference}/{path}")
        check_page(page)
    when_i_go_to(page, "/questions/easy")
    check_page(page)


def sent_in_easy_read(enquiry):
    """A letter of theirs in Easy Read, with a second language beside it."""
    parts = (Part("Next", lines=(Line("We will ring you.", "phone-call"),)),)
    second = SecondLanguage(Language.ARABIC, "Noor, interpreter", ("ماري العزيزة", "التالي", "سوف نتصل"))
    letter = Letter(DocumentKind.WHAT_YOU_WANT, "A letter for you", "Dear Mary,", parts, look=Look.EASY_READ, second=second)
    return factories.sent_document(enquiry.case, html=html_of(letter), words=letter.as_data(), look="easy-read")


def test_a_lost_connection_loses_no_words(phone, enquiry, faults):
    given_it_is_open(phone, enquiry)
    when_i_go_to(phone, "/p/now/words")
    when_i_type(phone, "Your words", "The bell is broken.")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator(".error")).to_contain_text("What you wrote is still here")
    phone.context.set_offline(False)
    faults.clear()  # the console's own word that there was no connection
    phone.get_by_role("button", name="Send").click()
    then_the_page_is(phone, "We have what you sent")
    assert Saying.objects.get(case=enquiry.case).words == "The bell is broken."
