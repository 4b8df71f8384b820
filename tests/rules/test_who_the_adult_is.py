"""Is anything at all enough to look for the adult by?"""

import pytest

from heard.rules.who_the_adult_is import is_enough_to_look_for


@pytest.mark.parametrize(
    ("said", "enough"),
    [
        pytest.param({"name": "I don't know their name, flat 3"}, True, id="I don't know their name, flat 3"),
        pytest.param({"where": "The bench outside the library"}, True, id="a place alone"),
        pytest.param({"description": "An older man with a red walking frame"}, True, id="a description alone"),
        pytest.param({}, False, id="nothing"),
        pytest.param({"name": "  ", "where": "\n"}, False, id="spaces"),
    ],
)
def test_enough(said, enough):
    assert bool(is_enough_to_look_for(**{"name": "", "where": "", "description": "", **said})) is enough
