"""Is whoever can do something about it told what reviews and audits asked for that is due, and nobody else?"""

from datetime import timedelta

import pytest
from django.utils import timezone

from heard.assurance.models import RecommendationLook
from heard.assurance.queries.due import due_for, due_of
from heard.rules.reviews.recommendation import Due
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LATE, NOT_YET = TODAY - timedelta(days=3), TODAY + timedelta(days=3)


@pytest.fixture
def owner():
    return factories.user(full_name="Olu Owner")


@pytest.fixture
def manager():
    return factories.user(Role.MANAGER)


@pytest.fixture
def asked(owner):
    """One recommendation past its day, one proved seven months ago, one action past its day; and one of each that is not due."""
    review = factories.review()
    late = factories.recommendation(review, words="Ask alone.", owner_name="olu owner", due_on=LATE)
    look = factories.recommendation(review, words="Keep asking.", owner_name="Olu Owner", due_on=NOT_YET)
    seen = {"authority": look.authority, "recommendation": look, "words": "Seen."}
    RecommendationLook.objects.create(**seen, step="proved", on=TODAY - timedelta(days=215))
    factories.recommendation(review, words="Not yet due.", owner_name="Olu Owner", due_on=NOT_YET)
    sampled = factories.audit(factories.case(), auditor=factories.user()).sampled
    action = factories.learning_action(sampled, what="Find a room.", owner_name="Olu Owner", due_on=LATE)
    factories.learning_action(sampled, what="Later.", owner_name="Olu Owner", due_on=NOT_YET)
    return {late.words: Due.LATE, look.words: Due.LOOK_AGAIN, action.what: Due.LATE}


def test_managers_are_told_of_all_and_owners_of_their_own(asked, owner, manager):
    for found in (due_for(manager, TODAY), due_of(owner, TODAY)):
        assert {one.what: one.why for one in found} == asked
    assert due_for(owner, TODAY) == due_of(manager, TODAY) == due_of(factories.user(), TODAY) == []
    elsewhere = factories.user(Role.MANAGER, of=factories.authority("Elsewhere"), full_name="Olu Owner")
    assert due_for(elsewhere, TODAY) == due_of(elsewhere, TODAY) == []


def test_two_of_one_name_are_told_by_nobody_but_the_list(asked, owner):
    other = factories.user(full_name="Olu Owner")
    assert due_of(owner, TODAY) == due_of(other, TODAY) == []


def test_what_is_done_is_due_no_more(asked, owner, manager):
    for one in due_for(manager, TODAY):
        if one.page == "recommendation":
            RecommendationLook.objects.create(authority=owner.authority, recommendation_id=one.pk, step="held", on=TODAY, words="Seen.")
    assert [one.what for one in due_for(manager, TODAY)] == ["Find a room."]


def test_it_stands_where_each_looks(asked, owner, manager, client):
    client.force_login(manager)
    for address in ("/audits-and-reviews", "/reviews"):
        page = client.get(address).content.decode()
        assert "Due now" in page and all(what in page for what in asked) and "Not yet due." not in page, address
    assert "3 things are due from reviews and audits" in client.get("/learning").content.decode()
    client.force_login(owner)
    page = client.get("/").content.decode()
    assert "What I see to from reviews and audits" in page and "To be looked at again" in page and "Find a room." in page
    assert "/reviews/recommendations/" not in page, "a worker may not open it"
    assert "Due now" not in client.get("/audits-and-reviews").content.decode()
    assert "due from reviews" not in client.get("/learning").content.decode()
