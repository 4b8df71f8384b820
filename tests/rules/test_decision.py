"""Does a decision that says yes let through, and any other say why?"""

import pytest

from heard.rules.decision import Decision, Law, NotAllowed, insist

SAID = Decision(False, ("Write why.",), (Law("Care Act 2014, section 42(1)"),))


def test_yes_goes_on():
    assert insist(Decision(True)) is None


@pytest.mark.parametrize("decision", [SAID, Decision(None, ("Not yet known.",))], ids=["no stops", "not yet known stops too"])
def test_anything_else_stops_with_its_reasons(decision):
    with pytest.raises(NotAllowed, match=decision.because[0]) as stopped:
        insist(decision)
    assert stopped.value.decision is decision


def test_a_law_that_nobody_checked_says_so():
    assert str(Law("Section 68", checked=False)) == "Section 68 (not yet checked at source)"
    assert str(Law("Section 68")) == "Section 68"
