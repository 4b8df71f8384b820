"""Which cases does somebody see, and do they have the adult's safe-contact card at hand?"""

from uuid import UUID

import pytest
from django.utils import timezone

from heard.cases.models import Case
from heard.cases.queries import case_for, cases_for, ids_of_cases_for
from heard.rules.own_page import NOT_SAFE_TASK
from heard.rules.vocabulary.people_who_use_heard import Role
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


@pytest.fixture
def some_of_each():
    """Cases of another's team, of nobody's, of North team, one where the adult said that they are not safe, and one of another council."""
    factories.enquiry(in_team=factories.team("Other team"))
    factories.enquiry()
    factories.concern()
    waiting = factories.concern(state="waiting")
    said = factories.enquiry(in_team=factories.team("Other team"))
    said.case.tasks.create(authority=said.authority, kind=NOT_SAFE_TASK, due_on=timezone.localdate())
    factories.enquiry(factories.concern(of=factories.authority("Elsewhere")))
    return waiting


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("has_ended", [False, True])
def test_the_ids_of_a_scope_are_those_of_its_cases(some_of_each, role, has_ended):
    user = factories.user(role, is_active=not has_ended, access_ended_at=timezone.now() if has_ended else None)
    Case.objects.filter(concerns=some_of_each).update(lead=user)
    scope = sorted(cases_for(user).values_list("pk", flat=True))
    assert sorted(map(UUID, ids_of_cases_for(user))) == scope
    assert bool(scope) == (not has_ended and role not in (Role.ANALYST, Role.ADMINISTRATOR))
