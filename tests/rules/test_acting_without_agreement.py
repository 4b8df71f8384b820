"""What has to be written down where the council acts although the adult did not agree?"""

import pytest

from heard.rules.acting_without_agreement import assessment_is_owed, may_record_override

WHOLE = {
    "ground": "crime", "ground_words": "Her card was used after it was taken.", "proportionality": "One call to the bank, and no more.",
    "lawful_basis": "public-task", "decided_by": "Robin Example",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({}, "", id="everything is there"),
        pytest.param({"ground": ""}, "Choose the ground", id="no ground"),
        pytest.param({"ground_words": " "}, "what the ground rests on", id="a ground and no words"),
        pytest.param({"proportionality": ""}, "why it is proportionate", id="no proportionality"),
        pytest.param({"lawful_basis": ""}, "Choose the lawful basis", id="no lawful basis: agreement is not one"),
        pytest.param({"decided_by": ""}, "Name who decided", id="nobody decided"),
        pytest.param({"lawful_basis": "consent"}, "consent cannot be the lawful basis", id="consent is no basis without agreement"),
    ],
)
def test_an_override_is_recorded_whole(changed, said):
    decision = may_record_override(**{**WHOLE, **changed})
    assert bool(decision) is (not said) and said in " ".join(decision.because)


@pytest.mark.parametrize(
    ("ground", "has_assessment", "owed"),
    [
        pytest.param("lacks-capacity-best-interests", False, True, id="best interests and no assessment"),
        pytest.param("lacks-capacity-best-interests", True, False, id="best interests with its assessment"),
        pytest.param("crime", False, False, id="another ground"),
    ],
)
def test_an_assessment_is_owed(ground, has_assessment, owed):
    assert bool(assessment_is_owed(ground=ground, has_assessment=has_assessment)) is owed
