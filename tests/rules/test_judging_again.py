"""When is a wish judged a second time, by whom, and is it still to be asked?"""

from datetime import date

import pytest

from heard.rules.judging_again import is_to_be_asked_again, may_judge_again
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating

CLOSED, AFTER = date(2026, 3, 20), date(2026, 4, 20)
GIVEN = {
    "concluded_on": CLOSED, "judged_on": AFTER, "is_standing": True, "expressed_by": ExpressedBy.ADULT, "judge": Judge.ADULT,
    "rating_before": Rating.MET,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, None),
        ({"rating_before": Rating.DECLINED}, None),
        ({"expressed_by": ExpressedBy.REPRESENTATIVE, "judge": Judge.REPRESENTATIVE}, None),
        ({"concluded_on": None}, "still open"),
        ({"judged_on": CLOSED}, "after that day"),
        ({"is_standing": False}, "changed or withdrawn"),
        ({"judge": Judge.REPRESENTATIVE}, "Only the person whose wish it is"),
        ({"judge": Judge.PROFESSIONAL}, "Only the person whose wish it is"),
        ({"rating_before": None}, "has not been judged yet"),
    ],
)
def test_a_wish_is_judged_again_after_the_closing_by_whoever_judged_it(changed, reason):
    said = may_judge_again(**{**GIVEN, **changed})
    assert bool(said) is (reason is None) and said.law
    assert reason is None or reason in " ".join(said.because)


@pytest.mark.parametrize(
    ("concluded_on", "rating", "last", "owed"),
    [
        (CLOSED, Rating.MET, CLOSED, True),
        (CLOSED, Rating.NOT_MET, date(2026, 3, 1), True),
        (CLOSED, Rating.MET, AFTER, False),
        (CLOSED, Rating.DECLINED, CLOSED, False),
        (CLOSED, None, None, False),
        (None, Rating.MET, CLOSED, False),
    ],
)
def test_a_wish_judged_at_the_closing_is_to_be_asked_about_again(concluded_on, rating, last, owed):
    assert is_to_be_asked_again(concluded_on=concluded_on, rating=rating, last_asked_on=last) is owed
