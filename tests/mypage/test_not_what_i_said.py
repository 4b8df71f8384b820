"""Do words that the adult denies having said carry that mark wherever they show, and nothing chosen stand as words of their own?"""

import re

import pytest
from django.urls import reverse

from heard.casework.voice_line.points import points_of
from heard.mypage.models import Saying
from heard.voice.models import Wish
from heard.voice.own_page import DID_NOT_SAY
from heard.voice.queries import wishes_of
from tests import factories
from tests.mypage import making
from tests.mypage.making import opened

pytestmark = pytest.mark.django_db
OLD, RIGHT = "I want him to go.", "I want him to stay, and to stop shouting."


@pytest.fixture
def enquiry():
    made = factories.enquiry()
    factories.wish(made, words=OLD)
    return made


@pytest.fixture
def page(enquiry):
    return opened(enquiry)[0]


def put_right(page) -> None:
    page.post(f"/p/now/not/{Wish.objects.get().pk}", {"words": RIGHT, "helped_by": "Ann"})


def test_words_they_put_right_are_not_called_what_they_wanted_before(page, client, enquiry):
    put_right(page)
    old, new = wishes_of(enquiry.case)
    assert (old.words, old.is_denied, old.denied) == (OLD, True, DID_NOT_SAY)
    assert (new.words, new.is_denied, new.helped_by, new.before) == (RIGHT, False, "Ann", [old])
    client.force_login(enquiry.lead)
    case_page = client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
    assert "in place of words that they say they did not say" in case_page and "wanted before" not in case_page
    assert "Put right to “" in case_page and ">Changed<" not in case_page
    for path in ("case", "summary", "wishes"):
        html = client.get(reverse(path, args=[enquiry.case.reference])).content.decode()
        html = re.sub(r'<span class="govuk-visually-hidden">.*?</span>', "", html, flags=re.DOTALL)  # the names of links
        shown = [html[max(found.start() - 400, 0) : found.end() + 400] for found in re.finditer(re.escape(OLD), html)]
        assert shown and [one for one in shown if DID_NOT_SAY[1:] not in one] == [], path


def test_the_voice_line_marks_them_too(page, enquiry):
    put_right(page)
    said = [words for point in points_of([], [], [], wishes_of(enquiry.case)) for words in point.wants]
    assert sorted(said) == sorted([f"“{OLD}” ({DID_NOT_SAY})", f"Put right: “{RIGHT}”"])


def test_a_change_of_mind_is_still_a_change(page, client, enquiry):
    page.post(f"/p/now/want/{Wish.objects.get().pk}", {"words": RIGHT})
    client.force_login(enquiry.lead)
    case_page = client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
    assert "changed from what they wanted before" in case_page and DID_NOT_SAY not in case_page


def test_pictures_are_what_they_chose_and_not_their_own_words(page, client, enquiry):
    page.post("/p/now/pictures/my-days", {"card-home": "happy"})
    client.force_login(enquiry.lead)
    where = reverse("answer-own-page", args=[enquiry.case.reference, Saying.objects.get().pk])
    shown = client.get(where).content.decode()
    assert "What they chose" in shown and "own words" not in shown and "Happy: Where I live" in shown
    making.saying(enquiry)
    page.post("/p/now/words", {"words": "The bell is broken."})
    said = Saying.objects.get(said="anything")
    assert "own words" in client.get(reverse("answer-own-page", args=[enquiry.case.reference, said.pk])).content.decode()
