"""Is the outcome kept only beside an identified risk, and "remained" with the adult's reason?"""

import pytest

from heard.audit.models import Event
from heard.enquiries.actions.findings import record_finding
from heard.enquiries.models import RiskFinding, RiskView
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.enquiry import BeforeCeasing, Finding, RiskOutcome
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def risk():
    return factories.risk(factories.enquiry())


def find(risk, finding, outcome="", **more):
    return record_finding(risk=risk, finding=finding, outcome=outcome, by=risk.enquiry.lead, **more)


def test_a_risk_that_remained_by_choice_keeps_the_adults_words(risk):
    find(risk, Finding.RISK_ACTION, RiskOutcome.REMAINED, adults_reason="He is my son and I want him here.")
    kept = RiskFinding.objects.get()
    assert (kept.outcome, kept.adults_reason) == ("remained", "He is my son and I want him here.")
    assert [event.event for event in Event.objects.all()] == ["record-finding"]


def test_a_risk_the_professional_sees_as_high_remains_only_with_the_four_answers(risk):
    RiskView.objects.create(authority=risk.authority, risk=risk, whose="professional", level="high")
    said = {"adults_reason": "He is my son."}
    with pytest.raises(NotAllowed, match="Answer the four questions"):
        find(risk, Finding.RISK_ACTION, RiskOutcome.REMAINED, **said)
    answers = dict.fromkeys(BeforeCeasing, "not-known")
    find(risk, Finding.RISK_ACTION, RiskOutcome.REMAINED, before_remaining=answers, **said)
    assert RiskFinding.objects.get().before_remaining == {str(question): "not-known" for question in BeforeCeasing}


@pytest.mark.parametrize(
    ("finding", "outcome"),
    [
        pytest.param(Finding.RISK_ACTION, RiskOutcome.REMAINED, id="remained with no reason and no word of why"),
        pytest.param(Finding.NO_RISK_ACTION, RiskOutcome.REMOVED, id="an outcome where no risk was identified"),
    ],
)
def test_what_is_not_taken(risk, finding, outcome):
    with pytest.raises(NotAllowed):
        find(risk, finding, outcome)
    assert not RiskFinding.objects.exists()


def test_a_later_answer_sets_the_first_aside_and_the_same_again_changes_nothing(risk):
    find(risk, Finding.RISK_ACTION, RiskOutcome.REDUCED)
    find(risk, Finding.RISK_ACTION, RiskOutcome.REMOVED)
    find(risk, Finding.RISK_ACTION, RiskOutcome.REMOVED)
    old, new = RiskFinding.objects.order_by("recorded_at")
    assert (old.is_current, new.is_current, new.supersedes) == (False, True, old)


def test_a_closed_enquiry_takes_no_finding(risk):
    risk.enquiry.concluded_on = risk.enquiry.started_on
    risk.enquiry.save()
    with pytest.raises(NotAllowed, match="is closed"):
        find(risk, Finding.RISK_ACTION)
