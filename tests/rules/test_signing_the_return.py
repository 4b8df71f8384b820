"""May the statutory return be signed off now?"""

from dataclasses import replace

import pytest

from heard.rules.signing_the_return import ToSign, may_sign_off

FIRST = ToSign(year=2025, last_whole_year=2025, seen="a", now="a")


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        pytest.param(FIRST, "", id="the year is over and it was looked at: yes"),
        pytest.param(replace(FIRST, year=2024), "", id="an older year: yes"),
        pytest.param(replace(FIRST, year=2026), "not over", id="the year still runs: no"),
        pytest.param(replace(FIRST, now="b"), "changed after you opened", id="the figures moved since it was looked at: no"),
        pytest.param(replace(FIRST, seen=""), "changed after you opened", id="it was not looked at: no"),
        pytest.param(replace(FIRST, signed="a"), "Nothing has changed", id="signed already, and nothing has changed: no"),
        pytest.param(replace(FIRST, signed="z"), "", id="signed, and a figure or an explanation has changed: yes"),
        pytest.param(replace(FIRST, unexplained=["SG3a"]), "nobody has explained it: SG3a", id="what cannot be right is unexplained: no"),
    ],
)
def test_may_sign_off(facts, because):
    said = may_sign_off(facts)
    assert bool(said) is (not because) and because in "".join(said.because) and said.law
