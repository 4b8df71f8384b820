"""Who leads which enquiry, and which has nobody, within what each user may see?"""

import pytest
from django.utils import timezone

from heard.enquiries.queries.allocation import (
    enquiries_led_by,
    enquiries_without_an_active_lead,
    people_who_may_lead,
    teams_of_authority,
)
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


def end_access(user) -> None:
    user.is_active, user.access_ended_at = False, timezone.now()
    user.save()


def test_my_work_is_the_open_enquiries_i_lead(django_assert_num_queries):
    me = factories.user()
    mine = [factories.enquiry(lead=me) for _ in range(3)]
    factories.enquiry(lead=me, concluded_on=mine[0].started_on)
    factories.enquiry()
    with django_assert_num_queries(1):
        found = list(enquiries_led_by(me))
        assert [(one.case.person.name, one.concern.reference) for one in found]
    assert {one.pk for one in found} == {one.pk for one in mine}


def test_when_somebodys_access_ends_their_enquiries_show_up_to_their_manager():
    manager, leaver = factories.user(Role.MANAGER), factories.user()
    enquiry = factories.enquiry(lead=leaver)
    assert not enquiries_without_an_active_lead(manager).exists()
    end_access(leaver)
    assert list(enquiries_without_an_active_lead(manager)) == [enquiry]
    assert not enquiries_led_by(leaver).exists()


@pytest.mark.parametrize("how", ["nobody ever led it", "their role no longer works with adults"])
def test_what_else_needs_a_lead(how):
    manager, lead = factories.user(Role.MANAGER), factories.user()
    enquiry = factories.enquiry(lead=lead)
    if how == "nobody ever led it":
        enquiry.lead = None
        enquiry.save()
    else:
        lead.role = Role.ANALYST
        lead.save()
    assert list(enquiries_without_an_active_lead(manager)) == [enquiry]


def test_a_manager_of_another_team_or_council_does_not_see_it():
    leaver = factories.user()
    factories.enquiry(lead=leaver)
    end_access(leaver)
    for other in (
        factories.user(Role.MANAGER, teams=[factories.team("Far team")]),
        factories.user(Role.MANAGER, of=factories.authority("Elsewhere")),
    ):
        assert not enquiries_without_an_active_lead(other).exists()


def test_only_people_and_teams_of_the_council_who_work_with_adults_are_offered():
    manager, colleague = factories.user(Role.MANAGER), factories.user()
    end_access(factories.user())
    factories.user(Role.ADMINISTRATOR)
    factories.user(of=factories.authority("Elsewhere"))
    assert set(people_who_may_lead(manager)) == {manager, colleague}
    assert {team.name for team in teams_of_authority(manager)} == {"North team"}
