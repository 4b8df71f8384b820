"""Does a receipt go to whoever raised a concern only where they may be told, and is more than that it came recorded?"""

import pytest

from heard.cases.models import Task
from heard.concerns.actions.receipts import send_receipt
from heard.concerns.actions.telling import ask_manager_to_tell, chase_telling
from heard.concerns.letters import receipt
from heard.concerns.models import ReferrerFeedback
from heard.documents.models import SentDocument
from heard.documents.rows import our_words
from heard.people.actions import add_network_member, change_details
from heard.rules.decision import NotAllowed
from heard.rules.telling_the_referrer import MANAGER_DECIDES
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def concern():
    made = factories.concern(report={"raised_by_name": "Sam Example", "raised_by_contact": "01632 960111"})
    factories.safe_contact_card(made.case.person)
    return made


@pytest.fixture
def worker():
    return factories.user(Role.DUTY_WORKER)


def letter(concern, told=()):
    about = {"name": "Sam Example", "received_at": concern.received_at, "reference": concern.reference, "council": concern.authority}
    return receipt(told=told, **about)


def send(concern, by, told=()):
    going = {"case": concern.case, "letter": letter(concern, told), "how": "email", "where": "sam@heard.invalid", "to_whom": "Sam Example"}
    return send_receipt(concern=concern, told=told, by=by, **going)


def test_it_is_kept_and_says_nothing_of_the_adult(concern, worker):
    sent = send(concern, worker)
    assert (sent.to_whom, sent.kind) == ("Sam Example", "receipt") and concern.reference in sent.html
    for hidden in (concern.case.person.given_name, concern.case.person.family_name, concern.case.reference, "Bruises"):
        assert hidden not in sent.html
    assert not ReferrerFeedback.objects.exists(), "That it came is no answer to whoever waits to hear more"


def test_more_than_that_it_came_is_recorded_and_the_chasing_ends(concern, worker):
    chase_telling(concern=concern, by=worker, on=concern.received_at.date())
    send(concern, worker, told=("being-looked-into",))
    (kept,) = ReferrerFeedback.objects.all()
    assert kept.told == ["received", "being-looked-into"] and kept.how == "By e-mail, from your own mailbox"
    assert not Task.objects.filter(done_at__isnull=True).exists()
    assert "We are looking into what you told us." in our_words(letter(concern, ("being-looked-into",)))


def test_somebody_who_may_pose_a_risk_is_a_managers_to_tell(concern, worker):
    add_network_member(person=concern.case.person, by=worker, name="Sam Example", may_pose_risk=True)
    with pytest.raises(NotAllowed) as stopped:
        send(concern, worker)
    assert stopped.value.decision.because == (MANAGER_DECIDES,) and not SentDocument.objects.exists()
    assert send(concern, factories.user(Role.MANAGER)).to_whom == "Sam Example"


def test_where_a_manager_was_asked_nobody_else_writes(concern, worker):
    ask_manager_to_tell(concern=concern, by=worker, on=concern.received_at.date())
    with pytest.raises(NotAllowed):
        send(concern, worker)


def test_somebody_who_must_not_know_is_stopped_by_the_gate_and_nothing_is_recorded(concern, worker):
    change_details(person=concern.case.person, by=worker, must_not_know="Sam")
    with pytest.raises(NotAllowed):
        send(concern, worker, told=("being-looked-into",))
    assert not SentDocument.objects.exists() and not ReferrerFeedback.objects.exists()
