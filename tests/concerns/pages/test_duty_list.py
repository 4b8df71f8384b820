"""Which concerns wait, and which were decided against the rule?"""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.concerns.models import FurtherInformation, Section42Answers, Section42Decision
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
DAY = factories.at(date(2026, 3, 2))


@pytest.fixture
def worker(client):
    user = factories.user(Role.DUTY_WORKER)
    client.force_login(user)
    return user


def _list(client, query="") -> str:
    return " ".join(client.get(reverse("duty-list") + query).content.decode().split())


def test_danger_first_then_age(client, worker):
    old = factories.concern(danger="no", received_at=DAY - timedelta(days=30))
    older = factories.concern(danger="", received_at=DAY - timedelta(days=1))
    new = factories.concern(danger="now", received_at=DAY)
    page = _list(client)
    assert page.index(new.reference) < page.index(older.reference) < page.index(old.reference)


def test_each_row_says_enough_to_choose_and_no_name(client, worker):
    concern = factories.concern(danger="soon", report={"raised_by": "police", "description": "Shouting heard. " * 30})
    FurtherInformation.objects.create(authority=concern.authority, concern=concern, words="More.")
    page = _list(client)
    assert all(
        words in page
        for words in ("Police", "Shouting heard.", "Referrer says: danger soon", "Something was added", "2 March 2026 at 10am")
    )
    assert concern.case.person.family_name not in page and "…" in page


def test_danger_is_said_as_somebodys_word_and_the_days_stand_out(client, worker):
    factories.concern(danger="no")
    factories.concern(danger="now", report={"raised_by": "adult"})
    factories.concern(danger="")
    page = _list(client)
    said = ("Referrer says: no danger", "The adult says: danger now", "Nobody said whether there is danger", " days</strong>)")
    assert all(words in page for words in said)


@pytest.mark.parametrize(("answer", "said"), [("yes", "Said to be under 18; settled: 18 or over"), ("not-known", "May be under 18")])
def test_said_to_be_under_18_stands_until_it_is_settled_and_a_passed_day_is_overdue(client, worker, answer, said):
    concern = factories.concern(report={"may_be_under_18": True})
    Section42Answers.objects.create(
        authority=concern.authority, concern=concern, is_18_or_over=answer, follow_up_on=date(2026, 3, 3)
    )  # fmt: skip
    page = _list(client)
    assert said in page and "Overdue" in page
    shown = client.get(reverse("concern", args=[concern.reference])).content.decode()
    assert said in shown and ("children’s services are told" in shown) == (answer != "yes")


def test_nothing_waiting_says_so(client, worker):
    assert "No concern is waiting for a decision." in _list(client)


def test_decided_concerns_other_authorities_and_those_in_error_are_not_there(client, worker):
    factories.concern(state="decided")
    factories.concern(of=factories.authority("Otherham"))
    factories.concern(in_error_at=DAY)
    assert "No concern is waiting for a decision." in _list(client)


def test_the_filter_shows_only_its_own_and_every_count(client, worker):
    now, no = factories.concern(danger="now"), factories.concern(danger="no")
    page = _list(client, "?only=now")
    assert now.reference in page and no.reference not in page
    assert all(words in page for words in ("All (2)", "Danger now (1)", "Danger not known (0)", "Said: no danger (1)"))
    assert no.reference in _list(client, "?only=nonsense")


def test_pages(client, worker):
    for day in range(30):
        factories.concern(received_at=DAY + timedelta(days=day))
    assert _list(client).count("<h2") == 25 and _list(client, "?page=2").count("<h2") == 5
    assert _list(client, "?page=99").count("<h2") == 5 and _list(client, "?page=x").count("<h2") == 25


def test_one_event_for_the_list_with_its_terms_and_the_records_shown(client, worker):
    concern = factories.concern(danger="now")
    _list(client, "?only=now")
    event = Event.objects.get()
    assert (event.event, event.is_read, event.by) == ("open-duty-list", True, worker)
    assert event.detail == {"terms": {"only": "now", "page": "1"}, "shown": [str(concern.pk)]}


@pytest.mark.parametrize(
    ("role", "name", "status"),
    [
        (Role.DUTY_WORKER, "duty-list", 200), (Role.MANAGER, "duty-list", 200), (Role.SOCIAL_WORKER, "duty-list", 403),
        (Role.ANALYST, "duty-list", 403), (Role.ADMINISTRATOR, "duty-list", 403), (Role.MANAGER, "against-rule", 200),
        (Role.DUTY_WORKER, "against-rule", 403), (Role.ANALYST, "against-rule", 403),
    ],
)  # fmt: skip
def test_who_may_see_the_lists(client, role, name, status):
    client.force_login(factories.user(role))
    assert client.get(reverse(name)).status_code == status


@pytest.mark.parametrize("how_many", [3, 30])
def test_the_duty_list_asks_the_database_twelve_times_at_most(client, worker, django_assert_max_num_queries, how_many):
    for _ in range(how_many):
        concern = factories.concern()
        FurtherInformation.objects.create(authority=concern.authority, concern=concern, words="More.")
    with django_assert_max_num_queries(12) as asked:
        _list(client)
    assert len(asked) == 8


@pytest.mark.parametrize("how_many", [3, 30])
def test_the_list_of_decisions_against_the_rule_asks_twelve_times_at_most(client, django_assert_max_num_queries, how_many):
    client.force_login(factories.user(Role.MANAGER))
    for _ in range(how_many):
        concern = factories.concern(state="decided")
        Section42Decision.objects.create(
            authority=concern.authority, concern=concern, decision="no-enquiry", reason="Why", second_reason="Why too", against_rule=True,
            decided_at=DAY, decided_by_name="A manager", rule_said={"yes": True, "because": ["So it must."], "law": []},
        )  # fmt: skip
    with django_assert_max_num_queries(12) as asked:
        assert "So it must." in client.get(reverse("against-rule")).content.decode()
    assert len(asked) == 5


@pytest.mark.parametrize("how_many", [3, 30])
@pytest.mark.parametrize(
    "name",
    ["concern", "who-is-the-adult", "section-42-answers", "agreement", "what-is-counted", "decide", "tell-referrer",
     "concern-in-error"],
)  # fmt: skip
def test_the_pages_of_a_concern_ask_twelve_times_at_most(client, django_assert_max_num_queries, name, how_many):
    client.force_login(factories.user(Role.MANAGER))
    concern = factories.concern()
    for _ in range(how_many):
        factories.conversation(concern)
        factories.concern(factories.case(person=concern.case.person))
        FurtherInformation.objects.create(authority=concern.authority, concern=concern, words="More.")
    with django_assert_max_num_queries(12):
        assert client.get(reverse(name, args=[concern.reference])).status_code == 200
