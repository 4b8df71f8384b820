"""May somebody who represents the adult see what the adult said?"""

import pytest

from heard.rules.decision import Decision
from heard.rules.seeing_the_adults_words import may_see_as_advocate, may_see_as_attorney_or_deputy, may_see_the_adults_words


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


@pytest.mark.parametrize(
    ("kind", "relied_on", "against", "yes"),
    [
        pytest.param("lpa-health", True, (), True, id="an attorney whose document was seen"),
        pytest.param("deputy-property", True, (), True, id="a deputy whose order was seen"),
        pytest.param("deputy-welfare", False, (), False, id="ended, or nobody saw the document"),
        pytest.param("appointee", True, (), False, id="an appointee, who has benefits alone"),
        pytest.param("advance-decision", True, (), False, id="an advance decision, which nobody holds"),
        pytest.param("lpa-health", True, ("May pose a risk.",), False, id="an attorney who may pose a risk"),
    ],
)
def test_attorneys_and_deputies(kind, relied_on, against, yes):
    said = may_see_as_attorney_or_deputy(kind=kind, reliance=Decision(relied_on, ("Why.",)), stands_against=against)
    assert said.yes is yes and said.because


@pytest.mark.parametrize(
    ("more", "yes"),
    [
        pytest.param({}, True, id="has accepted and acts for nobody else"),
        pytest.param({"has_accepted": False}, False, id="only asked for"),
        pytest.param({"has_name": False}, False, id="nobody knows who it is"),
        pytest.param({"has_ended": True}, False, id="their work has ended"),
        pytest.param({"acts_for_the_other": "yes"}, False, id="acts for the person who may pose a risk"),
        pytest.param({"acts_for_the_other": ""}, False, id="nobody asked whether they do"),
        pytest.param({"stands_against": ("May pose a risk.",)}, False, id="somebody of that name may pose a risk"),
    ],
)
def test_advocates(more, yes):
    usual = {"has_name": True, "has_accepted": True, "has_ended": False, "acts_for_the_other": "no", "stands_against": ()}
    said = may_see_as_advocate(**{**usual, **more})
    assert said.yes is yes and said.because
