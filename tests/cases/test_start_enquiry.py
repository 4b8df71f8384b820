"""How does an enquiry start?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.cases.actions import start_enquiry
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 4)


def test_the_case_moves_along_with_one_event_each():
    manager, lead, concern = factories.user(Role.MANAGER), factories.user(), factories.concern()
    enquiry = start_enquiry(concern=concern, kind="section-42", started_on=DAY, by=manager, lead=lead, team=factories.team())
    case = concern.case
    assert (case.stage, case.lead, case.team, enquiry.lead_name) == ("enquiry", lead, factories.team(), lead.full_name)
    assert sorted(Event.objects.values_list("event", flat=True)) == ["move-case", "start-enquiry"]


def test_a_lead_known_only_by_name_is_kept_by_name():
    manager = factories.user(Role.MANAGER)
    enquiry = start_enquiry(concern=factories.concern(), kind="other", started_on=DAY, by=manager, lead_name="A. Worker")
    assert (enquiry.lead, enquiry.lead_name) == (None, "A. Worker")


def test_no_second_enquiry_starts_beside_an_open_one_and_nothing_is_written():
    beside = factories.concern(factories.enquiry().case)
    with pytest.raises(NotAllowed):
        start_enquiry(concern=beside, kind="section-42", started_on=DAY, by=factories.user(Role.MANAGER))
    assert not Event.objects.exists() and beside.case.enquiries.count() == 1
