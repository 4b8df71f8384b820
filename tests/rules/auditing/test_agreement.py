"""Is Cohen's kappa right, and is it said where it is undefined?"""

import pytest

from heard.rules.auditing.agreement import cohens_kappa, counted_answer, differences

YES, PARTLY, NO = "yes", "partly", "no"


@pytest.mark.parametrize(
    ("pairs", "answers", "same", "kappa"),
    [
        pytest.param([(YES, YES)] * 20 + [(YES, NO)] * 5 + [(NO, YES)] * 10 + [(NO, NO)] * 15, 50, 35, 0.4,
                     id="20, 5, 10 and 15 of 50: seen 0.70, by chance 0.50, so 0.40"),
        pytest.param([(YES, YES), (NO, NO), (PARTLY, PARTLY)], 3, 3, 1.0, id="the same each time, and not always one answer: 1"),
        pytest.param([(YES, NO), (NO, YES)], 2, 0, -1.0, id="never the same, and each gave both: -1"),
        pytest.param([(YES, YES), (YES, NO), (NO, YES), (NO, NO)], 4, 2, 0.0, id="what chance alone would give: 0"),
        pytest.param([(YES, YES), (YES, NO)], 2, 1, 0.0, id="one gave only one answer, the other two: 0"),
        pytest.param([(YES, NO)], 1, 0, 0.0, id="one answer on which they differ: 0"),
        pytest.param([], 0, 0, None, id="undefined without any answer"),
        pytest.param([(YES, YES)] * 9, 9, 9, None, id="undefined where both gave one and the same answer every time"),
    ],
)  # fmt: skip
def test_how_far_two_agree(pairs, answers, same, kappa):
    found = cohens_kappa(pairs)
    assert (found.answers, found.same, found.kappa) == (answers, same, kappa)
    assert found.because


def test_where_it_is_undefined_the_reason_is_said():
    assert "cannot be worked out" in cohens_kappa([(YES, YES)] * 2).because
    assert "No question" in cohens_kappa([]).because


@pytest.mark.parametrize(
    ("answers", "settled", "counts"),
    [
        pytest.param([YES], "", YES, id="the one auditor's answer"),
        pytest.param([YES, YES], "", YES, id="what both answered"),
        pytest.param([YES, NO], "", None, id="nothing while they differ"),
        pytest.param([YES, NO], PARTLY, PARTLY, id="what they settled on"),
        pytest.param([], "", None, id="nothing where nobody answered"),
    ],
)
def test_which_answer_counts(answers, settled, counts):
    assert counted_answer(answers=answers, settled=settled) == counts


def test_what_two_answered_differently_in_the_first_ones_order():
    assert differences({"a": YES, "b": NO, "c": YES}, {"c": NO, "a": PARTLY, "b": NO}) == ("a", "c")
    assert differences({"a": YES}, {}) == ()
