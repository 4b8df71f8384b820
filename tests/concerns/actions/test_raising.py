"""Is a concern taken whole, with one event for each record, and nothing if one cannot be written?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.cases.models import Case, Concern, Task
from heard.concerns.actions.raising import READ_WHAT_WAS_ADDED, add_information, raise_concern
from heard.concerns.models import FurtherInformation, Report
from heard.people.models import Person
from heard.rights.models import AgreementToRaise
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.concern import Agreement, Channel, ConcernState, Danger, Ground
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
NOW = factories.at(date(2026, 3, 2), 9, 30)
LATE = factories.at(date(2026, 7, 1), 0, 30)


def raised(**changes) -> Concern:
    given = {
        "authority": factories.authority(),
        "by": None,
        "adult": {"family_name": "Example", "address": "Flat 3"},
        "report": {"description": "She is shouted at every night.", "raised_by": "member-of-public"},
        "agreement": {"answer": Agreement.NOT_ASKED},
        "received_at": NOW,
        "channel": Channel.PUBLIC,
    }
    return raise_concern(**{**given, **changes})


def test_the_public_raise_a_concern_and_nothing_hangs_loose():
    concern = raised(danger=Danger.NOW)
    assert (concern.state, concern.danger, concern.received_at, concern.channel) == (ConcernState.WAITING, "now", NOW, "public")
    assert concern.case.person.is_provisional
    assert concern.case.person.name == "Example"
    assert concern.reports.get().description == "She is shouted at every night."
    assert concern.agreements.get().answer == "not-asked"


def test_each_record_has_exactly_one_event_and_the_public_are_nobody():
    concern = raised()
    made = [concern.case.person, concern.case, concern, concern.reports.get(), concern.agreements.get()]
    assert sorted(Event.objects.values_list("subject_id", flat=True)) == sorted(str(one.pk) for one in made)
    assert set(Event.objects.values_list("by", "authority_id")) == {(None, concern.authority_id)}
    assert all(one.recorded_by is None for one in made)


def test_staff_are_named_in_what_they_raise():
    worker = factories.user(Role.DUTY_WORKER)
    agreement = {"answer": Agreement.REFUSED, "ground": Ground.OTHERS_AT_RISK, "ground_words": "Her sister lives there too."}
    concern = raised(by=worker, channel=Channel.STAFF, agreement=agreement)
    assert concern.recorded_by == worker
    assert set(Event.objects.values_list("by", flat=True)) == {worker.pk}
    assert concern.agreements.get().ground == "others-at-risk"


def test_staff_who_leave_the_reason_out_are_told_and_nothing_is_written():
    with pytest.raises(NotAllowed) as refused:
        raised(by=factories.user(Role.DUTY_WORKER), channel=Channel.STAFF, agreement={"answer": Agreement.REFUSED})
    assert "Choose the reason" in refused.value.decision.because[0]
    assert not Concern.objects.exists()
    assert not Person.objects.exists()
    assert not Event.objects.exists()


@pytest.mark.parametrize("answer", [pytest.param(one, id=f"{one} does not stop the public") for one in Agreement])
def test_no_answer_about_agreement_stops_the_public(answer):
    assert raised(agreement={"answer": answer}).agreements.get().ground == ""


def test_a_case_opens_on_the_day_in_london():
    assert raised(received_at=LATE).case.opened_on == date(2026, 7, 1)


def test_the_reference_promised_to_the_referrer_is_the_concerns():
    assert raised(reference="C-7KMX-9PQ2").reference == "C-7KMX-9PQ2"
    assert raised().reference.startswith("C-")


def test_a_concern_belongs_to_the_authority_it_was_sent_to():
    elsewhere = factories.authority("Elsewhere")
    concern = raised(authority=elsewhere)
    assert {concern.authority, concern.case.authority, concern.case.person.authority, concern.reports.get().authority} == {elsewhere}


def test_an_audit_that_fails_undoes_the_concern(monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("The audit cannot be written")

    monkeypatch.setattr("heard.concerns.actions.raising.record", broken)
    with pytest.raises(RuntimeError):
        raised()
    assert not any(model.objects.exists() for model in (Person, Case, Concern, Report, AgreementToRaise, Event))


def test_what_is_added_afterwards_is_kept_with_a_task_to_read_it_today():
    concern = raised()
    before = Event.objects.count()
    added = add_information(concern=concern, words="It happened again.", at=LATE)
    task = Task.objects.get()
    assert (added.words, added.seen_at, added.recorded_by) == ("It happened again.", None, None)
    assert (task.kind, task.due_on, task.case, task.subject_id) == (READ_WHAT_WAS_ADDED, date(2026, 7, 1), concern.case, added.pk)
    assert "again" not in task.note
    assert Event.objects.count() == before + 2


def test_what_is_added_is_not_kept_without_its_task(monkeypatch):
    concern = raised()
    monkeypatch.setattr("heard.concerns.actions.raising.add_task", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        add_information(concern=concern, words="It happened again.")
    assert not FurtherInformation.objects.exists()
