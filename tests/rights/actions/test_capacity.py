"""Is an assessment kept whole, in the order of the law, beside the earlier ones, and is the adult asked again?"""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from heard.audit.models import Event
from heard.cases.models import Task
from heard.rights.models import CapacityAssessment
from heard.rules.decision import Decision, NotAllowed
from heard.voice.actions.conversations import record_conversation
from tests import factories
from tests.rights.made import ALL, LACKING, assess, morning

pytestmark = pytest.mark.django_db
AGAIN = date(2026, 3, 9)


@pytest.fixture
def enquiry():
    return factories.enquiry()


def test_it_is_kept_with_every_part_and_the_adults_words(enquiry):
    made = assess(enquiry, is_about_enquiry=True, place="At home", was_told="yes", **LACKING)
    assert (made.understand, made.retain, made.retain_words) == ("yes", "no", "He says it is safe, and he is my nephew.")
    assert (made.impairment, made.conclusion, made.enquiry) == ("Delirium, seen by the GP.", "lacks-capacity", enquiry)
    assert made.assessor_name == enquiry.lead.full_name
    assert list(Event.objects.values_list("event", flat=True)) == ["assess-capacity"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({**LACKING, "causal_link": ""}, id="lacks without the link"),
        pytest.param({**LACKING, "impairment": "", "causal_link": "Because."}, id="a link to nothing"),
        pytest.param({**ALL, "impairment": "Dementia."}, id="an impairment where nothing failed"),
        pytest.param({**ALL, "words": {}}, id="without the adult's words"),
        pytest.param({**ALL, "decision": " "}, id="without the decision"),
    ],
)
def test_what_is_out_of_order_is_refused(enquiry, change):
    with pytest.raises(NotAllowed):
        assess(enquiry, **change)
    assert not CapacityAssessment.objects.exists()


def test_the_database_too_keeps_no_lack_without_the_link(enquiry):
    made = assess(enquiry, **LACKING)
    with pytest.raises(IntegrityError), transaction.atomic():
        CapacityAssessment.objects.filter(pk=made.pk).update(causal_link="")


def test_waiting_is_refused_where_recorded_risk_says_that_it_prolongs_harm(enquiry):
    no = Decision(False, ("Waiting would prolong this.",))
    with pytest.raises(NotAllowed, match="prolong"):
        assess(enquiry, waiting=no, can_wait="yes", can_wait_until=AGAIN, **LACKING)
    assert assess(enquiry, waiting=no, can_wait="no", ask_again_on=AGAIN, **LACKING).ask_again_on == AGAIN


def test_asking_again_is_a_reminder_that_a_later_assessment_of_the_same_decision_settles(enquiry):
    first = assess(enquiry, ask_again_on=AGAIN, **LACKING)
    task = Task.objects.get()
    assert (task.kind, task.subject_id, task.due_on) == ("ask-again", first.pk, AGAIN)
    assess(enquiry, day=8, decision="Where to live")
    record_conversation(case=enquiry.case, enquiry=enquiry, by=enquiry.lead, held_at=morning(8), words="Good morning.")
    task.refresh_from_db()
    assert task.done_at is None, "neither another decision nor a conversation settles it"
    assess(enquiry, day=9, decision="who looks after her bank card.", because="The infection has gone.")
    task.refresh_from_db()
    assert task.done_by == enquiry.lead


def test_one_made_earlier_and_written_down_late_settles_nothing(enquiry):
    assess(enquiry, day=5, ask_again_on=AGAIN, **LACKING)
    assess(enquiry, day=3)
    assert Task.objects.get().done_at is None


def test_a_different_result_says_what_changed_and_both_are_kept(enquiry):
    first = assess(enquiry, **LACKING)
    with pytest.raises(NotAllowed, match="Say what has changed"):
        assess(enquiry, day=9)
    second = assess(enquiry, day=9, because="The infection has gone.")
    first.refresh_from_db()
    assert (first.conclusion, first.is_current, second.conclusion) == ("lacks-capacity", True, "has-capacity")


def test_a_closed_case_takes_none(enquiry):
    enquiry.case.stage = "closed"
    with pytest.raises(NotAllowed, match="Reopen"):
        assess(enquiry)
