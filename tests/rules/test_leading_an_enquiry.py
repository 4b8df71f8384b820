"""Who may lead an enquiry, and who may hand it over?"""

import pytest

from heard.rules.leading_an_enquiry import may_hand_over, may_lead
from heard.rules.vocabulary.people_who_use_heard import Role


@pytest.mark.parametrize(
    ("role", "is_active", "is_same", "may"),
    [
        pytest.param(Role.SOCIAL_WORKER, True, True, True, id="a social worker may"),
        pytest.param(Role.DUTY_WORKER, True, True, True, id="a duty worker may"),
        pytest.param(Role.MANAGER, True, True, True, id="a manager may"),
        pytest.param(Role.ANALYST, True, True, False, id="an analyst sees no names, so may not"),
        pytest.param(Role.ADMINISTRATOR, True, True, False, id="an administrator sees no records, so may not"),
        pytest.param(Role.SOCIAL_WORKER, False, True, False, id="nor somebody whose access has ended"),
        pytest.param(Role.SOCIAL_WORKER, True, False, False, id="nor somebody of another council"),
    ],
)
def test_may_lead(role, is_active, is_same, may):
    assert bool(may_lead(role=role, is_active=is_active, is_same_authority=is_same)) is may


@pytest.mark.parametrize(
    ("is_lead", "may_allocate", "note", "may"),
    [
        pytest.param(True, False, "Visits on Tuesdays.", True, id="the lead, with a note"),
        pytest.param(False, True, "Visits on Tuesdays.", True, id="a manager, with a note"),
        pytest.param(True, False, " ", False, id="nobody without a note"),
        pytest.param(False, False, "Visits on Tuesdays.", False, id="nobody else"),
    ],
)
def test_may_hand_over(is_lead, may_allocate, note, may):
    assert bool(may_hand_over(is_lead=is_lead, may_allocate=may_allocate, note=note)) is may
