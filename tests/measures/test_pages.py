"""What does somebody see of the figures?"""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.measures.models import CaseTable
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import AskedWhatTheyWant
from tests import factories

pytestmark = pytest.mark.django_db
LATELY = timezone.localdate() - timedelta(days=40)
FAR_BACK = {"start-day": "1", "start-month": "1", "start-year": "2019"}


def concluded(number, *, asked=0, on=LATELY, of=None, **fields):
    for place in range(number):
        concern = factories.concern(of=of)
        enquiry = factories.enquiry(concern, started_on=date(2018, 1, 1), concluded_on=on, **fields)
        answer = "yes-expressed" if place < asked else "no"
        AskedWhatTheyWant.objects.create(authority=enquiry.authority, enquiry=enquiry, answer=answer)


def shown(client, user, name="figures", **query):
    client.force_login(user)
    return client.get(reverse(name), query)


def test_without_a_concluded_enquiry_it_says_no_figures(client):
    assert "No figures" in shown(client, factories.user(Role.ANALYST)).content.decode()


def test_a_manager_sees_their_own_cases_exactly_and_may_open_them(client):
    manager = factories.user(Role.MANAGER)
    concluded(3, asked=2)
    concluded(4, in_team=factories.team("South team"))
    html = shown(client, manager).content.decode()
    assert ">2 of 3<" in html and "67%" in html and "[c]" not in html
    behind = client.get(reverse("figures-behind", args=["asked"])).content.decode()
    assert behind.count('href="/cases/H-TEST-') == 2
    assert client.get(reverse("figures-behind", args=["nonsense"])).status_code == 404


def test_beyond_their_scope_small_counts_are_suppressed_and_the_rest_rounded(client):
    concluded(13, asked=11)
    for html in (
        shown(client, factories.user(Role.ANALYST)).content.decode(),
        shown(client, factories.user(Role.MANAGER), of="council").content.decode(),
    ):
        assert (
            "10 of 15" in html and "11 of 13" not in html and "%" not in html[html.index("Were they asked") : html.index("What is counted")]
        )
        assert "figures/asked" not in html


def test_an_analyst_cannot_open_the_cases_behind_a_figure(client):
    client.force_login(factories.user(Role.ANALYST))
    assert client.get(reverse("figures-behind", args=["asked"])).status_code == 403


def test_an_administrator_has_no_figures(client):
    assert shown(client, factories.user(Role.ADMINISTRATOR)).status_code == 403


def test_an_analyst_sees_another_authority_only_where_their_account_names_it(client):
    other = factories.authority("Othershire")
    concluded(20, asked=10, of=other)
    analyst = factories.user(Role.ANALYST)
    assert "Othershire" not in shown(client, analyst, of=other.slug).content.decode()
    analyst.figures_of.add(other)
    assert "10 of 20" in shown(client, analyst, of=other.slug).content.decode()


def test_days_asked_for_are_both_included_and_suppressed_figures_come_in_whole_quarters(client):
    concluded(6, asked=6, on=date(2020, 5, 20))
    query = {"start-day": "21", "start-month": "5", "start-year": "2020", "end-day": "22", "end-month": "5", "end-year": "2020"}
    assert "No figures" in shown(client, factories.user(Role.MANAGER), **query).content.decode()
    assert "from 1 April 2020 to 30 June 2020" in shown(client, factories.user(Role.ANALYST), **query).content.decode()


def test_an_end_before_the_start_is_an_error_that_says_so(client):
    query = {**FAR_BACK, "end-day": "1", "end-month": "1", "end-year": "2018"}
    assert "must be the same as or after the first day" in shown(client, factories.user(Role.ANALYST), **query).content.decode()


def test_the_file_is_under_the_same_control(client):
    concluded(13, asked=11, in_team=factories.team("=North"))
    of_analyst = shown(client, factories.user(Role.ANALYST), "figures-file").content.decode()
    month = f"{LATELY:%Y-%m}"
    assert f"asked,{LATELY:%B %Y},All teams,10,15" in of_analyst and "adult-met,All months,'=North,[c],[c]" in of_analyst
    assert month not in of_analyst, "no cell of one team in one month, which the page does not show either"
    manager = factories.user(Role.MANAGER, teams=[factories.team("=North")])
    assert f"asked,{month},'=North,11,13" in shown(client, manager, "figures-file").content.decode()


def test_beside_a_small_team_the_next_smallest_is_withheld_as_on_the_boards_picture(client):
    for name, number, asked in (("East team", 40, 20), ("North team", 20, 10), ("South team", 30, 2)):
        concluded(number, asked=asked, in_team=factories.team(name))
    analyst = factories.user(Role.ANALYST)
    page, file = (shown(client, analyst, name).content.decode() for name in ("figures", "figures-file"))
    by_team = page[page.index("By team") :]
    assert "20 of 40" in by_team and "[c] of 20" in by_team and "[c] of 30" in by_team and "10 of 20" not in by_team
    assert "asked,All months,North team,[c],20" in file and "asked,All months,All teams,30,90" in file


def test_looking_at_figures_is_one_event(client):
    shown(client, factories.user(Role.ANALYST))
    (event,) = Event.objects.filter(is_read=True)
    assert (event.event, event.detail["terms"]["of"]) == ("open-figures", "council")


def test_at_most_12_queries_whatever_is_counted(client, django_assert_max_num_queries):
    manager = factories.user(Role.MANAGER)
    concluded(9, asked=3)
    shown(client, manager)
    with django_assert_max_num_queries(12):
        client.get(reverse("figures"))
    with django_assert_max_num_queries(12):
        client.get(reverse("figures-behind", args=["asked"]))


def test_a_regions_figures_are_those_last_worked_out_and_say_as_at_when(client):
    concluded(20, asked=10)
    manager = factories.user(Role.MANAGER)
    assert "As at" in shown(client, manager, of="council").content.decode()
    CaseTable.objects.update(made_at=timezone.now() - timedelta(days=400), seconds=30)
    concluded(20, asked=10)
    last_year = f"{timezone.localtime() - timedelta(days=400):%Y}"
    for whose, count in (("council", "10 of 20"), ("mine", "10 of 20")):
        page = shown(client, manager, of=whose).content.decode()
        assert count in page and last_year in page[page.index("As at") :][:60]
    CaseTable.objects.update(seconds=1)
    assert "20 of 40" in shown(client, manager, of="council").content.decode()
