"""How many days did it take, and what is the middle of many?"""

from datetime import date

import pytest

from heard.rules.indicators.days import indicators_of_days, middle_of
from heard.rules.indicators.facts import AdvocateFacts
from heard.rules.seen_alone import HowHeard
from tests.rules.indicators.made import enquiry, talk

DAYS = {one.slug: one.days for one in indicators_of_days()}
LATER, NEVER = talk(on=date(2026, 3, 12)), talk(HowHeard.NOT_HEARD, on=date(2026, 3, 2), not_heard_because="declined")


@pytest.mark.parametrize(
    ("known", "slug", "days"),
    [
        pytest.param({"talks": (LATER, talk())}, "days-to-first-conversation", [1], id="the first counts, whatever the order"),
        pytest.param({"talks": (NEVER, LATER)}, "days-to-first-conversation", [10], id="where the adult was not heard does not count"),
        pytest.param({"talks": (talk(on=date(2026, 3, 1)),)}, "days-to-first-conversation", [0], id="heard before the concern: nought"),
        pytest.param({"talks": (talk(on=None),)}, "days-to-first-conversation", [], id="no day is no guess"),
        pytest.param({}, "days-to-first-conversation", [], id="never heard has no days"),
        pytest.param({"decided_on": date(2026, 3, 4)}, "days-to-decision", [2], id="two days to decide"),
        pytest.param({"decided_on": date(2026, 3, 1)}, "days-to-decision", [], id="decided before it came: left out, not negative"),
        pytest.param({}, "days-to-decision", [], id="no decision with a day"),
        pytest.param({}, "days-of-enquiry", [77], id="4 March to 20 May"),
        pytest.param(
            {"advocates": (AdvocateFacts(date(2026, 3, 5), date(2026, 3, 9)), AdvocateFacts(date(2026, 3, 5)))}, "days-to-meet-advocate",
            [4], id="the advocate who came",
        ),
    ],
)  # fmt: skip
def test_days(known, slug, days):
    assert list(DAYS[slug](enquiry(**known))) == days


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
