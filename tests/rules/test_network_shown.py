"""Does each viewer see only what they may of the people in an adult's life?"""

import pytest

from heard.rules.network_shown import MemberFacts, shown_to
from heard.rules.vocabulary.network import ShownTo

SISTER = MemberFacts("1", "Ann", means="My rock.", adult_wants_involved="yes")
NEPHEW = MemberFacts("2", "Ben", means="He shouts.", adult_wants_involved="yes", may_pose_risk=True)
NURSE = MemberFacts("3", "Cas", adult_wants_involved="no")
GONE = MemberFacts("4", "Dee", adult_wants_involved="yes", has_left=True)
ALL = (SISTER, NEPHEW, NURSE, GONE)


@pytest.mark.parametrize(
    ("viewer", "names"),
    [
        pytest.param(ShownTo.STAFF, ["Ann", "Ben", "Cas", "Dee"], id="staff see everybody"),
        pytest.param(ShownTo.ADULT, ["Ann", "Ben", "Cas"], id="the adult sees everybody who is still there"),
        pytest.param(ShownTo.REPRESENTATIVE, ["Ann"], id="a representative sees whom the adult wants, and nobody who may pose a risk"),
    ],
)
def test_who_is_shown(viewer, names):
    assert [one.name for one in shown_to(viewer, ALL)] == names


@pytest.mark.parametrize(
    ("viewer", "risk", "words"),
    [
        pytest.param(ShownTo.STAFF, True, True, id="staff see the risk and the words"),
        pytest.param(ShownTo.ADULT, False, True, id="the adult sees their own words, and no judgement of risk"),
        pytest.param(ShownTo.REPRESENTATIVE, False, False, id="a representative sees neither"),
    ],
)
def test_how_much_is_shown(viewer, risk, words):
    found = shown_to(viewer, ALL)
    assert any(one.may_pose_risk for one in found) is risk
    assert any(one.means for one in found) is words
