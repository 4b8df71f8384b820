"""Can a concern be joined to a case that is already open?"""

import pytest

from heard.rules.joining_a_case import may_join


@pytest.mark.parametrize(
    ("facts", "allowed"),
    [
        pytest.param({"same_person": True, "stage": "enquiry", "has_open_enquiry": True}, True, id="an open enquiry about the same adult"),
        pytest.param({"same_person": True, "stage": "plan", "has_open_enquiry": True}, True, id="a plan under review"),
        pytest.param({"same_person": True, "stage": "closed", "has_open_enquiry": False}, False, id="a closed case keeps to itself"),
        pytest.param({"same_person": True, "stage": "concern", "has_open_enquiry": False}, False, id="no enquiry yet"),
        pytest.param({"same_person": False, "stage": "enquiry", "has_open_enquiry": True}, False, id="somebody else's case"),
    ],
)
def test_joining(facts, allowed):
    said = may_join(**facts)
    assert (bool(said), bool(said.because)) == (allowed, True)
