"""Does a stable id carry the words people read?"""

from enum import unique

import pytest

from heard.rules.labelled import Labelled, label_of


@unique
class Weather(Labelled):
    DRY = "dry", "Dry enough"
    VERY_WET = "very-wet"


def test_choices_are_slug_and_label_in_the_order_written():
    assert Weather.choices() == [("dry", "Dry enough"), ("very-wet", "Very wet")]


def test_a_member_is_its_slug_wherever_it_is_stored_or_compared():
    assert Weather.DRY == "dry"
    assert Weather("very-wet") is Weather.VERY_WET
    assert f"{Weather.DRY}" == "dry"


@pytest.mark.parametrize(
    ("slug", "label"),
    [
        pytest.param("dry", "Dry enough", id="a slug has its label"),
        pytest.param("very-wet", "Very wet", id="a member without a label reads as its slug"),
        pytest.param("", "Not recorded", id="a blank is not recorded"),
        pytest.param(None, "Not recorded", id="nothing is not recorded"),
    ],
)
def test_the_label_of_a_slug(slug, label):
    assert label_of(Weather, slug) == label


def test_a_slug_that_nobody_knows_is_an_error():
    with pytest.raises(ValueError, match="hail"):
        label_of(Weather, "hail")
