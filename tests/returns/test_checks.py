"""Does each check list the cases that it is about, and no other, on both databases and from the command line?"""

import json

import pytest

from heard.config.command import main
from heard.returns.checks import LISTED, check_return
from heard.returns.listed import QUERIES
from heard.returns.tables import TABLES
from heard.rules.return_checks import Check
from tests import factories
from tests.returns import golden
from tests.returns.golden_words import HAD

pytestmark = pytest.mark.django_db


@pytest.fixture
def looked(council):
    """What each check found in 2025: the concerns it lists, by check."""

    def run(authority=council, year=2025):
        found: dict[str, set] = {}
        for one in check_return(authority, year):
            found.setdefault(str(one.found.check), set()).update(one.concern_refs)
        return found

    return run


def concerns_of(*rules: str) -> set[str]:
    """The concerns of the golden cases whose rule begins with these words."""
    found = {f"C{n}" for n, one in enumerate(golden.CASES, 1) if one.rule.startswith(rules)}
    assert len(found) == len(rules)
    return found


def test_the_golden_year(bring_in, looked):
    bring_in(golden.bundle())
    found = looked()
    assert found["under-18"] == concerns_of("18 on 1 April", "Died at 17")
    assert found["expressed-and-not-rated"] == concerns_of("A wish that nobody rated", "Replaced by a wish withdrawn after")
    assert found["more-outcomes-than-findings"] == concerns_of("The same finding for four types")
    with_risks = {"C" + one["enquiry_ref"][1:] for one in golden.bundle()["risks.csv"]}
    assert found["enquiry-without-risk"] and not found["enquiry-without-risk"] & with_risks
    assert found["self-neglect-source"] == concerns_of("A risk without a finding") and "people-differ" not in found


def test_self_neglect_by_somebody_else_is_listed(bring_in, looked):
    started = {"enquiry_ref": "E1", "concern_ref": "C1", "kind": "section-42", "started_on": "2025-06-03", "concluded_on": "2025-09-01"}
    risk = {"enquiry_ref": "E1", "type": "self-neglect", "source": "service-provider", "location": "own-home"}
    bring_in({
        "people.csv": [{"person_ref": "P1", "family_name": "Example"}],
        "concerns.csv": [{"concern_ref": "C1", "person_ref": "P1", "received_at": "2025-06-02T10:00:00"}],
        "enquiries.csv": [started], "risks.csv": [risk],
    })  # fmt: skip
    assert looked()["self-neglect-source"] == {"C1"}
    assert looked(year=2024) == {} == looked(factories.authority("Elsewhere"))


def test_enquiries_of_earlier_concerns_are_listed_where_there_are_more_of_them(bring_in, looked):
    carried_over = next(one for one in golden.CASES if one.rule.startswith("A concern of March"))
    bring_in(golden.bundle([carried_over]))
    assert looked()["more-enquiries-than-concerns"] == concerns_of("A concern of March")


def test_not_known_lists_what_can_still_be_asked(bring_in, looked, settings):
    settings.HEARD_RETURN_CHECKS = {"least": 1}
    bring_in(golden.bundle())
    assert concerns_of("No birth date") <= looked()["not-known"]


def test_a_change_lists_this_years_cases_and_where_there_is_none_those_of_the_year_before(bring_in, council, settings):
    settings.HEARD_RETURN_CHECKS = {"least": 1}
    bring_in(golden.bundle())
    in_2025, in_2026 = (by_about(check_return(council, year), "year-on-year") for year in (2025, 2026))
    assert in_2025 == {golden.CONCERN: with_cell("SG1f", golden.CONCERN)}
    assert in_2026 == {
        **in_2025, golden.S42: with_cell("SG1f", golden.S42), golden.OTHER: {"C17"}, golden.DONE: {"C15"}, golden.DONE_OTHER: {"C17"}
    }  # fmt: skip


def test_a_swing_lists_both_answers_for_either_may_be_the_exchanged_one(bring_in, council, settings):
    settings.HEARD_RETURN_CHECKS = {"least": 1}
    bring_in(golden.bundle())
    before = {"enquiry_ref": "E1", "concern_ref": "C1", "kind": "section-42", "started_on": "2024-06-03", "concluded_on": "2024-09-01"}
    bring_in({"enquiries.csv": [{**before, "had_capacity": "no"}]})
    (swing,) = (one for one in check_return(council, 2025) if one.found.check == "capacity-swing")
    assert set(swing.concern_refs) == with_cell("SG3a", golden.DONE, golden.LACKED, HAD)


def by_about(results, check):
    """The concerns that each finding of a check lists."""
    return {one.found.about: set(one.concern_refs) for one in results if one.found.check == check}


def with_cell(table, kind, *categories):
    """The concerns of the golden cases that add to a table, for an enquiry type."""
    return {
        f"C{n}" for n, one in enumerate(golden.CASES, 1)
        if any((cell.table, cell.enquiry_type) == (table, kind) and (not categories or cell.category in categories) for cell in one.cells)
    }  # fmt: skip


# What would have to be wrong in a table for each check of what cannot be wrong, and which concerns it must then list.
DEFECTS = [
    ("SG1b", "category = 'Female'", "people-differ", {golden.CONCERN: {"C18", "C19", "C20", "C21"}}),
    ("SG1d", "category IN ('No Support Reason', 'Physical Support')", "more-people-than-cases", {f"{golden.CONCERN}, SG1d": {"C23"}}),
    ("SG1f", f"enquiry_type = '{golden.S42}'", "more-people-than-cases", {f"{golden.S42}, SG1f": with_cell("SG1f", golden.S42)}),
    ("SG3a", "category = 'Not recorded'", "capacity-and-asked-differ", {golden.DONE: {"C31"}}),
    ("SG3a", f"category = '{golden.LACKED}'", "more-supported-than-lacked",
     {golden.DONE: {"C24", "C25", "C28"}, golden.DONE_OTHER: {"C17"}}),
    ("SG4a", f"category = '{golden.EXPRESSED}'", "more-achieved-than-expressed", {golden.DONE: {"C27", "C32", "C33", "C34", "C35", "C37"}}),
    ("SG2a_b1", "category = 'Sexual Abuse'", "types-of-risk-differ", {f"{golden.DONE}, Sexual Abuse": {"C26"}}),
]


@pytest.mark.parametrize(("table", "lost", "check", "listed"), DEFECTS, ids=[f"{one[2]} because of {one[0]}" for one in DEFECTS])
def test_a_fault_in_the_counting_is_found_and_lists_exactly_whom_it_lost(bring_in, council, monkeypatch, table, lost, check, listed):
    whole = TABLES[table]
    monkeypatch.setitem(TABLES, table, lambda year: f"SELECT * FROM ({whole(year)}) w WHERE NOT ({lost})")
    bring_in(golden.bundle())
    found = check_return(council, 2025)
    assert by_about(found, check) == listed
    severity = "warning" if check == "types-of-risk-differ" else "error"
    assert all(one.found.severity == severity and one.explanation for one in found if one.found.check == check)


def test_people_without_a_condition_are_listed_of_each_kind(bring_in, council):
    bring_in(golden.bundle())
    assert by_about(check_return(council, 2025), "people-without-condition") == {
        kind: with_cell("SG1a", kind) - {"C18", "C22"} for kind in (golden.CONCERN, golden.S42, golden.OTHER)
    }  # fmt: skip


def test_only_the_risks_of_one_kind_and_source_that_have_more_outcomes_are_listed(bring_in, looked):
    """Findings that have no outcome are findings all the same; and no other kind of enquiry, nor source, is listed for this one."""
    ends = {"started_on": "2025-06-03", "concluded_on": "2025-09-01"}
    kinds = {"1": "section-42", "2": "other", "3": "section-42"}
    risks = [("1", "physical", "risk-action", "removed"), ("1", "neglect", "risk-action", "reduced"),
             ("3", "physical", "risk-action", "removed"), ("3", "neglect", "risk-action", "reduced"), ("3", "sexual", "risk-no-action", "")]
    bring_in({
        "people.csv": [{"person_ref": f"P{n}", "family_name": "Example"} for n in kinds],
        "concerns.csv": [{"concern_ref": f"C{n}", "person_ref": f"P{n}", "received_at": "2025-06-02T10:00:00"} for n in kinds],
        "enquiries.csv": [{"enquiry_ref": f"E{n}", "concern_ref": f"C{n}", "kind": kind, **ends} for n, kind in kinds.items()],
        "risks.csv": [
            {"enquiry_ref": f"E{n}", "type": type_, "source": "service-provider", "location": "own-home", "finding": finding,
             "outcome": outcome} for n, type_, finding, outcome in risks
        ] + [{"enquiry_ref": "E2", "type": "physical", "source": "known-to-adult", "location": "own-home", "finding": "risk-action"}],
    })  # fmt: skip
    assert looked()["more-outcomes-than-findings"] == {"C1"}


def test_every_finding_lists_cases_and_has_words_to_paste(bring_in, council, settings):
    settings.HEARD_RETURN_CHECKS = {"least": 1}
    bring_in(golden.bundle())
    found = [one for year in (2024, 2025, 2026) for one in check_return(council, year)]
    assert len(found) > 20 and all(one.cases and one.concern_refs and one.explanation.endswith(".") for one in found)
    of_cells = {"not-known", "year-on-year", "capacity-swing"}
    assert set(Check) == of_cells | set(QUERIES) and set(LISTED) <= set(QUERIES), "a new check has its list"


def test_the_command_gives_each_with_its_cases_and_words_to_paste(bring_in, council, capsys, monkeypatch):
    monkeypatch.setattr("heard.config.command._check_database", lambda: None)
    bring_in(golden.bundle())
    assert main(["return", "check", "--year", "2025", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(set(one) == {"check", "severity", "cases", "concern_refs", "explanation"} for one in found)
    (under_18,) = (one for one in found if one["check"] == "under-18")
    assert under_18["severity"] == "warning" and len(under_18["cases"]) == 2 and under_18["explanation"].startswith("2 cases: Under 18")
    assert not any(name in json.dumps(found) for name in ("Example3", "Example7")), "no name goes out"

