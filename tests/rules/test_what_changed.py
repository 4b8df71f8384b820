"""Is a quarter a quarter, a share shown safely, and no more said than was seen?"""

from datetime import date

import pytest

from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.vocabulary.assurance import Theme
from heard.rules.what_changed import (
    MEASURED_BY,
    NOT_MEASURED,
    ONLY_NEAREST,
    Share,
    months_of,
    quarter_of,
    quarters_to,
    sentence_of,
    words_of,
    years_within,
)


@pytest.mark.parametrize(
    ("day", "quarter", "words"),
    [
        pytest.param(date(2026, 1, 1), "2026-Q1", "January to March 2026", id="the first day of the year"),
        pytest.param(date(2026, 6, 30), "2026-Q2", "April to June 2026", id="the last day of June"),
        pytest.param(date(2025, 12, 31), "2025-Q4", "October to December 2025", id="the last day of the year"),
    ],
)
def test_which_quarter_a_day_is_in(day, quarter, words):
    assert quarter_of(day) == quarter and words_of(quarter) == words


def test_quarters_run_over_the_year_and_each_has_three_months():
    assert quarters_to(date(2026, 2, 1), 3) == ["2025-Q3", "2025-Q4", "2026-Q1"]
    assert months_of("2025-Q4") == ["2025-10", "2025-11", "2025-12"]


def test_only_a_financial_year_that_is_there_whole_has_a_figure_of_its_own():
    assert years_within(quarters_to(date(2026, 6, 1), 6)) == [[1, 2, 3, 4]], "April 2025 to March 2026"


def shares(*percents) -> list[Share]:
    return [Share(f"2025-Q{place}", 10, 20, percent) for place, percent in enumerate(percents, 1)]


@pytest.mark.parametrize(
    ("percents", "says"),
    [
        pytest.param((40, None, 60), "60% in July to September 2025, up from 40% in January to March 2025", id="up"),
        pytest.param((60, 40), "40% in April to June 2025, down from 60%", id="down"),
        pytest.param((50, 50), "the same as 50%", id="the same"),
        pytest.param((None, 50), "the only quarter that can be shown", id="one quarter is no movement"),
        pytest.param((None,), "too little to show", id="nothing can be shown"),
        pytest.param((), "too little to show", id="nothing at all"),
    ],
)
def test_what_is_said(percents, says):
    assert says in sentence_of("Heard alone", shares(*percents))


def test_each_measure_of_a_theme_is_an_indicator():
    assert set(MEASURED_BY.values()) <= set(INDICATORS) and not any(INDICATORS[slug].is_days for slug in MEASURED_BY.values())


def test_every_theme_has_a_measure_or_a_reason_and_never_both():
    assert sorted([*MEASURED_BY, *NOT_MEASURED]) == sorted(Theme)
    assert set(ONLY_NEAREST) <= set(MEASURED_BY) and all([*NOT_MEASURED.values(), *ONLY_NEAREST.values()])
