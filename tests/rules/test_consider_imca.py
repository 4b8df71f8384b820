"""Is an independent mental capacity advocate (IMCA) to be considered, and may one be instructed?"""

from datetime import date

import pytest

from heard.rules.appropriate_person import Representation
from heard.rules.consider_imca import may_record_imca, points_to_consider

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("lacks", "plan", "considered", "points"),
    [
        pytest.param(False, DAY, (), [], id="has capacity"),
        pytest.param(True, None, (), ["planning"], id="lacks it, and no plan yet"),
        pytest.param(True, DAY, (), ["planning", "plan"], id="a plan, and considered at neither point"),
        pytest.param(True, DAY, ("planning",), ["plan"], id="considered at planning, and again at the plan"),
        pytest.param(True, DAY, ("planning", "plan"), [], id="considered at both"),
    ],
)
def test_points_to_consider(lacks, plan, considered, points):
    assert list(points_to_consider(lacks_capacity=lacks, plan_made_on=plan, considered=considered)) == points


@pytest.mark.parametrize(
    ("answers", "allowed"),
    [
        pytest.param({}, True, id="instructed on a ground"),
        pytest.param({"grounds": []}, False, id="instructed on no ground"),
        pytest.param({"is_instructed": "no", "grounds": []}, True, id="not instructed, with a reason"),
        pytest.param({"is_instructed": "no", "reason": " "}, False, id="no reason"),
        pytest.param({"considered_by": ""}, False, id="nobody's name"),
        pytest.param({"grounds": ["serious-risk", "else"]}, False, id="a ground not on the list"),
        pytest.param({"local": Representation(imca_grounds=("financial-abuse",))}, False, id="a ground the council does not use"),
    ],
)
def test_may_record_imca(answers, allowed):
    given = {"is_instructed": "yes", "grounds": ["serious-risk"], "reason": "He was hurt.", "considered_by": "Robin Example", **answers}
    assert bool(may_record_imca(**given)) is allowed
