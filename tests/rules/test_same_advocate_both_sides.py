"""May this advocate act for the adult?"""

import pytest

from heard.rules.same_advocate_both_sides import may_act_for_the_adult


@pytest.mark.parametrize(
    ("answer", "begun", "yes"),
    [
        pytest.param("yes", False, False, id="acts for the other side, so not even referred to"),
        pytest.param("yes", True, False, id="acts for the other side"),
        pytest.param("not-known", False, True, id="referred to, and not known yet"),
        pytest.param("", False, True, id="referred to, and not asked yet"),
        pytest.param("not-known", True, False, id="cannot begin before it is known"),
        pytest.param("", True, False, id="cannot begin before it is asked"),
        pytest.param("no", True, True, id="acts for the adult only"),
    ],
)
def test_may_act_for_the_adult(answer, begun, yes):
    assert bool(may_act_for_the_adult(acts_for_the_other=answer, has_begun=begun)) is yes
