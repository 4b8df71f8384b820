"""Do recommendations, audits and live cases stand on one time axis, and does it give nobody away?"""

import csv
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from markupsafe import escape

from heard.assurance.models import AuditAnswer, RecommendationLook
from heard.audit.models import Event
from heard.measures.actions import fresh_figures
from heard.measures.queries.changes import audit_shares, live_shares, marks_of
from heard.measures.time_axis import drawn, letter_of
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.vocabulary.assurance import Theme
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.reviews import RecommendationStep
from heard.rules.what_changed import MEASURED_BY, NOT_MEASURED, ONLY_NEAREST, Share, quarter_of
from tests import factories
from tests.measures.test_tallied import everything_recorded

pytestmark = pytest.mark.django_db


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def council(now):
    """Twelve enquiries concluded today, the adult heard alone in six; two cases audited; a recommendation that did not hold."""
    worker = factories.user()
    today = timezone.localdate()
    for number in range(12):
        enquiry = factories.enquiry(lead=worker, started_on=today - timedelta(days=9), concluded_on=today)
        factories.conversation(enquiry, alone="yes" if number % 2 else "no")
        if number < 2:
            audit = factories.audit(enquiry.case, auditor=factories.user(), done_at=now)
            answer = {"question": "seen-alone", "answer": ("yes", "no")[number], "words": "Seen."}
            AuditAnswer.objects.create(authority=worker.authority, audit=audit, **answer)
    one = factories.recommendation(factories.review())
    for step in ("proved", "did-not-hold"):
        RecommendationLook.objects.create(authority=worker.authority, recommendation=one, step=step, on=today, words="Seen.")
    return worker.authority


def test_live_cases_are_counted_by_quarter_under_disclosure_control(council, now):
    fresh_figures(authority=council)
    here = quarter_of(timezone.localdate())
    assert live_shares(council, Theme.SEEN_ALONE, [here]) == [Share(here, 5, 10, 50)]
    assert live_shares(council, Theme.MAKING_ENQUIRIES, [here]) == []


def test_audits_are_exact_for_who_plans_them_and_suppressed_for_others(council, now):
    here = quarter_of(timezone.localdate())
    assert audit_shares(council, Theme.SEEN_ALONE, [here], exact=True) == [Share(here, 1, 2, 50)]
    assert audit_shares(council, Theme.SEEN_ALONE, [here], exact=False) == [Share(here, "[c]", "[c]", None)]


def test_each_step_of_a_recommendation_stands_on_the_axis(council):
    marks = marks_of(council, Theme.SEEN_ALONE)
    assert [one.what for one in marks if one.what != "Recommended"] == [RecommendationStep.PROVED.label, RecommendationStep.NOT_HELD.label]
    assert marks_of(council, Theme.RISK) == []
    assert [letter_of(one) for one in ("Recommended", *(step.label for step in RecommendationStep))] == ["R", "P", "H", "h", "X"]


def test_a_recommendation_stands_where_it_was_agreed_and_a_day_is_a_day_in_london():
    made = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    agreed = factories.recommendation(factories.review(), recorded_at=made, agreed_on=date(2025, 2, 1))
    entered = factories.recommendation(factories.review(), recorded_at=made)
    on = {mark.recommendation: (mark.on, mark.quarter) for mark in marks_of(agreed.authority, Theme.SEEN_ALONE)}
    assert on == {agreed: (date(2025, 2, 1), "2025-Q1"), entered: (date(2026, 7, 1), "2026-Q3")}


def test_nothing_is_drawn_of_nothing(council):
    assert drawn(["2026-Q1"], [], [Share("2026-Q1", "[c]", "[c]", None)], []) is None


@pytest.mark.parametrize("role", [Role.ANALYST, Role.MANAGER, Role.SOCIAL_WORKER], ids=lambda role: role.label)
def test_the_page_and_the_file_say_the_same(council, client, role):
    client.force_login(factories.user(role))
    page = client.get("/what-changed/seen-alone").content.decode()
    assert "Heard alone: 50%" in page and "5 of 10, 50%" in page and "X did not hold" in page
    assert ("1 of 2, 50%" in page) is (role == Role.MANAGER)
    rows = list(csv.DictReader(client.get("/what-changed/seen-alone/file.csv").content.decode().splitlines()))
    here = quarter_of(timezone.localdate())
    assert {"what": "Heard alone", "quarter": here, "numerator": "5", "denominator": "10", "percent": "50"} in rows
    assert Event.objects.filter(event="open-what-changed", is_read=True).exists()


def test_a_theme_that_is_none_is_not_found_and_one_without_a_measure_says_so(council, client):
    client.force_login(factories.user(Role.ANALYST))
    assert client.get("/what-changed/no-such").status_code == 404
    page = client.get("/what-changed/making-enquiries").content.decode()
    assert "No measure from live cases shows this theme" in page and "It does not say why it was this person" in page
    assert client.get("/what-changed").content.decode().count("No measure from live cases: the page says why") == 1


def test_every_theme_has_its_measure_or_says_why_not(client):
    for _ in range(12):
        everything_recorded(on=timezone.localdate())
    council, here = factories.authority(), quarter_of(timezone.localdate())
    fresh_figures(authority=council)
    client.force_login(factories.user(Role.ANALYST))
    for theme in Theme:
        page, live = client.get(f"/what-changed/{theme}").content.decode(), live_shares(council, theme, [here])
        if theme in NOT_MEASURED:
            assert escape(NOT_MEASURED[theme]) in page and live == []
            continue
        assert live[0].whole == 10, f"{theme}: something is recorded in each of twelve enquiries, and nothing was counted"
        assert f"Live cases: {escape(INDICATORS[MEASURED_BY[theme]].label)}" in page and "of 10" in page
        assert escape(ONLY_NEAREST.get(theme, "")) in page
