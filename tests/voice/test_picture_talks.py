"""Is a talk with pictures kept as it went, card by card, and made a conversation at its end?"""

from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.picture_cards import DECKS
from heard.voice.actions.conversations import correct_conversation
from heard.voice.actions.pictures import begin_picture_talk, finish_picture_talk, move_card
from heard.voice.models import CardMove, Conversation, PictureTalk
from heard.voice.queries import conversations_of, picture_talks_of
from tests import factories

pytestmark = pytest.mark.django_db
DONE = {"helped_by": "Nobody", "confirmed": "yes", "alone": "yes"}
FORM = {"confirmed": "yes", "helped_by": "nobody", "alone": "yes", "said": "He eats mine.", "present": ""}


@pytest.fixture
def enquiry():
    return factories.enquiry()


def talk_of(enquiry, *moves):
    return factories.picture_talk(enquiry, *moves)


def test_begun_moved_and_finished_it_is_a_conversation_in_what_the_adult_showed(enquiry):
    me = enquiry.lead
    talk = begin_picture_talk(case=enquiry.case, deck=DECKS["my-days"], stage="enquiry", enquiry=enquiry, by=me)
    for card, place in (("home", "happy"), ("meals", "happy"), ("meals", "not-happy")):
        move_card(talk=talk, card=card, place=place, moved_by="adult", by=me)
    done = finish_picture_talk(talk=talk, by=me, **DONE, said="He eats mine.")
    said = Conversation.objects.get()
    assert done.conversation == said
    assert (said.method, said.alone, said.held_at, said.enquiry) == ("pictures", "yes", talk.begun_at, enquiry)
    assert said.words == (
        "Showed with cards: My days. How do you feel about this?\nHappy: Where I live.\nSo-so: none.\nNot happy: Meals.\n\nHe eats mine."
    )
    assert [(one.number, one.card, one.place) for one in CardMove.objects.order_by("number")] == [
        (1, "home", "happy"), (2, "meals", "happy"), (3, "meals", "not-happy"),
    ]  # fmt: skip
    assert Event.objects.filter(event="move-card", case_id=enquiry.case_id).count() == 3


def test_the_picture_stands_alone_and_names_every_card(enquiry):
    done = finish_picture_talk(talk=talk_of(enquiry, ("home", "happy"), ("money", "so-so")), by=enquiry.lead, **DONE)
    drawn = ElementTree.fromstring(done.picture)
    words = " ".join(drawn.itertext())
    assert "Where I live" in words and "My money" in words and "Not happy" in words
    links = [value for node in drawn.iter() for name, value in node.attrib.items() if name.endswith("href")]
    assert links and all(link.startswith("data:image/svg+xml;base64,") for link in links)


@pytest.mark.parametrize(
    ("moves", "details", "told"),
    [
        pytest.param((), DONE, "No card has been sorted", id="nothing sorted"),
        pytest.param((("home", "happy"), ("home", "pile")), DONE, "No card has been sorted", id="all put back"),
        pytest.param((("home", "happy"),), {**DONE, "helped_by": ""}, "who helped", id="nobody named as helping"),
    ],
)
def test_what_cannot_be_finished_leaves_nothing(enquiry, moves, details, told):
    talk = talk_of(enquiry, *moves)
    with pytest.raises(NotAllowed, match=told):
        finish_picture_talk(talk=talk, by=enquiry.lead, **details)
    assert not Conversation.objects.exists()
    assert PictureTalk.objects.get().finished_at is None


def test_a_finished_talk_is_not_changed(enquiry):
    talk = finish_picture_talk(talk=talk_of(enquiry, ("home", "happy")), by=enquiry.lead, **DONE)
    with pytest.raises(NotAllowed):
        move_card(talk=talk, card="home", place="not-happy", moved_by="worker", by=enquiry.lead)
    with pytest.raises(NotAllowed):
        finish_picture_talk(talk=talk, by=enquiry.lead, **DONE)
    assert CardMove.objects.count() == Conversation.objects.count() == 1


def test_a_closed_case_takes_no_new_talk(enquiry):
    enquiry.case.stage = CaseStage.CLOSED
    enquiry.case.save()
    with pytest.raises(NotAllowed):
        begin_picture_talk(case=enquiry.case, deck=DECKS["people"], stage="enquiry", enquiry=enquiry, by=enquiry.lead)


def test_a_corrected_conversation_keeps_its_board_and_one_in_error_takes_it_away(enquiry):
    done = finish_picture_talk(talk=talk_of(enquiry, ("home", "happy")), by=enquiry.lead, **DONE)
    new = correct_conversation(conversation=done.conversation, because="She had company.", alone="no", by=enquiry.lead)
    assert conversations_of(enquiry.case)[0].board == done
    assert picture_talks_of(enquiry.case) == [done]
    Conversation.objects.filter(pk=new.pk).update(in_error_at=timezone.now())
    assert picture_talks_of(enquiry.case) == []


def board(talk):
    return reverse("picture-board", args=[talk.case.reference, talk.pk])


def test_the_board_shows_nothing_that_says_what_it_is_about(client, enquiry):
    client.force_login(enquiry.lead)
    html = client.get(board(talk_of(enquiry, ("home", "happy")))).content.decode()
    assert "<title>Cards - Heard</title>" in html
    body = html[html.index("<main") : html.index("</main>")]
    for hidden in (enquiry.case.person.family_name, "safeguarding", "Case", enquiry.lead.full_name):
        assert hidden not in body.replace(f"/cases/{enquiry.case.reference}", "")


def test_a_move_is_kept_from_a_form_and_from_a_script(client, enquiry):
    talk = talk_of(enquiry)
    client.force_login(enquiry.lead)
    answer = client.post(board(talk), {"move": "home:happy", "moved_by": "adult"})
    assert answer.url == f"{board(talk)}#card-home"
    answer = client.post(board(talk), {"move": "bed:so-so", "moved_by": "worker"}, headers={"accept": "application/json"})
    assert answer.json() == {"kept": True}
    assert list(talk.moves.order_by("number").values_list("card", "place", "moved_by")) == [
        ("home", "happy", "adult"), ("bed", "so-so", "worker"),
    ]  # fmt: skip


@pytest.mark.parametrize("move", ["", "home", "home:yes", "police:happy", "home:happy:x", "../x:happy"])
def test_a_move_that_cannot_be_is_refused_and_says_so(client, enquiry, move):
    talk = talk_of(enquiry)
    client.force_login(enquiry.lead)
    answer = client.post(board(talk), {"move": move}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["kept"]) == (409, False)
    page = client.post(board(talk), {"move": move}, follow=True).content.decode()
    assert "Nothing was moved." in page
    assert not talk.moves.exists()


def test_who_is_out_of_scope_or_may_not_record(client, enquiry):
    talk = talk_of(enquiry, ("home", "happy"))
    elsewhere = factories.user(Role.SOCIAL_WORKER, teams=[factories.team("South team")])
    for user, status in ((elsewhere, 404), (factories.user(Role.ANALYST), 403)):
        client.force_login(user)
        assert client.get(board(talk)).status_code == client.post(board(talk), {"move": "home:pile"}).status_code == status
    other = factories.enquiry(lead=enquiry.lead)
    client.force_login(enquiry.lead)
    assert client.get(reverse("picture-board", args=[other.case.reference, talk.pk])).status_code == 404


def test_the_last_form_says_what_is_missing_and_keeps_what_was_typed(client, enquiry):
    talk = talk_of(enquiry, ("home", "happy"))
    client.force_login(enquiry.lead)
    where = reverse("finish-picture-talk", args=[talk.case.reference, talk.pk])
    html = client.post(where, {**FORM, "confirmed": "changed"}).content.decode()
    assert "Write what they said is different" in html and "He eats mine." in html
    done = client.post(where, FORM, follow=True)
    talk.refresh_from_db()
    assert talk.finished_at is not None and "The board is kept as it lay." in done.content.decode()
    assert client.get(where).url == client.get(board(talk)).url == reverse("picture-talk", args=[talk.case.reference, talk.pk])


def test_the_picture_can_be_looked_at_and_downloaded_under_a_plain_name(client, enquiry):
    talk = finish_picture_talk(talk=talk_of(enquiry, ("home", "happy")), by=enquiry.lead, **DONE)
    client.force_login(enquiry.lead)
    answer = client.get(reverse("picture-of-talk", args=[talk.case.reference, talk.pk]) + "?download=1")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Disposition"] == 'attachment; filename="cards.svg"'
    assert answer.content.decode().startswith("<svg")
