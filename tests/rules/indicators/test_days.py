"""How many days did it take, and what is the middle of many?"""

import pytest

from heard.rules.indicators.days import indicators_of_days, middle_of
from heard.rules.seen_alone import HowHeard
from tests.rules.indicators.made import advocate, days_of, enquiry, talk

LATER, NEVER = talk(days=10), talk(HowHeard.NOT_HEARD, days=0, because="declined")


@pytest.mark.parametrize(
    ("known", "slug", "days"),
    [
        pytest.param({"talks": (LATER, talk())}, "days-to-first-conversation", [1], id="the first counts, whatever the order"),
        pytest.param({"talks": (NEVER, LATER)}, "days-to-first-conversation", [10], id="where the adult was not heard does not count"),
        pytest.param({"talks": (talk(days=-1),)}, "days-to-first-conversation", [0], id="heard before the concern: nought"),
        pytest.param({"talks": (talk(days=None),)}, "days-to-first-conversation", [], id="no day is no guess"),
        pytest.param({}, "days-to-first-conversation", [], id="never heard has no days"),
        pytest.param({"days_to_decision": 2}, "days-to-decision", [2], id="two days to decide"),
        pytest.param({}, "days-to-decision", [], id="no decision with a day"),
        pytest.param({}, "days-of-enquiry", [77], id="from start to end"),
        pytest.param({"days": -2}, "days-of-enquiry", [], id="ended before it started: left out, not negative"),
        pytest.param({"advocates": (advocate(4), advocate())}, "days-to-meet-advocate", [4], id="the advocate who came"),
    ],
)  # fmt: skip
def test_days(known, slug, days):
    assert days_of(slug, enquiry(**known)) == days


def test_each_says_from_which_day_to_which():
    assert all(one.numerator.startswith("from the day") for one in indicators_of_days())


@pytest.mark.parametrize(
    ("spread", "share", "middle"),
    [
        pytest.param({}, 0.5, None, id="nothing has no middle"),
        pytest.param({4: 1}, 0.5, 4, id="one alone is the middle"),
        pytest.param({1: 1, 100: 1}, 0.5, 1, id="of two, the shorter: half were done by then"),
        pytest.param({1: 5, 2: 3, 200: 1}, 0.5, 1, id="one long wait does not move it"),
        pytest.param({1: 1, 2: 1, 3: 1, 4: 1}, 0.75, 3, id="three quarters were done by the third"),
    ],
)
def test_the_middle(spread, share, middle):
    assert middle_of(spread, share) == middle
