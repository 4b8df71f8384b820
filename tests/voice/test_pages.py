"""Do the screens of what the adult said keep every word, refuse plainly, and cost the same for twenty as for two?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.audit.models import Event
from heard.flows.queries import unsent_drafts_of
from heard.people.models import NetworkMember
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.actions import change_wish, correct_conversation, withdraw_wish
from heard.voice.models import AskedWhatTheyWant, Conversation, Wish
from heard.voice.queries import standing_wishes_of, wishes_of
from tests import factories

pytestmark = pytest.mark.django_db
BUDGET = 12
DAY = {"day": "9", "month": "3", "year": "2026"}


@pytest.fixture
def enquiry():
    person = factories.person(communication_needs=["easy-read"], safe_contact="Only at the day centre.", must_not_know="Her son")
    return factories.enquiry(factories.concern(factories.case(person=person)))


@pytest.fixture
def case(enquiry):
    return enquiry.case


@pytest.fixture
def worker(client, enquiry):
    client.force_login(enquiry.lead)
    return enquiry.lead


def url(name, case, *more):
    return reverse(name, args=[case.reference, *more])


def on(name):
    return {f"{name}-{part}": value for part, value in DAY.items()}


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
        assert list(Event.objects.filter(is_read=False).values_list("event", flat=True)) == ["add-network-member", "record-wish"]

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


def answers(**changes):
    return {"held": {"heard": "yes", "stage": "enquiry", "held_at-time": "14:30", **on("held_at")},
            "how": {"method": "face-to-face", "alone": "yes", "present": "Advocate\r\n\r\n Interpreter "},
            "words": {"what_was_asked": "How are you?", "words": "I am afraid of him.", "interpretation": "She is worried."},
            "wants": {"said": "wishes", "wish_1": "I want him to say sorry.", "wish_2": "I want to stay."}, **changes}  # fmt: skip


def write_down(client, case, *pages):
    """Go through the form as a browser would; returns the answer to the last button."""
    address = url("conversation-form-page", case, "new", "when")
    for values in pages:
        answer = client.post(address, values)
        assert answer.status_code == 302, answer.content.decode()
        address = answer["Location"]
    return client.post(address)


class TestConversation:
    def test_it_is_written_down_with_the_wishes_said_in_it(self, client, case, worker):
        said = answers()
        answer = write_down(client, case, said["held"], said["how"], said["words"], said["wants"])
        kept = Conversation.objects.get()
        assert answer["Location"] == url("conversation", case, kept.pk)
        assert (kept.words, kept.interpretation, kept.present) == ("I am afraid of him.", "She is worried.", ["Advocate", "Interpreter"])
        assert (kept.alone, kept.asked_what_they_want, kept.said_they_want, kept.enquiry.case) == ("yes", "yes", "wishes", case)
        assert [(one.words, one.conversation, one.expressed_by) for one in wishes_of(case)] == [
            ("I want him to say sorry.", kept, "adult"), ("I want to stay.", kept, "adult"),
        ]  # fmt: skip
        page = client.get(answer["Location"]).content.decode()
        assert "I am afraid of him." in page and "not the adult’s words" in page and "I want to stay." in page

    @pytest.mark.parametrize(
        ("wants", "asked", "said", "words"),
        [
            pytest.param({"said": "nothing-expressed"}, "yes", "nothing-expressed", [], id="nothing expressed is an answer"),
            pytest.param({"said": "not-asked"}, "no", "", [], id="not asked"),
            pytest.param(
                {"said": "leave-me-alone", "leave_words": "Leave me be."}, "yes", "leave-me-alone", ["Leave me be."], id="leave me alone"
            ),
        ],
    )
    def test_every_answer_to_what_they_want_is_kept(self, client, case, worker, wants, asked, said, words):
        page = answers()
        write_down(client, case, page["held"], page["how"], page["words"], wants)
        kept = Conversation.objects.get()
        assert (kept.asked_what_they_want, kept.said_they_want) == (asked, said)
        assert [(one.words, one.leave_me_alone) for one in wishes_of(case)] == [(one, True) for one in words]

    def test_one_that_could_not_be_held_says_why_and_when_to_ask_again(self, client, case, worker):
        later = {"ask_again_on-day": "1", "ask_again_on-month": "1", "ask_again_on-year": "2199"}
        write_down(client, case, {**answers()["held"], "heard": "no"}, {"not_heard_because": "asleep-or-unwell", **later})
        kept = Conversation.objects.get()
        assert (kept.not_heard_because, kept.ask_again_on, kept.words, kept.asked_what_they_want) == (
            "asleep-or-unwell", date(2199, 1, 1), "", "",
        )  # fmt: skip
        assert case.tasks.get(kind="ask-again").due_on == date(2199, 1, 1)

    def test_not_asking_again_needs_why(self, client, case, worker):
        client.post(url("conversation-form-page", case, "new", "when"), {**answers()["held"], "heard": "no"})
        (draft,) = unsent_drafts_of(worker)
        page = client.post(url("conversation-form-page", case, draft.reference, "not-heard"), {"not_heard_because": "declined"})
        assert "write above why you will not" in page.content.decode()

    def test_somebody_who_spoke_for_them_is_named_and_the_wishes_are_theirs(self, client, case, worker):
        said = answers()
        how = {"method": "phone", "spoken_by": "representative", "spoken_by_name": "Testo Example"}
        why = {"not_heard_because": "asleep-or-unwell", "not_heard_words": "We will see her tomorrow."}
        write_down(client, case, {**said["held"], "heard": "represented"}, how, said["words"], said["wants"], why)
        kept = Conversation.objects.get()
        assert (kept.spoken_by, kept.spoken_by_name, kept.alone) == ("representative", "Testo Example", "")
        assert {(one.expressed_by, one.expressed_by_name) for one in wishes_of(case)} == {("representative", "Testo Example")}

    def test_not_alone_asks_why(self, client, case, worker):
        said = answers()
        answer = client.post(url("conversation-form-page", case, "new", "when"), said["held"])
        page = client.post(answer["Location"], {**said["how"], "alone": "no"}).content.decode()
        assert "Write why they were not alone" in page

    def test_it_can_be_written_down_before_there_is_an_enquiry(self, client):
        waiting = factories.concern()
        client.force_login(factories.user(Role.DUTY_WORKER, of=waiting.authority))
        said = answers()
        held = {**said["held"], "stage": "concern"}
        write_down(client, waiting.case, held, said["how"], said["words"], said["wants"])
        kept = Conversation.objects.get()
        assert (kept.concern, kept.enquiry) == (waiting, None)
        assert {(one.concern, one.enquiry) for one in wishes_of(waiting.case)} == {(waiting, None)}
        assert reverse("concern", args=[waiting.reference]) in client.get(url("conversation", waiting.case, kept.pk)).content.decode()

    def test_with_an_enquiry_and_a_concern_waiting_it_is_asked_which(self, client, case, worker):
        joined = factories.concern(case)
        said = answers()
        held = {**said["held"], "belongs_to": joined.reference}
        write_down(client, case, held, said["how"], said["words"], {"said": "not-asked"})
        assert Conversation.objects.get().concern == joined

    def test_what_was_typed_is_kept_as_a_draft_that_nobody_else_sees(self, client, case, worker):
        saved = client.post(url("conversation-form-autosave", case, "new", "words"), {"words": "I am afr"})
        assert saved.status_code == 200
        begun = "You have begun and not sent"
        assert begun in client.get(url("record-conversation", case), follow=True).content.decode()
        client.force_login(factories.user(Role.MANAGER, of=case.authority))
        assert begun not in client.get(url("record-conversation", case), follow=True).content.decode()

    def test_saving_while_typing_is_no_reading_of_the_record(self, client, case, worker):
        client.post(url("conversation-form-autosave", case, "new", "words"), {"words": "I am afr"})
        assert not Event.objects.filter(is_read=True).exists()

    def test_a_correction_is_a_new_version_with_why(self, client, case, enquiry, worker):
        first = factories.conversation(enquiry)
        page = {"correction": "I misheard.", "words": "I am afraid of Ted.", "alone": "yes", "stage": "enquiry", "method": "phone",
                "held_at-time": "14:30", **on("held_at")}  # fmt: skip
        answer = client.post(url("correct-conversation", case, first.pk), page, follow=True)
        assert Conversation.objects.get(is_current=True).words == "I am afraid of Ted."
        shown = answer.content.decode()
        assert "I misheard." in shown and "I am frightened." in shown

    def test_the_address_of_an_earlier_version_shows_the_newest(self, client, case, enquiry, worker):
        first = factories.conversation(enquiry)
        correct_conversation(conversation=first, because="Slip.", by=worker, words="I am very frightened.")
        assert "I am very frightened." in client.get(url("conversation", case, first.pk)).content.decode()


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
        for address in (url("add-wish", case), url("change-wish", case, self.wish.pk), url("answer-asked", case)):
            for answer in (client.get(address), client.post(address, {**WISH, **CHANGE})):
                assert "Reopen it to add to it." in answer.content.decode()
        assert Wish.objects.count() == 1

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


@pytest.mark.parametrize("page", ["when", "how", "words", "wants"])
def test_each_page_of_the_form_stays_within_its_budget(client, case, worker, page):
    said = answers()
    first = client.post(url("conversation-form-page", case, "new", "when"), said["held"])["Location"]
    reference = first.split("/")[-2]
    for name in ("how", "words"):
        client.post(url("conversation-form-page", case, reference, name), said[name])
    with CaptureQueriesContext(connection) as ran:
        assert client.get(url("conversation-form-page", case, reference, page)).status_code == 200
    assert len(ran) <= BUDGET, "\n".join(query["sql"][:150] for query in ran)


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
