"""Do the screens of what the adult said keep every word, refuse plainly, and cost the same for twenty as for two?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heard.audit.models import Event
from heard.people.models import NetworkMember
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.actions.conversations import correct_conversation
from heard.voice.actions.wishes import change_wish, withdraw_wish
from heard.voice.models import AskedWhatTheyWant, Conversation, Wish
from heard.voice.queries import standing_wishes_of, wishes_of
from tests import factories
from tests.voice.typed import answers, on, url, write_down

pytestmark = pytest.mark.django_db
BUDGET = 12


WISH = {"kind": "wishes", "words": "I want to stay at home.", "expressed_by": "adult", "concerns": "nobody", **on("expressed_on")}
CHANGE = {"words": "I want to move.", "changed_because": "The lock broke.", "expressed_by": "adult", **on("expressed_on")}


class TestWishes:
    def test_a_wish_is_added_with_somebody_new_in_one_go(self, client, case, worker):
        new = {"concerns": "new", "new_member-name": "Testo Example", "new_member-who": "Son", "risk_level": "high"}
        answer = client.post(url("add-wish", case), {**WISH, **new})
        assert answer.status_code == 302
        (wish,) = wishes_of(case)
        assert (wish.words, wish.about_member.name, wish.about_member.relationship) == ("I want to stay at home.", "Testo Example", "Son")
        assert (wish.risk_level, wish.enquiry.case) == ("high", case)
        events = Event.objects.filter(is_read=False).order_by("pk")
        assert list(events.values_list("event", flat=True)) == ["add-network-member", "record-wish"]

    def test_what_was_typed_stays_when_something_is_missing(self, client, case, worker):
        page = client.post(url("add-wish", case), {**WISH, "expressed_by": "representative"}).content.decode()
        assert "I want to stay at home." in page and "Enter name of the representative" in page
        assert not Wish.objects.exists()

    def test_somebody_new_needs_a_name(self, client, case, worker):
        page = client.post(url("add-wish", case), {**WISH, "concerns": "new"}).content.decode()
        assert "Enter their name" in page and not NetworkMember.objects.exists()

    def test_how_to_reach_the_adult_stands_on_top(self, client, case, worker):
        page = client.get(url("add-wish", case)).content.decode()
        assert "Easy Read" in page and "Only at the day centre." in page and "Her son" in page

    def test_a_change_shows_the_old_words_and_keeps_them(self, client, case, enquiry, worker):
        old = factories.wish(enquiry)
        page = client.get(url("change-wish", case, old.pk)).content.decode()
        assert "I want to feel safe at home." in page
        client.post(url("change-wish", case, old.pk), CHANGE)
        (now,) = standing_wishes_of(case)
        assert (now.words, now.replaces, now.changed_because) == ("I want to move.", old, "The lock broke.")
        listed = client.get(url("wishes", case)).content.decode()
        assert "I want to feel safe at home." in listed and "The lock broke." in listed

    def test_a_change_sent_twice_is_made_once(self, client, case, enquiry, worker):
        old = factories.wish(enquiry)
        for _ in range(2):
            answer = client.post(url("change-wish", case, old.pk), CHANGE, follow=True)
        assert "no longer stands" in answer.content.decode() and Wish.objects.count() == 2

    def test_the_same_words_are_refused_with_why(self, client, case, enquiry, worker):
        old = factories.wish(enquiry)
        page = client.post(url("change-wish", case, old.pk), {**CHANGE, "words": old.words}).content.decode()
        assert "the same words as before" in page and "The lock broke." in page

    def test_a_wish_is_withdrawn_with_why_and_when(self, client, case, enquiry, worker):
        wish = factories.wish(enquiry)
        client.post(url("withdraw-wish", case, wish.pk), {"because": "He apologised.", **on("on")})
        assert standing_wishes_of(case) == []
        assert "He apologised." in client.get(url("wishes", case)).content.decode()

    def test_a_category_and_whom_it_concerns_are_put_on_and_taken_off(self, client, case, enquiry, worker):
        member = case.person.network.create(authority=case.authority, name="Testo Example")
        wish = factories.wish(enquiry)
        client.post(url("tag-wish", case, wish.pk), {"category": "no-contact", "risk_level": "low", "concerns": str(member.pk)})
        wish.refresh_from_db()
        assert (wish.category, wish.risk_level, wish.about_member) == ("no-contact", "low", member)
        client.post(url("tag-wish", case, wish.pk), {"concerns": "nobody"})
        wish.refresh_from_db()
        assert (wish.category, wish.risk_level, wish.about_member) == ("", "", None)

    def test_a_wish_made_before_the_enquiry_is_listed_under_it(self, client, case, enquiry, worker):
        factories.wish(enquiry, enquiry=None, words="I told the nurse that I want to go home.")
        assert "I told the nurse" in client.get(url("wishes", case)).content.decode()

    def test_a_wish_of_another_case_is_not_there(self, client, case, worker):
        other = factories.wish(factories.enquiry())
        for name in ("change-wish", "withdraw-wish", "tag-wish"):
            assert client.get(url(name, case, other.pk)).status_code == 404


class TestAsked:
    def test_the_records_suggest_and_a_person_answers(self, client, case, enquiry, worker):
        factories.wish(enquiry)
        page = client.get(url("answer-asked", case)).content.decode()
        assert "What they want is recorded." in page and not AskedWhatTheyWant.objects.exists()
        client.post(url("answer-asked", case), {"answer": "yes-expressed"})
        assert AskedWhatTheyWant.objects.get().answer == "yes-expressed"

    def test_there_is_no_answer_before_there_is_an_enquiry(self, client):
        waiting = factories.concern()
        client.force_login(factories.user(Role.DUTY_WORKER, of=waiting.authority))
        assert client.get(url("answer-asked", waiting.case)).status_code == 404


class TestAClosedCase:
    @pytest.fixture(autouse=True)
    def closed(self, case, enquiry, worker):
        self.wish = factories.wish(enquiry)
        case.stage, case.closed_on = CaseStage.CLOSED, date(2026, 4, 1)
        case.save()

    def test_says_to_reopen_it(self, client, case):
        for address in (url("add-wish", case), url("change-wish", case, self.wish.pk)):
            for answer in (client.get(address), client.post(address, {**WISH, **CHANGE})):
                assert "Reopen it to add to it." in answer.content.decode()
        assert Wish.objects.count() == 1

    def test_can_still_be_answered_and_is_reopened_to_change_the_answer(self, client, case):
        client.post(url("answer-asked", case), {"answer": "yes-expressed"})
        assert AskedWhatTheyWant.objects.get().answer == "yes-expressed"
        for answer in (client.get(url("answer-asked", case)), client.post(url("answer-asked", case), {"answer": "no"})):
            assert "Reopen it to change the answer." in answer.content.decode()

    def test_takes_a_conversation_held_after_closing_and_no_wishes(self, client, case):
        said = answers()
        write_down(client, case, {**said["held"], "stage": "after-closing"}, said["how"], said["words"])
        assert Conversation.objects.get().stage == "after-closing"


PAGES = ["wishes", "add-wish", "change-wish", "withdraw-wish", "tag-wish", "conversation", "correct-conversation", "answer-asked"]


@pytest.mark.parametrize("name", PAGES, ids=lambda name: f"{name} stays within its budget for two and for twenty")
def test_budget(client, case, enquiry, worker, name):
    counted = []
    for many in (2, 18):
        for _ in range(many):
            said = factories.conversation(enquiry, recorded_by=worker)
            corrected = correct_conversation(conversation=said, because="Slip.", by=worker, words="Other words.")
            wish = factories.wish(enquiry, conversation=corrected)
            change_wish(wish=wish, words="Other words.", because="x", on=date(2026, 3, 9), by=worker)
            gone = factories.wish(enquiry)
            withdraw_wish(wish=gone, on=date(2026, 3, 9), because="x", by=worker)
            case.person.network.create(authority=case.authority, name="Testo Example")
        stands = factories.wish(enquiry)
        more = {"conversation": [corrected.pk], "correct-conversation": [corrected.pk]}.get(name)
        address = url(name, case, *(more or ([stands.pk] if name in ("change-wish", "withdraw-wish", "tag-wish") else [])))
        with CaptureQueriesContext(connection) as ran:
            assert client.get(address).status_code == 200
        counted.append(len(ran))
    assert counted[0] == counted[1] <= BUDGET, "\n".join(query["sql"][:150] for query in ran)


@pytest.mark.parametrize("role", [Role.ANALYST, Role.ADMINISTRATOR])
def test_who_sees_no_records_sees_none_of_this(client, case, role):
    client.force_login(factories.user(role, of=case.authority))
    assert client.get(url("wishes", case)).status_code == 403
    assert client.post(url("add-wish", case), WISH).status_code == 403
    assert not Wish.objects.exists()


def test_a_case_of_another_team_is_not_there(client, case):
    client.force_login(factories.user(of=case.authority, teams=[factories.team("South team")]))
    for name in ("wishes", "add-wish", "record-conversation"):
        assert client.get(url(name, case), follow=True).status_code == 404
