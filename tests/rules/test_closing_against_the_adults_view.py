"""Does a manager decide where the adult disagrees with closing?"""

import pytest

from heard.rules.closing_against_the_adults_view import may_close_against, must_manager_decide
from heard.rules.vocabulary.enquiry import ClosingView


@pytest.mark.parametrize(
    ("view", "has_decision", "reason", "may"),
    [
        pytest.param(ClosingView.AGREES, False, "", True, id="an adult who agrees needs no manager"),
        pytest.param(ClosingView.UNABLE, False, "", True, id="nor does one who could not say"),
        pytest.param(None, False, "", True, id="nor a view not recorded, which another rule asks for"),
        pytest.param(ClosingView.DISAGREES, False, "", False, id="an adult who disagrees needs a manager"),
        pytest.param(ClosingView.DISAGREES, True, " ", False, id="and the manager a reason"),
        pytest.param(ClosingView.DISAGREES, True, "Her social worker goes on visiting.", True, id="with both it may close"),
    ],
)
def test_may_close_against(view, has_decision, reason, may):
    assert bool(may_close_against(view=view, has_managers_decision=has_decision, manager_reason=reason)) is may
    assert must_manager_decide(view) is (view == ClosingView.DISAGREES)
