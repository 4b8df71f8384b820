"""Where does somebody start, and what is waiting for them?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.cases.models import Task
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


def home_of(client, user):
    client.force_login(user)
    return client.get("/")


def task(case, **fields):
    defaults = {"kind": "review-plan", "due_on": date(2026, 3, 1)}
    return Task.objects.create(authority=case.authority, case=case, **{**defaults, **fields})


def test_whoever_is_not_signed_in_goes_to_the_public_start(client):
    assert client.get("/").url == "/start"


@pytest.mark.parametrize(
    ("role", "name"), [(Role.ANALYST, "figures"), (Role.ADMINISTRATOR, "people-accounts")], ids=["an analyst", "an administrator"]
)
def test_those_without_cases_go_to_their_own_work(client, role, name):
    assert home_of(client, factories.user(role)).url == reverse(name)


def test_my_work_shows_my_tasks_the_longest_overdue_first_and_the_enquiries_i_lead(client):
    me = factories.user()
    mine, other = factories.enquiry(lead=me), factories.enquiry()
    task(mine.case, kind="tell-the-referrer", due_on=date(2026, 3, 9))
    task(mine.case, due_on=date(2026, 3, 1), assigned_to=me)
    task(other.case, kind="ask-again", assigned_to=other.lead)
    html = home_of(client, me).content.decode()
    assert html.index("Review the safeguarding plan") < html.index("Tell the person who raised the concern")
    assert mine.case.reference in html and other.case.reference not in html and "Try again to hear" not in html


def test_a_manager_sees_what_waits_and_what_nobody_leads(client):
    factories.concern(factories.case(team=factories.team()))
    orphan = factories.enquiry()
    orphan.lead = None
    orphan.save()
    html = home_of(client, factories.user(Role.MANAGER)).content.decode()
    assert "<strong>1</strong> concern is" in html
    assert orphan.case.reference in html[html.index("Enquiries that nobody leads") :]


def test_looking_at_my_work_is_one_event_with_what_was_shown(client):
    me = factories.user()
    enquiry = factories.enquiry(lead=me)
    home_of(client, me)
    (event,) = Event.objects.filter(event="open-my-work")
    assert event.detail["shown"] == [str(enquiry.pk)]


def test_at_most_12_queries_and_never_more_with_more_work(client, django_assert_max_num_queries):
    me = factories.user(Role.MANAGER)
    counts = []
    for _ in range(2):
        for _ in range(3):
            task(factories.enquiry(lead=me).case, assigned_to=me)
            factories.concern()
        client.force_login(me)
        with django_assert_max_num_queries(12) as asked:
            client.get("/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def searched(client, user, words, stage=""):
    client.force_login(user)
    answered = client.post(reverse("cases"), {"words": words, "stage": stage})
    assert answered.url == f"{reverse('cases')}?found=1"
    return client.get(answered.url).content.decode()


@pytest.fixture
def two_adults():
    me = factories.user(Role.MANAGER)
    ann = factories.case(person=factories.person(given_name="Ann", family_name="Ash"), team=factories.team())
    bo = factories.case(person=factories.person(given_name="Bo", family_name="Birch"), team=factories.team(), stage="closed")
    return me, ann, bo


def test_a_case_is_found_by_name_in_any_order_and_by_reference(client, two_adults):
    me, ann, bo = two_adults
    for words in ("ash ann", "ASH", ann.reference.lower()):
        html = searched(client, me, words)
        assert ann.reference in html and bo.reference not in html
    assert bo.reference in searched(client, me, "", "closed")


def test_a_search_finds_nothing_out_of_scope_and_says_so(client, two_adults):
    _, ann, _ = two_adults
    html = searched(client, factories.user(teams=[factories.team("South team")]), "Ash")
    assert ann.reference not in html and "No case that you may see matches" in html


def test_a_search_is_one_event_with_its_terms_and_the_records_shown(client, two_adults):
    me, ann, _ = two_adults
    searched(client, me, "Ash")
    event = Event.objects.filter(event="search-cases").last()
    assert event.detail == {"terms": {"words": "Ash", "stage": ""}, "shown": [str(ann.pk)]}


def test_cases_come_25_to_a_page_in_at_most_12_queries(client, django_assert_max_num_queries):
    me = factories.user()
    for _ in range(27):
        factories.case(lead=me)
    client.force_login(me)
    with django_assert_max_num_queries(12):
        first = client.get(reverse("cases")).content.decode()
    assert first.count('href="/cases/H-TEST-') == 25
    assert client.get(reverse("cases"), {"page": 2}).content.decode().count('href="/cases/H-TEST-') == 2
