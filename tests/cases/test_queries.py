"""Does whoever opens a case have the adult's safe-contact card at hand?"""

import pytest

from heard.cases.queries import case_for
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_case_comes_with_the_current_safe_contact_card_in_one_query(django_assert_num_queries):
    enquiry = factories.enquiry()
    with django_assert_num_queries(1):
        assert case_for(enquiry.lead, enquiry.case.reference).current_card is None
    old = factories.safe_contact_card(enquiry.case.person, is_current=False)
    card = factories.safe_contact_card(enquiry.case.person, supersedes=old, recorded_by=enquiry.lead)
    with django_assert_num_queries(1):
        case = case_for(enquiry.lead, enquiry.case.reference)
        assert case.current_card == card and case.current_card.recorded_by == enquiry.lead
        assert case.current_card.person == case.person == enquiry.case.person
