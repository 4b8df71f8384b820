"""May somebody who represents the adult see what the adult said?"""

import pytest

from heard.rules.seeing_the_adults_words import may_see_the_adults_words


@pytest.mark.parametrize(
    ("represents", "against", "yes"),
    [
        pytest.param(True, (), True, id="the appropriate person"),
        pytest.param(False, (), False, id="somebody else in the adult's life"),
        pytest.param(True, ("May pose a risk.",), False, id="a representative who may pose a risk"),
        pytest.param(False, ("May pose a risk.",), False, id="neither"),
    ],
)
def test_may_see_the_adults_words(represents, against, yes):
    said = may_see_the_adults_words(represents_now=represents, stands_against=against)
    assert said.yes is yes and said.because
