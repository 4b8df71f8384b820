"""What is written down when something about the adult is told to a partner, and what is to be thought of first?"""

import pytest

from heard.rules.sharing import SomebodyKnown, may_record_sharing, names_who_may_pose_a_risk

KNOWN = (SomebodyKnown("Lee Sample", True), SomebodyKnown("Sam Example", False), SomebodyKnown("Jo", True, "Son"))


@pytest.mark.parametrize(
    ("agreement", "basis", "why", "said"),
    [
        pytest.param("agreed", "public-task", "", "", id="agreed: no justification is asked"),
        pytest.param("agreed", "consent", "", "", id="agreed, and consent is the basis"),
        pytest.param("refused", "vital-interests", "He had a knife.", "", id="refused, with a basis and a reason"),
        pytest.param("refused", "vital-interests", " ", "without the adult’s agreement", id="refused and no reason"),
        pytest.param("refused", "consent", "He had a knife.", "consent cannot be", id="refused, so consent is no basis"),
        pytest.param("", "public-task", "", "whether the adult agreed", id="agreement not said"),
        pytest.param("agreed", "", "", "Choose the lawful basis", id="agreed, and no basis"),
    ],
)
def test_three_things_are_kept_apart(agreement, basis, why, said):
    decision = may_record_sharing(agreement=agreement, lawful_basis=basis, justification=why)
    assert bool(decision) is (not said) and said in " ".join(decision.because)


@pytest.mark.parametrize(
    ("said", "warns"),
    [
        pytest.param("Lee Sample", True, id="in full"),
        pytest.param("The GP, and Lee’s landlord", True, id="by first name"),
        pytest.param("sample, lee", True, id="the other way round"),
        pytest.param("Sam Example", False, id="somebody who poses no risk"),
        pytest.param("The sleeping-in team", False, id="letters inside another word"),
        pytest.param("Jo at the surgery", True, id="a short name, in full"),
        pytest.param("Her son, by telephone", True, id="as what they are to the adult"),
        pytest.param("", False, id="nobody"),
    ],
)
def test_somebody_who_may_pose_a_risk_is_named(said, warns):
    assert bool(names_who_may_pose_a_risk(said=said, known=KNOWN)) is warns
