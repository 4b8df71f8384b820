"""Is how it was kept in the words they read it in, once, and without a name where they do not want theirs kept?"""

import html
import re
from uuid import uuid4

import pytest
from django.apps import apps
from django.utils import timezone

from heard.audit.models import Event
from heard.mypage.models import Saying
from heard.rules.vocabulary.own_page import Said
from heard.voice.models import AnonymousExperience, Experience
from heard.voice.questionnaires import instrument_in_use
from tests import factories
from tests.mypage import making
from tests.mypage.making import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    made = factories.enquiry()
    factories.wish(made, words="I want my own key.")
    return made


@pytest.fixture
def page(enquiry):
    browser, _ = opened(enquiry, asks_how_it_went=True)
    return browser


def test_how_it_was_is_kept_in_their_name(page, enquiry):
    page.post("/p/now/how", {"answer-listened-to": "yes", "answer-involved": "partly", "words": "You came when you said."})
    kept = Experience.objects.get()
    assert (kept.who, kept.how, kept.asked_by, kept.wording) == ("adult", "page", "nobody", "easy-read")
    assert kept.answers == {"listened-to": "yes", "involved": "partly"} and Saying.objects.get().said == Said.EXPERIENCE
    assert "answer" in page.post("/p/now/how", {}).content.decode()


def test_answers_without_a_name_that_are_sent_twice_are_kept_once(page):
    apart, once = (re.search(rf'name="{name}" value="([^"]+)"', page.get("/p/now/how").content.decode())[1] for name in ("apart", "once"))
    sent = {"answer-listened-to": "no", "no_name": "yes", "apart": apart, "once": once}
    for _ in range(2):
        assert page.post("/p/now/how", sent)["Location"] == "/p/now/thanks"
    assert AnonymousExperience.objects.count() == Event.objects.filter(event="anonymous-answers-arrived").count() == 1
    for model in apps.get_models():
        assert not any(apart in str(row) or once in str(row) for row in model.objects.values()), model._meta.label
    page.post("/p/now/how", {**sent, "apart": str(uuid4())})
    assert AnonymousExperience.objects.count() == 2, "somebody else's are another's"


def test_the_adult_chooses_between_easy_and_longer_words_and_a_representative_has_their_own(page, enquiry):
    assert "Did people listen to you?" in page.get("/p/now/how").content.decode()
    longer = page.get("/p/now/how?as=longer").content.decode()
    assert instrument_in_use().questions[0].asked("adult") in longer and "Show me easier words" in longer
    page.post("/p/now/how", {"answer-listened-to": "yes", "as": "longer"})
    assert Experience.objects.get().wording == "adult"
    sam = making.member(enquiry.case.person, name="Sam Example")
    making.represents(enquiry.case, sam)
    theirs, _ = opened(enquiry, reader="representative", member=sam, asks_how_it_went=True)
    for address in ("/p/now/how", "/p/now/how?as=longer"):
        shown = html.unescape(theirs.get(address).content.decode())
        assert instrument_in_use().questions[0].asked("representative") in shown and "longer words" not in shown


def test_without_a_name_nothing_ties_the_answers_to_the_page_the_case_or_the_moment(page, enquiry):
    before = {model: set(model.objects.values_list("pk", flat=True)) for model in apps.get_models()}
    answer = page.post("/p/now/how", {"answer-listened-to": "no", "no_name": "yes", "words": "These words would give me away."})
    assert answer["Location"] == "/p/now/thanks"
    new = {model._meta.label: model.objects.exclude(pk__in=pks) for model, pks in before.items() if model.objects.exclude(pk__in=pks)}
    assert set(new) <= {"voice.AnonymousExperience", "audit.Event"}
    row = AnonymousExperience.objects.get()
    assert row.answers == {"listened-to": "no"} and row.who == "adult"
    for event in new["audit.Event"]:
        assert (event.case_id, event.by_id, event.subject_id, event.event) == (None, None, "", "anonymous-answers-arrived")
        assert timezone.localtime(event.at).day == 1
    stated = str([vars(one) for rows in new.values() for one in rows])
    assert str(enquiry.case_id) not in stated and "give me away" not in stated
