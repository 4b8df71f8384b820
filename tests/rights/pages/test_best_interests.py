"""Is a decision in the adult's best interests asked in the order of the checklist, with their wishes and any warning in view?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.rights.actions.legal_authority import add_legal_authority
from heard.rights.forms.best_interests import FACTORS
from heard.rights.models import BestInterestsDecision
from tests import factories
from tests.rights.made import LACKING, assess

pytestmark = pytest.mark.django_db
BUDGET = 12
OPTIONS = {"less_restrictive": "A lower limit on the card."}
CONSIDERED = {name: "Considered." for name in FACTORS}
CONSULTED = {"consulted": "Her sister: keep it.\nThe bank: a limit is possible."}
WISHES = {"known_wishes": "She wants her own money."}
DECIDED = {"decided": "A lower limit.", "follows": "yes", "decided_on-day": "10", "decided_on-month": "3", "decided_on-year": "2026"}


@pytest.fixture
def enquiry(client):
    made = factories.enquiry()
    client.force_login(made.lead)
    return made


def url(name, enquiry, *more):
    return reverse(name, args=[enquiry.case.reference, *more])


def go_through(client, enquiry, assessment, *pages):
    address = url("best-interests-form-page", enquiry, assessment.pk, "new", "options")
    for values in pages:
        answer = client.post(address, values)
        assert answer.status_code == 302, answer.content.decode()
        address = answer["Location"]
    return address


def test_it_is_kept_and_shown_with_the_assessment(client, enquiry):
    assessed = assess(enquiry, **LACKING)
    begun = client.get(url("decide-best-interests", enquiry, assessed.pk), follow=True)
    assert "Less restrictive options" in begun.content.decode()
    answer = client.post(go_through(client, enquiry, assessed, OPTIONS, CONSIDERED, CONSULTED, WISHES, DECIDED))
    made = BestInterestsDecision.objects.get()
    assert (made.consulted, made.decided_on) == (["Her sister: keep it.", "The bank: a limit is possible."], date(2026, 3, 10))
    page = client.get(answer["Location"]).content.decode()
    assert "A lower limit." in page and "Her sister: keep it." in page


def test_what_the_adult_said_they_want_is_in_view(client, enquiry):
    factories.wish(enquiry, words="I want my own money.")
    address = go_through(client, enquiry, assess(enquiry, **LACKING), OPTIONS, CONSIDERED, CONSULTED)
    assert "I want my own money." in client.get(address).content.decode()


def test_an_attorney_who_may_pose_a_risk_is_warned_of_where_people_are_consulted(client, enquiry):
    whose = {"authority": enquiry.authority, "name": "Testa Daughter", "may_pose_risk": True}
    daughter = enquiry.case.person.network.create(**whose)
    add_legal_authority(case=enquiry.case, by=enquiry.lead, kind="lpa-property", holder=daughter)
    address = go_through(client, enquiry, assess(enquiry, **LACKING), OPTIONS, CONSIDERED)
    assert "Office of the Public Guardian" in client.get(address).content.decode()


def test_going_against_their_wishes_needs_why(client, enquiry):
    address = go_through(client, enquiry, assess(enquiry, **LACKING), OPTIONS, CONSIDERED, CONSULTED, WISHES)
    page = client.post(address, {**DECIDED, "follows": "no"}).content.decode()
    assert "Write why it departs from what the adult wants" in page and "A lower limit." in page


def test_a_decision_that_is_the_adults_own_has_no_such_form(client, enquiry):
    own = assess(enquiry)
    assert "theirs to make" in client.get(url("decide-best-interests", enquiry, own.pk)).content.decode()
    assert client.get(url("best-interests-form-start", enquiry, own.pk)).status_code == 404


def test_nobody_of_another_team_or_case_opens_it(client, enquiry):
    assessed = assess(enquiry, **LACKING)
    other = assess(factories.enquiry(), **LACKING)
    assert client.get(url("decide-best-interests", enquiry, other.pk)).status_code == 404
    client.force_login(factories.user(of=enquiry.authority, teams=[factories.team("South team")]))
    assert client.get(url("decide-best-interests", enquiry, assessed.pk)).status_code == 404


@pytest.mark.parametrize("page", ["options", "considered", "consulted", "wishes", "decided", "check"])
def test_each_page_stays_within_its_budget(client, enquiry, page):
    for _ in range(5):
        factories.wish(enquiry)
    address = go_through(client, enquiry, assess(enquiry, **LACKING), OPTIONS, CONSIDERED, CONSULTED, WISHES, DECIDED)
    with CaptureQueriesContext(connection) as ran:
        assert client.get(address.replace("check", page)).status_code == 200
    assert len(ran) <= BUDGET, "\n".join(query["sql"][:150] for query in ran)
