"""Is everything that is wrong with a bundle said, in words that name the place, the fault and what was expected?"""

import pytest

from heard.people.models import Person
from tests.exchange.bundles import GOOD, changed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("file", "key", "cells", "line"),
    [
        pytest.param(
            "people.csv", "P1", {"gender": "woman"},
            "people.csv:2: gender: 'woman' is not a code of this column, expected one of male, female, other, not-known",
            id="a code that is not listed",
        ),
        pytest.param(
            "people.csv", "P1", {"gender": "Female"},
            "people.csv:2: gender: 'Female' is not a code of this column, expected one of male, female, other, not-known",
            id="a code in other letters",
        ),
        pytest.param(
            "people.csv", "P1", {"nhs_number": "9434765918"},
            "people.csv:2: nhs_number: the NHS number fails its check, expected ten digits that pass Modulus 11",
            id="an NHS number that fails its check",
        ),
        pytest.param(
            "people.csv", "P1", {"nhs_number": "943 476 5919"},
            "people.csv:2: nhs_number: the NHS number is not ten digits, expected ten digits and nothing else",
            id="an NHS number with spaces",
        ),
        pytest.param(
            "people.csv", "P1", {"birth_date": "1951-02-30"},
            "people.csv:2: birth_date: '1951-02-30' is not a date, expected a day that exists, written YYYY-MM-DD",
            id="a day that does not exist",
        ),
        pytest.param(
            "people.csv", "P1", {"birth_date": "14/08/1951"},
            "people.csv:2: birth_date: '14/08/1951' is not a date, expected a day that exists, written YYYY-MM-DD",
            id="a date written another way",
        ),
        pytest.param(
            "people.csv", "P1", {"death_date": "1951-08-13"},
            "people.csv:2: death_date: death is before birth, expected 1951-08-14 or later",
            id="a death before birth",
        ),
        pytest.param(
            "people.csv", "P1", {"family_name": ""},
            "people.csv:2: family_name: the cell is blank, expected a family name, blank only if given_name is blank too",
            id="a given name without a family name",
        ),
        pytest.param(
            "desired_outcomes.csv", "W3", {"outcome_ref": "W1"},
            "desired_outcomes.csv:4: outcome_ref: 'W1' is a duplicate: it is on line 2 already, expected each reference once",
            id="a reference used twice",
        ),
        pytest.param(
            "people.csv", "P1", {"preferred_language": "Welsh, mostly"},
            "people.csv:2: preferred_language: 'Welsh, mostly' is not a language, expected a BCP 47 tag, such as en-GB, cy or pl",
            id="a language that is no tag",
        ),
        pytest.param(
            "concerns.csv", "C2", {"person_ref": "P9"},
            "concerns.csv:4: person_ref: 'P9' names no row, expected a row of people.csv in the bundle or already held",
            id="a reference that names no row",
        ),
        pytest.param(
            "concerns.csv", "C2", {"received_at": ""},
            "concerns.csv:4: received_at: the cell is blank, expected a value in every row",
            id="a bold cell that is blank",
        ),
        pytest.param(
            "concerns.csv", "C2", {"received_at": "2025-10-26 01:30"},
            "concerns.csv:4: received_at: '2025-10-26 01:30' is not a time, expected a time that exists, written YYYY-MM-DDTHH:MM:SS, "
            "with an offset such as +01:00 or none",
            id="a malformed time",
        ),
        pytest.param(
            "enquiries.csv", "E1", {"concluded_on": "2025-10-26"},
            "enquiries.csv:2: concluded_on: the end is before the start, expected 2025-10-27 or later",
            id="an end before its start",
        ),
        pytest.param(
            "enquiries.csv", "E4", {"concern_ref": "C1"},
            "enquiries.csv:3: concern_ref: the concern 'C1' has the enquiry 'E1' already, expected at most one enquiry for a concern",
            id="a second enquiry for a concern",
        ),
        pytest.param(
            "risks.csv", "E1|neglect|service-provider|care-home-nursing", {"outcome": "remained"},
            "risks.csv:3: outcome: an outcome beside the finding 'inconclusive-no-action', "
            "expected no outcome, or the finding risk-action or risk-no-action",
            id="an outcome beside another finding",
        ),
        pytest.param(
            "risks.csv", "E4|physical|known-to-adult|own-home", {"outcome": "removed"},
            "risks.csv:4: outcome: an outcome without a finding, expected no outcome, or the finding risk-action or risk-no-action",
            id="an outcome beside no finding",
        ),
        pytest.param(
            "risks.csv", "E4|physical|known-to-adult|own-home", {"enquiry_ref": "E1"},
            "risks.csv:4: type: the enquiry has this type, source and location already, on line 2, "
            "expected one row for each type, source and location",
            id="the same risk twice",
        ),
        pytest.param(
            "desired_outcomes.csv", "W1", {"withdrawn_on": "2025-10-27"},
            "desired_outcomes.csv:2: withdrawn_on: it was withdrawn before it was expressed, expected 2025-10-28 or later",
            id="a wish withdrawn before it was expressed",
        ),
        pytest.param(
            "desired_outcomes.csv", "W2", {"replaces": "W2"},
            "desired_outcomes.csv:3: replaces: the wish replaces itself, expected the outcome_ref of an earlier wish",
            id="a wish that replaces itself",
        ),
        pytest.param(
            "desired_outcomes.csv", "W3", {"replaces": "W1", "enquiry_ref": "E4"},
            "desired_outcomes.csv:4: replaces: the wish 'W1' is of another enquiry, "
            "expected the outcome_ref of an earlier wish of the same enquiry",
            id="a wish that replaces one of another enquiry",
        ),
        pytest.param(
            "desired_outcomes.csv", "W3", {"replaces": "E1"},
            "desired_outcomes.csv:4: replaces: 'E1' names no row, expected a row of desired_outcomes.csv in the bundle or already held",
            id="a wish that replaces what is no wish",
        ),
        pytest.param(
            "conversations.csv", "T1", {"enquiry_ref": "E1"},
            "conversations.csv:2: enquiry_ref: the conversation has a concern_ref and an enquiry_ref, expected exactly one of the two",
            id="a conversation of a concern and an enquiry",
        ),
        pytest.param(
            "conversations.csv", "T1", {"concern_ref": ""},
            "conversations.csv:2: concern_ref: the conversation has neither a concern_ref nor an enquiry_ref, "
            "expected exactly one of the two",
            id="a conversation of nothing",
        ),
        pytest.param(
            "safeguarding_adult_reviews.csv", "S1", {"died_refs": "P1;P2"},
            "safeguarding_adult_reviews.csv:2: died_refs: 'P2' is not in person_refs, expected only people of person_refs",
            id="somebody who died and is not in the review",
        ),
        pytest.param(
            "people.csv", "P1", {"safe_contact": "a\0b"},
            "people.csv:2: safe_contact: the cell holds a null character, expected text",
            id="a null character",
        ),
    ],
)  # fmt: skip
def test_one_wrong_cell_is_one_line(faults_of, file, key, cells, line):
    assert faults_of(changed(file, key, **cells)) == [line]


def test_a_birth_in_the_future_is_a_fault(faults_of):
    (line,) = faults_of(changed("people.csv", "P3", birth_date="2999-01-01"))
    assert line.startswith("people.csv:4: birth_date: the birth is in the future, expected a day up to ")


def test_wishes_that_replace_one_another_are_a_fault(faults_of):
    lines = faults_of(changed("desired_outcomes.csv", "W1", replaces="W2"))
    circle = "replaces: the wishes replace one another in a circle, expected the outcome_ref of an earlier wish"
    assert lines == [f"desired_outcomes.csv:2: {circle}", f"desired_outcomes.csv:3: {circle}"]


def _with(file: str, text: str) -> dict[str, str]:
    return {**GOOD, file: text}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(
            "person_ref,family_name,shoe_size\nP1,Żak,4\nP2,,\nP3,B,\n",
            "people.csv:1: shoe_size: the column is not known, expected only person_ref, given_name",
            id="a column that is not known",
        ),
        pytest.param(
            "person_ref,family_name,gender,gender\nP1,Żak,,\nP2,,,\nP3,B,,\n",
            "people.csv:1: gender: the column is there twice, expected each column once",
            id="a column that is there twice",
        ),
        pytest.param(
            "person_ref,given_name\nP1,Mei\nP2,\nP3,\n",
            "people.csv:1: family_name: the column is missing, expected this column in every bundle",
            id="a bold column that is missing",
        ),
        pytest.param(
            "person_ref,family_name\nP1,Żak,4\nP2,\nP3,B\n",
            "people.csv:2: row: the row has 3 cells, expected 2, as many as the header",
            id="a row with a cell too many",
        ),
        pytest.param(
            'person_ref,family_name\nP1,"Żak"y\nP2,\nP3,B\n',
            "people.csv:2: row: the quoting is broken, expected cells quoted as RFC 4180 says",
            id="words after a closing quote",
        ),
        pytest.param(
            'person_ref,family_name\nP1,Ża"k\nP2,\nP3,B\n',
            "people.csv:2: row: the quoting is broken, expected cells quoted as RFC 4180 says",
            id="a quote in a cell that is not quoted",
        ),
        pytest.param(
            'person_ref,family_name\nP1,Żak\nP2,"never closed\nP3,B\n',
            "people.csv:3: row: the quoting is broken, expected cells quoted as RFC 4180 says",
            id="a quote that is never closed",
        ),
        pytest.param("", "people.csv:1: header: the file is empty, expected a header row: person_ref,", id="an empty file"),
    ],
)
def test_a_file_that_is_broken_is_one_line(faults_of, text, line):
    lines = faults_of(_with("people.csv", text))
    assert len(lines) == 1, lines
    assert lines[0].startswith(line)


def test_all_faults_are_said_and_nothing_is_written(faults_of):
    files = changed("people.csv", "P1", gender="x", ethnicity="y", health_conditions="dementia;z")
    files = changed("risks.csv", "E4|physical|known-to-adult|own-home", files, location="")
    assert [line.split(":")[:3] for line in faults_of(files)] == [
        ["people.csv", "2", " gender"],
        ["people.csv", "2", " ethnicity"],
        ["people.csv", "2", " health_conditions"],
        ["risks.csv", "4", " location"],
    ]
    assert not Person.objects.exists()


def test_a_bundle_without_people_is_a_fault(faults_of, tmp_path):
    files = {name: text for name, text in GOOD.items() if name != "people.csv"}
    assert faults_of(files) == ["people.csv:1: file: the file is missing, expected people.csv in every bundle"]


def test_a_file_of_another_name_is_a_fault(faults_of):
    (line,) = faults_of({**GOOD, "concern.csv": "a\n"})
    assert line.startswith("concern.csv:1: file: a bundle has no file of this name, expected only people.csv, concerns.csv")


def test_name_birth_date_and_nhs_number_may_not_all_change(bring_in, faults_of):
    bring_in()
    files = changed("people.csv", "P1", given_name="Ana", birth_date="1960-01-01", nhs_number="9876543210")
    assert faults_of(files) == [
        "people.csv:2: person_ref: name, birth date and NHS number of 'P1' all change, "
        "expected the same person, or a new person_ref for somebody else"
    ]


def test_a_value_in_a_message_cannot_move_the_cursor(faults_of):
    (line,) = faults_of(changed("people.csv", "P1", gender="a\x1b[2Jb\nc" + "d" * 100))
    assert "\\x1b[2Jb\\nc" in line
    assert "\x1b" not in line and "\n" not in line and "…" in line
