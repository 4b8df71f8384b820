"""May a decision be made for the adult, and was everything thought of?"""

import pytest

from heard.rules.best_interests import is_complete, may_decide_for
from heard.rules.vocabulary.rights import BestInterestsFactor

CHECKLIST = {one.value: "Considered." for one in BestInterestsFactor}
WHOLE = {"checklist": CHECKLIST, "consulted": ["Her sister"], "nobody_because": "", "known_wishes": "To stay at home.", "follows": "yes",
         "departed_because": "", "less_restrictive": "More visits first."}  # fmt: skip


@pytest.mark.parametrize(
    ("conclusion", "later", "may"),
    [
        pytest.param("lacks-capacity", False, True, id="where the newest assessment found they could not"),
        pytest.param("lacks-capacity", True, False, id="not where it was assessed again later"),
        pytest.param("has-capacity", False, False, id="never where they could: it is theirs to make"),
        pytest.param("not-concluded", False, False, id="never before a conclusion"),
    ],
)
def test_may_decide_for(conclusion, later, may):
    assert bool(may_decide_for(conclusion=conclusion, superseded_by_later=later)) is may


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({}, "", id="everything thought of"),
        pytest.param({"checklist": {}}, "how you considered", id="every factor, if only to set it aside"),
        pytest.param({"less_restrictive": ""}, "less restrictive", id="less restrictive options"),
        pytest.param({"consulted": []}, "who was consulted", id="somebody consulted"),
        pytest.param({"consulted": [], "nobody_because": "No family, advocate instructed."}, "", id="or why nobody"),
        pytest.param({"known_wishes": ""}, "adult's wishes", id="known wishes"),
        pytest.param({"follows": "no"}, "departs", id="a departure is justified"),
        pytest.param({"follows": "no", "departed_because": "It would kill her."}, "", id="a justified departure"),
    ],
)
def test_is_complete(change, says):
    said = is_complete(**{**WHOLE, **change})
    assert bool(said) is (not says) and says in " ".join(said.because)
