"""Does each answer become the right record, and is nothing typed ever lost?"""

from datetime import date

import pytest

from heard.concerns.flows.answers import about_the_adult, adult_from, agreement_from, agreement_said, report_from

TODAY = date(2026, 11, 23)


def test_an_adult_as_far_as_known():
    adult = adult_from({"given_name": "I don't know their name, flat 3"}, today=TODAY)
    assert (adult["given_name"], adult["birth_date"], adult["nhs_number"]) == ("I don't know their name, flat 3", None, "")


def test_a_date_and_a_number_that_can_be_read_find_their_places():
    said = {"birth_date": "3 May 1950", "nhs_number": "943 476 5919"}
    adult = adult_from(said, today=TODAY)
    assert (adult["birth_date"], adult["nhs_number"]) == (date(1950, 5, 3), "9434765919")
    assert about_the_adult(said, today=TODAY) == ""


def test_a_date_and_a_number_that_cannot_are_kept_as_they_were_typed():
    said = {"birth_date": "about 75", "nhs_number": "943 476 5918", "description_of_adult": "A tall man."}
    adult = adult_from(said, today=TODAY)
    assert (adult["birth_date"], adult["nhs_number"]) == (None, "")
    assert about_the_adult(said, today=TODAY) == "A tall man.\nDate of birth or age: about 75\nNHS number: 943 476 5918"


@pytest.mark.parametrize(
    "name", [pytest.param(name, id=f"{name} too long is kept as words") for name in ("given_name", "postcode", "phone")]
)
def test_a_detail_too_long_for_its_place_is_kept_as_words(name):
    said = {name: "x" * 1001}
    assert name not in adult_from(said, today=TODAY)
    assert "x" * 1001 in about_the_adult(said, today=TODAY)


def test_the_adult_telling_us_has_agreed_and_knows_whatever_else_is_in_the_answers():
    said = {"about": "me", "answer": "refused", "raised_by": "police", "raised_by_name": "Somebody"}
    assert agreement_from(said) == {"answer": "agreed", "adult_knows": "yes"}
    report = report_from(said, today=TODAY)
    assert (report["raised_by"], report["raised_by_name"]) == ("adult", "")


def test_a_plain_reason_becomes_its_ground_with_the_words_beside_it():
    said = {"answer": "not-asked", "reason": "danger-to-me", "reason_words": "He hit me.", "adult_knows": "no"}
    assert agreement_from(said) == {
        "answer": "not-asked",
        "adult_knows": "no",
        "ground": "asking-increases-risk",
        "ground_words": "Asking them could put me in danger. He hit me.",
    }


@pytest.mark.parametrize("reason", ["do-not-know", "something-else", ""])
def test_a_reason_that_is_no_ground_leaves_it_blank(reason):
    said = agreement_from({"answer": "unable", "reason": reason, "reason_words": "She was asleep."})
    assert said["ground"] == ""
    assert said["ground_words"].endswith("She was asleep.")


def test_a_reason_left_over_from_an_answer_since_changed_is_not_kept():
    assert agreement_from({"answer": "agreed", "reason": "crime", "reason_words": "x"}) == {"answer": "agreed", "adult_knows": "yes"}


def test_no_answers_at_all_are_nothing_recorded():
    assert agreement_said({}) is None
    assert report_from({}, today=TODAY)["raised_by"] == ""
    assert report_from({}, today=TODAY)["may_be_under_18"] is False
