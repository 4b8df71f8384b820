"""Would the adult have substantial difficulty in being involved?"""

import pytest

from heard.rules.substantial_difficulty import has_substantial_difficulty, may_record_difficulty, signs_of_difficulty
from heard.rules.vocabulary.rights import DifficultyArea

NONE = {area: {"answer": "no"} for area in DifficultyArea}


@pytest.mark.parametrize(
    ("areas", "yes"),
    [
        pytest.param({}, None, id="nothing recorded is not none"),
        pytest.param(NONE, False, id="all four answered with no"),
        pytest.param({**NONE, "retaining": {"answer": "yes"}}, True, id="one area is enough"),
        pytest.param({"communicating": {"answer": "yes"}}, True, id="one area, and the others not asked"),
        pytest.param({**NONE, "understanding": {"answer": "not-known"}}, None, id="one area not known yet"),
        pytest.param({**NONE, "understanding": {"answer": ""}}, None, id="one area left blank"),
    ],
)
def test_there_is_substantial_difficulty(areas, yes):
    said = has_substantial_difficulty(areas)
    assert said.yes is yes and said.because and said.law


@pytest.mark.parametrize(
    ("signs", "yes"),
    [
        pytest.param({"lacks_capacity": False, "needs_advocate_support": False}, False, id="nothing points to it"),
        pytest.param({"lacks_capacity": True, "needs_advocate_support": False}, True, id="no capacity for a decision in the enquiry"),
        pytest.param({"lacks_capacity": False, "needs_advocate_support": True}, True, id="advocate support helps them take part"),
    ],
)
def test_there_are_signs_of_difficulty(signs, yes):
    assert signs_of_difficulty(**signs).yes is yes


@pytest.mark.parametrize(
    ("areas", "tried", "allowed"),
    [
        pytest.param({"retaining": {"answer": "yes"}}, "", False, id="difficulty without adjustments is refused"),
        pytest.param({"retaining": {"answer": "yes"}}, "Pictures, twice.", True, id="difficulty after adjustments"),
        pytest.param(NONE, "", True, id="no difficulty needs no adjustments"),
    ],
)
def test_may_record_difficulty(areas, tried, allowed):
    assert bool(may_record_difficulty(areas=areas, adjustments_tried=tried)) is allowed
