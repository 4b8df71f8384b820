"""What stage can a case move to, and by what?"""

import pytest

from heard.rules.pathway import PATHWAY, CaseStage, Step, next_stage


@pytest.mark.parametrize(
    ("stage", "step", "to"),
    [
        pytest.param("concern", "decide-enquiry", "enquiry", id="a concern that meets the duty becomes an enquiry"),
        pytest.param("concern", "decide-no-enquiry", "closed", id="a concern with no enquiry is closed"),
        pytest.param("concern", "close", None, id="a concern is never closed without a decision"),
        pytest.param("enquiry", "agree-plan", "plan", id="an enquiry may lead to a plan"),
        pytest.param("enquiry", "close", "closed", id="an enquiry may close without a plan"),
        pytest.param("plan", "close", "closed", id="a plan may close"),
        pytest.param("plan", "decide-no-enquiry", None, id="a plan cannot be undecided"),
        pytest.param("enquiry", "new-concern", "enquiry", id="a new concern joins an enquiry and leaves it where it is"),
        pytest.param("closed", "reopen", "enquiry", id="what is closed can be opened again"),
        pytest.param("closed", "close", None, id="what is closed cannot be closed again"),
    ],
)
def test_where_a_step_leads(stage, step, to):
    assert next_stage(CaseStage(stage), Step(step)) == to


@pytest.mark.parametrize("stage", CaseStage, ids=lambda stage: stage.label)
def test_no_stage_is_a_dead_end_and_none_is_out_of_reach(stage):
    assert any(start == stage for start, _ in PATHWAY), "nothing leads on from it"
    assert stage == CaseStage.CONCERN or stage in PATHWAY.values(), "nothing leads to it"
