"""Does a way in open one page, once, for whoever knows the second fact, and look the same to anybody else?"""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from heard.audit.models import Event
from heard.cases.models import Task
from heard.enquiries.actions.risks import add_risk
from heard.flows.models import KeptWords
from heard.mypage.actions.offering import end_page, hand_over, offer_page
from heard.mypage.actions.opening import leave_page, look_at_way_in, open_page, too_many_tries, try_to_open
from heard.mypage.keys import LETTERS, new_code, new_link, tidied_code
from heard.mypage.models import Opening, WayIn
from heard.people.actions import change_details, record_safe_contact
from heard.rules.decision import NotAllowed
from heard.rules.giveaway_words import giveaway_words_in
from heard.rules.own_page import SHUT_TASK
from heard.rules.vocabulary.own_page import Limit
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.mypage import making
from tests.mypage.making import ANSWER, QUESTION, SAFE, cover_of, offered, opened, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    made = factories.enquiry()
    factories.wish(made, words="I want my own key.")
    return made


def test_a_link_is_one_time_and_opening_it_uses_nothing_up(enquiry):
    _, secret = offered(enquiry)
    for _ in range(3):
        assert QUESTION.encode() in shown(secret)
    browser = Client()
    assert browser.post("/p", {"code": secret, "answer": " bluebell, THE rabbit!"})["Location"] == "/p/now"
    assert "I want my own key." in browser.get("/p/now").content.decode()
    assert QUESTION.encode() not in shown(secret)
    again = Client().post("/p", {"code": secret, "answer": ANSWER})
    assert again.status_code == 200 and b"not open" in again.content
    assert Opening.objects.count() == 1


def test_used_expired_ended_wrong_and_unknown_all_show_the_same_bytes(enquiry):
    pages = {"unknown": shown(new_link())}
    _, used = offered(enquiry)
    try_to_open(code=used, answer=ANSWER)
    pages["used"] = shown(used)
    way_in, ended = offered(enquiry)
    end_page(way_in=way_in, because="Her phone was taken.", by=enquiry.lead)
    pages["ended"] = shown(ended)
    way_in, expired = offered(enquiry)
    WayIn.objects.filter(pk=way_in.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    pages["expired"] = shown(expired)
    pages["mistyped"] = b"200 " + Client().get("/p/nowhere").content
    way_in, not_now = offered(enquiry)
    never_at_home = [{"way": "text", "is_safe": "no", "where": "", "words": "He reads it now."}]
    card = record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=never_at_home)
    pages["the card says not now"] = shown(not_now)
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=making.ALL_SAFE)
    assert card and QUESTION.encode() in shown(not_now), "the card allows it again"
    _, died = offered(enquiry)
    change_details(person=enquiry.case.person, by=enquiry.lead, death_date=timezone.localdate())
    pages["died"] = shown(died)
    closed = Client()
    for kind, code in {"used": used, "ended": ended, "expired": expired, "unknown": new_link()}.items():
        pages[f"{kind}, sent"] = b"200 " + closed.post("/p", {"code": code, "answer": ANSWER}).content
    assert len(set(pages.values())) == 1, sorted(pages)
    assert b"csrf" not in pages["used"]


def test_a_representative_who_becomes_a_source_of_risk_loses_the_page_with_that_record(enquiry):
    member = making.member(enquiry.case.person, name="Sam Example")
    making.represents(enquiry.case, member)
    browser, _ = opened(enquiry, reader="representative", member=member)
    _, unused = offered(enquiry, reader="representative", member=member)
    assert "I want my own key." in browser.get("/p/now").content.decode()
    add_risk(enquiry=enquiry, by=enquiry.lead, type="financial", source="known-to-adult", location="own-home", member=member)
    assert shown(unused) == shown(new_link())
    assert b"200 " + browser.get("/p/now").content == shown(new_link())
    with pytest.raises(NotAllowed):
        offered(enquiry, reader="representative", member=member)


def test_whoever_does_not_know_the_answer_gets_a_few_tries_then_nothing_and_the_worker_is_told(enquiry):
    _, secret = offered(enquiry)
    for _ in range(9):
        assert try_to_open(code=secret, answer="Rover").is_wrong_answer
    last = try_to_open(code=secret, answer="Rover")
    assert (last.opening, last.is_wrong_answer) == (None, False)
    assert try_to_open(code=secret, answer=ANSWER).opening is None
    assert Task.objects.get(kind=SHUT_TASK).case_id == enquiry.case_id
    assert Event.objects.filter(event="own-page-wrong-answer").count() == 9
    assert Event.objects.filter(event="own-page-shut").count() == 1


def test_a_case_given_to_another_person_is_not_opened_by_the_first_ones_link(enquiry):
    browser, _ = opened(enquiry)
    _, unused = offered(enquiry, reader="adult")
    other = factories.person()
    enquiry.case.person = other
    enquiry.case.save()
    assert shown(unused) == shown(new_link())
    assert b"not open" in browser.get("/p/now").content


def test_a_part_that_ended_in_this_case_is_not_made_good_by_another(enquiry):
    member = making.member(enquiry.case.person)
    part = making.represents(enquiry.case, member)
    browser, _ = opened(enquiry, reader="representative", member=member)
    making.represents(factories.case(person=enquiry.case.person), member)
    part.ended_on = timezone.localdate()
    part.save()
    assert b"not open" in browser.get("/p/now").content


def test_the_second_fact_is_not_kept_while_it_is_typed(client, enquiry):
    client.force_login(enquiry.lead)
    where = f"/cases/{enquiry.case.reference}/own-page/new"
    client.post(f"/kept?of={where}", {"question": QUESTION, "second_fact": ANSWER, "how_we_know": "Asked."})
    assert not any(ANSWER in str(row) for row in KeptWords.objects.values())


def test_each_look_at_a_link_is_written_down(enquiry):
    way_in, secret = offered(enquiry)
    assert look_at_way_in(code=secret) == way_in and look_at_way_in(code=new_link()) is None
    assert Event.objects.filter(event="own-page-question-shown").count() == Event.objects.filter(event="own-page-unknown-code").count() == 1


def test_what_was_found_out_about_wrong_answers_settles_its_task(enquiry):
    way_in, secret = offered(enquiry)
    for _ in range(10):
        try_to_open(code=secret, answer="Rover")
    end_page(way_in=way_in, because="Her son had the phone. She has it back.", by=enquiry.lead)
    assert Task.objects.get(kind=SHUT_TASK).done_by == enquiry.lead


def test_tries_are_limited_also_for_codes_that_do_not_exist():
    browser, code = Client(), new_code()
    before = Event.objects.count()
    for _ in range(12):
        assert b"not open" in browser.post("/p", {"code": code, "answer": "x"}).content
    limit = "after eight tries of one code in a quarter of an hour nothing is even looked up, and that is written down once"
    assert Event.objects.count() - before == 9, limit
    assert Event.objects.get(event="own-page-too-many-tries").detail == {"limit": "for-one-code"}


def test_that_the_limit_was_met_is_written_down_once_without_personal_data_and_shown(client, enquiry):
    way_in, secret = offered(enquiry)
    for _ in range(12):
        Client().post("/p", {"code": secret, "answer": "Rover"}, REMOTE_ADDR="198.51.100.7")
    met = Event.objects.get(event="own-page-too-many-tries")
    assert (met.subject_id, met.case_id, met.detail) == (str(way_in.pk), enquiry.case_id, {"limit": "for-one-code"})
    for _ in range(40):
        Client().get(f"/p/o/{new_link()}", REMOTE_ADDR="198.51.100.7")
    assert list(Event.objects.filter(event="own-page-too-many-tries", subject_id="").order_by("pk").values_list("detail", flat=True)) == [
        {"limit": "from-one-address"}
    ]  # fmt: skip
    assert not Event.objects.filter(event="own-page-too-many-tries", detail__icontains="198.51").exists()
    manager = factories.user(Role.MANAGER)
    client.force_login(manager)
    page = client.get(f"/cases/{enquiry.case.reference}/own-page").content.decode()
    assert page.count("Too many tries with this link or code") == 1
    too_many_tries(code=secret, limit=Limit.FROM_ONE_ADDRESS)
    assert "Too many tries from one place" in client.get(f"/cases/{enquiry.case.reference}/own-page").content.decode()


def test_a_stolen_database_gives_no_working_link(enquiry):
    way_in, secret = offered(enquiry)
    _, key = open_page(way_in=way_in)
    from django.apps import apps

    for model in apps.get_models():
        for row in model.objects.values():
            assert secret not in str(row) and key not in str(row) and ANSWER not in str(row), model._meta.label
    assert len(secret) >= 22 and re.fullmatch(r"[\w-]+", secret), "128 bits"
    assert shown(way_in.key) == shown(new_link()), "what is kept opens nothing"


def test_a_code_is_read_however_it_is_typed():
    code = new_code()
    assert tidied_code(code.lower().replace("-", " ")) == code and len(code.replace("-", "")) == LETTERS
    link = new_link()
    assert tidied_code(link) == link


def test_the_code_on_paper_asks_the_question_and_opens_the_page(enquiry):
    _, code = offered(enquiry, how="post", where="2 High Street")
    browser = Client()
    assert QUESTION in browser.post("/p", {"code": code.lower()}).content.decode()
    assert "Type your answer." in browser.post("/p", {"code": code, "answer": ""}).content.decode()
    assert "That is not the answer we have." in browser.post("/p", {"code": code, "answer": "Rover"}).content.decode()
    assert browser.post("/p", {"code": code, "answer": ANSWER})["Location"] == "/p/now"


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"is_safe": False}, id="not recorded as safe"),
        pytest.param({"how_we_know": " "}, id="nobody says how that is known"),
        pytest.param({"cover": None}, id="nobody covers"),
        pytest.param({"cover": "the lead"}, id="the lead covers for themselves"),
        pytest.param({"days": 90}, id="for too long"),
        pytest.param({"question": "When were you born?"}, id="a birth date is asked"),
        pytest.param({"answer": "Testa"}, id="the answer is their own name"),
        pytest.param({"how": "email", "where": "they@example.invalid"}, id="the card does not know this way"),
    ],
)
def test_no_way_in_is_made_where_a_rule_says_no(enquiry, more):
    factories.safe_contact_card(enquiry.case.person, ways=[{"way": "text", "is_safe": "yes", "where": "", "words": ""}])
    if more.get("cover") == "the lead":
        more = {"cover": enquiry.lead}
    with pytest.raises(NotAllowed):
        offered(enquiry, **more)
    assert not WayIn.objects.exists() and not Event.objects.filter(event="offer-own-page").exists()


def test_without_a_card_nothing_leaves(enquiry):
    with pytest.raises(NotAllowed):
        offer_page(
            case=enquiry.case, by=enquiry.lead, reader="adult", how="text", where="01632 960001", question=QUESTION, answer=ANSWER,
            cover=cover_of(enquiry), **SAFE,
        )  # fmt: skip


def test_a_new_way_in_ends_the_one_before(enquiry):
    first, secret = offered(enquiry)
    offered(enquiry)
    first.refresh_from_db()
    assert first.ended_at and shown(secret) == shown(new_link())


def test_taking_it_back_closes_the_page_that_is_open(enquiry):
    browser, way_in = opened(enquiry)
    with pytest.raises(NotAllowed):
        end_page(way_in=way_in, because="", by=enquiry.lead)
    end_page(way_in=way_in, because="Somebody else has her phone.", by=enquiry.lead)
    assert b"not open" in browser.get("/p/now").content
    assert b"not open" in browser.post("/p/now/want", {"words": "x"}).content


def test_leaving_closes_it_for_good(enquiry):
    browser, _ = opened(enquiry)
    assert browser.post("/p/leave")["Location"] == "/p/blank"
    assert b"not open" in browser.get("/p/now").content
    leave_page(opening=Opening.objects.get())
    assert Event.objects.filter(event="leave-own-page").count() == 1


def test_a_page_handed_over_has_no_way_back_to_the_record(client, enquiry):
    client.force_login(enquiry.lead)
    here = f"/cases/{enquiry.case.reference}/own-page/here"
    said = {"how_we_know": "At the library, alone with me.", "cover": str(cover_of(enquiry).pk)}
    for no in ({}, {"is_safe": "no"}):
        assert client.post(here, {**said, **no}).status_code == 200 and not WayIn.objects.exists(), "not safe here: nothing is opened"
    answer = client.post(here, {**said, "is_safe": "yes"})
    assert answer["Location"] == "/p/now"
    assert "I want my own key." in client.get("/p/now").content.decode()
    assert client.get(f"/cases/{enquiry.case.reference}")["Location"].startswith("/sign-in")


def test_hand_over_is_one_transaction_with_its_events(enquiry):
    opening, key = hand_over(
        case=enquiry.case, by=enquiry.lead, is_safe=True, how_we_know="At the library.", cover=cover_of(enquiry)
    )
    assert opening.way_in.how == "tablet" and key
    assert Event.objects.filter(event__in=["offer-own-page", "open-own-page"]).count() == 2


def test_nothing_before_the_second_fact_says_what_it_is_about(enquiry):
    _, secret = offered(enquiry)
    browser = Client()
    pages = [browser.get("/p"), browser.get(f"/p/o/{secret}"), browser.get("/p/nothing"), browser.get("/p/blank")]
    for page in pages:
        words = page.content.decode().replace(secret, "")
        assert giveaway_words_in(re.sub(r"\s+", " ", words)) == (), words
        assert page.headers["Cache-Control"] == "no-store, private"
        assert page.headers["Referrer-Policy"] == "same-origin"


def test_the_safe_contact_card_stops_a_link_to_a_number_that_is_not_safe(enquiry):
    never = [{"way": "text", "is_safe": "no", "where": "01632 960001", "words": ""}]
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=never)
    with pytest.raises(NotAllowed):
        offer_page(
            case=enquiry.case, by=enquiry.lead, reader="adult", how="text", where="01632 960001", question=QUESTION, answer=ANSWER,
            cover=cover_of(enquiry), **SAFE,
        )  # fmt: skip
