"""What does a manager see of their teams, and of nobody else's?"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.measures.actions import fresh_teams, refresh_teams
from heard.measures.models import TeamsRefreshed
from heard.measures.queries.team import caseloads_of, team_picture
from heard.rules.caseload import OpenFor
from heard.rules.next_steps.step import Duty
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def opened(days_ago, team="North team"):
    case = factories.case(opened_on=TODAY - timedelta(days=days_ago))
    return factories.enquiry(factories.concern(case), in_team=factories.team(team))


def picture(manager):
    return team_picture(manager, refresh_teams(authority=manager.authority))


def test_cases_by_team_stage_and_how_long():
    opened(3), opened(60), opened(400, "South team"), opened(3, "Other team")
    manager = factories.user(Role.MANAGER, teams=[factories.team("North team"), factories.team("South team")])
    found = picture(manager)
    assert [(one.name, one.cases) for one in found.teams] == [("North team", 2), ("South team", 1)]
    assert found.everything.ages == {OpenFor.FOUR_WEEKS: 1, OpenFor.TWELVE_WEEKS: 1, OpenFor.LONGER: 1}
    assert found.everything.stages == {CaseStage.ENQUIRY: 3}


def test_what_is_owed_overdue_and_not_asked():
    opened(60)
    found = picture(factories.user(Role.MANAGER))
    (north,) = found.teams
    assert north.owed[Duty.ASK_WISHES] == north.overdue[Duty.ASK_WISHES] == 1
    assert Duty.ASK_WISHES in found.not_asked and Duty.TELL_REFERRER not in found.not_asked


def test_a_closed_case_is_no_longer_in_the_caseload():
    enquiry = opened(60)
    enquiry.case.stage, enquiry.case.closed_on = CaseStage.CLOSED, TODAY
    enquiry.case.save()
    assert picture(factories.user(Role.MANAGER)).everything.cases == 0


def test_the_page_holds_counts_and_leads_to_the_duties(client):
    opened(60), opened(60, "South team")
    client.force_login(factories.user(Role.MANAGER, teams=[factories.team("North team"), factories.team("South team")]))
    page = client.get(reverse("team")).content.decode()
    assert "2 cases are open" in page and f"{reverse('duties')}?what=ask-what-they-want" in page and "Example" not in page
    assert [event.event for event in Event.objects.filter(is_read=True)] == ["open-team-picture"]


def test_with_no_case_it_says_so(client):
    client.force_login(factories.user(Role.MANAGER))
    assert "No open case" in client.get(reverse("team")).content.decode()


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.DUTY_WORKER, Role.ANALYST])
def test_it_is_for_managers(client, role):
    client.force_login(factories.user(role))
    assert client.get(reverse("team")).status_code == 403


def test_a_case_that_no_team_has_yet_is_everybodys():
    factories.concern(factories.case(opened_on=TODAY))
    found = picture(factories.user(Role.MANAGER, teams=[factories.team("South team")]))
    assert [(one.name, one.cases) for one in found.teams] == [("No team yet", 1)]


def test_it_stays_as_it_was_worked_out_for_fifteen_minutes_and_says_when(client):
    manager = factories.user(Role.MANAGER)
    opened(3)
    kept = refresh_teams(authority=manager.authority)
    opened(60)
    assert team_picture(manager, fresh_teams(authority=manager.authority)).everything.cases == 1
    client.force_login(manager)
    assert "As at" in client.get(reverse("team")).content.decode()
    TeamsRefreshed.objects.update(as_at=kept.as_at - timedelta(minutes=16))
    assert team_picture(manager, fresh_teams(authority=manager.authority)).everything.cases == 2


def test_one_that_takes_longer_than_a_reader_waits_is_left_to_the_job():
    manager = factories.user(Role.MANAGER)
    kept = refresh_teams(authority=manager.authority)
    TeamsRefreshed.objects.update(as_at=kept.as_at - timedelta(hours=1), seconds=2.5)
    opened(60)
    assert team_picture(manager, fresh_teams(authority=manager.authority)).everything.cases == 0


def test_the_number_of_queries_never_grows():
    manager = factories.user(Role.MANAGER)

    def count():
        with CaptureQueriesContext(connection) as asked:
            caseloads_of(manager.authority, TODAY)
        return len(asked)

    opened(3)
    few = count()
    for _ in range(4):
        opened(60)
    assert count() == few
