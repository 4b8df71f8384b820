"""Does nothing leave but through the gate, and is it kept as it left?"""

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.documents.actions import send_document
from heard.documents.gate import WAY_OF
from heard.documents.letter import Letter, Part
from heard.documents.models import SentDocument
from heard.documents.queries import sent_of
from heard.people.actions import change_details, record_safe_contact
from heard.rules.decision import NotAllowed
from heard.rules.safe_contact import DIED, NO_CARD, TOLD_SINCE
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.safe_contact import DocumentKind, SentHow
from tests import factories
from tests.standards.tree import modules, name_of

pytestmark = pytest.mark.django_db
LETTER = Letter(DocumentKind.WHAT_YOU_TOLD_US, "A letter for you", "Dear Mary,", (Part("What happens next", text="We will ring."),))
POST_IS_SAFE = [{"way": "post", "is_safe": "yes", "where": "", "words": ""}]


@pytest.fixture
def enquiry():
    return factories.enquiry()


def send(enquiry, by=None, **more):
    return send_document(case=enquiry.case, letter=LETTER, how="post", where="2 High Street", by=by or enquiry.lead, **more)


def test_with_a_card_that_allows_it_it_goes(enquiry):
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=POST_IS_SAFE)
    sent = send(enquiry)
    event = Event.objects.get(event="send-document")
    assert (event.case_id, event.detail["overridden"]) == (enquiry.case_id, False)
    assert sent.gate["goes"] and sent.words["parts"][0]["text"] == "We will ring." and "We will ring." in sent.html
    assert sent_of(enquiry.case) == [sent]


def test_a_title_that_tells_others_what_it_is_about_never_goes_to_the_adult(enquiry):
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=POST_IS_SAFE)
    telling = replace(LETTER, title="Your safeguarding plan")
    manager = factories.user(Role.MANAGER)
    with pytest.raises(NotAllowed) as stopped:
        send_document(case=enquiry.case, letter=telling, how="post", where="2 High Street", by=manager, override_because="She asked.")
    assert "safeguard" in stopped.value.decision.because[0]
    assert not SentDocument.objects.exists() and not Event.objects.filter(event="send-document").exists()


def test_without_a_card_nothing_goes_and_nothing_is_kept(enquiry):
    with pytest.raises(NotAllowed) as stopped:
        send(enquiry, override_because="In a hurry")
    assert NO_CARD in stopped.value.decision.because
    assert not SentDocument.objects.exists()


def test_what_was_told_before_the_card_is_in_it_and_what_is_told_after_it_stops_it(enquiry):
    person = enquiry.case.person
    change_details(person=person, by=enquiry.lead, safe_contact="Post is fine.")
    record_safe_contact(person=person, by=enquiry.lead, ways=POST_IS_SAFE)
    send(enquiry)
    change_details(person=person, by=enquiry.lead, safe_contact="Post is fine.\nHe has moved back in.")
    with pytest.raises(NotAllowed) as stopped:
        send(enquiry)
    assert TOLD_SINCE in stopped.value.decision.because


def test_a_manager_lets_it_go_by_name_and_with_a_reason(enquiry):
    boss = factories.user(Role.MANAGER)
    with pytest.raises(NotAllowed):
        send(enquiry, by=boss)
    sent = send(enquiry, by=boss, override_because="She asked for it today.")
    assert (sent.overridden_by, sent.override_because, sent.gate["goes"]) == (boss, "She asked for it today.", False)
    assert Event.objects.get(event="send-document").why == "She asked for it today."


def test_a_manager_with_a_reason_overrides_nothing_where_nothing_is_stopped(enquiry):
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=POST_IS_SAFE)
    sent = send(enquiry, by=factories.user(Role.MANAGER), override_because="To be sure.")
    assert (sent.overridden_by, sent.override_because) == (None, "")


def test_nobody_writes_to_somebody_who_has_died(enquiry):
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=POST_IS_SAFE)
    change_details(person=enquiry.case.person, by=enquiry.lead, death_date=enquiry.started_on)
    with pytest.raises(NotAllowed) as stopped:
        send(enquiry, by=factories.user(Role.MANAGER), override_because="It was ready.")
    assert stopped.value.decision.because == (DIED,)


def test_somebody_who_must_not_know_is_sent_nothing_even_where_only_the_free_text_says_so(enquiry):
    change_details(person=enquiry.case.person, by=enquiry.lead, must_not_know="Her son Peter")
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=POST_IS_SAFE)
    with pytest.raises(NotAllowed):
        send(enquiry, to_whom="Peter Example")
    assert send(enquiry, to_whom="Ann Advocate").to_whom == "Ann Advocate"


def test_nothing_but_the_one_action_makes_what_was_sent():
    makes = re.compile(r"SentDocument(\.objects\.create)?\(")
    makers = [name_of(path) for path in modules() if makes.search(path.read_text())]
    says = "Send through documents.actions.send_document: it is the gate."
    assert makers == ["heard/documents/actions.py", "heard/documents/models.py"], says


def test_each_way_to_send_is_a_way_on_the_card():
    assert set(WAY_OF) == set(SentHow), "The gate asks the card about a way: say which in WAY_OF."


def test_an_e_mail_is_stopped_where_only_post_is_known_to_be_safe(enquiry):
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=POST_IS_SAFE)
    with pytest.raises(NotAllowed, match="not known whether this way is safe"):
        send_document(case=enquiry.case, letter=LETTER, how="email", where="mary@heard.invalid", by=enquiry.lead)


@pytest.mark.parametrize(("how", "where"), [("email", "mary@heard.invalid"), ("post", "2 High Street")])
def test_what_goes_by_e_mail_has_no_subject_and_the_page_says_nothing_else(client, enquiry, how, where):
    ways = [{"way": WAY_OF[how], "is_safe": "yes", "where": where, "words": ""}]
    record_safe_contact(person=enquiry.case.person, by=enquiry.lead, ways=ways)
    sent = send_document(case=enquiry.case, letter=LETTER, how=how, where=where, by=enquiry.lead)
    client.force_login(enquiry.lead)
    page = client.get(reverse("sent-document", args=[enquiry.case.reference, sent.pk])).content.decode()
    assert (page.count("Leave the subject line"), "plain envelope" in page) == ((2, False) if how == "email" else (0, True))
    assert "For the subject" not in page
