"""Were adults asked what they want, did they say, and did it happen: by their own judgement and by professionals'?"""

import pytest

from heard.rules.indicators.wishes import indicators_of_wishes
from heard.rules.measures import DEFINITIONS, Measure
from tests.rules.indicators.made import counted, enquiry


@pytest.mark.parametrize(
    ("asked", "was_asked", "expressed"),
    [
        pytest.param("yes-expressed", (1, 1), (1, 1), id="asked, and said what they want"),
        pytest.param("yes-nothing-expressed", (1, 1), (0, 1), id="asked, and did not say"),
        pytest.param("no", (0, 1), (0, 0), id="not asked: counts in who should have been, not in who could have said"),
        pytest.param("", (0, 1), (0, 0), id="not recorded is not asked"),
    ],
)
def test_asked_and_said(asked, was_asked, expressed):
    one = enquiry(asked=asked)
    assert (counted("asked", one), counted("expressed", one)) == (was_asked, expressed)


@pytest.mark.parametrize(
    ("slug", "counts"),
    [
        pytest.param("adult-met", (1, 3), id="the adult judged one of three met"),
        pytest.param("adult-not-met", (1, 3), id="the adult judged one of three not met"),
        pytest.param("adult-declined", (1, 3), id="not wanting to say is an answer"),
        pytest.param("professional-met", (2, 3), id="the professional judged two met"),
        pytest.param("professional-partly-met", (1, 3), id="and one partly met"),
        pytest.param("judged-alike", (1, 2), id="of the two that both judged, one alike"),
    ],
)
def test_both_judgements_side_by_side(slug, counts):
    known = {"adult_met": 1, "adult_not": 1, "adult_declined": 1, "professional_met": 2, "professional_partly": 1}
    assert counted(slug, enquiry(**known, judged_by_both=2, judged_alike=1)) == counts


@pytest.mark.parametrize(("slug", "counts"), [("again-better", (1, 4)), ("again-same", (2, 4)), ("again-worse", (1, 4))])
def test_the_second_judgement_beside_the_first(slug, counts):
    assert counted(slug, enquiry(judged_again=4, again_better=1, again_same=2, again_worse=1)) == counts


def test_the_words_are_those_of_the_measures():
    found = {one.slug: one for one in indicators_of_wishes()}
    assert set(Measure) <= set(found)
    for measure, said in DEFINITIONS.items():
        assert (found[measure].question, found[measure].numerator) == (said.question, said.numerator)
