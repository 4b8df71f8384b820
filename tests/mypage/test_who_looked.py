"""Does the adult see who looked, by role and team, but for what a manager holds back?"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from demo.clock import as_of
from heard.audit.actions import record_read
from heard.cases.models import Task
from heard.mypage.actions.answering import hold_back, let_be_seen
from heard.mypage.models import HeldBack, Opening
from heard.mypage.queries.who_looked import who_looked_at_mine
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.mypage import making
from tests.mypage.making import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def manager(enquiry):
    return factories.user(Role.MANAGER, full_name="Alex Manager")


@pytest.fixture
def page(enquiry, manager):
    record_read("open-case-page", on=enquiry.case, by=enquiry.lead, why="Leads this case")
    record_read("open-case-page", on=enquiry.case, by=enquiry.lead, why="Leads this case")
    record_read("open-case-page", on=enquiry.case, by=manager, why="Asked to help with the visit")
    browser, _ = opened(enquiry)
    return browser


def seen(browser) -> str:
    return browser.get("/p/now/looked").content.decode()


def test_they_see_roles_and_teams_and_why_and_no_names(page, enquiry):
    shown = seen(page)
    assert "A social worker (North team) looked.<br>They work with you." in shown, "twice in a day is one day"
    assert "A manager (North team) looked." in shown and "They wrote why: Asked to help with the visit" in shown
    assert enquiry.lead.full_name not in shown and "Alex Manager" not in shown


def test_the_role_is_the_one_they_had_then(page, enquiry):
    enquiry.lead.role = Role.MANAGER
    enquiry.lead.save()
    assert "A social worker (North team) looked." in seen(page)


def test_days_are_counted_and_not_how_often_a_page_came_up_again(page, enquiry):
    for days in (1, 1, 3):
        with as_of(timezone.now() - timedelta(days=days)):
            record_read("open-case-page", on=enquiry.case, by=enquiry.lead, why="Leads this case")
    shown = seen(page)
    assert "A social worker (North team) looked on 3 days. This was the last." in shown and "times" not in shown
    assert shown.count("They work with you.") == 1 and "<summary>Which days</summary>" in shown


def test_their_other_cases_are_in_it_but_for_those_they_may_not_know_of_and_for_days_held_back(page, enquiry, manager):
    other, unknown = (factories.enquiry(factories.concern(factories.case(person=enquiry.case.person))) for _ in range(2))
    elsewhere = factories.enquiry()
    duty = factories.user(Role.DUTY_WORKER, teams=[])
    for one in (other, unknown, elsewhere):
        record_read("open-case-page", on=one.case, by=duty, why=f"Opened {one.case.reference}")
    assert "worker on duty" not in seen(page), "nobody recorded that she knows of them"
    factories.conversation(other, asked_what_they_want="yes", words="I want my key.")
    shown = seen(page)
    assert f"Opened {other.case.reference}" in shown
    assert unknown.case.reference not in shown and elsewhere.case.reference not in shown
    why = {"ground": "danger", "why": "He reads her phone.", "review_on": timezone.localdate() + timedelta(days=7)}
    hold_back(case=other.case, looked_by=duty, looked_on=timezone.localdate(), by=manager, **why)
    assert other.case.reference not in seen(page)


def test_their_own_reading_is_not_in_it(page):
    for _ in range(3):
        page.get("/p/now")
    assert len(who_looked_at_mine(Opening.objects.get())) == 2


def hold(client, enquiry, who, **more):
    where = f"{reverse('hold-back', args=[enquiry.case.reference])}?who={who.pk}&on={timezone.localdate().isoformat()}"
    on = timezone.localdate() + timedelta(days=30)
    day = {"review_on-day": on.day, "review_on-month": on.month, "review_on-year": on.year}
    return client.post(where, {"ground": "crime", "why": "The police asked.", **day, **more})


def test_a_manager_holds_a_day_back_with_a_reason_and_a_day_to_look_again(client, page, enquiry, manager):
    client.force_login(manager)
    assert hold(client, enquiry, enquiry.lead).status_code == 302
    held = HeldBack.objects.get()
    assert (held.looked_by, held.ground, held.why) == (enquiry.lead, "crime", "The police asked.")
    assert "social worker" not in seen(page) and "A manager" in seen(page)
    task = Task.objects.get(kind="review-held-back")
    assert (task.due_on, task.assigned_to) == (held.review_on, manager)
    listed = client.get(reverse("who-looked", args=[enquiry.case.reference])).content.decode()
    assert "The police asked." in listed
    client.post(reverse("let-be-seen", args=[enquiry.case.reference, held.pk]))
    task.refresh_from_db()
    assert "social worker" in seen(page) and task.done_by == manager


def test_without_a_reason_or_a_day_nothing_is_held_back(client, page, enquiry, manager):
    client.force_login(manager)
    assert hold(client, enquiry, enquiry.lead, why=" ").status_code == 200
    assert "within six months" in hold(client, enquiry, enquiry.lead, **{"review_on-year": "2199"}).content.decode()
    assert not HeldBack.objects.exists()


def test_nobody_else_holds_anything_back(client, page, enquiry):
    client.force_login(enquiry.lead)
    assert hold(client, enquiry, enquiry.lead).status_code == 403
    assert not HeldBack.objects.exists()


def test_it_is_looked_at_again_without_being_shown_and_shown_once(page, enquiry, manager):
    about = {"case": enquiry.case, "looked_by": enquiry.lead, "looked_on": timezone.localdate(), "by": manager}
    why = {"ground": "danger", "why": "He reads her phone.", "review_on": timezone.localdate() + timedelta(days=7)}
    held = hold_back(**about, **why)
    again = hold_back(**about, **{**why, "why": "He still reads it."})
    held.refresh_from_db()
    assert held.ended_at and not again.ended_at, "looked at again: the new reason stands, and nothing shows between"
    held = let_be_seen(held=again, by=manager)
    with pytest.raises(NotAllowed):
        let_be_seen(held=held, by=manager)


def test_a_representative_never_sees_it(enquiry):
    sam = making.member(enquiry.case.person, name="Sam Example")
    making.represents(enquiry.case, sam)
    browser, _ = opened(enquiry, reader="representative", member=sam)
    assert browser.get("/p/now/looked").status_code == 404
    with pytest.raises(PermissionError):
        who_looked_at_mine(Opening.objects.get())
