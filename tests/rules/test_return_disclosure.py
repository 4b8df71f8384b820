"""What of the return may leave the council?"""

import pytest

from heard.rules.return_disclosure import disclosed
from heard.rules.statutory_return import ACHIEVED_ROWS, ASKED_ROWS, Cell

TOTAL = Cell("SG1f", "Safeguarding Concerns", "Total")


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "[c]"), (1, "[c]"), (4, "[c]"), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (1002, 1000)]
)
def test_small_numbers_are_hidden_and_others_rounded_to_five(count, shown):
    assert disclosed({TOTAL: count})[TOTAL] == shown


def sg4a(band="18-64", **counts):
    cells = {Cell("SG4a", "Concluded Section 42 Enquiries", row, "", band): 0 for row in (*ASKED_ROWS, *ACHIEVED_ROWS)}
    return cells | {Cell("SG4a", "Concluded Section 42 Enquiries", row, "", band): value for row, value in counts.items()}


@pytest.mark.parametrize(
    ("counts", "asked", "achieved"),
    [
        pytest.param({}, "[x]", "[x]", id="nothing at all is not available, both groups"),
        pytest.param({"No": 1}, "[c]", "[x]", id="one asked: the asked cells are hidden, the achieved not available"),
        pytest.param({"No": 9, "Fully Achieved": 1}, "[c]", "[c]", id="one achieved: its group is hidden, and noughts with it"),
    ],
)
def test_groups_of_noughts_are_not_available_and_other_noughts_are_hidden(counts, asked, achieved):
    shown = {cell.category: value for cell, value in disclosed(sg4a(**counts)).items()}
    assert (shown["Not Recorded"], shown["Not Achieved"]) == (asked, achieved)
    assert shown["No"] == (10 if counts.get("No") == 9 else asked)


def test_each_age_band_is_a_group_of_its_own():
    shown = disclosed({**sg4a(), **sg4a("65-74", No=6)})
    assert shown[Cell("SG4a", "Concluded Section 42 Enquiries", "No", "", "18-64")] == "[x]"
    assert shown[Cell("SG4a", "Concluded Section 42 Enquiries", "Don't Know", "", "65-74")] == "[c]"


def test_reviews_are_hidden_like_the_rest():
    assert disclosed({Cell("SG5a", "Count of Safeguarding Adult Reviews", "Where no individuals died"): 3}) != 3
    assert set(disclosed({Cell("SG5b", "Count of Individuals Involved in Safeguarding Adult Reviews", "x"): 0}).values()) == {"[c]"}
