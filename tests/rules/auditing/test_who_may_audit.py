"""Is a worker on a case never its auditor, and are answers closed until everybody is done?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.rules.auditing.who_may_audit import Shared, answers_are_open, may_audit, may_go_on, may_read_audited_case, shared_out

PEOPLE = ["ana", "ben", "cat", "dov"]


@pytest.mark.parametrize(
    ("worked", "may"),
    [
        pytest.param({"ben"}, True, id="somebody who has not worked on it may"),
        pytest.param({"ana", "ben"}, False, id="who has worked on it may not"),
        pytest.param(set(), True, id="where nobody has worked on it anybody may"),
    ],
)
def test_who_may_audit_a_case(worked, may):
    assert bool(may_audit(auditor="ana", worked_on_it=worked)) is may


@given(
    st.dictionaries(st.text(min_size=1, max_size=4), st.sets(st.sampled_from(PEOPLE)), max_size=12), st.integers(0, 100),
    st.integers(0, 999_999),
)  # fmt: skip
def test_a_worker_on_a_case_is_never_drawn_as_its_auditor(worked_on, twice, seed):
    for one in shared_out(list(worked_on), auditors=PEOPLE, worked_on=worked_on, twice=twice, seed=seed):
        assert one.first not in worked_on[one.reference] and one.second not in worked_on[one.reference]
        assert one.first is None or one.first != one.second


@pytest.mark.parametrize(
    ("worked_on", "twice", "found"),
    [
        pytest.param({"a": set(PEOPLE)}, 100, Shared("a", None), id="where each has worked on it, nobody audits it and it is said"),
        pytest.param({"a": {"ana", "ben", "cat"}}, 100, Shared("a", "dov"), id="where one is left, no second is found"),
        pytest.param({"a": {"ana", "ben", "cat"}}, 0, Shared("a", "dov"), id="who is left audits it"),
    ],
)
def test_where_few_may_audit(worked_on, twice, found):
    assert shared_out(list(worked_on), auditors=PEOPLE, worked_on=worked_on, twice=twice, seed=1) == (found,)


@pytest.mark.parametrize(
    ("twice", "how_many"),
    [pytest.param(0, 0, id="none"), pytest.param(25, 2, id="a quarter of six, rounded up"), pytest.param(100, 6, id="all")],
)
def test_the_share_that_two_people_audit(twice, how_many):
    found = shared_out(list("abcdef"), auditors=PEOPLE, worked_on={}, twice=twice, seed=3)
    assert sum(one.second is not None for one in found) == how_many


def test_the_work_is_spread():
    found = shared_out([str(number) for number in range(12)], auditors=PEOPLE, worked_on={}, twice=0, seed=3)
    assert {who: sum(one.first == who for one in found) for who in PEOPLE} == dict.fromkeys(PEOPLE, 3)


@pytest.mark.parametrize(
    ("auditors", "done", "is_open"),
    [
        pytest.param(1, 0, False, id="closed while the one auditor is not done"),
        pytest.param(1, 1, True, id="open once the one auditor is done"),
        pytest.param(2, 1, False, id="closed while one of two is not done"),
        pytest.param(2, 2, True, id="open once both are done"),
        pytest.param(0, 0, False, id="nothing to open where nobody audits it"),
    ],
)
def test_when_answers_may_be_seen(auditors, done, is_open):
    assert bool(answers_are_open(auditors=auditors, done=done)) is is_open


@pytest.mark.parametrize(
    ("said", "may"),
    [
        pytest.param({"is_done": False, "worked_on_it": False, "differences_left": 0}, True, id="while the audit is open"),
        pytest.param({"is_done": True, "worked_on_it": False, "differences_left": 0}, False, id="not once it is done"),
        pytest.param({"is_done": True, "worked_on_it": False, "differences_left": 1}, True, id="again while a difference is settled"),
        pytest.param({"is_done": False, "worked_on_it": True, "differences_left": 0}, False, id="not for who works on it since"),
    ],
)
def test_how_long_an_auditor_may_read_the_case(said, may):
    assert bool(may_read_audited_case(**said)) is may


@pytest.mark.parametrize(
    ("may_audit_cases", "worked", "may"),
    [
        pytest.param({"ada"}, set(), True, id="still here, no part in the case: yes"),
        pytest.param(set(), set(), False, id="has left: no"),
        pytest.param({"ada"}, {"ada"}, False, id="has worked on the case since: no"),
    ],
)
def test_who_goes_on_with_an_audit(may_audit_cases, worked, may):
    assert bool(may_go_on(auditor="ada", may_audit_cases=may_audit_cases, worked_on_it=worked)) is may
