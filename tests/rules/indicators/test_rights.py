"""Who was helped to take part, who met an advocate, and who was told where something was done without their agreement?"""

import pytest

from heard.rules.indicators.rights import indicators_of_rights
from tests.rules.indicators.made import advocate, counted, enquiry

ASKED_FOR, MET = advocate(), advocate(4)


@pytest.mark.parametrize(
    ("known", "slug", "counts"),
    [
        pytest.param({"had_capacity": "no"}, "lacked-capacity", (1, 1), id="had capacity: no means lacked capacity"),
        pytest.param({"had_capacity": "yes"}, "lacked-capacity", (0, 1), id="had capacity: yes means did not lack it"),
        pytest.param({"had_capacity": "not-known"}, "lacked-capacity", (0, 0), id="not known says nothing either way"),
        pytest.param({"had_capacity": "not-known"}, "capacity-known", (0, 1), id="and is not an answer"),
        pytest.param({}, "capacity-known", (0, 1), id="nor is nothing recorded"),
        pytest.param({"had_capacity": "no", "supported": 1}, "lacked-and-supported", (1, 1), id="supported by family"),
        pytest.param({"had_capacity": "no", "supported": 0}, "lacked-and-supported", (0, 1), id="supported by nobody"),
        pytest.param({"had_capacity": "yes", "supported": 1}, "lacked-and-supported", (0, 0), id="had capacity: not of these"),
        pytest.param({"named": 1}, "represented", (1, 1), id="a person was named to help"),
        pytest.param({"advocates": (ASKED_FOR,)}, "represented", (0, 1), id="an advocate asked for who never came has not helped"),
        pytest.param({"advocates": (MET,)}, "represented", (1, 1), id="an advocate who met the adult"),
        pytest.param({"difficulty": 1}, "difficulty-helped", (0, 1), id="substantial difficulty and nobody"),
        pytest.param({"difficulty": 1, "advocates": (MET,)}, "difficulty-helped", (1, 1), id="difficulty and an advocate"),
        pytest.param({}, "difficulty-helped", (0, 0), id="no difficulty recorded"),
        pytest.param({"advocates": (ASKED_FOR, MET)}, "advocate-met", (1, 2), id="two asked for, one came"),
        pytest.param({"overridden": 1}, "overridden-told", (0, 1), id="acted without agreement, and nobody told the adult"),
        pytest.param({"overridden": 1, "told": "yes"}, "overridden-told", (1, 1), id="acted without agreement, and told"),
        pytest.param({"overridden": 0, "told": "yes"}, "overridden-told", (0, 0), id="agreed: there was nothing to tell"),
        pytest.param({"overridden": 1}, "overridden", (1, 1), id="how often it happens"),
    ],
)
def test_rights(known, slug, counts):
    assert counted(slug, enquiry(**known)) == counts


def test_each_has_a_slug_of_its_own():
    slugs = [one.slug for one in indicators_of_rights()]
    assert len(slugs) == len(set(slugs)) == 8
