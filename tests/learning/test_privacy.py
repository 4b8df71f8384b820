"""Can nobody but its owner, an invited peer and the owner's own export read an entry: on every address, in every table, the draft too?"""

import json
from datetime import date

import pytest
from django.apps import apps
from django.urls import reverse

from heard.accounts.permissions import Permission, may
from heard.audit.models import Event
from heard.exchange.actions.exporting import export_bundle
from heard.flows.actions import keep_words
from heard.learning.actions.log import write_entry
from heard.learning.actions.sharing import comment_on_entry, share_entry, withdraw_share
from heard.learning.models import LogEntry, OpenedResource, RegisterChoice, SharedEntry
from heard.learning.queries.log import colleagues_of, entries_of, entry_of, own_share, shared_entry_for, shared_with
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.world import addresses, make_world

pytestmark = pytest.mark.django_db
SECRET = "Quixotic marmalade"
EVERYWHERE = {"what": SECRET, "why_relevant": SECRET, "learnt": SECRET, "differently": SECRET, "difference": SECRET, "discussed": SECRET}
MODELS = (LogEntry, SharedEntry, RegisterChoice, OpenedResource)


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def owner(world):
    return world.users[Role.SOCIAL_WORKER]


@pytest.fixture
def entry(owner):
    return write_entry(by=owner, kind="reading", done_on=date(2026, 3, 2), **EVERYWHERE)


def address_of(one, world, entry, share) -> str:
    """Any address, with this entry and this sharing wherever one is named."""
    values = {name: one._value(name, world) for name in one.parameters if name not in {"entry_id", "share_id"}}
    mine = {"entry_id": entry.pk, "share_id": share.pk}
    return reverse(one.name, kwargs=values | {name: mine[name] for name in one.parameters if name in mine})


COLLEAGUE = "colleague"
OTHERS = [
    *(pytest.param(role, id=role.label) for role in Role if role != Role.SOCIAL_WORKER),
    pytest.param(COLLEAGUE, id="a colleague of the same role and team"), pytest.param(None, id="nobody signed in"),
]  # fmt: skip


@pytest.mark.parametrize("role", OTHERS)
def test_on_no_address_does_anybody_else_read_an_entry(client, world, owner, entry, role):
    share = share_entry(entry=entry, peer=factories.user(of=world.authority), by=owner)
    if role is not None:
        same = factories.user(Role.SOCIAL_WORKER, of=world.authority, teams=list(owner.teams.all()))
        client.force_login(same if role == COLLEAGUE else world.users[role])
    read = []
    for one in addresses():
        where = address_of(one, world, entry, share)
        for method in (client.get, client.post):
            answer = method(where, follow=True)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            if SECRET.encode() in body:
                read.append(where)
    assert not read
    assert LogEntry.objects.get() == entry, "nobody else changed or deleted it by sending to an address"


def test_another_worker_of_the_same_team_reads_nothing_either(client, world, owner, entry):
    client.force_login(factories.user(of=world.authority))
    for name in ("log-entry", "log-change", "log-delete", "share-entry"):
        assert client.get(reverse(name, args=[entry.pk])).status_code == 404
        assert client.post(reverse(name, args=[entry.pk])).status_code == 404


def test_nobody_but_its_owner_takes_an_entry_away(client, world, owner, entry):
    client.force_login(world.users[Role.ADMINISTRATOR])
    for name in ("log-take-pdf", "log-take-word", "log-take-json"):
        assert SECRET.encode() not in client.get(reverse(name)).content
    client.force_login(owner)
    assert SECRET.encode() in client.get(reverse("log-take-json")).content


def test_a_peer_reads_and_comments_until_it_is_withdrawn(client, world, owner, entry):
    peer = world.users[Role.MANAGER]
    share = share_entry(entry=entry, peer=peer, by=owner)
    where = reverse("shared-entry", args=[share.pk])
    client.force_login(peer)
    assert SECRET in client.get(where).content.decode()
    assert "An entry of Robin Social worker" in client.get(reverse("log")).content.decode()
    assert "1 colleague asks for your comment" in client.get("/").content.decode()
    client.post(where, {"comment": "I see it another way."})
    assert "asks for your comment" not in client.get("/").content.decode()
    for name in ("log-entry", "log-change", "log-delete", "share-entry"):
        assert client.get(reverse(name, args=[entry.pk])).status_code == 404
    assert client.post(reverse("withdraw-entry", args=[share.pk])).status_code == 404
    client.force_login(owner)
    assert "I see it another way." in client.get(reverse("log-entry", args=[entry.pk])).content.decode()
    client.post(reverse("withdraw-entry", args=[share.pk]))
    client.force_login(peer)
    assert client.get(where).status_code == 404
    assert client.post(where, {"comment": "Again"}).status_code == 404
    share.refresh_from_db()
    assert share.comment == "I see it another way."


def test_that_a_peer_looked_is_written_down(client, world, owner, entry):
    share = share_entry(entry=entry, peer=world.users[Role.MANAGER], by=owner)
    client.force_login(world.users[Role.MANAGER])
    client.get(reverse("shared-entry", args=[share.pk]))
    event = Event.objects.get(event="open-shared-learning")
    assert (event.is_read, event.detail, event.subject_id) == (True, {}, str(share.pk))


def test_an_entry_is_shared_by_its_page_with_a_colleague_alone(client, world, owner, entry):
    peer = world.users[Role.DUTY_WORKER]
    elsewhere = make_world("Elsewhere").users[Role.MANAGER]
    client.force_login(owner)
    page = client.get(reverse("share-entry", args=[entry.pk])).content.decode()
    assert peer.full_name in page
    assert str(elsewhere.pk) not in page
    assert (
        "Choose one of the answers shown" in client.post(reverse("share-entry", args=[entry.pk]), {"peer": elsewhere.pk}).content.decode()
    )
    client.post(reverse("share-entry", args=[entry.pk]), {"peer": peer.pk})
    assert [one.peer for one in SharedEntry.objects.all()] == [peer]
    again = client.post(reverse("share-entry", args=[entry.pk]), {"peer": peer.pk}).content.decode()
    assert "You have shared this entry with them already." in again


def test_the_action_itself_refuses_another_council_and_oneself(world, owner, entry):
    for peer in (make_world("Elsewhere").users[Role.MANAGER], owner):
        with pytest.raises(NotAllowed):
            share_entry(entry=entry, peer=peer, by=owner)


def test_nobody_shares_what_is_not_theirs(world, owner, entry):
    with pytest.raises(LogEntry.DoesNotExist):
        share_entry(entry=entry, peer=world.users[Role.DUTY_WORKER], by=world.users[Role.MANAGER])


def test_nobody_comments_on_what_is_not_shown_to_them(world, owner, entry):
    share = share_entry(entry=entry, peer=world.users[Role.MANAGER], by=owner)
    with pytest.raises(NotAllowed, match="taken back"):
        comment_on_entry(share=share, comment="Hm", by=world.users[Role.DUTY_WORKER])
    withdraw_share(share=share, by=owner)
    withdraw_share(share=share, by=owner)
    assert Event.objects.filter(event="withdraw-learning-entry").count() == 1
    with pytest.raises(NotAllowed, match="taken back"):
        comment_on_entry(share=share, comment="Hm", by=world.users[Role.MANAGER])


def test_a_peer_who_moved_to_another_council_reads_nothing(client, world, owner, entry):
    peer = world.users[Role.MANAGER]
    share = share_entry(entry=entry, peer=peer, by=owner)
    peer.authority = make_world("Elsewhere").authority
    peer.save()
    client.force_login(peer)
    assert client.get(reverse("shared-entry", args=[share.pk])).status_code == 404


def test_the_draft_of_an_entry_is_as_private(client, world, owner, entry):
    where = reverse("log-new")
    keep_words(by=owner, address=where, typed={"learnt": [SECRET]})
    client.force_login(owner)
    assert SECRET in client.get(reverse("kept"), {"of": where}).content.decode()
    for role in set(Role) - {Role.SOCIAL_WORKER}:
        client.force_login(world.users[role])
        assert SECRET not in client.get(reverse("kept"), {"of": where}).content.decode()


def test_a_councils_export_and_the_audit_hold_nothing_of_it(world, owner, entry, tmp_path):
    share = share_entry(entry=entry, peer=world.users[Role.MANAGER], by=owner)
    comment_on_entry(share=share, comment=SECRET, by=share.peer)
    for version in ("1", "1.1"):
        export_bundle(path=tmp_path / version, authority=world.authority, by=None, progress=lambda words: None, version=version)
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert files
    assert not [one for one in files if SECRET.encode() in one.read_bytes()]
    about = Event.objects.filter(subject__startswith="learning.")
    assert about.count() == 3
    assert SECRET not in json.dumps(list(about.values("event", "detail", "why", "subject_id")))
    assert set(about.values_list("case_id", flat=True)) == {None}


def test_queries_start_from_their_reader(world, owner, entry):
    manager = world.users[Role.MANAGER]
    share = share_entry(entry=entry, peer=manager, by=owner)
    assert list(entries_of(owner)) == [entry]
    assert entry_of(owner, entry.pk) == entry
    assert not entries_of(manager).exists()
    assert list(shared_with(manager)) == [share]
    assert shared_entry_for(manager, share.pk) == share
    assert own_share(owner, share.pk) == share
    assert owner not in colleagues_of(owner)
    assert set(colleagues_of(owner)) == set(world.users.values()) - {owner}


def test_no_table_of_learning_points_at_a_case_or_a_person():
    reachable = {"accounts.User", "learning.LogEntry"}
    for model in MODELS:
        for field in model._meta.get_fields():
            if field.is_relation:
                assert field.related_model._meta.label in reachable | {"learning.SharedEntry"}, f"{model._meta.label}.{field.name}"
    ours = {model for model in apps.get_models() if model._meta.app_label == "learning"}
    assert ours == set(MODELS), "look at the new table too"
    pointing = [field for model in apps.get_models() for field in model._meta.get_fields()
                if field.is_relation and field.related_model in ours and model not in ours]  # fmt: skip
    assert not pointing, "nothing outside learning points into it"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_no_column_of_learning_is_for_a_case_or_a_person(model):
    names = {field.name for field in model._meta.get_fields()}
    assert not [name for name in names if any(word in name for word in ("case", "concern", "enquiry", "person", "adult", "reference"))]


def test_counts_are_for_a_learning_lead_alone(client, world):
    for role in Role:
        client.force_login(world.users[role])
        status = client.get(reverse("learning-counts")).status_code
        assert status == (200 if may(world.users[role], Permission.SEE_LEARNING_COUNTS) else 403)
    assert [role for role in Role if may(world.users[role], Permission.SEE_LEARNING_COUNTS)] == [Role.MANAGER]
