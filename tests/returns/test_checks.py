"""Does each check list the cases that it is about, and no other, on both databases and from the command line?"""

import json

import pytest

from heard.config.command import main
from heard.returns.checks import LISTED, check_return
from heard.returns.listed import QUERIES
from heard.rules.return_checks import Check
from tests import factories
from tests.returns import golden

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
    assert found["expressed-and-not-rated"] == concerns_of("A wish that nobody rated", "Replaced by a wish since withdrawn")
    assert found["more-outcomes-than-findings"] == concerns_of("The same finding for two types")
    with_risks = {"C" + one["enquiry_ref"][1:] for one in golden.bundle()["risks.csv"]}
    assert found["enquiry-without-risk"] and not found["enquiry-without-risk"] & with_risks
    assert "self-neglect-source" not in found and "people-differ" not in found


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


def test_every_list_has_its_words_and_its_query():
    assert set(LISTED) <= set(QUERIES) <= set(Check)


def test_the_command_gives_each_with_its_cases_and_words_to_paste(bring_in, council, capsys, monkeypatch):
    monkeypatch.setattr("heard.config.command._check_database", lambda: None)
    bring_in(golden.bundle())
    assert main(["return", "check", "--year", "2025", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(set(one) == {"check", "severity", "cases", "concern_refs", "explanation"} for one in found)
    (under_18,) = (one for one in found if one["check"] == "under-18")
    assert under_18["severity"] == "warning" and len(under_18["cases"]) == 2 and under_18["explanation"].startswith("2 cases: Under 18")
    assert not any(name in json.dumps(found) for name in ("Example3", "Example7")), "no name goes out"

