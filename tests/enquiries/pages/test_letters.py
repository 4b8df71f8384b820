"""Is the letter "what you told us" written, looked at, and let go or stopped?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.documents.models import SentDocument
from heard.enquiries.pages.letters import CHANGED
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
BUDGET = 12
SAID, WANTS = "What you said", "What you said you want"
WRITTEN = {
    "how": "post", "where": "2 High Street, Testtown", "put_in": [SAID, WANTS], "happens_next": "Robin will ring on Friday.",
    "look": "large-print",
}  # fmt: skip


@pytest.fixture
def enquiry():
    person = factories.person(given_name="Mary", family_name="Example", address="2 High Street", communication_needs=["large-print"])
    made = factories.enquiry(factories.concern(factories.case(person=person)))
    factories.conversation(made, words="He takes my bank card.", interpretation="She seems controlled.")
    factories.wish(made, words="I want my card back.")
    return made


@pytest.fixture
def where(enquiry):
    return reverse("write-letter", args=[enquiry.case.reference, "what-you-told-us"])


def test_a_letter_kept_for_a_day_to_come_is_not_said_to_have_gone(client, enquiry):
    client.force_login(enquiry.lead)
    sent = factories.sent_document(enquiry.case, how="in-person", planned_for=factories.at(date(2199, 12, 4)))
    number = enquiry.case.reference
    pages = [
        reverse("case", args=[number]), reverse("new-letter", args=[number]), reverse("sent-document", args=[number, sent.pk])
    ]
    for page in pages:
        html = client.get(page).content.decode()
        assert "To be handed over on 4 December 2199" in html and "Handed over in person" not in html, page
    SentDocument.objects.update(planned_for=factories.at(date(2026, 3, 6)))
    assert all("Handed over in person" in client.get(page).content.decode() for page in pages)


def looked_at(client, where, **more):
    return client.post(where, {**WRITTEN, **more}).content.decode()


def send(client, where, **more):
    html = looked_at(client, where, **more)
    seen = html.split('name="seen" value="')[1].split('"')[0]
    return client.post(where, {**WRITTEN, "send": "1", "seen": seen, "has_read": "yes", **more})


def test_the_safe_contact_card_stands_before_the_letter_is_written(client, enquiry, where, django_assert_max_num_queries):
    factories.safe_contact_card(enquiry.case.person, code_word="Bluebell")
    client.force_login(enquiry.lead)
    with django_assert_max_num_queries(BUDGET):
        html = client.get(where).content.decode()
    assert html.index("Bluebell") < html.index("How will it go?")


def test_what_is_in_the_letter_and_what_is_not(client, enquiry, where, django_assert_max_num_queries):
    factories.safe_contact_card(enquiry.case.person)
    client.force_login(enquiry.lead)
    with django_assert_max_num_queries(BUDGET + 2):
        html = looked_at(client, where)
    letter = html[html.index("<article") : html.index("</article>")]
    for words in ("Dear Mary,", "He takes my bank card.", "I want my card back.", "Robin will ring on Friday.", "999", "--larger"):
        assert words in letter
    for words in ("She seems controlled", "safeguarding", "abuse", "concern", enquiry.case.reference, "Council", "Example"):
        assert words not in letter.replace(enquiry.lead.full_name, "")


def test_what_the_worker_wrote_is_checked_and_the_adults_words_are_not(client, enquiry, where):
    factories.safe_contact_card(enquiry.case.person)
    factories.wish(enquiry, words="I require assistance.")
    client.force_login(enquiry.lead)
    html = looked_at(client, where, happens_next="We will ring. You will be notified of the outcome.")
    checked = html[html.index('id="reword"') :]
    checked = checked[: checked.index("</section>")]
    for words in ("<strong>outcome</strong>", "Try “what you want to happen”.", "<strong>be notified</strong>"):
        assert words in checked
    assert "We will ring." not in checked and "assistance" not in checked and "I require assistance." in html


def test_plain_words_leave_nothing_to_change_and_what_is_found_stops_no_letter(client, enquiry, where):
    factories.safe_contact_card(enquiry.case.person)
    client.force_login(enquiry.lead)
    assert "The check found nothing to change" in looked_at(client, where)
    assert send(client, where, happens_next="You will be notified.").status_code == 302
    assert "You will be notified." in SentDocument.objects.get().html


def test_a_safe_letter_goes_and_is_kept_as_it_was_looked_at(client, enquiry, where):
    factories.safe_contact_card(enquiry.case.person)
    client.force_login(enquiry.lead)
    answer = send(client, where)
    (sent,) = SentDocument.objects.all()
    assert answer.url == reverse("sent-document", args=[enquiry.case.reference, sent.pk])
    assert "I want my card back." in sent.html and sent.words["parts"][0]["heading"] == "What you said"
    factories.wish(enquiry, words="Something later.")
    page = client.get(answer.url).content.decode()
    assert "I want my card back." in page and "Something later." not in page
    assert "<title>A letter - Heard</title>" in " ".join(page.split())


def test_without_a_card_it_is_stopped_and_nothing_is_kept(client, enquiry, where):
    client.force_login(enquiry.lead)
    html = looked_at(client, where)
    assert "Nobody has recorded how it is safe" in html and 'name="send"' not in html
    refused = send(client, where, override_because="I am in a hurry.").content.decode()
    assert "Only a safeguarding manager can send it all the same" in refused and "He takes my bank card." in refused
    assert not SentDocument.objects.exists()


def test_a_manager_can_let_it_go_with_a_reason(client, enquiry, where):
    client.force_login(factories.user(Role.MANAGER, full_name="Mo Manager"))
    assert "Write why it must go all the same" in send(client, where).content.decode()
    page = client.get(send(client, where, override_because="She rang to ask for it.").url).content.decode()
    assert "Mo Manager let it go all the same: She rang to ask for it." in page


def test_what_changed_since_it_was_looked_at_is_looked_at_again(client, enquiry, where):
    factories.safe_contact_card(enquiry.case.person)
    client.force_login(enquiry.lead)
    html = client.post(where, {**WRITTEN, "send": "1", "seen": "another letter", "has_read": "yes"}).content.decode()
    assert CHANGED in html and not SentDocument.objects.exists()


def test_what_was_typed_can_be_changed(client, enquiry, where):
    client.force_login(enquiry.lead)
    html = client.post(where, {**WRITTEN, "change": "1", "seen": "x"}).content.decode()
    assert "Robin will ring on Friday.</textarea>" in html and "Write: what you told us" in html


def test_their_words_can_be_left_out(client, enquiry, where):
    factories.safe_contact_card(enquiry.case.person)
    client.force_login(enquiry.lead)
    html = looked_at(client, where, put_in=[WANTS])
    assert "He takes my bank card." not in html and "I want my card back." in html


def test_nothing_is_written_to_somebody_who_has_died(client, enquiry, where):
    enquiry.case.person.death_date = "2026-03-09"
    enquiry.case.person.save()
    client.force_login(enquiry.lead)
    assert "The adult has died. Nothing is sent to them." in client.get(where).content.decode()
    assert send_anyway(client, where).status_code == 200 and not SentDocument.objects.exists()


def send_anyway(client, where):
    return client.post(where, {**WRITTEN, "send": "1", "seen": "x", "has_read": "yes"})


def test_words_that_look_like_code_are_only_words(client, enquiry, where):
    factories.safe_contact_card(enquiry.case.person)
    client.force_login(enquiry.lead)
    send(client, where, happens_next="<script>alert(1)</script>")
    (sent,) = SentDocument.objects.all()
    assert "&lt;script&gt;" in sent.html and "<script>" not in sent.html
    assert "&lt;script&gt;" in client.get(reverse("sent-document", args=[enquiry.case.reference, sent.pk])).content.decode()


@pytest.mark.parametrize("role", [Role.ANALYST, Role.ADMINISTRATOR], ids=["an analyst", "an administrator"])
def test_who_may_not_write(client, where, role):
    client.force_login(factories.user(role))
    assert client.get(where).status_code == 403


def test_another_team_may_not_read_it(client, enquiry):
    sent = factories.sent_document(enquiry.case)
    client.force_login(factories.user(teams=[factories.team("South team")]))
    assert client.get(reverse("sent-document", args=[enquiry.case.reference, sent.pk])).status_code == 404


def test_a_card_that_changed_since_says_so_before_it_is_printed_again(client, enquiry):
    sent = factories.sent_document(enquiry.case)
    address = reverse("sent-document", args=[enquiry.case.reference, sent.pk])
    card = factories.safe_contact_card(enquiry.case.person)
    client.force_login(enquiry.lead)
    assert "Do not print it" not in client.get(address).content.decode()
    card.ways = [{"way": "post", "is_safe": "no", "where": "", "words": "He has moved back in"}]
    card.save()
    page = client.get(address).content.decode()
    assert "Do not print it" in page and "He has moved back in" in page


def test_a_visit_is_held_to_the_safe_times(client, enquiry, where):
    card = {"ways": [{"way": "visit", "is_safe": "yes", "where": "", "words": ""}], "safe_times": ["weekday-morning"]}
    factories.safe_contact_card(enquiry.case.person, **card)
    client.force_login(enquiry.lead)
    day = {"how": "in-person", "at-day": "7", "at-month": "12", "at-year": "2026"}
    assert "not a safe time" in looked_at(client, where, **day, **{"at-time": "3pm"})
    assert send(client, where, **day, **{"at-time": "10am"}).status_code == 302
