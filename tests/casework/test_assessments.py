"""Which assessments of capacity do the rules of "what this case needs next" rest on?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.cases.models import Case
from heard.casework.queries.assessments import assessments_in, assessments_read
from heard.casework.queries.facts import facts_of
from heard.rights.actions.best_interests import decide_in_best_interests
from heard.rights.models import CapacityForEnquiry
from heard.rights.queries.capacity import decisions_of
from heard.rules.next_steps.all_steps import next_steps
from heard.rules.next_steps.step import Duty
from tests import factories
from tests.rights.made import LACKING, WHOLE, assess

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


def duties(enquiry):
    case = Case.objects.select_related("person").get(pk=enquiry.case_id)
    ours = (Duty.ASSESS, Duty.BEST_INTERESTS, Duty.ASK_AGAIN)
    return [step.duty for step in next_steps(facts_of([case])[case.pk]) if step.duty in ours]


def test_the_page_and_the_caseload_gather_the_same_facts(enquiry):
    assess(enquiry, is_about_enquiry=True, ask_again_on=date(2026, 3, 9), best_times="Mornings.", **LACKING)
    decide_in_best_interests(assessment=assess(enquiry, day=4, decision="Where to live", **LACKING), by=enquiry.lead, **WHOLE)
    found = assessments_in([enquiry.case_id])[enquiry.case_id]
    assert [(one.decision, one.concern_reference, one.has_best_interests) for one in found] == [
        ("Where to live", "", True), ("Who looks after her bank card", enquiry.concern.reference, False),
    ]  # fmt: skip
    read = assessments_read(enquiry.case_id, decisions_of(enquiry.case, enquiry.lead))
    assert set(read[enquiry.case_id]) == set(found)


def test_what_was_recorded_in_error_is_no_fact(enquiry):
    made = assess(enquiry, **LACKING)
    made.in_error_at = factories.at(date(2026, 3, 6))
    made.save()
    assert assessments_in([enquiry.case_id])[enquiry.case_id] == () and duties(enquiry) == []


def test_an_imported_no_owes_an_assessment_until_there_is_one(enquiry):
    CapacityForEnquiry.objects.create(authority=enquiry.authority, enquiry=enquiry, had_capacity="no")
    assert duties(enquiry) == [Duty.ASSESS]
    assess(enquiry, is_about_enquiry=True, **LACKING)
    assert duties(enquiry) == [Duty.BEST_INTERESTS]


def test_a_decision_they_could_not_make_owes_one_in_their_best_interests_or_a_later_result(enquiry):
    first = assess(enquiry, ask_again_on=date(2026, 3, 9), **LACKING)
    assert duties(enquiry) == [Duty.ASK_AGAIN, Duty.BEST_INTERESTS]
    decide_in_best_interests(assessment=first, by=enquiry.lead, **WHOLE)
    assert duties(enquiry) == [Duty.ASK_AGAIN]
    assess(enquiry, day=9, because="The infection has gone.")
    assert duties(enquiry) == []


def test_the_case_page_shows_each_result_with_its_decision_and_its_day(client, enquiry):
    assess(enquiry, **LACKING)
    client.force_login(enquiry.lead)
    page = client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
    assert "Capacity, decision by decision" in page and "Who looks after her bank card" in page
    assert "5 March 2026 at 10am" in page and "Could not make this decision" in page
    assert "Decide in the adult’s best interests" in page
