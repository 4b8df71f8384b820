"""May something be added to this case now?"""

import pytest

from heard.rules.pathway import CaseStage
from heard.rules.recording_in_a_case import REOPEN_FIRST, REOPEN_TO_CHANGE, may_answer_for_return, may_record
from heard.rules.vocabulary.enquiry import Stage


@pytest.mark.parametrize(
    ("stage", "conversation_stage", "allowed"),
    [
        pytest.param(CaseStage.CONCERN, "", True, id="before the decision"),
        pytest.param(CaseStage.ENQUIRY, Stage.ENQUIRY, True, id="in the enquiry"),
        pytest.param(CaseStage.PLAN, "", True, id="in the plan"),
        pytest.param(CaseStage.CLOSED, "", False, id="closed: not without reopening"),
        pytest.param(CaseStage.CLOSED, Stage.CLOSING, False, id="closed: not a conversation held before"),
        pytest.param(CaseStage.CLOSED, Stage.AFTER_CLOSING, True, id="closed: a conversation held after closing is welcome"),
    ],
)
def test_may_record(stage, conversation_stage, allowed):
    said = may_record(stage=stage, conversation_stage=conversation_stage)
    assert bool(said) is allowed
    assert allowed or said.because == (REOPEN_FIRST,)


@pytest.mark.parametrize(
    ("stage", "is_answered", "allowed"),
    [
        pytest.param(CaseStage.ENQUIRY, True, True, id="in the enquiry an answer can change"),
        pytest.param(CaseStage.CLOSED, False, True, id="closed: what nobody answered can still be answered"),
        pytest.param(CaseStage.CLOSED, True, False, id="closed: what was answered is changed by reopening"),
    ],
)
def test_may_answer_for_return(stage, is_answered, allowed):
    said = may_answer_for_return(stage=stage, is_answered=is_answered)
    assert bool(said) is allowed
    assert allowed or said.because == (REOPEN_TO_CHANGE,)
