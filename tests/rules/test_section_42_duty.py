"""Does the council have to make enquiries?"""

import pytest

from heard.rules.section_42_duty import must_make_enquiries
from heard.rules.vocabulary.answers import Answer

YES = {part: Answer.YES for part in ("is_adult", "in_area", "has_care_needs", "at_risk", "cannot_protect_self")}
N, U = Answer.NO, Answer.NOT_KNOWN


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param({}, True, id="all yes: the council must enquire"),
        pytest.param({"has_care_needs": N}, False, id="no needs for care and support: no duty"),
        pytest.param({"at_risk": N}, False, id="no abuse or neglect: no duty"),
        pytest.param({"cannot_protect_self": N}, False, id="can protect themselves: no duty"),
        pytest.param({"in_area": N}, False, id="not in this council's area now: no duty here"),
        pytest.param({"is_adult": N}, False, id="under 18: no duty under section 42"),
        pytest.param({"at_risk": U}, None, id="one part not yet known: not known, and not no"),
        pytest.param({"has_care_needs": U, "at_risk": U, "cannot_protect_self": U}, None, id="three not yet known are not a no"),
        pytest.param({"in_area": None}, None, id="a part that nobody answered is not a no"),
        pytest.param({"is_adult": U}, None, id="age not yet known is not a no"),
        pytest.param({"at_risk": N, "has_care_needs": U}, False, id="one no ends the duty whatever else is not known"),
    ],
)
def test_the_duty(changed, expected):
    decision = must_make_enquiries(**{**YES, **changed})
    assert decision.yes is expected
    assert decision.because and decision.law


def test_every_part_not_known_is_named_in_the_reasons():
    decision = must_make_enquiries(**{**YES, "at_risk": U, "in_area": U})
    assert sum("Not yet known:" in reason for reason in decision.because) == 2
    assert "Not yet known is not a no." in decision.because


def test_nothing_in_the_duty_asks_where_the_abuse_happened():
    assert set(must_make_enquiries.__kwdefaults__ or {}) == set()
    assert set(must_make_enquiries.__annotations__) - {"return"} == set(YES)
