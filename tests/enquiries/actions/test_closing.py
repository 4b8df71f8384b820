"""Does an enquiry close when the adult was asked, and not otherwise; and is what was recorded kept?"""

from datetime import date, timedelta

import pytest

from heard.audit.models import Event
from heard.cases.actions import add_task
from heard.cases.models import Task
from heard.enquiries.actions import closing as actions
from heard.enquiries.actions.findings import record_finding
from heard.enquiries.actions.plan import REVIEW
from heard.enquiries.actions.reopening import reopen_enquiry
from heard.enquiries.models import Closing
from heard.enquiries.queries.closing import closing_of, closings_of
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import BeforeCeasing, ClosingView, Finding, NotAskedBecause, ReasonForClosing
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.voice import Asked
from heard.voice.actions.conversations import ASK_AGAIN
from heard.voice.actions.judging import answer_asked
from tests import factories

pytestmark = pytest.mark.django_db
ENDED = date(2026, 5, 4)
ALL_NO = dict.fromkeys(BeforeCeasing, Answer.NO)


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def manager(enquiry):
    return factories.user(Role.MANAGER)


def ask_the_adult(enquiry, view=ClosingView.AGREES, **more):
    answer_asked(enquiry=enquiry, answer=Asked.YES_EXPRESSED, by=enquiry.lead)
    return actions.record_view(enquiry=enquiry, view=view, by=enquiry.lead, **more)


def close(enquiry, **more):
    return actions.close_enquiry(enquiry=enquiry, **{"concluded_on": ENDED, "by": enquiry.lead, **more})


def test_an_enquiry_closes_with_its_case_and_keeps_what_was_warned_of(enquiry):
    ask_the_adult(enquiry, words="I am glad it is over.")
    close(enquiry)
    enquiry.refresh_from_db()
    enquiry.case.refresh_from_db()
    kept = Closing.objects.get(is_current=True)
    assert enquiry.concluded_on == enquiry.case.closed_on == kept.concluded_on == ENDED
    assert enquiry.case.stage == CaseStage.CLOSED
    assert (kept.view_words, kept.closed_by) == ("I am glad it is over.", enquiry.lead)
    assert "No risk is recorded." in kept.warned_of


def test_closing_without_having_asked_the_adult_cannot_be_done(enquiry):
    with pytest.raises(NotAllowed) as refused:
        close(enquiry)
    assert len(refused.value.decision.because) == 2
    enquiry.refresh_from_db()
    assert enquiry.concluded_on is None


def test_died_before_we_could_ask_is_a_reason(enquiry):
    actions.record_view(enquiry=enquiry, view=ClosingView.NOT_ASKED, not_asked_because=NotAskedBecause.DIED, by=enquiry.lead)
    close(enquiry)
    assert not Task.objects.filter(kind=actions.OFFER_FEEDBACK).exists()


def test_feedback_is_offered_within_56_days_and_the_referrer_told(enquiry):
    enquiry.concern.reports.update(raised_by_contact="ward 3")
    ask_the_adult(enquiry)
    close(enquiry)
    due = {task.kind: task for task in Task.objects.all()}
    assert due[actions.OFFER_FEEDBACK].due_on == ENDED + timedelta(days=56)
    assert due[actions.OFFER_FEEDBACK].assigned_to == enquiry.lead
    assert "tell-the-referrer" in due


@pytest.mark.parametrize("day", [date(2026, 3, 3), date(2026, 6, 2)], ids=["before it started", "tomorrow"])
def test_an_impossible_day_is_not_taken(enquiry, day):
    ask_the_adult(enquiry)
    with pytest.raises(NotAllowed, match="The date the enquiry ended"):
        close(enquiry, concluded_on=day, today=date(2026, 6, 1))


def test_closing_twice_is_refused_and_changes_nothing(enquiry):
    ask_the_adult(enquiry)
    close(enquiry)
    before = Event.objects.count()
    with pytest.raises(NotAllowed, match="is closed"):
        close(enquiry)
    assert Event.objects.count() == before


def test_where_the_adult_disagrees_a_manager_decides_with_a_reason(enquiry, manager):
    ask_the_adult(enquiry, ClosingView.DISAGREES, words="You have done nothing.")
    with pytest.raises(NotAllowed, match="safeguarding manager decides"):
        close(enquiry)
    with pytest.raises(NotAllowed):
        actions.decide_against_view(enquiry=enquiry, reason="I say so.", by=enquiry.lead)
    with pytest.raises(NotAllowed):
        actions.decide_against_view(enquiry=enquiry, reason=" ", by=manager)
    actions.decide_against_view(enquiry=enquiry, reason="Her care plan covers what is left.", by=manager)
    close(enquiry)
    assert closing_of(enquiry).manager == manager


def test_a_view_that_changes_takes_the_managers_decision_away(enquiry, manager):
    ask_the_adult(enquiry, ClosingView.DISAGREES)
    actions.decide_against_view(enquiry=enquiry, reason="Her care plan covers what is left.", by=manager)
    actions.record_view(enquiry=enquiry, view=ClosingView.AGREES, by=enquiry.lead)
    assert (closing_of(enquiry).manager, closing_of(enquiry).manager_reason) == (None, "")
    assert Closing.objects.filter(manager=manager).exists(), "the earlier version keeps it"


@pytest.mark.parametrize("by_finding", [False, True], ids=["by the reason for closing", "by the finding of a risk"])
def test_stopping_because_the_adult_asks_first_asks_four_questions(enquiry, by_finding):
    ask_the_adult(enquiry)
    if by_finding:
        record_finding(risk=factories.risk(enquiry), finding=Finding.CEASED, by=enquiry.lead)
    else:
        actions.record_reason(enquiry=enquiry, reason=ReasonForClosing.ADULTS_REQUEST, by=enquiry.lead)
    with pytest.raises(NotAllowed, match="four questions"):
        close(enquiry)
    with pytest.raises(NotAllowed, match="Somebody else may be at risk"):
        actions.record_before_ceasing(enquiry=enquiry, answers={**ALL_NO, BeforeCeasing.OTHERS_AT_RISK: Answer.YES}, by=enquiry.lead)
    actions.record_before_ceasing(enquiry=enquiry, answers=ALL_NO, by=enquiry.lead)
    close(enquiry)


def test_a_case_with_a_concern_waiting_stays_open(enquiry):
    factories.concern(enquiry.case)
    ask_the_adult(enquiry)
    close(enquiry)
    enquiry.case.refresh_from_db()
    assert enquiry.case.stage == CaseStage.ENQUIRY


def test_what_ends_with_the_case_is_settled_and_the_rest_stays(enquiry):
    for kind in (ASK_AGAIN, REVIEW, "something-else"):
        add_task(case=enquiry.case, kind=kind, due_on=ENDED, by=enquiry.lead)
    ask_the_adult(enquiry)
    close(enquiry)
    open_kinds = set(Task.objects.filter(done_at__isnull=True).values_list("kind", flat=True))
    assert open_kinds == {"something-else", actions.OFFER_FEEDBACK}


def test_each_part_changed_is_a_new_version_and_the_same_again_is_none(enquiry):
    actions.record_reason(enquiry=enquiry, reason=ReasonForClosing.OTHER, words="Moved", by=enquiry.lead)
    actions.record_reason(enquiry=enquiry, reason=ReasonForClosing.OTHER, words="Moved", by=enquiry.lead)
    actions.record_checklist(enquiry=enquiry, checklist={"support": {"answer": "done", "words": ""}}, by=enquiry.lead)
    old, new = Closing.objects.order_by("recorded_at")
    assert (new.supersedes, new.reason, new.is_current, old.is_current) == (old, "other", True, False)


def test_reopening_keeps_the_closing_and_the_next_starts_afresh(enquiry, manager):
    ask_the_adult(enquiry)
    close(enquiry)
    reopen_enquiry(enquiry=enquiry, because="He came back.", by=manager)
    enquiry.refresh_from_db()
    enquiry.case.refresh_from_db()
    assert (enquiry.concluded_on, enquiry.case.stage, enquiry.case.closed_on) == (None, CaseStage.ENQUIRY, None)
    assert closing_of(enquiry).view == ""
    assert [(one.concluded_on, one.reopened_because) for one in closings_of(enquiry)] == [(ENDED, "He came back.")]
    assert not Task.objects.filter(kind=actions.OFFER_FEEDBACK, done_at__isnull=True).exists()
    actions.record_view(enquiry=enquiry, view=ClosingView.DISAGREES, by=enquiry.lead)
    assert [one.view for one in Closing.objects.filter(is_current=True)] == ["disagrees"]


@pytest.mark.parametrize(
    ("closed", "because"),
    [pytest.param(False, "Why not", id="an open enquiry"), pytest.param(True, " ", id="without a reason")],
)
def test_what_is_not_reopened(enquiry, manager, closed, because):
    if closed:
        ask_the_adult(enquiry)
        close(enquiry)
    with pytest.raises(NotAllowed):
        reopen_enquiry(enquiry=enquiry, because=because, by=manager)


def test_an_enquiry_brought_in_closed_can_be_reopened_and_keeps_when_it_ended(enquiry, manager):
    enquiry.concluded_on = ENDED
    enquiry.save()
    reopen_enquiry(enquiry=enquiry, because="New information.", by=manager)
    assert Closing.objects.get().concluded_on == ENDED


def test_each_record_changed_has_one_event(enquiry):
    ask_the_adult(enquiry)
    before = Event.objects.count()
    close(enquiry)
    events = [(event.event, event.subject) for event in Event.objects.order_by("pk")[before:]]
    assert events == [
        ("set-aside-version", "enquiries.closing"),
        ("close-enquiry-with", "enquiries.closing"),
        ("close-enquiry", "cases.enquiry"),
        ("move-case", "cases.case"),
        ("add-task", "cases.task"),
    ]


def test_a_risk_without_a_finding_is_left_only_with_a_reason(enquiry):
    factories.risk(enquiry)
    ask_the_adult(enquiry)
    with pytest.raises(NotAllowed, match="1 risk has no finding"):
        close(enquiry)
    close(enquiry, risks_because="She moved away.")
    assert Closing.objects.get(is_current=True).warned_of[-1].endswith("She moved away.")
