"""Which indicators are there?"""

import pytest

from heard.returns.facts import DAYS, FACTS, TO_MEET_ADVOCATE
from heard.rules.indicators.all_indicators import INDICATORS, indicators_in, summed_by, together_with
from heard.rules.indicators.indicator import Group, Unit
from heard.rules.seen_alone import HowHeard
from tests.rules.indicators.made import advocate, enquiry, risk, talk, tally_of


def test_each_part_of_the_picture_has_indicators_and_each_indicator_stands_in_one():
    assert [one.slug for group in Group for one in indicators_in(group)] and all(indicators_in(group) for group in Group)
    assert sorted(one.slug for group in Group for one in indicators_in(group)) == sorted(INDICATORS)


@pytest.mark.parametrize("slug", INDICATORS)
def test_an_indicator_is_a_share_or_days(slug):
    one = INDICATORS[slug]
    assert bool(one.part and one.whole) != bool(one.days) and one.is_days == (one.unit == Unit.DAYS)


def test_every_fact_that_is_named_is_counted_and_every_fact_counted_is_named():
    named = {fact for one in INDICATORS.values() for fact in (*one.part, *one.whole)}
    assert named <= set(FACTS) and set(FACTS) - named == {"spoken"}
    assert {one.days for one in INDICATORS.values() if one.days} == {*DAYS, TO_MEET_ADVOCATE}


def test_a_part_is_never_more_than_its_whole():
    much = enquiry(
        talks=(talk(), talk(HowHeard.NOT_HEARD, because="declined")), risks=(risk("reduced"), risk("remained", own_reason=1)),
        had_capacity="no", asked="yes-expressed", overridden=1, told="yes", difficulty=1, advocates=(advocate(3), advocate()),
    )  # fmt: skip
    for tally in (*tally_of(much).values(), *tally_of(enquiry()).values()):
        assert all(0 <= tally.parts[slug] <= whole for slug, whole in tally.wholes.items())


def test_parts_of_one_whole_are_shown_together():
    assert [one.slug for one in together_with(INDICATORS["risk-reduced"])] == ["risk-removed", "risk-reduced", "risk-remained"]
    assert together_with(INDICATORS["came-back"]) == [INDICATORS["came-back"]]
    assert [one.slug for one in together_with(INDICATORS["heard"])] == ["heard", "spoken-for"]


def test_a_sum_knows_the_set_whose_parts_it_adds_up():
    assert summed_by(INDICATORS["risk-less"]).parts_of == "risk-outcome"
