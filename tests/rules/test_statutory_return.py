"""Which cells has the return, and where does each answer count?"""

from collections import Counter
from datetime import date

import pytest

from heard.rules.statutory_return import (
    ASKED,
    CAPACITY,
    ETHNICITIES,
    FINDINGS,
    LOCATIONS,
    OUTCOMES,
    SOURCES,
    SUPPORT_REASONS,
    TYPES,
    all_cells,
    band_of,
    last_whole_year,
    year_of,
    year_worked_on,
)
from heard.rules.vocabulary.adult import Ethnicity, SupportReason
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import Finding, RiskLocation, RiskOutcome, RiskSource, RiskType
from heard.rules.vocabulary.voice import Asked


@pytest.mark.parametrize(
    ("day", "year"),
    [
        pytest.param(date(2025, 4, 1), 2025, id="the first day"),
        pytest.param(date(2026, 3, 31), 2025, id="the last day"),
        pytest.param(date(2025, 3, 31), 2024, id="the day before"),
        pytest.param(date(2026, 1, 1), 2025, id="the new year is in the middle"),
    ],
)
def test_which_year_a_day_is_in(day, year):
    assert year_of(day) == year


@pytest.mark.parametrize(("today", "year"), [(date(2026, 3, 31), 2024), (date(2026, 4, 1), 2025), (date(2026, 12, 1), 2025)])
def test_the_last_whole_year(today, year):
    assert last_whole_year(today) == year


@pytest.mark.parametrize(
    ("age", "band"),
    [
        pytest.param(None, "Not Known", id="no birth date"), pytest.param(17, None, id="under 18 is counted nowhere"),
        pytest.param(18, "18-64", id="18"), pytest.param(64, "18-64", id="64"), pytest.param(65, "65-74", id="65"),
        pytest.param(84, "75-84", id="84"), pytest.param(95, "95+", id="95"), pytest.param(110, "95+", id="110"),
    ],
)  # fmt: skip
def test_which_band_an_age_is_in(age, band):
    assert band_of(age) == band


def test_capacity_is_turned_round_as_the_return_asks_it():
    assert CAPACITY[Answer.NO] == "Yes, they lacked capacity"
    assert CAPACITY[Answer.YES] == "No, they did not lack capacity"


@pytest.mark.parametrize(
    ("names", "vocabulary", "left_out"),
    [
        (TYPES, RiskType, set()), (SOURCES, RiskSource, set()), (LOCATIONS, RiskLocation, set()), (FINDINGS, Finding, set()),
        (OUTCOMES, RiskOutcome, set()), (ASKED, Asked, set()), (CAPACITY, Answer, set()),
        (SUPPORT_REASONS, SupportReason, {SupportReason.NOT_KNOWN}), (ETHNICITIES, Ethnicity, {Ethnicity.NOT_KNOWN}),
    ],
    ids=["types", "sources", "locations", "findings", "outcomes", "asked", "capacity", "support reasons", "ethnic groups"],
)  # fmt: skip
def test_every_answer_has_its_row_and_what_is_left_out_is_not_known(names, vocabulary, left_out):
    assert set(names) == set(vocabulary) - left_out


def test_a_blank_or_not_known_support_reason_is_never_no_support_reason():
    assert SupportReason.NOT_KNOWN not in SUPPORT_REASONS and SUPPORT_REASONS[SupportReason.NONE] == "No Support Reason"


def test_every_cell_is_there_once():
    cells = list(all_cells())
    assert len(cells) == len(set(cells)) == 673
    assert Counter(cell.table for cell in cells) == {
        "SG1a": 18, "SG1b": 9, "SG1c": 21, "SG1d": 24, "SG1e": 60, "SG1f": 3, "SG2a": 66, "SG2a_b1": 198, "SG2b": 54, "SG2c": 42,
        "SG2e": 18, "SG3a": 60, "SG4a": 96, "SG5a": 2, "SG5b": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("today", "year"),
    [
        pytest.param(date(2026, 3, 31), 2025, id="31 March: the year that runs"),
        pytest.param(date(2026, 4, 1), 2025, id="1 April: the year that has just ended opens"),
        pytest.param(date(2026, 6, 30), 2025, id="30 June: it can still be sent in again"),
        pytest.param(date(2026, 7, 1), 2026, id="1 July: the year that runs"),
        pytest.param(date(2027, 1, 5), 2026, id="January: the year that runs"),
    ],
)
def test_the_year_that_is_worked_on(today, year):
    assert year_worked_on(today) == year
