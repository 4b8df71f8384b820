"""What must be recorded with the answers to section 42(1)?"""

from datetime import date

import pytest

from heard.rules.section_42_answers import may_record_answers, needs_follow_up

TODAY = date(2026, 3, 3)
PARTS = ("needs_care_and_support", "at_risk", "cannot_protect_self")
ALL_YES = dict.fromkeys(PARTS, "yes")
WHY = dict.fromkeys(PARTS, "Because of what she told us.")


@pytest.mark.parametrize(
    ("answers", "reasons", "follow_up_on", "allowed"),
    [
        pytest.param(ALL_YES, WHY, None, True, id="three answers each with a reason"),
        pytest.param(ALL_YES, {**WHY, "at_risk": " "}, None, False, id="an answer without its reason"),
        pytest.param({**ALL_YES, "at_risk": "not-known"}, WHY, None, False, id="not yet known without a day to come back"),
        pytest.param({**ALL_YES, "at_risk": "not-known"}, WHY, TODAY, True, id="not yet known, and a day to come back"),
        pytest.param({**ALL_YES, "at_risk": "not-known"}, WHY, date(2026, 3, 2), False, id="a day that has passed"),
        pytest.param({"at_risk": "yes"}, {"at_risk": "Bruises."}, None, True, id="a part can be left for later"),
        pytest.param({**ALL_YES, "adult_is_here": "not-known"}, WHY, None, False, id="not knowing where they are needs a day too"),
        pytest.param({}, {}, None, False, id="nothing at all"),
    ],
)
def test_answers(answers, reasons, follow_up_on, allowed):
    assert bool(may_record_answers(answers=answers, reasons=reasons, follow_up_on=follow_up_on, today=TODAY)) is allowed


def test_a_blank_is_not_a_not_known():
    assert not needs_follow_up({"at_risk": ""})
    assert needs_follow_up({"at_risk": "not-known"})
