"""Does the form of a conversation keep every word, ask only what fits, and refuse plainly?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.audit.models import Event
from heard.flows.queries import unsent_drafts_of
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.actions.conversations import correct_conversation
from heard.voice.models import Conversation
from heard.voice.queries import wishes_of
from tests import factories
from tests.voice.typed import answers, on, url, write_down

pytestmark = pytest.mark.django_db
BUDGET = 12


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

    def test_a_day_before_the_concern_is_asked_about_and_kept_once_it_is_right(self, client, case, worker):
        said = answers()
        early = {**said["held"], "held_at-year": "2025"}
        where = url("conversation-form-page", case, "new", "when")
        asked = client.post(where, early).content.decode()
        assert "The first concern came in on 2 March 2026, after this." in asked and "before the concern came in" in asked
        assert client.post(where, {**early, "before_is_right": "yes"}).status_code == 302
        write_down(client, case, {**early, "before_is_right": "yes"}, said["how"], said["words"], {"said": "not-asked"})
        assert Conversation.objects.get().held_at.year == 2025

    def test_a_safe_place_is_kept_and_shown(self, client, case, worker):
        said = answers()
        how = {**said["how"], "safe_place": "no", "place": "The kitchen"}
        write_down(client, case, said["held"], how, said["words"], {"said": "not-asked"})
        made = Conversation.objects.get()
        assert (made.safe_place, made.place) == ("no", "The kitchen")
        page = client.get(url("conversation", case, made.pk)).content.decode()
        assert "A safe place" in page and "The kitchen" in page

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
