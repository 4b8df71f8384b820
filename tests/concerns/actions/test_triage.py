"""How are the answers of triage recorded?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.cases.actions import add_task
from heard.cases.models import Task
from heard.concerns.actions.triage import FOLLOW_UP, answer_section_42, mark_information_read, record_what_is_counted
from heard.concerns.models import FurtherInformation, Section42Answers
from heard.concerns.queries.answers import what_the_answers_mean
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 3)
WHY = {"needs_care_and_support": "Needs help to wash.", "at_risk": "Bruises.", "cannot_protect_self": "She cannot leave the house."}
YES = {**dict.fromkeys(WHY, "yes"), "adult_is_here": "yes", "is_18_or_over": "yes"}


@pytest.fixture
def worker():
    return factories.user(Role.DUTY_WORKER)


def _answer(concern, worker, **more):
    return answer_section_42(**{"concern": concern, "by": worker, "today": TODAY, "answers": YES, "reasons": WHY, **more})


def test_answers_and_reasons_are_kept_with_one_event(worker):
    concern = factories.concern()
    kept = _answer(concern, worker)
    assert (kept.at_risk, kept.at_risk_because, kept.cannot_protect_because) == ("yes", "Bruises.", "She cannot leave the house.")
    assert what_the_answers_mean(kept).yes is True
    assert list(Event.objects.values_list("event", flat=True)) == ["answer-section-42"]


def test_a_changed_answer_is_a_new_version(worker):
    concern = factories.concern()
    first = _answer(concern, worker)
    second = _answer(concern, worker, answers={**YES, "at_risk": "no"}, because="The bruises were from a fall.")
    first.refresh_from_db()
    assert (first.is_current, second.supersedes, second.because) == (False, first, "The bruises were from a fall.")


def test_the_same_answers_sent_twice_are_one_version(worker):
    concern = factories.concern()
    assert _answer(concern, worker) == _answer(concern, worker)
    assert Section42Answers.objects.count() == 1


def test_not_yet_known_is_come_back_to_until_it_is_known(worker):
    concern = factories.concern()
    _answer(concern, worker, answers={**YES, "at_risk": "not-known"}, follow_up_on=date(2026, 3, 9))
    task = Task.objects.get(kind=FOLLOW_UP, done_at__isnull=True)
    assert (task.due_on, task.subject_id) == (date(2026, 3, 9), concern.pk)
    _answer(concern, worker)
    assert not Task.objects.filter(done_at__isnull=True).exists()


def test_not_yet_known_without_a_day_is_refused_and_nothing_is_written(worker):
    with pytest.raises(NotAllowed, match="come back"):
        _answer(factories.concern(), worker, answers={**YES, "at_risk": "not-known"})
    assert not Section42Answers.objects.exists() and not Event.objects.exists()


def test_where_the_abuse_happened_changes_only_what_is_counted(worker):
    concern = factories.concern()
    _answer(concern, worker)
    record_what_is_counted(concern=concern, by=worker, in_area="no", primary_support_reason="memory-and-cognition")
    assert what_the_answers_mean(concern.section_42_answers.get()).yes is True
    record_what_is_counted(concern=concern, by=worker, in_area="no", primary_support_reason="memory-and-cognition")
    assert Event.objects.filter(event="record-what-is-counted").count() == 1


def test_what_was_added_is_read_once_and_its_task_settled(worker):
    concern = factories.concern()
    added = FurtherInformation.objects.create(authority=concern.authority, concern=concern, words="She rang again.")
    add_task(case=concern.case, kind="read-further-information", due_on=TODAY, by=None, subject=added)
    assert mark_information_read(concern=concern, by=worker, at=factories.at(TODAY)) == 1
    assert mark_information_read(concern=concern, by=worker, at=factories.at(TODAY)) == 0
    added.refresh_from_db()
    assert added.seen_by == worker and not Task.objects.filter(done_at__isnull=True).exists()
