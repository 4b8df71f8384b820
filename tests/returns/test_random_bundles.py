"""Do the checks hold, and do the engines agree, for any bundle?"""

from collections import Counter
from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from heard.measures.queries.tallied import measures_for
from heard.returns.live import count_return
from heard.returns.parquet import count_with, export_parquet, measures_with
from heard.rules.measures import Measure
from heard.rules.statutory_return import ACHIEVED_ROWS, ASKED_ROWS, CAPACITY, SUPPORTED
from heard.rules.vocabulary.adult import Ethnicity, Gender, SupportReason
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import Finding, RiskLocation, RiskOutcome, RiskSource, RiskType, SupportedBy
from heard.rules.vocabulary.voice import Asked, ExpressedBy, Rating
from tests import factories
from tests.measures.nine import one_by_one
from tests.returns.seeded import wander, write_in

pytestmark = pytest.mark.django_db
_DAYS = some.sampled_from(["2025-03-31", "2025-04-01", "2025-07-01", "2026-03-31", "2026-04-01"])
_BORN = some.sampled_from(["", "1920-04-01", "1948-02-29", "1961-03-31", "1961-04-01", "2008-03-31", "2008-04-01"])


def _code(vocabulary):
    return some.sampled_from(["", *map(str, vocabulary)])


@some.composite
def files(draw):
    """A few people with concerns, enquiries, risks, wishes and conversations, every answer possible and most blank."""
    made = {name: [] for name in ("people", "concerns", "enquiries", "risks", "desired_outcomes", "conversations")}
    for n in range(draw(some.integers(1, 4))):
        born = draw(_BORN)
        died = draw(some.sampled_from(["", "2025-03-31", "2025-11-30"])) if born < "2008" else ""
        made["people"].append({
            "person_ref": f"P{n}", "family_name": "Example", "birth_date": born, "death_date": died, "gender": draw(_code(Gender)),
            "ethnicity": draw(_code(Ethnicity)), "health_conditions": draw(some.sampled_from(["", "none", "stroke", "stroke;dementia"])),
        })  # fmt: skip
    for n in range(draw(some.integers(1, 6))):
        person = draw(some.sampled_from(made["people"]))["person_ref"]
        made["concerns"].append({
            "concern_ref": f"C{n}", "person_ref": person, "received_at": f"{draw(_DAYS)}T23:30:00", "in_area": draw(_code(["yes", "no"])),
            "primary_support_reason": draw(_code(SupportReason)),
        })  # fmt: skip
        if draw(some.booleans()):
            _enquiry(draw, made, n)
    return {f"{name}.csv": rows for name, rows in made.items() if rows}


def _enquiry(draw, made, n):
    start = draw(_DAYS)
    made["enquiries"].append({
        "enquiry_ref": f"E{n}", "concern_ref": f"C{n}", "kind": draw(some.sampled_from(["section-42", "other"])), "started_on": start,
        "concluded_on": draw(some.sampled_from(["", *(day for day in ("2025-09-01", "2026-03-31", "2026-04-01") if day >= start)])),
        "had_capacity": draw(_code(Answer)), "asked_what_they_want": draw(_code(Asked)), "supported_by": draw(_code(SupportedBy)),
    })  # fmt: skip
    pairs = draw(some.lists(some.tuples(some.sampled_from(list(RiskType)), some.sampled_from(list(RiskLocation))), max_size=3, unique=True))
    for kind, place in pairs:
        finding = draw(_code(Finding))
        outcome = draw(_code(RiskOutcome)) if finding.startswith("risk-") else ""
        source = str(draw(some.sampled_from(list(RiskSource))))
        more = {"finding": finding, "outcome": outcome, "source": source}
        made["risks"].append({"enquiry_ref": f"E{n}", "type": str(kind), "location": str(place), **more})
    for at in range(draw(some.integers(0, 3))):
        made["desired_outcomes"].append({
            "outcome_ref": f"W{n}-{at}", "enquiry_ref": f"E{n}", "words": "To be safe.",
            "expressed_by": str(draw(some.sampled_from(list(ExpressedBy)))),
            "adult_rating": draw(_code(Rating)), "professional_rating": draw(_code(Rating)), "expressed_on": "",
            "withdrawn_on": draw(some.sampled_from(["", "2025-08-01"])), "replaces": draw(some.sampled_from(["", f"W{n}-0"])) if at else "",
        })  # fmt: skip
    if draw(some.booleans()):
        made["conversations"].append({
            "conversation_ref": f"T{n}", "concern_ref": f"C{n}", "held_at": "2025-06-01T10:00:00",
            "asked_what_they_want": draw(_code(["yes", "no"])),
        })  # fmt: skip


def totals(cells, table, *, leave_out=()):
    """The sum of a table's cells for each enquiry type."""
    found: Counter = Counter()
    for cell, value in cells.items():
        if cell.table == table and cell.category not in leave_out:
            found[cell.enquiry_type] += value
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=files(), turn=some.integers(0, 999))
def test_the_checks_hold_and_duckdb_agrees(bring_in, council, tmp_path, rows, turn):
    with transaction.atomic():
        bring_in(rows)
        wander(turn)
        write_in(turn)
        cells = count_return(council, 2025)
        people, cases = totals(cells, "SG1a"), totals(cells, "SG1f")
        assert people == totals(cells, "SG1b") == totals(cells, "SG1c"), "check 1"
        assert all(totals(cells, "SG1d")[kind] >= number and cases[kind] >= number for kind, number in people.items()), "check 2"
        asked = totals(cells, "SG4a", leave_out=ACHIEVED_ROWS)
        assert totals(cells, "SG3a", leave_out=(SUPPORTED,)) == asked, "check 4"
        for cell, value in cells.items():
            if cell.category == SUPPORTED:
                assert value <= cells[replace(cell, category=CAPACITY[Answer.NO])], "check 5"
        achieved = totals(cells, "SG4a", leave_out=ASKED_ROWS)
        expressed = totals(cells, "SG4a", leave_out=(*ACHIEVED_ROWS, *ASKED_ROWS[1:]))
        assert all(achieved[kind] <= expressed[kind] for kind in achieved), "check 6"
        export_parquet(council, tmp_path / "out", by=None)
        assert count_with("duckdb", tmp_path / "out", 2025) == cells
        measures = measures_for(council)
        assert measures_with("duckdb", tmp_path / "out") == measures
        assert [row for row in measures if row["measure"] in set(Measure)] == one_by_one(council)
        transaction.set_rollback(True)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(first=files(), more=files())
def test_adding_cases_of_other_people_adds_their_cells_and_changes_no_other(bring_in, council, first, more):
    with transaction.atomic():
        elsewhere = factories.authority("Elsewhere")
        bring_in(first)
        before = count_return(council, 2025)
        bring_in(with_other_refs(more))
        bring_in(more, elsewhere)
        of_more = count_return(elsewhere, 2025)
        assert count_return(council, 2025) == {cell: value + of_more[cell] for cell, value in before.items()}
        transaction.set_rollback(True)


def with_other_refs(rows):
    """The same bundle about other people: every reference another one."""

    def other(column, value):
        return f"X{value}" if value and (column.endswith("_ref") or column == "replaces") else value

    return {name: [{column: other(column, value) for column, value in row.items()} for row in of] for name, of in rows.items()}
