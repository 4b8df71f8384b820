"""Is the adult's reason asked where a risk remained, and is it drawn as an end like any other?"""

import pytest

from heard.rules.risk_remained import (
    asks_adults_reason,
    asks_four_questions,
    has_outcome,
    how_it_ended,
    may_leave_high_risk,
    may_record_outcome,
)
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import BeforeCeasing, Finding, RiskLevel, RiskOutcome


@pytest.mark.parametrize("finding", list(Finding))
def test_an_outcome_is_asked_only_where_a_risk_was_identified(finding):
    identified = finding in (Finding.RISK_ACTION, Finding.RISK_NO_ACTION)
    assert has_outcome(finding) is identified
    assert bool(may_record_outcome(finding=finding, outcome=RiskOutcome.REMOVED)) is identified
    assert may_record_outcome(finding=finding, outcome=None)


@pytest.mark.parametrize(
    ("outcome", "reason", "no_reason", "may"),
    [
        pytest.param(RiskOutcome.REMOVED, "", "", True, id="removed asks nothing more"),
        pytest.param(RiskOutcome.REDUCED, "", "", True, id="reduced asks nothing more"),
        pytest.param(RiskOutcome.REMAINED, "", "", False, id="remained asks the adult's reason"),
        pytest.param(RiskOutcome.REMAINED, "He is my son.", "", True, id="the adult's own reason answers it"),
        pytest.param(RiskOutcome.REMAINED, "", "She died before we could ask.", True, id="so does why there is none"),
        pytest.param(RiskOutcome.REMAINED, "  ", " ", False, id="spaces do not"),
    ],
)
def test_remained(outcome, reason, no_reason, may):
    decision = may_record_outcome(finding=Finding.RISK_ACTION, outcome=outcome, adults_reason=reason, no_reason_because=no_reason)
    assert bool(decision) is may
    assert asks_adults_reason(outcome) is (outcome == RiskOutcome.REMAINED)


def test_a_risk_that_remained_by_choice_is_said_to_be_the_adults_choice():
    assert how_it_ended(outcome=RiskOutcome.REMAINED, adults_reason="He is my son.") == "Risk remained by the adult's choice"
    assert how_it_ended(outcome=RiskOutcome.REMAINED) == "Risk remained"
    assert how_it_ended(outcome=RiskOutcome.REDUCED, adults_reason="") == "Risk reduced"
    assert how_it_ended(outcome=None) == ""


@pytest.mark.parametrize(
    ("outcome", "level", "asks"),
    [
        pytest.param(RiskOutcome.REMAINED, RiskLevel.HIGH, True, id="a high risk that remained asks the four questions"),
        pytest.param(RiskOutcome.REMAINED, RiskLevel.MEDIUM, False, id="one seen as medium does not"),
        pytest.param(RiskOutcome.REMAINED, None, False, id="nor one the professional has not weighed"),
        pytest.param(RiskOutcome.REDUCED, RiskLevel.HIGH, False, id="nor a high risk that was reduced"),
        pytest.param(None, RiskLevel.HIGH, False, id="nor one with no outcome yet"),
    ],
)
def test_when_the_four_questions_are_asked(outcome, level, asks):
    assert asks_four_questions(outcome=outcome, professionals_level=level) is asks


@pytest.mark.parametrize("answer", list(Answer))
def test_any_four_answers_leave_the_choice_with_the_adult(answer):
    answers = dict.fromkeys(BeforeCeasing, answer)
    assert may_leave_high_risk(answers=answers)
    del answers[BeforeCeasing.CRIME]
    assert not may_leave_high_risk(answers=answers)
