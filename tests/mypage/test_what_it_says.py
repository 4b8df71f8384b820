"""Is every title and link of the page neutral, every sentence short, and does it stay quick?"""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from heard.documents.files import file_name
from heard.documents.phrases import TITLE
from heard.enquiries.actions.plan import add_action
from heard.enquiries.letters import your_plan
from heard.enquiries.queries.plan import actions_of
from heard.mypage.models import Opening, WayIn
from heard.rules.easy_read import WORD, sentences_in
from heard.rules.giveaway_words import giveaway_words_in
from heard.rules.vocabulary.documents import FileKind
from heard.rules.vocabulary.picture_cards import DECKS
from heard.voice import paper
from tests import factories
from tests.mypage.making import ALL_SAFE, ANSWER, QUESTION, cover_of, offered, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def wish(enquiry):
    return factories.wish(enquiry, words="I want my own key.")


@pytest.fixture
def page(enquiry):
    browser, _ = opened(enquiry, asks_how_it_went=True)
    return browser


PAGES = (
    "", "/want", "/today", *(f"/pictures/{deck}" for deck in DECKS), "/voice", "/people", "/call", "/stop", "/words", "/end",
    "/how", "/thanks", "/looked",
    "/sent",
)  # fmt: skip


def test_the_plan_and_the_letter_of_it_say_the_plain_words(page, enquiry, wish):
    said = {"enquiry": enquiry, "by": enquiry.lead, "owner": "adult", "wish": wish}
    add_action(**said, what="Facilitate a change of the lock", plain_words="We will change your lock.")
    add_action(**said, what="Ring the bank")
    html = page.get("/p/now").content.decode()
    assert "We will change your lock." in html and "Ring the bank" in html and "Facilitate" not in html
    around = {"helpers": [], "worker": "Robin", "council": enquiry.authority}
    letter = your_plan(person=enquiry.case.person, wishes=[wish], actions=actions_of(enquiry), plan=None, **around)
    lines = [line.words for part in letter.parts for line in part.lines]
    assert "We will change your lock." in lines and "Facilitate a change of the lock" not in lines


def test_every_title_and_link_is_neutral_and_every_sentence_is_short(page, wish):
    page.post("/p/now/words", {"words": "Hello."})
    for path in (*PAGES, f"/want/{wish.pk}", f"/not/{wish.pk}"):
        html = page.get(f"/p/now{path}").content.decode()
        title = re.search(r"<title>(.*?)</title>", html)[1]
        links = re.findall(r'(?:href|src|action)="([^"]*)"', html)
        assert giveaway_words_in(" ".join((title, *links))) == (), path
        ours = re.sub(r"<(script|style|blockquote|q|head)\b.*?</\1>", " ", html, flags=re.DOTALL)
        lines = re.sub(r"</(p|h1|h2|li|label|legend|button|summary|a|option|strong|span)>|<br>", "\n", ours)
        words = re.sub(r"<[^>]+>", " ", lines)
        long = [one for one in sentences_in(words) if len(WORD.findall(one)) > 15]
        assert long == [], path


def test_no_page_asks_the_database_more_for_more(page, enquiry, django_assert_max_num_queries):
    for number in range(5):
        factories.wish(enquiry, words=f"I want number {number}.")
    for path in PAGES:
        with django_assert_max_num_queries(20):
            page.get(f"/p/now{path}")


def test_only_the_page_for_their_voice_may_listen_and_none_sends_anything_elsewhere(page, wish):
    for path in PAGES:
        headers = page.get(f"/p/now{path}").headers
        assert ("microphone=(self)" in headers["Permissions-Policy"]) is (path == "/voice"), path
        assert "camera=()" in headers["Permissions-Policy"] and headers["Referrer-Policy"] == "same-origin"
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy and "http" not in policy.replace("https:", ""), path
        assert ("blob:" in policy) is (path == "/voice"), path


def test_no_file_name_or_title_of_what_leaves_gives_anything_away(client, enquiry):
    client.force_login(enquiry.lead)
    sent = factories.sent_document(enquiry.case)
    answers = [client.post(f"/cases/{enquiry.case.reference}/letters/{sent.pk}/file/{kind}") for kind in ("pdf", "docx")]
    answers += [client.get(f"/questions/{slug}/file") for slug in paper.PAPERS]
    named = [re.search(r'filename="([^"]+)"', one["Content-Disposition"])[1] for one in answers if "Content-Disposition" in one]
    assert len(named) >= len(paper.PAPERS)
    names = [*named, *map(file_name, FileKind), paper.FILE_NAME, paper.SOUND_NAME, TITLE, paper.TITLE]
    assert [one for one in names if giveaway_words_in(one)] == []


@pytest.mark.parametrize("how", ["text", "email"])
def test_what_is_sent_to_their_phone_or_mailbox_is_the_address_alone_and_an_e_mail_has_no_subject(client, enquiry, how):
    factories.safe_contact_card(enquiry.case.person, ways=ALL_SAFE)
    client.force_login(enquiry.lead)
    where = {"text": ("number", "01632 960001"), "email": ("email", "they@example.invalid")}[how]
    answers = {
        "reader": "adult", "how": how, where[0]: where[1], "is_safe": "yes", "how_we_know": "Asked.", "question": QUESTION,
        "second_fact": ANSWER, "cover": str(cover_of(enquiry).pk), "days": "7",
    }  # fmt: skip
    page = client.post(f"/cases/{enquiry.case.reference}/own-page/new", answers).content.decode()
    to_send = re.search(r"<code>(.*?)</code>", page)[1]
    assert re.fullmatch(r"https?://[^/]+/p/o/[\w-]{22,}", to_send) and "Send this, and nothing else" in page
    assert ("Leave the subject line empty" in page) is (how == "email")
    assert giveaway_words_in(re.sub(r"/o/.*", "/o/", to_send.split("//")[1].partition("/")[2])) == ()


def test_every_cookie_of_their_side_has_a_neutral_name_and_path(enquiry):
    _, secret = offered(enquiry)
    enquiry.case.authority.exit_url = "https://weather.example.invalid/"
    enquiry.case.authority.save()
    browser, kept = Client(), {}
    for path, sent in ((f"/p/o/{secret}", None), ("/p", {"code": secret, "answer": ANSWER}), ("/p/now", None), ("/p/leave", {})):
        answer = browser.get(path) if sent is None else browser.post(path, sent)
        kept |= {name: cookie["path"] for name, cookie in answer.cookies.items()}
    assert set(kept) == {"csrftoken", "page", "on"}
    assert [one for one in (*kept, *kept.values()) if giveaway_words_in(one)] == []


def test_the_headings_of_what_shows_once_the_page_is_gone_are_neutral(enquiry, page):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = page.cookies
    old = {"words": "x", "csrfmiddlewaretoken": "old"}
    pages = {"asked once more": browser.post("/p/now/want", old), "thanks": page.get("/p/now/thanks")}
    WayIn.objects.update(recorded_at=timezone.now() - timedelta(hours=5))
    Opening.objects.update(opened_at=timezone.now() - timedelta(hours=5))
    pages |= {"kept": page.post("/p/now/words", {"words": "Hello."}), "closed": page.get("/p/now"), "blank": Client().get("/p/blank")}
    headings = {name: re.findall(r"<(?:title|h1|h2)\b[^>]*>(.*?)</", one.content.decode()) for name, one in pages.items()}
    assert headings["kept"] == ["Page", "We have what you sent"] and headings["asked once more"][-1] == "Please press once more"
    assert [name for name, found in headings.items() if not found or giveaway_words_in(" ".join(found))] == []


@pytest.mark.parametrize("path", ["", "/stop", "/looked"])
def test_how_to_clear_the_history_stands_on_the_page_itself_and_needs_no_script(page, path):
    html = re.sub(r"<script\b.*?</script>", "", page.get(f"/p/now{path}").content.decode(), flags=re.DOTALL)
    told = re.search(r"<details>(.*?)</details>", html, flags=re.DOTALL)[1]
    assert "<summary>What this phone or computer remembers</summary>" in told and "hidden" not in told
    for words in ("Your browser may still list “Page” in its history.", "Choose History.", "Delete the last hour."):
        assert words in told
    assert re.search(r'<form method="post" action="/p/leave"[^>]*>.*?<button type="submit">Leave this page quickly', html, flags=re.DOTALL)


def test_what_is_not_asked_says_that_there_is_nothing_here_and_never_what_it_is_about(enquiry):
    browser, _ = opened(enquiry)
    for path in ("/how", "/end", "/pictures/none", f"/not/{enquiry.pk}"):
        answer = browser.get(f"/p/now{path}")
        words = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", answer.content.decode(), flags=re.DOTALL)
        assert answer.status_code == 404 and "There is nothing here" in words, path
        assert set(giveaway_words_in(words)) <= {"danger"}, "999 is for danger; nothing else"


def test_a_fault_of_ours_says_nothing_on_their_side(enquiry, monkeypatch):
    def breaks(*args):
        raise RuntimeError("x")

    browser, _ = opened(enquiry)
    browser.raise_request_exception = False
    monkeypatch.setattr("heard.mypage.pages.saying.page_of", breaks)
    answer = browser.get("/p/now")
    assert answer.status_code == 500 and "This did not work" in answer.content.decode()
    assert giveaway_words_in(re.sub(r"<[^>]+>", " ", answer.content.decode())) == ()
