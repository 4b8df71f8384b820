"""What does somebody see of the Board's picture?"""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.enquiries.models import RiskFinding
from heard.measures.actions import refresh_figures
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.experience import experience_counted
from heard.rules.lateness import TimedStep
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import AskedWhatTheyWant, Judgement
from tests import factories

pytestmark = pytest.mark.django_db
LATELY = timezone.localdate() - timedelta(days=3)


def concluded(number, *, asked=0, team="North team", provider="", of=None):
    for place in range(number):
        enquiry = factories.enquiry(factories.concern(of=of), concluded_on=LATELY, in_team=factories.team(team, of=of))
        whose = {"authority": enquiry.authority}
        AskedWhatTheyWant.objects.create(**whose, enquiry=enquiry, answer="yes-expressed" if place < asked else "no")
        if provider:
            risk = factories.risk(enquiry, source="service-provider", provider=provider)
            RiskFinding.objects.create(**whose, risk=risk, finding="risk-action", outcome="reduced" if place < asked else "remained")


def shown(client, user, name="board", *args, **query):
    client.force_login(user)
    return client.get(reverse(name, args=args), query)


def test_without_a_concluded_enquiry_it_says_so(client):
    assert "No figures" in shown(client, factories.user(Role.ANALYST)).content.decode()


def test_the_picture_is_under_disclosure_control_whoever_looks(client):
    concluded(33, asked=21)
    for role in (Role.ANALYST, Role.MANAGER, Role.SOCIAL_WORKER):
        page = shown(client, factories.user(role)).content.decode()
        assert "20 of 35" in page and "21 of 33" not in page and "64% (47 to 78)" in page and "As at" in page


def test_what_nothing_is_behind_is_not_drawn(client):
    concluded(12, asked=6)
    page = shown(client, factories.user(Role.ANALYST)).content.decode()
    assert "Did what they wanted happen?" not in page and "What became of the risk?" not in page


def test_both_judgements_stand_side_by_side(client):
    for place in range(30):
        enquiry = factories.enquiry(concluded_on=LATELY)
        wish = factories.wish(enquiry)
        for judge, met, partly in (("adult", 12, 20), ("professional", 20, 25)):
            rating = "met" if place < met else "partly-met" if place < partly else "not-met"
            Judgement.objects.create(authority=wish.authority, wish=wish, judge=judge, rating=rating)
    page = shown(client, factories.user(Role.ANALYST)).content.decode()
    assert "Adults judged 40% of 30 wishes met; professionals judged 67% of 30 met." in page


def test_no_name_and_no_way_to_a_case(client):
    concluded(20, asked=10, provider="Hollybank")
    for name, args in (("board", ()), ("indicator", ("asked",)), ("indicators", ())):
        page = shown(client, factories.user(Role.MANAGER, full_name="Robin Manager"), name, *args).content.decode()
        assert "Example" not in page and "H-TEST" not in page and "/cases/" not in page.split("<main")[1]


def test_an_indicator_by_team_with_its_funnel_in_the_order_of_the_alphabet(client):
    concluded(20, asked=6, team="South team"), concluded(40, asked=32, team="East team")
    concluded(3, asked=1, team="Tiny team"), concluded(14, asked=7, team="Small team")
    page = shown(client, factories.user(Role.ANALYST), "indicator", "asked", by="team").content.decode()
    assert page.index("East team") < page.index("South team") and "nobody is ranked" in page
    assert "More than chance?" in page and "[c] of [c]" in page


def test_providers_are_only_for_those_who_may_see_them(client):
    concluded(20, asked=10, provider="Hollybank"), concluded(20, asked=12, provider="Larkfield")
    analyst = shown(client, factories.user(Role.ANALYST), "indicator", "risk-less", by="provider").content.decode()
    assert "Hollybank" in analyst and "not shown" in analyst, "none was removed: the sum would say so"
    worker = shown(client, factories.user(Role.SOCIAL_WORKER), "indicator", "risk-less", by="provider").content.decode()
    assert "Hollybank" not in worker and "By team" in worker
    for role, sees in ((Role.ANALYST, True), (Role.DUTY_WORKER, False)):
        assert ("Hollybank" in shown(client, factories.user(role), "indicator-file", "risk-less").content.decode()) is sees


def test_one_withheld_part_takes_the_next_smallest_with_it(client):
    concluded(40, asked=20, team="East team"), concluded(20, asked=10, team="South team"), concluded(12, asked=11, team="North team")
    page = shown(client, factories.user(Role.ANALYST), "indicator", "asked", by="team").content.decode()
    parts = page.split('id="parts"')[1]  # the months above have rows that are not shown too
    assert parts.count("not shown") == 2 and "50% (35 to 65)" in parts


def test_a_part_that_is_a_name_is_no_formula(client):
    concluded(12, asked=6, team="=1+1")
    rows = list(csv.reader(io.StringIO(shown(client, factories.user(Role.ANALYST), "indicator-file", "asked").content.decode())))
    assert "'=1+1" in [row[4] for row in rows] and "=1+1" not in [row[4] for row in rows]


def test_the_file_says_the_months_and_the_time(client):
    concluded(33, asked=21)
    head, *rows = csv.reader(io.StringIO(shown(client, factories.user(Role.ANALYST), "board-file").content.decode()))
    asked = dict(zip(head, next(row for row in rows if row[0] == "asked"), strict=True))
    assert (asked["numerator"], asked["denominator"], asked["percent"], asked["low"]) == ("20", "35", "64", "47")
    assert asked["as_at"].startswith(f"{timezone.localdate():%Y-%m-%d}") and asked["period"]


@pytest.mark.parametrize(
    ("name", "args", "query"),
    [
        ("board-chart", ("wanted",), {}), ("indicator-months", ("asked",), {}), ("indicator-parts", ("asked",), {"by": "gender"}),
        ("indicator-funnel", ("asked",), {"by": "team"}),
    ],
)  # fmt: skip
def test_a_chart_is_a_file_of_its_own(client, name, args, query):
    concluded(40, asked=20, team="East team"), concluded(20, asked=10, team="South team")
    answer = shown(client, factories.user(Role.ANALYST), name, *args, **query)
    if name == "indicator-months":  # this month goes on, so no whole month is there yet
        assert answer.status_code in (200, 404)
        return
    assert answer["Content-Type"] == "image/svg+xml" and ".svg" in answer["Content-Disposition"]
    assert answer.content.decode().lstrip().startswith("<svg")


def test_nothing_to_draw_is_not_found(client):
    analyst = factories.user(Role.ANALYST)
    assert shown(client, analyst, "board-chart", "wanted").status_code == 404
    assert shown(client, analyst, "indicator", "nonsense").status_code == shown(client, analyst, "board-chart", "x").status_code == 404


def test_another_council_only_where_the_account_names_it(client):
    other = factories.authority("Othershire")
    concluded(20, asked=10, of=other)
    analyst = factories.user(Role.ANALYST)
    assert "Othershire" not in shown(client, analyst, of=other.slug).content.decode()
    analyst.figures_of.add(other)
    assert "Othershire: enquiries concluded" in shown(client, analyst, of=other.slug).content.decode()


def test_an_administrator_has_no_picture(client):
    assert shown(client, factories.user(Role.ADMINISTRATOR)).status_code == 403


def test_the_dictionary_says_what_every_indicator_counts(client):
    page = shown(client, factories.user(Role.ANALYST), "indicators").content.decode()
    assert "enquiries in which the adult was heard alone" in page and "wishes judged met by the adult" in page
    assert "from the day an advocate was asked for to the day they met the adult" in page
    assert page.count("by the same query on DuckDB and Spark") == len(INDICATORS) + len(TimedStep)
    assert page.count("by a query of its own, which is tested to count the same") == len(experience_counted())


def test_each_look_is_one_event(client):
    shown(client, factories.user(Role.ANALYST), "indicator", "asked", by="age")
    (event,) = Event.objects.filter(is_read=True)
    assert (event.event, event.detail["terms"]["measure"], event.detail["terms"]["by"]) == ("open-indicator", "asked", "age")


def test_fresh_figures_are_answered_from_in_a_few_queries(client, django_assert_max_num_queries):
    concluded(20, asked=10)
    analyst = factories.user(Role.ANALYST)
    refresh_figures(authority=analyst.authority)
    client.force_login(analyst)
    for name, args in (("board", ()), ("indicator", ("asked",))):
        with django_assert_max_num_queries(12):
            client.get(reverse(name, args=args))
