"""Is an auditor somebody who has no part in the case, and a second look blind?"""

import pytest
from django.utils import timezone

from heard.assurance.actions.drawing import give_to_auditor
from heard.assurance.queries.audits import may_read
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return factories.user(Role.MANAGER)


@pytest.fixture
def auditor():
    return factories.user(Role.SOCIAL_WORKER)


@pytest.fixture
def lead():
    return factories.user(Role.SOCIAL_WORKER)


def test_who_wrote_of_the_adults_life_has_worked_on_the_case(auditor, lead):
    case = factories.enquiry(lead=lead).case
    audit = factories.audit(case, auditor=auditor)
    case.person.network.create(authority=case.authority, name="Kev Example", recorded_by=auditor)
    assert not may_read(audit)


def test_once_the_answers_are_open_no_second_look_is_given(manager, auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor, done_at=timezone.now())
    with pytest.raises(NotAllowed, match="not be blind"):
        give_to_auditor(sampled=audit.sampled, auditor_id=manager.pk, by=manager)
