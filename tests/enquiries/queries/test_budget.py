"""Does reading risks and plan take as many queries for twenty as for two, and only the case's own?"""

import uuid

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from heard.enquiries.actions.risks import view_risk
from heard.enquiries.models import PlanAction
from heard.enquiries.queries.plan import action_of, actions_of
from heard.enquiries.queries.risks import risk_of, risks_of
from heard.rules.vocabulary.enquiry import RiskLocation, RiskType
from tests import factories

pytestmark = pytest.mark.django_db
PLACES = [(type, location) for type in RiskType for location in RiskLocation]


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.mark.parametrize(
    ("read", "budget"), [pytest.param(risks_of, 2, id="risks take two"), pytest.param(actions_of, 3, id="actions take three")]
)
def test_the_number_of_queries_does_not_grow(enquiry, read, budget):
    counted = []
    for upto in (2, 20):
        for type, location in PLACES[len(risks_of(enquiry)) : upto]:
            risk = factories.risk(enquiry, type=type, location=location)
            view_risk(risk=risk, whose="adult", level="low", by=enquiry.lead)
            PlanAction.objects.create(
                authority=enquiry.authority, enquiry=enquiry, what="Visit", owner="adult", risk=risk, wish=factories.wish(enquiry)
            )
        with CaptureQueriesContext(connection) as ran:
            assert len(read(enquiry)) == upto
        counted.append(len(ran))
    assert counted == [budget, budget]


def test_a_risk_or_action_of_another_case_is_not_there(enquiry):
    other = factories.enquiry()
    risk = factories.risk(other)
    action = PlanAction.objects.create(authority=other.authority, enquiry=other, what="Visit", owner="adult", risk=risk)
    for asked, pk in ((risk_of, risk.pk), (action_of, action.pk), (risk_of, uuid.uuid4())):
        with pytest.raises(Http404):
            asked(enquiry.case, pk)
