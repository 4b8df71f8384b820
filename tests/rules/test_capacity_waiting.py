"""May a decision wait?"""

import pytest

from heard.rules.capacity_waiting import may_wait


@pytest.mark.parametrize(
    ("facts", "may", "says"),
    [
        pytest.param({"prolonged": ()}, True, "", id="no risk speaks against it"),
        pytest.param({"prolonged": ("Physical abuse",)}, False, "Physical abuse", id="a recorded risk is prolonged by it"),
        pytest.param({"prolonged": (), "in_danger_now": True}, False, "in danger now", id="somebody is in danger now"),
        pytest.param({"prolonged": (), "nobody_has_said": True}, True, "Nobody has recorded", id="nobody has said: offered, and said"),
    ],
)
def test_may_wait(facts, may, says):
    said = may_wait(**facts)
    assert bool(said) is may and says in " ".join(said.because) and said.law
