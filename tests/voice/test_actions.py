"""Is what the adult said kept whole, changed only by adding, and audited once for each record?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.cases.models import Task
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from heard.voice.actions import conversations, judging, wishes
from heard.voice.models import AskedWhatTheyWant, Conversation, Judgement, Wish
from heard.voice.queries import standing_wishes_of, wishes_of
from tests import factories
from tests.factories import at

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 9)


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def worker(enquiry):
    return enquiry.lead


def events(*, of=None):
    rows = Event.objects.filter(is_read=False).order_by("pk")
    return [row.event for row in rows if of is None or row.subject_id == str(of.pk)]


def held(enquiry, by, **details):
    return conversations.record_conversation(
        case=enquiry.case, enquiry=enquiry, by=by, **{"held_at": at(DAY), "words": "I am afraid of him.", "alone": "yes", **details}
    )


def test_a_conversation_is_kept_with_one_event(enquiry, worker):
    said = held(enquiry, worker, present=["Advocate"], interpretation="She looked away when he was named.")
    kept = Conversation.objects.get()
    assert (kept.words, kept.interpretation) == ("I am afraid of him.", "She looked away when he was named.")
    assert (kept.present, kept.by_name) == (["Advocate"], worker.full_name)
    assert events() == ["record-conversation"] == events(of=said)


def test_asking_again_is_a_task_that_a_held_conversation_settles(enquiry, worker):
    missed = held(enquiry, worker, not_heard_because="asleep-or-unwell", words="", ask_again_on=date(2026, 3, 12))
    task = Task.objects.get(kind=conversations.ASK_AGAIN)
    assert (task.due_on, task.subject_id, task.done_at) == (date(2026, 3, 12), missed.pk, None)
    held(enquiry, worker)
    task.refresh_from_db()
    assert task.done_by == worker
    assert events() == ["record-conversation", "add-task", "record-conversation", "settle-task"]


def test_asking_in_vain_again_leaves_one_open_reminder(enquiry, worker):
    for day in (12, 14):
        held(enquiry, worker, not_heard_because="could-not-reach", ask_again_on=date(2026, 3, day))
    assert [task.due_on.day for task in Task.objects.filter(done_at__isnull=True)] == [14]


def test_asking_in_vain_without_a_day_leaves_the_reminder_standing(enquiry, worker):
    held(enquiry, worker, not_heard_because="could-not-reach", ask_again_on=date(2026, 3, 12))
    held(enquiry, worker, not_heard_because="declined", not_heard_words="Not today.")
    assert Task.objects.filter(done_at__isnull=True).count() == 1


def test_a_corrected_conversation_is_a_new_version_under_the_same_reference(enquiry, worker):
    first = factories.conversation(enquiry, ref="from-elsewhere-1")
    second = conversations.correct_conversation(conversation=first, because="I wrote the wrong day.", by=worker, held_at=at(DAY))
    first.refresh_from_db()
    assert (first.is_current, second.is_current, second.supersedes, second.ref) == (False, True, first, "from-elsewhere-1")
    assert (second.words, second.held_at, second.because) == (first.words, at(DAY), "I wrote the wrong day.")
    assert events(of=first) == ["set-aside-version"] and events(of=second) == ["correct-conversation"]


def test_correcting_the_day_to_ask_again_moves_the_reminder(enquiry, worker):
    missed = held(enquiry, worker, not_heard_because="declined", ask_again_on=date(2026, 3, 12))
    conversations.correct_conversation(conversation=missed, because="Slip.", by=worker, ask_again_on=date(2026, 3, 20))
    assert [task.due_on.day for task in Task.objects.filter(done_at__isnull=True)] == [20]


def test_a_conversation_and_its_wishes_are_one_whole(enquiry, worker):
    said = conversations.record_conversation_with_wishes(
        case=enquiry.case, enquiry=enquiry, by=worker, held_at=at(DAY), words="I am afraid.", asked_what_they_want="yes",
        wishes=[{"words": "I want him to say sorry.", "expressed_by": "adult"}, {"words": "I want to stay.", "expressed_by": "adult"}],
    )  # fmt: skip
    assert [(one.words, one.conversation, one.expressed_on) for one in wishes_of(enquiry.case)] == [
        ("I want him to say sorry.", said, DAY), ("I want to stay.", said, DAY),
    ]  # fmt: skip
    assert events() == ["record-conversation", "record-wish", "record-wish"]


def test_a_wish_that_cannot_be_kept_undoes_the_conversation(enquiry, worker):
    with pytest.raises(NotAllowed):
        conversations.record_conversation_with_wishes(
            case=enquiry.case, enquiry=enquiry, by=worker, held_at=at(DAY), wishes=[{"words": " ", "expressed_by": "adult"}]
        )
    assert not Conversation.objects.exists() and events() == []


def test_a_changed_wish_is_a_new_one_and_the_old_keeps_its_words(enquiry, worker):
    old = factories.wish(enquiry, words="I want to leave.", risk_level="high", category="be-safer")
    new = wishes.change_wish(wish=old, words="I want to stay.", because="The lock was changed.", on=DAY, by=worker)
    old.refresh_from_db()
    assert (old.words, old.is_current, old.withdrawn_on) == ("I want to leave.", True, None)
    assert (new.replaces, new.changed_because, new.expressed_on, new.supersedes) == (old, "The lock was changed.", DAY, None)
    assert (new.risk_level, new.category, new.enquiry, new.concern) == ("high", "", enquiry, enquiry.concern)
    assert standing_wishes_of(enquiry.case) == [new]
    assert events() == ["change-wish"] == events(of=new)


def test_a_wish_made_before_the_enquiry_can_change_in_it(enquiry, worker):
    early = factories.wish(enquiry, enquiry=None)
    new = wishes.change_wish(wish=early, words="I want to stay.", because="She said so.", on=DAY, by=worker, enquiry=enquiry)
    assert (early.enquiry, new.enquiry, new.concern) == (None, enquiry, enquiry.concern)


def test_a_wish_changes_once(enquiry, worker):
    old = factories.wish(enquiry)
    wishes.change_wish(wish=old, words="I want to stay.", because="Changed.", on=DAY, by=worker)
    with pytest.raises(NotAllowed, match="no longer stands"):
        wishes.change_wish(wish=old, words="I want to go.", because="Again.", on=DAY, by=worker)
    assert Wish.objects.count() == 2


def test_a_withdrawn_wish_keeps_its_words_and_no_longer_stands(enquiry, worker):
    wish = factories.wish(enquiry)
    wishes.withdraw_wish(wish=wish, on=DAY, because="He apologised.", by=worker)
    wish.refresh_from_db()
    assert (wish.withdrawn_on, wish.withdrawn_because, wish.words) == (DAY, "He apologised.", "I want to feel safe at home.")
    assert standing_wishes_of(enquiry.case) == [] and events(of=wish) == ["withdraw-wish"]


def test_a_category_is_put_on_afterwards_and_the_words_stay(enquiry, worker):
    wish = factories.wish(enquiry)
    wishes.tag_wish(wish=wish, category="feel-safer", by=worker)
    wishes.tag_wish(wish=wish, category="", by=worker)
    assert Event.objects.last().detail["from"]["category"] == "feel-safer"
    assert events(of=wish) == ["tag-wish", "tag-wish"]


def test_a_representative_is_named(enquiry, worker):
    with pytest.raises(NotAllowed, match="name of the adult's representative"):
        wishes.record_wish(case=enquiry.case, enquiry=enquiry, by=worker, words="Home.", expressed_by="representative", expressed_on=DAY)


def test_a_judgement_changed_is_a_new_row(enquiry, worker):
    wish = factories.wish(enquiry)
    first = judging.judge_wish(wish=wish, judge="adult", rating="met", judged_on=DAY, by=worker)
    second = judging.judge_wish(wish=wish, judge="adult", rating="not-met", judged_on=DAY, by=worker)
    assert Judgement.objects.count() == 2 and second.supersedes == first
    assert events(of=first) == ["judge-wish", "set-aside-version"] and events(of=second) == ["judge-wish"]


def test_a_professional_who_differs_says_why(enquiry, worker):
    wish = factories.wish(enquiry)
    judging.judge_wish(wish=wish, judge="adult", rating="not-met", judged_on=DAY, by=worker)
    with pytest.raises(NotAllowed):
        judging.judge_wish(wish=wish, judge="professional", rating="met", judged_on=DAY, by=worker)
    kept = judging.judge_wish(wish=wish, judge="professional", rating="met", judged_on=DAY, by=worker, difference_reason="He left.")
    assert kept.difference_reason == "He left." and Judgement.objects.filter(is_current=True).count() == 2


def test_the_enquirys_answer_is_a_persons_and_can_be_given_again(enquiry, worker):
    first = judging.answer_asked(enquiry=enquiry, answer="no", by=worker)
    second = judging.answer_asked(enquiry=enquiry, answer="yes-expressed", by=worker, because="She was asked since.")
    assert AskedWhatTheyWant.objects.get(is_current=True) == second and second.supersedes == first
    assert events(of=second) == ["answer-asked"] and events(of=first) == ["answer-asked", "set-aside-version"]


class TestAClosedCase:
    @pytest.fixture(autouse=True)
    def closed(self, enquiry):
        self.wish = factories.wish(enquiry)
        enquiry.case.stage = CaseStage.CLOSED
        enquiry.case.save()
        self.wish.case = enquiry.case

    def test_takes_a_conversation_held_after_closing(self, enquiry, worker):
        assert held(enquiry, worker, stage="after-closing").pk

    def test_takes_no_other_conversation(self, enquiry, worker):
        with pytest.raises(NotAllowed, match="Reopen it"):
            held(enquiry, worker, stage="enquiry")

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda wish, by: wishes.change_wish(wish=wish, words="Other.", because="So.", on=DAY, by=by), id="no change"),
            pytest.param(lambda wish, by: wishes.withdraw_wish(wish=wish, because="So.", on=DAY, by=by), id="no withdrawal"),
            pytest.param(lambda wish, by: wishes.tag_wish(wish=wish, category="control", by=by), id="no category"),
        ],
    )
    def test_leaves_wishes_as_they_are(self, worker, change):
        with pytest.raises(NotAllowed, match="Reopen it"):
            change(self.wish, worker)
        assert events() == []

    def test_takes_a_judgement_only_as_a_correction_with_why(self, worker):
        with pytest.raises(NotAllowed):
            judging.judge_wish(wish=self.wish, judge="adult", rating="met", judged_on=DAY, by=worker)
        assert judging.judge_wish(wish=self.wish, judge="adult", rating="met", judged_on=DAY, by=worker, because="I misread it.").pk


def test_risk_and_the_person_concerned_are_put_on_a_wish(enquiry, worker):
    wish = factories.wish(enquiry)
    member = enquiry.case.person.network.create(authority=enquiry.authority, name="Testo Example")
    wishes.describe_wish(wish=wish, category="no-contact", risk_level="high", about_member=member, by=worker)
    wish.refresh_from_db()
    assert (wish.category, wish.risk_level, wish.about_member, wish.words) == ("no-contact", "high", member, "I want to feel safe at home.")
    assert events(of=wish) == ["tag-wish"]
