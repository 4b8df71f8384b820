"""Who may decide for the adult, and does that call for a warning?"""

from datetime import date

import pytest

from heard.rules.legal_authority import is_in_force, may_add_authority, may_rely_on, must_warn

DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("ended_on", "stands"),
    [
        pytest.param(None, True, id="not ended"),
        pytest.param(DAY, False, id="ended today"),
        pytest.param(date(2026, 3, 6), True, id="ends tomorrow"),
    ],
)
def test_is_in_force(ended_on, stands):
    assert is_in_force(ended_on=ended_on, today=DAY) is stands


@pytest.mark.parametrize(
    ("kind", "risk", "in_force", "says"),
    [
        pytest.param("lpa-property", True, True, "Office of the Public Guardian", id="an attorney who may pose a risk"),
        pytest.param("appointee", True, True, "Department for Work and Pensions", id="an appointee who may pose a risk"),
        pytest.param("lpa-property", False, True, "", id="an attorney who poses none"),
        pytest.param("deputy-welfare", True, False, "", id="an authority that has ended"),
    ],
)
def test_must_warn(kind, risk, in_force, says):
    said = must_warn(kind=kind, holder_may_pose_risk=risk, in_force=in_force)
    assert bool(said) is bool(says) and says in " ".join(said.because)


@pytest.mark.parametrize(
    ("seen", "in_force", "may"),
    [
        pytest.param("yes", True, True, id="seen and in force"),
        pytest.param("no", True, False, id="not seen"),
        pytest.param("", True, False, id="nobody said whether it was seen"),
        pytest.param("yes", False, False, id="ended"),
    ],
)
def test_may_rely_on(seen, in_force, may):
    assert bool(may_rely_on(document_seen=seen, in_force=in_force)) is may


@pytest.mark.parametrize(
    ("change", "may"),
    [
        pytest.param({}, True, id="with its holder"),
        pytest.param({"has_holder": False}, False, id="never without a holder"),
        pytest.param({"kind": "advance-decision", "has_holder": False}, True, id="an advance decision is the adult's own"),
        pytest.param({"document_seen": "yes"}, False, id="seen, but when"),
        pytest.param({"document_seen": "yes", "seen_on": DAY}, True, id="seen on a day"),
    ],
)
def test_may_add_authority(change, may):
    given = {"kind": "lpa-property", "has_holder": True, "document_seen": "", "seen_on": None}
    assert bool(may_add_authority(**{**given, **change})) is may
