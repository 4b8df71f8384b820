"""When may a closed enquiry be opened again?"""

import pytest

from heard.rules.reopening import may_reopen


@pytest.mark.parametrize(
    ("change", "may"),
    [
        pytest.param({}, True, id="with a reason"),
        pytest.param({"because": " "}, False, id="not without one"),
        pytest.param({"is_closed": False}, False, id="not where it is open"),
        pytest.param({"is_another_open": True}, False, id="not beside another open enquiry"),
    ],
)
def test_may_reopen(change, may):
    assert bool(may_reopen(**{"is_closed": True, "is_another_open": False, "because": "He came back.", **change})) is may
