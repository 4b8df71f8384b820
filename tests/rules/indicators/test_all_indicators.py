"""Which indicators are there?"""

import pytest

from heard.rules.indicators.all_indicators import INDICATORS, indicators_in, summed_by, together_with
from heard.rules.indicators.indicator import Group, Unit
from tests.rules.indicators.made import enquiry, risk, talk


def test_each_part_of_the_picture_has_indicators_and_each_indicator_stands_in_one():
    assert [one.slug for group in Group for one in indicators_in(group)] and all(indicators_in(group) for group in Group)
    assert sorted(one.slug for group in Group for one in indicators_in(group)) == sorted(INDICATORS)


@pytest.mark.parametrize("slug", INDICATORS)
def test_an_indicator_is_a_share_or_days_and_a_part_is_never_more_than_its_whole(slug):
    one = INDICATORS[slug]
    assert (one.counts is None) != (one.days is None) and one.is_days == (one.unit == Unit.DAYS)
    facts = [enquiry(), enquiry(talks=(talk(),), risks=(risk("reduced"),), had_capacity="no", asked="yes-expressed", overridden=True)]
    for each in facts:
        part, whole = one.counts(each) if one.counts else (0, 0)
        assert 0 <= part <= whole


def test_parts_of_one_whole_are_shown_together():
    assert [one.slug for one in together_with(INDICATORS["risk-reduced"])] == ["risk-removed", "risk-reduced", "risk-remained"]
    assert together_with(INDICATORS["came-back"]) == [INDICATORS["came-back"]]
    assert [one.slug for one in together_with(INDICATORS["heard"])] == ["heard", "spoken-for"]


def test_a_sum_knows_the_set_whose_parts_it_adds_up():
    assert summed_by(INDICATORS["risk-less"]).parts_of == "risk-outcome"
