"""Does the right resource stand beside each duty, prompt and question, and never in the way of the work?"""

import re
from datetime import date

import pytest
from django.urls import reverse

from heard.assurance.actions.reviews import add_finding
from heard.audit.models import Event
from heard.govuk.forms import Question
from heard.learning.beside import FOR_DUTY, FOR_PROMPT, beside, beside_of, learning_for
from heard.learning.library import library
from heard.rules.next_steps.curiosity import Wonder
from heard.rules.next_steps.step import Duty
from heard.rules.vocabulary.learning import Topic
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.standards.tree import modules_of, name_of
from tests.world import make_world

NAMED = re.compile(r'^    learn = "([\w-]+)"$', re.MULTILINE)


def test_every_duty_and_every_prompt_has_a_resource_that_is_there():
    assert set(FOR_DUTY) == set(Duty)
    assert set(FOR_PROMPT) == set(Wonder)
    assert set(FOR_DUTY.values()) | set(FOR_PROMPT.values()) <= set(library().resources)


def test_every_question_that_names_a_resource_names_one_that_is_there():
    named = {(name_of(path), slug) for path in modules_of("forms") for slug in NAMED.findall(path.read_text())}
    assert len(named) > 10
    assert not [one for one in named if one[1] not in library().resources]


def test_a_question_names_none_unless_it_says_so():
    assert Question.learn == ""


def test_a_resource_that_is_not_there_leaves_the_page_as_it_was():
    assert beside_of("gone") is None
    assert beside("gone") == ""
    assert beside("") == ""


def test_nothing_is_known_of_what_is_neither_duty_nor_prompt():
    assert learning_for(object()) == ""


def test_the_panel_says_the_short_part_and_opens_the_rest_beside_the_work():
    panel = str(beside("professional-curiosity"))
    assert "do not stop at the first answer" in panel
    assert 'href="/learning/professional-curiosity" target="_blank" rel="noopener"' in panel
    assert "(opens in a new tab)" in panel
    assert "Why it matters" not in panel


@pytest.fixture
def world(db):
    return make_world()


@pytest.fixture
def me(client, world):
    client.force_login(world.users[Role.MANAGER])
    return world.users[Role.MANAGER]


BESIDE = [
    ("case", "case"), ("case-duties", "case"), ("add-risk", "case"), ("record-conversation", "case"), ("difficulty", "case"),
    ("refer-to-advocate", "case"), ("capacity-answer", "case"), ("decide", "concern"), ("section-42-answers", "concern"),
    ("act-without-agreement", "concern"), ("share", "case"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "of"), BESIDE, ids=[name for name, _ in BESIDE])
def test_a_resource_stands_beside(client, world, me, name, of):
    reference = world.case.reference if of == "case" else world.waiting.reference
    page = client.get(reverse(name, args=[reference]), follow=True).content.decode()
    assert "heard-beside" in page
    assert "(opens in a new tab)" in page


def test_the_same_resource_stands_only_once_among_what_the_case_needs(client, world, me):
    page = client.get(reverse("case", args=[world.case.reference])).content.decode()
    needs = page[page.index('id="needs-next"') : page.index("It informs; you decide.")]
    slugs = re.findall(r'href="/learning/([\w-]+)"', needs)
    assert slugs
    assert len(slugs) == len(set(slugs))


def test_reading_beside_a_case_says_nothing_of_the_case_and_nothing_to_the_manager(client, world, me):
    before = Event.objects.count()
    client.get("/learning/professional-curiosity", headers={"referer": f"http://testserver/cases/{world.case.reference}"})
    assert Event.objects.count() == before


def test_the_topics_of_a_review_are_heards_own_resources():
    assert {str(one) for one in Topic} == {one.slug for one in library().resources.values() if not one.is_local}


@pytest.mark.django_db
def test_what_a_review_found_stands_at_its_topic_for_those_of_the_council_and_says_why(client):
    review = factories.review()
    manager = factories.user(Role.MANAGER)
    prompt = "She said nothing while he stood there."
    add_finding(review=review, words="W", theme="seen-alone", topic="professional-curiosity", prompt=prompt, by=manager)
    page = reverse("resource", args=["professional-curiosity"])
    assert prompt not in client.get(page).content.decode(), "not for the world"
    client.force_login(factories.user(Role.MANAGER, of=factories.authority("Elsewhere")))
    assert prompt not in client.get(page).content.decode()
    client.force_login(manager)
    shown = client.get(page).content.decode()
    assert prompt in shown and "attached it to this page" in shown
    assert prompt not in client.get(reverse("resource", args=["consent"])).content.decode()
    live = factories.enquiry(lead=manager)
    for day in (3, 4):
        factories.conversation(live, held_at=factories.at(date(2026, 3, day)), alone="no", present=["son"])
    beside_the_work = client.get(f"/cases/{live.case.reference}/duties").content.decode()
    assert prompt in beside_the_work and "Shown because the review attached it to Professional curiosity" in beside_the_work
    assert "/learning/log/new?from=professional-curiosity" in beside_the_work
