"""May an administrator end this access, or change this role?"""

import pytest

from heard.rules.account_changes import may_change_role, may_end_access

CASES = [
    pytest.param(False, False, True, id="somebody else's, with other administrators about"),
    pytest.param(True, False, False, id="never one's own"),
    pytest.param(False, True, False, id="never the last administrator's"),
    pytest.param(True, True, False, id="least of all one's own as the last administrator"),
]


@pytest.mark.parametrize(("is_own", "is_last", "allowed"), CASES)
def test_ending_access(is_own, is_last, allowed):
    decision = may_end_access(is_own=is_own, is_last_administrator=is_last)
    assert bool(decision) is allowed
    assert bool(decision.because) is not allowed


@pytest.mark.parametrize(("is_own", "is_last", "allowed"), CASES)
def test_changing_a_role(is_own, is_last, allowed):
    decision = may_change_role(is_own=is_own, is_last_administrator=is_last)
    assert bool(decision) is allowed
    assert bool(decision.because) is not allowed


def test_the_reason_says_what_to_do():
    assert "Ask another administrator" in may_end_access(is_own=True, is_last_administrator=False).because[0]
    assert "Make somebody else an administrator first" in may_change_role(is_own=True, is_last_administrator=True).because[0]
