"""Might these two be the same person, and what says so?"""

from dataclasses import replace
from datetime import date

import pytest

from heard.rules.possible_match import best_matches, match, start_of_postcode
from heard.rules.search_keys import Details

ADA = Details("Ada", "Lovejoy", "", date(1950, 3, 5), "9434765919", "ZZ99 1AA")


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        pytest.param(ADA, "Same name", id="the same name"),
        pytest.param(Details("Lovejoy", "Ada"), "Same names, in another order or with another name beside them", id="in another order"),
        pytest.param(Details("Ada", "Lovejoi"), "Name spelt nearly the same", id="misspelt"),
        pytest.param(Details("Áda", "Lövejoy"), "Same name but for its accents", id="with accents"),
        pytest.param(Details(birth_date=date(1950, 3, 5)), "Same birth date", id="the same birth date"),
        pytest.param(replace(ADA, birth_date=date(1950, 5, 3)), "Same birth date with day and month exchanged", id="day for month"),
        pytest.param(Details(nhs_number="943 476 5919"), "Same NHS number", id="the same NHS number"),
        pytest.param(Details("Ada", "Lovejoy", postcode="zz991aa"), "Same postcode", id="the same postcode"),
        pytest.param(Details("Ada", "Lovejoy", birth_date=date(1950, 9, 1)), "Same year of birth", id="the same year"),
    ],
)
def test_the_reasons_given(asked, reason):
    found = match(asked, ADA)
    assert reason in found.reasons and found.is_worth_showing


def test_what_speaks_against_it_is_said_too():
    found = match(replace(ADA, nhs_number="4010232137", birth_date=date(1931, 1, 1)), ADA)
    assert set(found.differs) == {"A different NHS number", "A different birth date"}


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(Details("Ada", "Brown"), id="only the first name is shared"),
        pytest.param(Details(postcode="ZZ99 1AA"), id="only the postcode is shared"),
        pytest.param(Details("Boris", "Quill"), id="nothing is shared"),
        pytest.param(Details(), id="nothing is known"),
    ],
)
def test_too_little_is_not_shown(asked):
    assert not match(asked, ADA).is_worth_showing


def test_a_known_name_counts_as_a_name():
    assert match(Details("Maggie", "Lovejoy"), Details("Margaret", "Lovejoy", "Maggie")).is_worth_showing


def test_the_best_comes_first_and_only_so_many():
    held = [("far", Details("Ada", "Lovejoi")), ("near", ADA), ("none", Details("Boris", "Quill"))]
    assert [who for who, _ in best_matches(ADA, held)] == ["near", "far"]
    assert len(best_matches(ADA, [(n, ADA) for n in range(50)], most=10)) == 10


@pytest.mark.parametrize(("whole", "start"), [("ZZ99 1AA", "ZZ99"), ("e8 1ea", "E8"), ("", ""), ("ZZ9", "ZZ9")])
def test_only_the_district_of_a_postcode_is_shown(whole, start):
    assert start_of_postcode(whole) == start


@pytest.mark.parametrize(
    ("asked", "differs"),
    [
        pytest.param({"postcode": "ZZ98 1AA"}, {"A different postcode area"}, id="another postcode area"),
        pytest.param({"postcode": "ZZ99 9ZZ"}, set(), id="the same area"),
        pytest.param({"postcode": ""}, set(), id="no postcode"),
        pytest.param(
            {"said_under_18_on": date(2026, 3, 2)}, {"Said to be under 18, and this person is 18 or over"}, id="said to be a child"
        ),
        pytest.param({"said_under_18_on": date(1960, 3, 2)}, set(), id="a child then"),
    ],
)
def test_a_postcode_area_or_an_age_that_disagrees_is_said(asked, differs):
    assert set(match(replace(ADA, **asked), ADA).differs) == differs
