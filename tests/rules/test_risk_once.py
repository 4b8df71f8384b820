"""Can this risk be added to the enquiry, and a provider be named on it?"""

import pytest

from heard.rules.risk_once import may_add_risk, may_name_provider, may_say_who_poses_it, views_differ

HERE = ("physical", "known-to-adult", "own-home")


@pytest.mark.parametrize(
    ("risk", "allowed"),
    [
        pytest.param(HERE, False, id="the same type, source and location: not twice"),
        pytest.param(("physical", "known-to-adult", "community"), True, id="the same type and source somewhere else"),
        pytest.param(("financial", "known-to-adult", "own-home"), True, id="another type from the same source in the same place"),
    ],
)
def test_may_add_risk(risk, allowed):
    assert bool(may_add_risk(risk=risk, already=[HERE])) is allowed


@pytest.mark.parametrize(
    ("named", "allowed"),
    [
        pytest.param("", True, id="nobody is named on it"),
        pytest.param("Testo Example", False, id="somebody is: not written over"),
    ],
)
def test_may_say_who_poses_it(named, allowed):
    assert bool(may_say_who_poses_it(named=named)) is allowed


@pytest.mark.parametrize(
    ("adults", "professionals", "differ"),
    [
        pytest.param("low", "high", True, id="low to the adult and high to the professional"),
        pytest.param("low", "low", False, id="the same"),
        pytest.param("", "high", False, id="the adult's view is not recorded: nothing to differ from"),
    ],
)
def test_views_differ(adults, professionals, differ):
    assert views_differ(adults=adults, professionals=professionals) is differ


@pytest.mark.parametrize(
    ("source", "provider", "allowed"),
    [
        pytest.param("service-provider", "Hollybank Care", True, id="the service that the risk comes from"),
        pytest.param("service-provider", "", True, id="no name is known yet"),
        pytest.param("known-to-adult", "", True, id="a relative, and no provider named"),
        pytest.param("known-to-adult", "Hollybank Care", False, id="a relative is no provider"),
    ],
)
def test_may_name_provider(source, provider, allowed):
    assert bool(may_name_provider(source=source, provider=provider)) is allowed
