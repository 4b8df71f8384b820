"""By what may figures be broken down, and in which parts does an enquiry count?"""

import pytest

from heard.rules.indicators.breakdowns import By, groups_of, label_of_part, order_of_part
from tests.rules.indicators.made import enquiry, risk, tally_of


def parts(by, **known):
    return sorted(part for _, part in tally_of(enquiry(**known), by=by))


@pytest.mark.parametrize(
    ("by", "known", "found"),
    [
        pytest.param(By.AGE, {"age": 84}, ["75-84"], id="an age band"),
        pytest.param(By.AGE, {}, ["Not Known"], id="no birth date"),
        pytest.param(By.AGE, {"age": 17}, ["Under 18"], id="under 18 is not an age that nobody knows"),
        pytest.param(By.ETHNICITY, {"ethnicity": "asian-indian"}, ["Asian / Asian British"], id="the group of the return"),
        pytest.param(By.ETHNICITY, {"ethnicity": "something-else"}, ["Undeclared / Not Known"], id="an ethnicity that is not in the list"),
        pytest.param(By.ETHNICITY, {"ethnicity": "not-known"}, ["Undeclared / Not Known"], id="an ethnicity that is not known"),
        pytest.param(By.ETHNICITY, {}, [""], id="an ethnicity that is not recorded, which is not the same"),
        pytest.param(By.REASON, {"support_reason": "not-known"}, ["Not Known"], id="a support reason that is not known"),
        pytest.param(By.REASON, {}, [""], id="a support reason that is not recorded"),
        pytest.param(By.GENDER, {}, [""], id="gender not recorded"),
        pytest.param(By.REASON, {"support_reason": "sensory-dual"}, ["Sensory Support"], id="the group of support reasons"),
        pytest.param(By.TEAM, {"team": "North team"}, ["North team"], id="the team"),
        pytest.param(By.TYPE, {"risks": (risk(), risk(risk_type="neglect"), risk(location="community"))}, ["neglect", "physical"],
                     id="each type once"),
        pytest.param(By.TYPE, {}, [], id="no risk, no type"),
        pytest.param(By.PROVIDER, {"risks": (risk(provider="Hollybank"), risk())}, ["Hollybank"], id="only risks with a provider"),
    ],
)  # fmt: skip
def test_the_parts_an_enquiry_counts_in(by, known, found):
    assert parts(by, **known) == found


def test_within_a_type_only_its_own_risks_count():
    found = tally_of(enquiry(risks=(risk("removed"), risk("remained", risk_type="neglect"))), by=By.TYPE)
    physical, neglect = found["2026-05", "physical"], found["2026-05", "neglect"]
    assert [(one.parts["risk-removed"], one.wholes["risk-removed"]) for one in (physical, neglect)] == [(1, 1), (0, 1)]
    assert [one.wholes["heard"] for one in (physical, neglect)] == [1, 1], "the enquiry itself counts in both"


def test_every_code_of_a_group_is_in_it():
    assert groups_of(By.ETHNICITY)[0]["white-british"] == "White" and groups_of(By.REASON)[1] == "Not Known"


@pytest.mark.parametrize(
    ("by", "part", "label"),
    [
        pytest.param(By.TYPE, "physical", "Physical abuse", id="a code in words"),
        pytest.param(By.TEAM, "", "No team", id="no team"),
        pytest.param(By.GENDER, "", "Not recorded", id="not recorded"),
        pytest.param(By.PROVIDER, "Hollybank", "Hollybank", id="a name is its own label"),
    ],
)
def test_a_part_in_words(by, part, label):
    assert label_of_part(by, part) == label


def test_parts_stand_in_the_order_of_the_alphabet_or_the_vocabulary_never_of_their_figures():
    def in_order(by, found):
        return sorted(found, key=lambda part: order_of_part(by, part))

    assert in_order(By.TEAM, ["South", "north", "", "East"]) == ["East", "north", "South", ""]
    assert in_order(By.GENDER, ["", "female", "male"]) == ["male", "female", ""]
