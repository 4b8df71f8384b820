"""When may a record be marked as recorded in error, and the mark taken away?"""

import pytest

from heard.rules.recorded_in_error import Kind, may_mark, may_undo


@pytest.mark.parametrize(
    ("change", "may"),
    [
        pytest.param({}, True, id="with a reason"),
        pytest.param({"because": " "}, False, id="not without one"),
        pytest.param({"is_marked": True}, False, id="not twice"),
        pytest.param({"is_older_version": True}, False, id="not an older version"),
        pytest.param({"kind": Kind.CONCERN}, True, id="a concern without an enquiry"),
        pytest.param({"kind": Kind.CONCERN, "has_enquiry": True}, False, id="not a concern that led to an enquiry"),
    ],
)
def test_may_mark(change, may):
    assert bool(may_mark(**{"kind": Kind.WISH, "because": "Wrong file.", "is_marked": False, **change})) is may


@pytest.mark.parametrize(
    ("change", "may"),
    [
        pytest.param({}, True, id="with a reason"),
        pytest.param({"because": ""}, False, id="not without one"),
        pytest.param({"is_marked": False}, False, id="not where it is not marked"),
        pytest.param({"is_older_version": True}, False, id="not where a newer one stands in its place"),
        pytest.param({"is_there_another": True}, False, id="not where the same risk was recorded again"),
    ],
)
def test_may_undo(change, may):
    assert bool(may_undo(**{"because": "It was the right file.", "is_marked": True, **change})) is may
