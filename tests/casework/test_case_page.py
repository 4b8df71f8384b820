"""What does somebody see who opens a case?"""

import gzip
import secrets
from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from heard.audit.models import Event
from heard.concerns.models import FurtherInformation
from heard.enquiries.models import PlanAction, RiskView
from heard.people.models import NetworkMember
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import Judgement
from tests import factories

pytestmark = pytest.mark.django_db


def opened(client, user, case, **query):
    client.force_login(user)
    return client.get(reverse("case", args=[case.reference]), query)


@pytest.fixture
def enquiry():
    return factories.enquiry()


def test_the_adults_words_and_wishes_come_before_everything_recorded(client, enquiry):
    factories.conversation(enquiry, words="I want my key back.")
    factories.wish(enquiry, words="My own key.")
    html = opened(client, enquiry.lead, enquiry.case).content.decode()
    assert html.index("I want my key back.") < html.index("What this case needs next") < html.index("Concerns and decisions")
    assert html.index("My own key.") < html.index("<svg") < html.index("Concerns and decisions")


def test_what_is_missing_is_said(client):
    me = factories.user()
    case = factories.case(lead=me, person=factories.person(birth_date=None))
    html = opened(client, me, case).content.decode()
    for words in ("Not known", "Not asked yet", "Nobody has recorded what they want yet", "No conversation with the adult is recorded"):
        assert words in html


def test_no_name_stands_in_the_title_or_the_address(client, enquiry):
    html = opened(client, enquiry.lead, enquiry.case).content.decode()
    title = html[html.index("<title>") : html.index("</title>")]
    assert enquiry.case.person.family_name not in title and enquiry.case.reference in title


def test_each_need_has_its_law_and_its_reasons(client):
    me = factories.user()
    case = factories.case(lead=me)
    factories.concern(case)
    html = opened(client, me, case).content.decode()
    assert "Talk to the adult" in html and "Care Act 2014, section 42(1) and (2)" in html and "Settled by a conversation" in html


def test_what_is_said_of_a_wish_stands_side_by_side(client, enquiry):
    wish = factories.wish(enquiry)
    for judge, rating in (("adult", "not-met"), ("professional", "met")):
        Judgement.objects.create(authority=enquiry.authority, wish=wish, judge=judge, rating=rating, difference_reason="He has moved out.")
    html = opened(client, enquiry.lead, enquiry.case).content.decode()
    assert html.index("Not met") < html.index("He has moved out.")


@pytest.mark.parametrize("role", [Role.ANALYST, Role.ADMINISTRATOR], ids=["an analyst", "an administrator"])
def test_who_may_not_open_cases_at_all(client, enquiry, role):
    assert opened(client, factories.user(role), enquiry.case).status_code == 403


def test_another_teams_case_is_not_there(client, enquiry):
    elsewhere = factories.user(teams=[factories.team("South team")])
    assert opened(client, elsewhere, enquiry.case).status_code == 404


def test_a_colleague_in_the_team_says_why_first_and_then_comes_to_the_page(client, enquiry):
    colleague = factories.user()
    asked = opened(client, colleague, enquiry.case)
    assert asked.status_code == 302 and asked.url.startswith(reverse("say-why", args=[enquiry.case.reference]))
    assert enquiry.case.person.family_name not in client.get(asked.url).content.decode()
    assert client.post(asked.url, {"why": ""}).status_code == 200
    answered = client.post(asked.url, {"why": "Covering for a colleague."})
    assert (answered.status_code, answered.url) == (302, reverse("case", args=[enquiry.case.reference]))
    assert client.get(answered.url).status_code == 200
    said, looked = Event.objects.filter(case_id=enquiry.case_id).order_by("pk")
    assert (said.event, said.why, said.is_read, looked.why) == ("say-why", "Covering for a colleague.", False, "Covering for a colleague.")


@pytest.mark.parametrize("elsewhere", ["https://evil.invalid/", "//evil.invalid/", "javascript:alert(1)", "cases"])
def test_why_leads_only_to_our_own_pages(client, enquiry, elsewhere):
    client.force_login(factories.user())
    address = reverse("say-why", args=[enquiry.case.reference])
    answered = client.post(f"{address}?next={elsewhere}", {"why": "Covering."})
    assert answered.url == reverse("case", args=[enquiry.case.reference])


def test_why_is_not_asked_for_a_case_out_of_scope(client, enquiry):
    client.force_login(factories.user(teams=[factories.team("South team")]))
    assert client.post(reverse("say-why", args=[enquiry.case.reference]), {"why": "Curious."}).status_code == 404


def test_opening_is_one_event_with_the_readers_role_on_the_case(client, enquiry):
    opened(client, enquiry.lead, enquiry.case)
    (event,) = Event.objects.all()
    assert (event.event, event.by, event.why, event.is_read) == ("open-case-page", enquiry.lead, "Leads this case", True)


def test_who_looked_is_for_managers_and_says_when_and_why(client, enquiry):
    opened(client, enquiry.lead, enquiry.case)
    address = reverse("who-looked", args=[enquiry.case.reference])
    assert client.get(address).status_code == 403
    client.force_login(factories.user(Role.MANAGER))
    html = client.get(address).content.decode()
    assert enquiry.lead.full_name in html and "Leads this case" in html and "Opened the case" in html


def test_who_looked_is_one_row_for_a_person_and_a_day_with_the_count(client, enquiry):
    for _ in range(3):
        opened(client, enquiry.lead, enquiry.case)
    client.force_login(factories.user(Role.MANAGER))
    html = client.get(reverse("who-looked", args=[enquiry.case.reference])).content.decode()
    assert html.count(enquiry.lead.full_name) == 1 and "Opened the case (3 times)" in html


def fill(enquiry, times):
    whose = {"authority": enquiry.authority}
    for _ in range(times):
        talk = factories.conversation(enquiry)
        wish = factories.wish(enquiry, conversation=talk)
        factories.wish(enquiry, replaces=wish)
        Judgement.objects.create(wish=wish, judge="adult", rating="met", **whose)
        NetworkMember.objects.create(person=enquiry.case.person, name="Somebody", **whose)
        FurtherInformation.objects.create(concern=enquiry.concern, words="More.", **whose)
        PlanAction.objects.create(enquiry=enquiry, what="Ring.", wish=wish, owner="worker", **whose)
        factories.concern(enquiry.case)
        factories.case(person=enquiry.case.person)
    for kind in ("physical", "financial", "sexual", "neglect")[:times]:
        RiskView.objects.create(risk=factories.risk(enquiry, type=kind), whose="adult", level="low", **whose)


def test_at_most_26_queries_and_never_more_with_more_records(client, django_assert_max_num_queries):
    few, many = factories.enquiry(), factories.enquiry()
    fill(few, 1)
    fill(many, 4)
    counts = []
    for enquiry in (few, many):
        client.force_login(enquiry.lead)
        with django_assert_max_num_queries(26) as asked:
            assert client.get(reverse("case", args=[enquiry.case.reference])).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_an_earlier_enquiry_of_the_case_is_one_link_away(client, enquiry):
    earlier = factories.concern(enquiry.case, received_at=factories.at(date(2025, 1, 5)), state="decided")
    old = type(enquiry).objects.create(
        authority=enquiry.authority,
        case=enquiry.case,
        concern=earlier,
        kind="other",
        started_on=date(2025, 1, 6),
        concluded_on=date(2025, 2, 1),
    )
    factories.risk(old, type="modern-slavery")
    now = opened(client, enquiry.lead, enquiry.case).content.decode()
    then = opened(client, enquiry.lead, enquiry.case, enquiry=earlier.reference).content.decode()
    assert "Modern slavery" not in now and "Modern slavery" in then


def test_a_page_with_a_long_history_stays_under_100_kb_on_a_first_visit(client, enquiry):
    for _ in range(60):
        factories.conversation(enquiry, words=" ".join(f"{secrets.token_hex(3)}" for _ in range(150)))
    html = opened(client, enquiry.lead, enquiry.case)
    assert html.content.decode().count("heard-timeline__title") == 20 and "Show all 60 conversations" in html.content.decode()
    files = [
        finders.find(name) for name in ("govuk/heard.css", "govuk/heard.js", "govuk/early.js", "govuk/heard.svg", "casework/casework.css")
    ]
    sizes = [len(gzip.compress(Path(file).read_bytes())) for file in files] + [len(gzip.compress(html.content))]
    assert sum(sizes) < 100_000
    everything = opened(client, enquiry.lead, enquiry.case, all="1").content.decode()
    assert everything.count("heard-timeline__title") == 60


def test_each_record_can_be_marked_as_on_the_wrong_file(client, enquiry):
    wish, talk, risk = factories.wish(enquiry), factories.conversation(enquiry), factories.risk(enquiry)
    html = opened(client, enquiry.lead, enquiry.case).content.decode()
    for kind, record in (("wish", wish), ("conversation", talk), ("risk", risk)):
        assert reverse("mark-in-error", args=[enquiry.case.reference, kind, record.pk]) in html
