"""Does the case table hold what it says, and is each measure counted from it as the rules count it?"""

import csv
import io

import pytest

from heard.measures.queries.tallied import measures_for
from heard.returns.case_table import BY_NAME, COLUMNS, case_table
from heard.returns.dictionary import dictionary_rows, write_dictionary
from heard.returns.live import EVERYTHING, flat_relations
from heard.returns.measured import denominator, measures_from
from heard.rules.indicators.wishes import FACTS_OF
from heard.rules.measures import Measure
from tests.measures.nine import one_by_one
from tests.returns import golden

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(council):
    """The case table as dicts."""

    def run():
        with flat_relations(council) as ask:
            names = ["case_id", *(column.name for column in COLUMNS)]
            return [dict(zip(names, row, strict=True)) for row in ask(case_table())]

    return run


def test_one_row_for_each_concern_in_the_area_with_codes_that_the_dictionary_has(bring_in, rows):
    bring_in(golden.bundle())
    found = rows()
    counted = [one for one in golden.bundle()["concerns.csv"] if one.get("in_area") != "no"]
    assert len(found) == len(counted)
    strange = {(name, row[name]) for row in found for name, column in BY_NAME.items() if column.codes and row[name] not in column.codes}
    assert not strange


def test_an_enquiry_stands_beside_its_concern(bring_in, rows):
    bring_in({
        "people.csv": [{"person_ref": "P1", "family_name": "Example", "birth_date": "1950-05-03", "gender": "female"}],
        "concerns.csv": [
            {"concern_ref": "C1", "person_ref": "P1", "received_at": "2025-04-30T23:30:00+00:00", "primary_support_reason": "sensory-dual"},
            {"concern_ref": "C2", "person_ref": "P1", "received_at": "2025-10-31T23:30:00+00:00"},
        ],
        "enquiries.csv": [{
            "enquiry_ref": "E1", "concern_ref": "C1", "kind": "section-42", "started_on": "2025-05-02", "concluded_on": "2025-05-31",
            "had_capacity": "no",
        }],
        "risks.csv": [
            {"enquiry_ref": "E1", "type": "physical", "source": "known-to-adult", "location": "own-home"},
            {"enquiry_ref": "E1", "type": "neglect", "source": "known-to-adult", "location": "own-home"},
        ],
        "desired_outcomes.csv": [
            {"outcome_ref": "W1", "enquiry_ref": "E1", "words": "To be safe.", "expressed_by": "adult", "adult_rating": "met"},
            {"outcome_ref": "W2", "enquiry_ref": "E1", "words": "To go home.", "expressed_by": "adult", "adult_rating": "declined",
             "professional_rating": "met"},
        ],
    })  # fmt: skip
    second, first = sorted(rows(), key=lambda row: row["month_received"], reverse=True)
    assert (first["month_received"], second["month_received"]) == (202505, 202510), "23:30 UTC in April is already May in London"
    assert (first["age_band"], first["support_reason"], second["support_reason"]) == ("75-84", "sensory", "not-recorded")
    assert (first["risk_type"], first["risk_source"], first["risk_outcome"]) == ("several", "known-to-adult", "not-recorded")
    assert (first["length"], first["had_capacity"], first["asked_answer"]) == ("29-84", "no", "yes-expressed")
    judged = (first["adult_met"], first["adult_declined"], first["professional_met"], first["asked"], first["expressed"])
    assert judged == (1, 1, 1, 1, 1)
    assert (second["kind"], second["enquiries"], second["concluded"], second["adult_met"]) == ("no-enquiry", 0, 0, 0)


def test_the_measures_are_those_of_the_rules(bring_in, council):
    bring_in(golden.bundle())
    with flat_relations(council, relations=EVERYTHING) as ask:
        every_year, one_year = measures_from(ask), measures_from(ask, 2025)
    nine = [row for row in every_year if row["measure"] in set(Measure)]
    assert nine == one_by_one(council) and every_year == measures_for(council)
    assert one_year == [row for row in every_year if "2025-04" <= row["month"] <= "2026-03"] != []


def test_every_measure_has_a_column_and_what_it_is_of():
    assert set(FACTS_OF) == set(Measure) and denominator(Measure.EXPRESSED) == "asked"
    assert set(FACTS_OF.values()) <= set(BY_NAME)


def test_the_data_dictionary_has_every_column_and_code():
    into = io.StringIO(newline="")
    write_dictionary(into)
    written = list(csv.DictReader(io.StringIO(into.getvalue())))
    assert [tuple(row.values()) for row in written] == list(dictionary_rows())
    assert {row["COLUMN"] for row in written} == set(BY_NAME) and "case_id" not in BY_NAME
    assert {row["CODE"] for row in written if row["COLUMN"] == "age_band"} == set(BY_NAME["age_band"].codes)
