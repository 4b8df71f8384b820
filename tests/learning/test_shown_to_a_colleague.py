"""Is it said who reads an entry, is a comment never lost, and are words about an entry gone with it?"""

import pytest
from django.urls import reverse

from heard.flows.actions import keep_words
from heard.flows.models import KeptWords
from heard.learning.actions.log import delete_everything
from heard.learning.actions.sharing import share_entry, withdraw_share
from tests import factories
from tests.learning.test_log import SECRET, TYPED, text, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client):
    user = factories.user(full_name="Robin Reader")
    client.force_login(user)
    return user


def test_deleting_everything_forgets_what_was_typed_about_shared_entries_on_either_side(me):
    peer = factories.user()
    mine = share_entry(entry=written(me), peer=peer, by=me)
    theirs = share_entry(entry=written(peer), peer=me, by=peer)
    for who, share in ((peer, mine), (me, theirs)):
        keep_words(by=who, address=reverse("shared-entry", args=[share.pk]), typed={"comment": [SECRET]})
    assert KeptWords.objects.count() == 2
    delete_everything(by=me)
    assert not KeptWords.objects.exists()


def test_saving_a_shared_entry_says_who_reads_it(client, me):
    entry = written(me)
    share_entry(entry=entry, peer=factories.user(full_name="Sam Peer"), by=me)
    page = text(client.post(reverse("log-change", args=[entry.pk]), TYPED, follow=True))
    assert "Saved. You can read it, and those you share it with: Sam Peer." in page


def test_a_comment_on_an_entry_that_was_taken_back_is_not_sent_and_not_lost(client, me):
    owner = factories.user()
    share = share_entry(entry=written(owner, learnt="Hidden now"), peer=me, by=owner)
    withdraw_share(share=share, by=owner)
    address = reverse("shared-entry", args=[share.pk])
    answer = client.post(address, {"comment": "My long thought"})
    assert answer.status_code == 404 and "Hidden now" not in text(answer)
    assert "Your comment was not sent" in text(answer) and "My long thought" in text(answer)
    assert client.get(address).status_code == 404
