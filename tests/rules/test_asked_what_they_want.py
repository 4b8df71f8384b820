"""What do the records suggest about whether the adult was asked what they want?"""

import pytest

from heard.rules.asked_what_they_want import suggested_answer


@pytest.mark.parametrize(
    ("wishes", "asked", "answer"),
    [
        pytest.param(1, [], "yes-expressed", id="a wish: asked and expressed"),
        pytest.param(1, ["no"], "yes-expressed", id="a wish said without being asked"),
        pytest.param(0, ["no", "yes"], "yes-nothing-expressed", id="asked, and nothing expressed"),
        pytest.param(0, ["no"], None, id="not asked in this conversation is no proof that nobody asked"),
        pytest.param(0, [], None, id="no conversation"),
    ],
)
def test_suggested_answer(wishes, asked, answer):
    assert suggested_answer(wishes=wishes, asked=asked).answer == answer
