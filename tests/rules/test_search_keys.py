"""Under which keys is a person filed?"""

from datetime import date

import pytest

from heard.rules.search_keys import (
    Details,
    folded,
    is_strong,
    keys_to_look_for,
    name_keys,
    name_parts,
    search_keys_for,
    swapped,
    tidy_postcode,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Zoë", "Zoe", id="an accent"),
        pytest.param("Wiśniewski", "Wisniewski", id="a Polish letter"),
        pytest.param("Łukasz", "Lukasz", id="a letter that is not an accent"),
        pytest.param("O'Brien", "OBrien", id="an apostrophe"),
        pytest.param("O’Brien", "o'brien", id="a curly apostrophe"),
        pytest.param("Strauß", "Strauss", id="a sharp s"),
        pytest.param("Mrs Ada Example", "Ada Example", id="a title"),
        pytest.param("Ada-Mae", "Ada Mae", id="a hyphen"),
    ],
)
def test_written_two_ways_and_the_same_name(one, other):
    assert name_parts(one) == name_parts(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Smith", "Smyth", id="sounds the same"),
        pytest.param("Margaret", "Margret", id="a vowel left out"),
        pytest.param("Mohammed", "Muhammad", id="another spelling"),
        pytest.param("Margaret", "Magraret", id="letters exchanged"),
        pytest.param("Thompson", "Thmopson", id="typed in a hurry"),
        pytest.param("Stephen", "Steven", id="written as it sounds"),
    ],
)
def test_misspelt_names_share_a_key(one, other):
    assert set(search_keys_for(Details(given_name=one))) & set(search_keys_for(Details(family_name=other)))


def test_the_keys_of_a_whole_person_fit_their_column_and_come_once():
    details = Details("Ada Ada", "Example-Ada", "Ada", date(1950, 3, 5), "943 476 5919", "ZZ99 1aa")
    keys = search_keys_for(details)
    assert {"nhs:9434765919", "born:1950-03-05", "postcode:zz991aa"} <= set(keys)
    assert len(keys) == len(set(keys)) and all(len(key) <= 60 for key in search_keys_for(Details(family_name="b" * 500)))


def test_nothing_known_has_no_keys():
    assert search_keys_for(Details()) == []


def test_looking_also_tries_day_and_month_exchanged():
    assert "born:1950-05-03" in keys_to_look_for(Details(birth_date=date(1950, 3, 5)))
    assert swapped(date(1950, 3, 25)) is None and swapped(date(1950, 3, 3)) is None


@pytest.mark.parametrize(
    ("key", "strong"), [("nhs:1", True), ("born:1", True), ("postcode:1", True), ("sound:1", False), ("letters:1", False)]
)
def test_which_keys_few_people_share(key, strong):
    assert is_strong(key) is strong


def test_postcodes_with_and_without_a_space():
    assert tidy_postcode("Zz99 1AA") == tidy_postcode("zz991aa")


def test_a_part_of_a_name_has_its_sound_and_its_letters():
    assert name_keys("smyth") == ["sound:SM0", "letters:hmst"]
    assert name_keys("aia") == ["sound:A", "letters:aia"]


def test_folding_keeps_what_is_no_letter_apart():
    assert folded("Zoë O’Brien-Łąka") == "zoe obrien-laka"
