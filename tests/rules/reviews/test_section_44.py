"""When must there be a Safeguarding Adult Review, and when may there be one? (Care Act 2014, section 44)"""

import pytest

from heard.rules.reviews.section_44 import MAY, MUST, may_decide, review_of
from heard.rules.vocabulary.reviews import Criterion, ReviewKind

YES, NO, NOT_KNOWN = "yes", "no", "not-known"


def said(area=YES, together=YES, died=YES, from_abuse="", serious="") -> dict:
    return {
        Criterion.ADULT_IN_AREA: area, Criterion.TOGETHER: together, Criterion.DIED: died, Criterion.FROM_ABUSE: from_abuse,
        Criterion.SERIOUS: serious,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        pytest.param(said(from_abuse=YES), "must", id="died, it may be from abuse, and cause for concern: must (condition 1)"),
        pytest.param(said(died=NO, serious=YES), "must", id="alive, serious abuse, and cause for concern: must (condition 2)"),
        pytest.param(said(from_abuse=NO), "may", id="died, and not from abuse or neglect: may"),
        pytest.param(said(died=NO, serious=NO), "may", id="alive, and not serious: may"),
        pytest.param(said(together=NO, from_abuse=YES), "may", id="no concern how agencies worked together: may"),
        pytest.param(said(together=NO, died=NOT_KNOWN), "may", id="no concern how they worked together, whatever else is not known: may"),
        pytest.param(said(together=NOT_KNOWN, from_abuse=NO), "may", id="neither condition, whatever is not known of agencies: may"),
        pytest.param(said(area=NO, from_abuse=YES), "not", id="not an adult with needs in the area: not under this section"),
        pytest.param(said(area=NOT_KNOWN, from_abuse=YES), None, id="not known whether in the area: nothing yet"),
        pytest.param(said(from_abuse=NOT_KNOWN), None, id="died, and whether from abuse is not known: nothing yet"),
        pytest.param(said(died=NOT_KNOWN), None, id="not known whether they died: nothing yet"),
        pytest.param(said(died=NO, serious=NOT_KNOWN), None, id="alive, and how serious is not known: nothing yet"),
        pytest.param(said(together=NOT_KNOWN, from_abuse=YES), None, id="not known how agencies worked together: nothing yet"),
        pytest.param({}, None, id="nothing answered: nothing yet"),
    ],
)
def test_what_the_section_makes_of_the_answers(answers, kind):
    found = review_of(answers)
    assert found.kind == kind and found.because
    assert found.law == {"must": MUST, "may": MAY, "not": MUST + MAY, None: MUST}[kind]


@pytest.mark.parametrize(
    ("answers", "decision", "reasons", "may"),
    [
        pytest.param(said(from_abuse=YES), "must", "R", True, id="a must is decided"),
        pytest.param(said(from_abuse=YES), "not", "R", False, id="a must is never decided away"),
        pytest.param(said(from_abuse=YES), "may", "R", False, id="a must is never made a may"),
        pytest.param(said(from_abuse=NO), "may", "R", True, id="a may is decided"),
        pytest.param(said(from_abuse=NO), "not", "R", True, id="a may can be declined"),
        pytest.param(said(from_abuse=NO), "must", "R", False, id="what is no must is never called one"),
        pytest.param(said(area=NO), "not", "R", True, id="out of the section: no review"),
        pytest.param(said(area=NO), "may", "R", False, id="out of the section: not a may either"),
        pytest.param(said(from_abuse=NOT_KNOWN), "not", "R", False, id="nothing is decided while what matters is not known"),
        pytest.param(said(from_abuse=YES), "must", " ", False, id="never without reasons"),
    ],
)
def test_what_a_panel_may_decide(answers, decision, reasons, may):
    decided = may_decide(decision=ReviewKind(decision), found=review_of(answers), reasons=reasons)
    assert bool(decided) is may and decided.because
