"""Are hard words found while somebody types, and is nothing of it kept?"""

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
ADDRESS = "/check-words"


def test_what_is_found_comes_back_as_a_piece_of_a_page_and_nothing_is_kept(client):
    client.force_login(factories.user())
    before = Event.objects.count()
    html = client.post(reverse("check-words"), {"words": "We will assist you. <b>You will be told.</b>"}).content.decode()
    assert 'data-replace="assist" data-with="help"' in html and "be told" in html and "a guess" in html
    assert "<b>" not in html and "<h1" not in html and Event.objects.count() == before


def test_plain_words_give_nothing(client):
    client.force_login(factories.user())
    assert client.post(ADDRESS, {"words": "We will ring."}).content.strip() == b""


def test_it_only_takes_what_is_sent(client):
    client.force_login(factories.user())
    assert client.get(ADDRESS).status_code == 405


@pytest.mark.parametrize("role", [Role.ANALYST, Role.ADMINISTRATOR], ids=["an analyst", "an administrator"])
def test_who_may_not_ask(client, role):
    client.force_login(factories.user(role))
    assert client.post(ADDRESS, {"words": "x"}).status_code == 403
