"""Does a case from another system stand at the stage of its data?"""

import pytest

from heard.rules.pathway import CaseStage
from heard.rules.stage_of_an_imported_case import ConcernFacts, imported_stage

OPEN, ENDED = {"has_enquiry": True}, {"has_enquiry": True, "is_concluded": True}
NONE = {"has_enquiry": False}


@pytest.mark.parametrize(
    ("concerns", "stage"),
    [
        pytest.param([ConcernFacts("", **NONE)], CaseStage.CONCERN, id="not decided is at the concern"),
        pytest.param([ConcernFacts("no-enquiry", **NONE)], CaseStage.CLOSED, id="no enquiry is closed"),
        pytest.param([ConcernFacts("section-42", **NONE)], CaseStage.CONCERN, id="an enquiry decided on and not begun is at the concern"),
        pytest.param([ConcernFacts("section-42", **OPEN)], CaseStage.ENQUIRY, id="an open enquiry is at the enquiry"),
        pytest.param([ConcernFacts("no-enquiry", **OPEN)], CaseStage.ENQUIRY, id="an open enquiry counts whatever was decided"),
        pytest.param([ConcernFacts("section-42", **ENDED)], CaseStage.CLOSED, id="a concluded enquiry is closed"),
        pytest.param(
            [ConcernFacts("section-42", **ENDED), ConcernFacts("", **NONE)], CaseStage.CONCERN, id="a new concern waits in a closed case"
        ),
        pytest.param(
            [ConcernFacts("section-42", **ENDED), ConcernFacts("section-42", **NONE)], CaseStage.CLOSED,
            id="a concern that joined an enquiry ends with it",
        ),
    ],
)  # fmt: skip
def test_stage(concerns, stage):
    assert imported_stage(concerns) == stage
