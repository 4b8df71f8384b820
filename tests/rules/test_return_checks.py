"""What do the checks of the return say of counts that cannot be right, and of those that may be?"""

import pytest

from heard.rules.return_checks import Check, Limits, Severity, cells_of, look_at_cells, total
from heard.rules.statutory_return import CONCERNS, CONCLUDED_42, OTHER, SECTION_42, Cell

C42 = CONCLUDED_42
LACKED, HAD = "Yes, they lacked capacity", "No, they did not lack capacity"
EXPRESSED = "Yes they were asked and outcomes were expressed"
SUPPORTED = "Of the enquiries recorded as Yes, in how many of these cases was support provided by an advocate, family or friend"


def people(number: int, kind: str = CONCERNS, *, cases: int | None = None) -> dict[Cell, int]:
    """So many people who agree in every table, each known."""
    names = {"SG1a": "18-64", "SG1b": "Female", "SG1c": "White", "SG1d": "Physical Support", "SG1e": "none"}
    return {Cell(table, kind, name): number for table, name in names.items()} | {Cell("SG1f", kind, "Total"): cases or number}


def endings(lacked: int, had: int, *, asked: int | None = None) -> dict[Cell, int]:
    return {
        Cell("SG3a", C42, LACKED, "", "18-64"): lacked, Cell("SG3a", C42, HAD, "", "65-74"): had,
        Cell("SG4a", C42, EXPRESSED, "", "18-64"): lacked + had if asked is None else asked,
    }  # fmt: skip


def found(cells, before=None, **limits):
    return {(str(one.check), str(one.severity)) for one in look_at_cells(cells, before or {}, Limits(**limits))}


ERRORS = [
    (people(5) | {Cell("SG1b", CONCERNS, "Female"): 4}, Check.PEOPLE_DIFFER),
    (people(5) | {Cell("SG1c", CONCERNS, "White"): 6}, Check.PEOPLE_DIFFER),
    (people(5) | {Cell("SG1d", CONCERNS, "Physical Support"): 4}, Check.PEOPLE_AND_CASES),
    (people(5, cases=4), Check.PEOPLE_AND_CASES),
    (endings(2, 3, asked=4), Check.ENDINGS_DIFFER),
    (endings(2, 3) | {Cell("SG3a", C42, SUPPORTED, "", "18-64"): 3}, Check.SUPPORTED),
    (endings(2, 3) | {Cell("SG4a", C42, "Fully Achieved", "", "18-64"): 4, Cell("SG4a", C42, "Not Achieved", "", "18-64"): 2},
     Check.ACHIEVED),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "check"), ERRORS, ids=[f"{number} {check}" for number, (_, check) in enumerate(ERRORS)])
def test_what_cannot_be_right_is_an_error(cells, check):
    assert found(cells) == {(check, Severity.ERROR)}


RISK = Cell("SG2c", C42, "Risk identified and action taken", "Service Provider")
WARNINGS = [
    ({Cell("SG2a", C42, "Sexual Abuse", "Service Provider"): 1}, None, Check.TYPES_DIFFER),
    ({Cell("SG2a_b1", C42, "Sexual Abuse", "Own Home"): 1}, None, Check.TYPES_DIFFER),
    ({**people(2), **people(3, SECTION_42)}, None, Check.MORE_ENQUIRIES),
    ({**people(2), **people(1, SECTION_42), **people(2, OTHER)}, None, Check.MORE_ENQUIRIES),
    ({RISK: 1, Cell("SG2e", C42, "Risk removed", "Service Provider"): 1, Cell("SG2e", C42, "Risk reduced", "Service Provider"): 1}, None,
     Check.OUTCOMES),
    (endings(30, 70), endings(70, 30), Check.TRANSPOSED),
    (endings(50, 50), endings(30, 70), Check.TRANSPOSED),
    (people(90) | {Cell("SG1a", CONCERNS, "18-64"): 80, Cell("SG1a", CONCERNS, "Not Known"): 10}, None, Check.NOT_KNOWN),
    (endings(40, 50) | {Cell("SG3a", C42, "Not recorded", "", "18-64"): 6, Cell("SG3a", C42, "Don't know", "", "95+"): 4,
                        Cell("SG4a", C42, "No", "", "18-64"): 10}, None, Check.NOT_KNOWN),
    (people(5) | {Cell("SG1e", CONCERNS, "none"): 4}, None, Check.CONDITIONS),
    (people(120), people(100), Check.CHANGE),
    (people(80), people(100), Check.CHANGE),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "before", "check"), WARNINGS, ids=[f"{at} {check}" for at, (_, _, check) in enumerate(WARNINGS)])
def test_what_may_be_right_is_a_warning(cells, before, check):
    assert found(cells, before) == {(check, Severity.WARNING)}


QUIET = [
    (people(5, cases=7), None),
    ({**people(3), **people(2, SECTION_42), **people(1, OTHER)}, None),
    ({RISK: 2, Cell("SG2e", C42, "Risk removed", "Service Provider"): 2}, None),
    (endings(49, 51), endings(30, 70)),
    (endings(0, 10), endings(10, 0)),
    (people(100) | {Cell("SG1a", CONCERNS, "18-64"): 91, Cell("SG1a", CONCERNS, "Not Known"): 9}, None),
    (people(10) | {Cell("SG1a", CONCERNS, "18-64"): 0, Cell("SG1a", CONCERNS, "Not Known"): 10}, None),
    (people(119), people(100)),
    (people(19), people(10)),
    ({}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "before"), QUIET, ids=range(len(QUIET)))
def test_just_inside_the_limits_nothing_is_said(cells, before):
    assert found(cells, before) == set()


def test_a_council_sets_its_own_limits():
    assert found(people(110), people(100), change=10) == {(Check.CHANGE, Severity.WARNING)}
    assert found(endings(2, 3), endings(3, 2), least=5) == {(Check.TRANSPOSED, Severity.WARNING)}


def test_the_words_name_the_table_and_the_numbers_and_the_cells_are_those_to_look_at():
    (one,) = look_at_cells(endings(30, 70), endings(70, 30), Limits())
    assert "is 30% of the answers yes and no, and was 70% the year before" in one.explanation and "LACKED" in one.explanation
    assert {cell.category for cell in one.cells} == {LACKED, HAD}


@pytest.mark.parametrize(
    ("of", "number"),
    [
        pytest.param({"table": "SG2c", "kind": C42}, 3, id="a whole table"),
        pytest.param({"table": "SG2c", "kind": C42, "rows": ("A",)}, 2, id="one row"),
        pytest.param({"table": "SG2c", "kind": C42, "rows": ("A",), "column": "X"}, 1, id="one cell"),
        pytest.param({"table": "SG2e", "kind": C42}, 0, id="another table"),
        pytest.param({"table": "SG2c", "kind": OTHER}, 0, id="another enquiry type"),
    ],
)
def test_total(of, number):
    cells = {Cell("SG2c", C42, "A", "X"): 1, Cell("SG2c", C42, "A", "Y"): 1, Cell("SG2c", C42, "B", "X"): 1}
    assert total(cells, **of) == number


def test_the_cells_of_a_check_are_those_of_its_rows_and_kind():
    cells = {**endings(2, 3), Cell("SG3a", OTHER, LACKED, "", "18-64"): 1}
    assert cells_of(cells, "SG3a", C42, (LACKED,)) == (Cell("SG3a", C42, LACKED, "", "18-64"),)


def test_not_recorded_and_not_known_are_named_apart_and_only_what_can_be_asked_is_listed():
    """Where every answer is "don't know" there is nothing left to ask, and the words say that it was answered."""
    blank, unknown = Cell("SG3a", C42, "Not recorded", "", "18-64"), Cell("SG3a", C42, "Don't know", "", "18-64")
    for given, words, listed in (
        ({blank: 6, unknown: 4}, "4% is “Don't know” and 6% “Not recorded”. Nothing is recorded in these cases", "Not recorded"),
        ({unknown: 10}, "10% is “Don't know” and 0% “Not recorded”. In these cases it was answered so", "Don't know"),
    ):
        cells = {**endings(40, 50), **given, Cell("SG4a", C42, "No", "", "18-64"): 10}
        (one,) = [one for one in look_at_cells(cells, {}, Limits()) if one.check == Check.NOT_KNOWN]
        assert words in one.explanation
        assert {cell.category for cell in one.cells} == {listed}
