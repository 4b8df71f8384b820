"""With whom may an entry be shared, and what may a learning lead see?"""

import pytest

from heard.rules.sharing_learning import may_share_with, shown_to_a_lead

COLLEAGUE = {"is_own": False, "same_council": True, "is_active": True, "shared_already": False}


@pytest.mark.parametrize(
    ("differs", "because"),
    [
        pytest.param({}, (), id="a colleague of the same council may read it"),
        pytest.param({"is_own": True}, ("You cannot share an entry with yourself. Choose a colleague.",), id="not oneself"),
        pytest.param({"same_council": False}, ("They do not work for your council. Choose a colleague.",), id="nobody of another council"),
        pytest.param(
            {"is_active": False}, ("They have no access to Heard any more. Choose another colleague.",), id="nobody whose access has ended"
        ),
        pytest.param({"shared_already": True}, ("You have shared this entry with them already.",), id="nobody twice"),
    ],
)
def test_may_share_with(differs, because):
    decision = may_share_with(**{**COLLEAGUE, **differs})
    assert decision.yes is (not because)
    assert decision.because == because


@pytest.mark.parametrize(
    ("people", "count", "shown"),
    [
        pytest.param(0, 0, None, id="nobody: nothing"),
        pytest.param(4, 40, None, id="four people: nothing, however much they wrote"),
        pytest.param(5, 12, 10, id="five people: to the nearest five"),
        pytest.param(5, 3, "[c]", id="a small count among many people stays hidden"),
        pytest.param(9, 13, 15, id="rounded up"),
    ],
)
def test_shown_to_a_lead(people, count, shown):
    assert shown_to_a_lead(people=people, count=count) == shown
