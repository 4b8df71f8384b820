"""Is every title and link of the page neutral, every sentence short, and does it stay quick?"""

import re

import pytest

from heard.rules.easy_read import WORD, sentences_in
from heard.rules.giveaway_words import giveaway_words_in
from heard.rules.vocabulary.picture_cards import DECKS
from tests import factories
from tests.mypage.making import opened

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
