"""Whose judgement counts, and what do the judgements come to?"""

import pytest

from heard.rules.judging import (
    Achieved,
    adults_rating,
    differs,
    in_whose_judgement,
    judge_that_counts,
    may_judge_after_closing,
    may_professional_judge,
    may_record_professional,
    own_judge,
    rating_that_counts,
    roll_up,
    where_they_differ,
)
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating

MET, PARTLY, NOT_MET, DECLINED = Rating.MET, Rating.PARTLY_MET, Rating.NOT_MET, Rating.DECLINED
ADULT, REPRESENTATIVE, ADVOCATE, PROFESSIONAL = Judge.ADULT, Judge.REPRESENTATIVE, Judge.ADVOCATE, Judge.PROFESSIONAL


@pytest.mark.parametrize(
    ("expressed_by", "judge"),
    [
        pytest.param(ExpressedBy.ADULT, ADULT, id="the adult judges what the adult said"),
        pytest.param(ExpressedBy.REPRESENTATIVE, REPRESENTATIVE, id="the representative judges what they said for the adult"),
        pytest.param(ExpressedBy.ADVOCATE, ADVOCATE, id="the advocate judges what they said for the adult"),
    ],
)
def test_own_judge(expressed_by, judge):
    assert own_judge(expressed_by) == judge


@pytest.mark.parametrize(
    ("expressed_by", "ratings", "adults", "counts"),
    [
        pytest.param(
            ExpressedBy.ADULT, {ADULT: MET, PROFESSIONAL: NOT_MET}, MET, MET, id="the adult's own rating comes before the worker's"
        ),
        pytest.param(ExpressedBy.ADULT, {REPRESENTATIVE: MET}, None, None, id="a son's rating of his mother's wish is never hers"),
        pytest.param(
            ExpressedBy.ADULT,
            {REPRESENTATIVE: MET, PROFESSIONAL: PARTLY},
            None,
            PARTLY,
            id="and the worker's counts where she has not judged",
        ),
        pytest.param(ExpressedBy.ADULT, {ADVOCATE: NOT_MET, ADULT: MET}, MET, MET, id="an advocate's rating of her wish is kept apart"),
        pytest.param(ExpressedBy.REPRESENTATIVE, {REPRESENTATIVE: PARTLY}, PARTLY, PARTLY, id="a representative's wish is theirs to judge"),
        pytest.param(ExpressedBy.REPRESENTATIVE, {ADVOCATE: MET}, None, None, id="but not the advocate's"),
        pytest.param(ExpressedBy.ADVOCATE, {ADVOCATE: NOT_MET}, NOT_MET, NOT_MET, id="an advocate's wish is theirs to judge"),
        pytest.param(
            ExpressedBy.ADULT, {ADULT: DECLINED, PROFESSIONAL: MET}, DECLINED, MET, id="declined is an answer, and the worker's counts"
        ),
        pytest.param(ExpressedBy.ADULT, {ADULT: DECLINED}, DECLINED, None, id="declined alone leaves the wish unrated"),
        pytest.param(
            ExpressedBy.ADULT, {ADULT: DECLINED, PROFESSIONAL: DECLINED}, DECLINED, None, id="declined by both leaves the wish unrated"
        ),
        pytest.param(ExpressedBy.ADULT, {PROFESSIONAL: NOT_MET}, None, NOT_MET, id="the worker's alone counts"),
        pytest.param(ExpressedBy.ADULT, {}, None, None, id="nobody's leaves the wish unrated"),
    ],
)
def test_whose_rating_counts(expressed_by, ratings, adults, counts):
    assert adults_rating(expressed_by=expressed_by, ratings=ratings) == adults
    assert rating_that_counts(expressed_by=expressed_by, ratings=ratings) == counts


@pytest.mark.parametrize(
    ("ratings", "achieved"),
    [
        pytest.param([MET, MET], Achieved.FULLY, id="all met is fully"),
        pytest.param([MET, NOT_MET], Achieved.PARTIALLY, id="one met and one not is partially"),
        pytest.param([PARTLY, NOT_MET], Achieved.PARTIALLY, id="one partly met is partially"),
        pytest.param([PARTLY], Achieved.PARTIALLY, id="partly met alone is partially"),
        pytest.param([NOT_MET, NOT_MET], Achieved.NOT, id="all not met is not achieved"),
        pytest.param([MET, None], None, id="one unrated and there is no answer"),
        pytest.param([NOT_MET, DECLINED], None, id="one declined by all and there is no answer"),
        pytest.param([], None, id="no standing wish and there is no answer"),
    ],
)
def test_roll_up(ratings, achieved):
    assert roll_up(ratings) == achieved


@pytest.mark.parametrize(
    ("adults", "professionals", "differ"),
    [
        pytest.param(MET, NOT_MET, True, id="met and not met differ"),
        pytest.param(PARTLY, MET, True, id="partly met and met differ"),
        pytest.param(MET, MET, False, id="the same is no difference"),
        pytest.param(DECLINED, MET, False, id="an adult who declined has nothing to differ from"),
        pytest.param(None, MET, False, id="nor has one who was not asked"),
        pytest.param(MET, DECLINED, False, id="nor a worker who declined"),
    ],
)
def test_a_difference_asks_a_reason(adults, professionals, differ):
    assert differs(adults=adults, professionals=professionals) is differ
    without = may_record_professional(adults=adults, professionals=professionals, difference_reason=" ")
    assert bool(without) is not differ
    assert may_record_professional(adults=adults, professionals=professionals, difference_reason="The lock is fitted.")


def test_the_professional_judges_after_the_adult():
    assert not may_professional_judge(adults=None, not_asked_because="")
    assert may_professional_judge(adults=DECLINED, not_asked_because="")
    assert may_professional_judge(adults=None, not_asked_because="died")


@pytest.mark.parametrize(
    ("is_closed", "correction", "may"),
    [
        pytest.param(False, "", True, id="an open enquiry is judged freely"),
        pytest.param(True, " ", False, id="a closed one is not"),
        pytest.param(True, "Typed against the wrong wish", True, id="but for a correction with its reason"),
    ],
)
def test_judging_after_closing(is_closed, correction, may):
    assert bool(may_judge_after_closing(is_closed=is_closed, correction=correction)) is may


@pytest.mark.parametrize(
    ("judges", "whose"),
    [
        pytest.param([ADULT, ADULT], "In the adult’s judgement", id="the adult's is named as theirs"),
        pytest.param([REPRESENTATIVE], "In the judgement of the adult’s representative", id="a representative's is not the adult's"),
        pytest.param([ADVOCATE], "In the advocate’s judgement", id="nor is an advocate's"),
        pytest.param(
            [PROFESSIONAL], "In the professional’s judgement, as the adult’s is not recorded", id="the worker's alone says so"
        ),
        pytest.param(
            [PROFESSIONAL, ADULT],
            "In the judgement of the adult for some wishes and the professional for others",
            id="two judges are both named, the adult first",
        ),
        pytest.param([ADULT, None], "", id="nothing is said where a wish is unrated"),
        pytest.param([], "", id="nothing is said where nothing counts"),
    ],
)
def test_whose_judgement_is_named(judges, whose):
    assert in_whose_judgement(judges) == whose


def test_the_judge_that_counts_is_the_one_whose_rating_counts():
    assert judge_that_counts(expressed_by=ExpressedBy.ADULT, ratings={ADULT: MET, PROFESSIONAL: NOT_MET}) == ADULT
    assert judge_that_counts(expressed_by=ExpressedBy.ADULT, ratings={ADULT: DECLINED, PROFESSIONAL: MET}) == PROFESSIONAL
    assert judge_that_counts(expressed_by=ExpressedBy.ADULT, ratings={REPRESENTATIVE: MET}) is None


def test_where_the_professional_differs_it_is_said_beside_it():
    assert where_they_differ(differing=0, wishes=3) == ""
    assert where_they_differ(differing=1, wishes=1) == "The professional judges differently."
    assert where_they_differ(differing=1, wishes=3) == "The professional judges 1 of 3 wishes differently."
