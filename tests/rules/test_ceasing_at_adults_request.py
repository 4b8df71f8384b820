"""Are the four questions asked before an enquiry stops because the adult asks?"""

import pytest

from heard.rules.ceasing_at_adults_request import is_ceasing, may_cease
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import BeforeCeasing, Finding, ReasonForClosing

ALL_NO = dict.fromkeys(BeforeCeasing, Answer.NO)


@pytest.mark.parametrize(
    ("answers", "because", "may"),
    [
        pytest.param({}, "", None, id="nothing answered is not yet known"),
        pytest.param({**ALL_NO, BeforeCeasing.CRIME: None}, "She is sure.", None, id="nor is one question short"),
        pytest.param(ALL_NO, "", True, id="four noes and it may stop"),
        pytest.param({**ALL_NO, BeforeCeasing.OTHERS_AT_RISK: Answer.YES}, "", False, id="others at risk and it goes on"),
        pytest.param({**ALL_NO, BeforeCeasing.COERCION: Answer.YES}, " ", False, id="coercion and it goes on"),
        pytest.param({**ALL_NO, BeforeCeasing.POSITION_OF_TRUST: Answer.NOT_KNOWN}, "", False, id="not known never counts as no"),
        pytest.param({**ALL_NO, BeforeCeasing.CRIME: Answer.YES}, "The police have it in hand.", True, id="unless somebody says why"),
    ],
)
def test_may_cease(answers, because, may):
    assert may_cease(answers=answers, stopping_because=because).yes is may


def test_each_yes_says_what_it_means_and_keeps_saying_it():
    answers = {**ALL_NO, BeforeCeasing.OTHERS_AT_RISK: Answer.YES, BeforeCeasing.COERCION: Answer.YES}
    assert len(may_cease(answers=answers).because) == 3
    assert len(may_cease(answers=answers, stopping_because="Agreed with the police.").because) == 2


@pytest.mark.parametrize(
    ("reason", "findings", "ceasing"),
    [
        pytest.param(ReasonForClosing.ADULTS_REQUEST, (), True, id="by the reason for closing"),
        pytest.param(None, (Finding.RISK_ACTION, Finding.CEASED), True, id="by the finding of one risk"),
        pytest.param(ReasonForClosing.ENQUIRY_COMPLETE, (Finding.RISK_ACTION,), False, id="by neither"),
        pytest.param(None, (), False, id="with nothing recorded"),
    ],
)
def test_is_ceasing(reason, findings, ceasing):
    assert is_ceasing(reason=reason, findings=findings) is ceasing
