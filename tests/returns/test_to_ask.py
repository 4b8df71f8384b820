"""Is what the return asks and nobody recorded shown team by team, with its cases, while it can still be asked?"""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.people.models import Person
from heard.returns.live import flat_relations
from heard.returns.to_ask import cases_to_ask, number_to_ask, teams_to_ask
from heard.rights.models import CapacityForEnquiry, SupportInEnquiry
from heard.rules.statutory_return import year_of
from heard.rules.still_to_ask import Among, StillToAsk
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import AskedWhatTheyWant, Judgement
from tests import factories

pytestmark = pytest.mark.django_db
MAY = date(2025, 5, 20)


def concluded(team="North team", **fields):
    concern = factories.concern(received_at=factories.at(date(2025, 4, 2)), primary_support_reason="mental-health")
    return factories.enquiry(concern, **{"started_on": date(2025, 4, 3), "concluded_on": MAY, "in_team": factories.team(team), **fields})


def asked(enquiry, answer="yes-expressed"):
    AskedWhatTheyWant.objects.create(authority=enquiry.authority, enquiry=enquiry, answer=answer)


def capacity(enquiry, answer):
    whose = {"authority": enquiry.authority, "enquiry": enquiry}
    CapacityForEnquiry.objects.create(**whose, had_capacity=answer, answered_by_name="Robin Lead")


def found(council, among=Among.CONCLUDED, year=2025, year_now=2026, of=None):
    """What is missing, by team: only what is."""
    with flat_relations(council):
        rows = dict(teams_to_ask(council, year, year_now=year_now, of=of)).get(among, [])
    return {row.name: {item: count for item, count in row.counts.items() if count} for row in rows}


def test_a_concluded_enquiry_with_nothing_answered(council):
    concluded()
    assert found(council) == {"North team": {StillToAsk.ASKED: 1, StillToAsk.CAPACITY: 1, StillToAsk.RISK: 1}}


def test_what_is_answered_is_asked_no_more_and_not_known_is_an_answer(council):
    enquiry = concluded()
    asked(enquiry, "not-known"), capacity(enquiry, "not-known"), factories.risk(enquiry)
    assert found(council) == {"North team": {StillToAsk.FINDING: 1}}


def test_a_wish_or_a_conversation_answers_whether_they_were_asked_as_the_count_does(council):
    from_wish, from_talk = concluded(), concluded()
    factories.wish(from_wish)
    factories.conversation(from_talk.concern, asked_what_they_want="yes")
    assert StillToAsk.ASKED not in found(council)["North team"]
    assert found(council)["North team"][StillToAsk.RATING] == 1, "the wish is not judged"


def test_a_wish_that_is_judged_is_asked_no_more(council):
    wish = factories.wish(concluded())
    Judgement.objects.create(authority=wish.authority, wish=wish, judge="adult", rating="met")
    assert StillToAsk.RATING not in found(council)["North team"]


def test_support_is_asked_only_of_who_lacked_capacity(council):
    lacked, had = concluded(), concluded()
    capacity(lacked, "no"), capacity(had, "yes")
    assert found(council)["North team"][StillToAsk.SUPPORT] == 1
    SupportInEnquiry.objects.create(authority=council, enquiry=lacked, supported_by=["none"])
    assert StillToAsk.SUPPORT not in found(council)["North team"]


def test_an_outcome_is_asked_where_a_risk_was_identified(council):
    from heard.enquiries.models import RiskFinding

    first, second = factories.risk(concluded()), factories.risk(concluded())
    RiskFinding.objects.create(authority=council, risk=first, finding="risk-action")
    RiskFinding.objects.create(authority=council, risk=second, finding="no-risk-action")
    assert found(council)["North team"][StillToAsk.OUTCOME] == 1 and StillToAsk.FINDING not in found(council)["North team"]


def test_of_the_adult_each_blank_is_asked_once_a_concern(council):
    enquiry = concluded()
    Person.objects.filter(pk=enquiry.case.person_id).update(birth_date=None, gender="not-known", health_conditions=["none"])
    assert found(council, Among.RECEIVED) == {"North team": {StillToAsk.BIRTH_DATE: 1, StillToAsk.ETHNICITY: 1}}


def test_open_enquiries_are_of_the_year_that_runs(council):
    concluded(concluded_on=None)
    assert found(council, Among.OPEN, year=2026) == {"North team": {StillToAsk.ASKED: 1, StillToAsk.CAPACITY: 1, StillToAsk.RISK: 1}}
    assert found(council, Among.OPEN, year=2025) == {} == found(council, Among.CONCLUDED, year=2026)


def test_what_the_return_leaves_out_is_not_asked(council):
    enquiry, child = concluded(), concluded()
    enquiry.concern.in_area = "no"
    enquiry.concern.save()
    Person.objects.filter(pk=child.case.person_id).update(birth_date=date(2012, 1, 1))
    assert found(council) == {}


def test_each_team_is_apart_and_a_reader_sees_their_own(council):
    concluded(), concluded("South team")
    worker = factories.user(Role.SOCIAL_WORKER)
    assert set(found(council)) == {"North team", "South team"} and set(found(council, of=worker)) == {"North team"}
    with flat_relations(council):
        south = factories.team("South team").pk
        assert number_to_ask(council, StillToAsk.CAPACITY, Among.CONCLUDED, 2025, south) == 1
        assert not cases_to_ask(worker, StillToAsk.CAPACITY, Among.CONCLUDED, 2025, south)
        assert cases_to_ask(worker, StillToAsk.CAPACITY, Among.CONCLUDED, 2025).count() == 1


def page(client, user, name="return-to-ask", *args, year=2025, **query):
    client.force_login(user)
    return client.get(reverse(name, args=[year, *args]), query)


def test_the_page_leads_to_the_cases_and_each_case_to_its_question(client, council):
    mine, not_mine = concluded(), concluded("South team")
    manager = factories.user(Role.MANAGER)
    html = page(client, manager).content.decode()
    assert "North team" in html and "South team" in html and "Enquiries that are open now" not in html
    cases = page(client, manager, "return-to-ask-cases", "concluded", "capacity").content.decode()
    assert mine.case.person.name in cases and not_mine.case.person.name not in cases and "1 is outside your cases" in cases
    assert f"/cases/{mine.case.reference}/capacity?of={mine.pk}&amp;then=%2Freturns%2F2025%2Fto-ask%2Fconcluded%2Fcapacity" in cases
    south = page(client, manager, "return-to-ask-cases", "concluded", "capacity", team=factories.team("South team").pk).content.decode()
    assert "Nothing more to ask here" in south and "1 is outside" in south


def test_an_analyst_sees_small_numbers_hidden_and_no_cases(client, council):
    for _ in range(7):
        concluded()
    html = page(client, factories.user(Role.ANALYST)).content.decode()
    assert ">5</td>" in html and "[c]" in html and "/to-ask/concluded" not in html
    assert page(client, factories.user(Role.ANALYST), "return-to-ask-cases", "concluded", "capacity").status_code == 403


@pytest.mark.parametrize(
    ("among", "item", "team"),
    [("open", "capacity", ""), ("concluded", "gender", ""), ("nowhere", "capacity", ""), ("concluded", "nothing", ""),
     ("concluded", "capacity", "north")],
    ids=["open in a year that is over", "not asked of enquiries", "no such records", "no such thing", "a team that is none"],
)  # fmt: skip
def test_what_is_not_asked_is_not_there(client, council, among, item, team):
    assert page(client, factories.user(Role.MANAGER), "return-to-ask-cases", among, item, team=team).status_code == 404


def test_in_the_year_that_runs_open_enquiries_come_first(client, council):
    year = year_of(timezone.localdate())
    concluded(concluded_on=None)
    html = page(client, factories.user(Role.MANAGER), year=year).content.decode()
    assert html.index("Enquiries that are open now") < html.index("Enquiries concluded in the year")
