"""Do the pages of closing ask, keep, refuse and stay within their budget, for those who may and no others?"""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from heard.accounts.permissions import Permission, may
from heard.audit.models import Event
from heard.cases.models import Enquiry
from heard.enquiries.models import Closing, PlanAction, RiskFinding, RiskView
from heard.people.models import NetworkMember
from heard.rights.models import Advocacy
from heard.rules.vocabulary.enquiry import BeforeCeasing
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import Judgement
from tests import factories

pytestmark = pytest.mark.django_db
BUDGET = 12
DAY = {"judged_on-day": "4", "judged_on-month": "5", "judged_on-year": "2026"}
ASKED = {"how": "visit", "asked_by": "somebody-else", "asked_by_name": "Jo Example"}
NO_RISK = ("close-outcome", "close-remained")


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def manager(enquiry):
    return factories.user(Role.MANAGER)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def fill(enquiry, number: int) -> None:
    """So many wishes (judged), risks (found), actions, conversations and people in the network."""
    mine = {"authority": enquiry.authority}
    for each in range(number):
        wish = factories.wish(enquiry, words=f"Wish {each}")
        for judge in ("adult", "professional"):
            Judgement.objects.create(**mine, wish=wish, judge=judge, rating="met")
        risk = enquiry.risks.first() if each > 8 else factories.risk(enquiry, location=LOCATIONS[each])
        if each <= 8:
            RiskFinding.objects.create(**mine, risk=risk, finding="risk-action", outcome="reduced")
        PlanAction.objects.create(**mine, enquiry=enquiry, risk=risk, what=f"Action {each}", owner="adult")
        NetworkMember.objects.create(**mine, person=enquiry.case.person, name=f"Person {each}")
        factories.conversation(enquiry)


LOCATIONS = [
    "own-home", "community", "community-service", "care-home-nursing", "care-home-residential", "hospital-acute",
    "hospital-mental-health", "hospital-community", "other",
]  # fmt: skip


def addresses(enquiry) -> dict[str, str]:
    reference, risk = enquiry.case.reference, enquiry.risks.first()
    names = [
        "judge-wishes", "judge-as-professional", "close", "close-view", "close-reason", "close-ceasing", "close-checklist", "close-against",
        "close-finish", "reopen", "summary", "allocate", "hand-over", "in-error-list",
    ]  # fmt: skip
    found = {name: reverse(name, args=[reference]) for name in names}
    found |= {name: reverse(name, args=[reference, risk.pk]) for name in ("close-finding", *NO_RISK)}
    return found | {"mark-in-error": reverse("mark-in-error", args=[reference, "risk", risk.pk])}


def test_every_page_opens_with_one_heading_and_no_name_in_its_title(enquiry, manager):
    fill(enquiry, 2)
    client = signed_in(manager)
    for name, address in addresses(enquiry).items():
        page = client.get(address)
        assert page.status_code == 200, name
        html = page.content.decode()
        assert html.count("<h1") == 1, name
        title = html.split("<title>")[1].split("</title>")[0]
        assert enquiry.case.person.family_name not in title, name
        assert enquiry.case.person.family_name in html, f"{name} does not say who it is about"


def test_the_number_of_queries_is_within_budget_and_does_not_grow(django_assert_max_num_queries, enquiry, manager):
    counts: dict[str, list[int]] = {}
    for more in (2, 18):
        fill(enquiry, 2) if more == 2 else fill_rest(enquiry)
        client = signed_in(manager)
        for name, address in addresses(enquiry).items():
            client.get(address)
            with django_assert_max_num_queries(20 if name == "summary" else BUDGET) as seen:
                assert client.get(address).status_code == 200
            counts.setdefault(name, []).append(len(seen))
    assert all(few == many for few, many in counts.values()), counts


def fill_rest(enquiry) -> None:
    mine = {"authority": enquiry.authority}
    for risk in (factories.risk(enquiry, location=where) for where in LOCATIONS[2:]):
        RiskFinding.objects.create(**mine, risk=risk, finding="risk-action", outcome="reduced")
        PlanAction.objects.create(**mine, enquiry=enquiry, risk=risk, what="Action", owner="adult")
    for each in range(18):
        factories.conversation(enquiry)
        factories.wish(enquiry)
        factories.user(full_name=f"Colleague {each}")
        NetworkMember.objects.create(**mine, person=enquiry.case.person, name=f"Somebody {each}")


NEEDS = {
    "judge-wishes": Permission.RECORD_IN_CASE, "judge-as-professional": Permission.RECORD_IN_CASE, "summary": Permission.SEE_CASES,
    "close-against": Permission.CLOSE_AGAINST_VIEW, "reopen": Permission.REOPEN_ENQUIRY, "allocate": Permission.ALLOCATE,
    "hand-over": Permission.RECORD_IN_CASE, "in-error-list": Permission.MARK_IN_ERROR, "mark-in-error": Permission.MARK_IN_ERROR,
}  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_who_may_open_them_and_nobody_of_another_team_or_council(enquiry, role):
    fill(enquiry, 1)
    outsiders = [
        signed_in(factories.user(role, teams=[factories.team("Far team")])),
        signed_in(factories.user(role, of=factories.authority("Elsewhere"))),
    ]
    user = factories.user(role)
    in_scope = {Role.MANAGER: 200, Role.SOCIAL_WORKER: 302}  # a colleague in the team is first asked why
    for name, address in addresses(enquiry).items():
        allowed = may(user, NEEDS.get(name, Permission.CLOSE_ENQUIRY))
        assert signed_in(user).get(address).status_code == (in_scope.get(role, 404) if allowed else 403), name
        for outsider in outsiders:
            assert outsider.get(address).status_code == (404 if allowed else 403), name


def test_a_whole_close_where_they_differ(enquiry):
    factories.risk(enquiry)
    wish, client = factories.wish(enquiry), signed_in(enquiry.lead)
    to = addresses(enquiry)
    adults = {f"rating-{wish.pk}": "not-met", f"judge-{wish.pk}": "adult", f"words-{wish.pk}": "He still comes.", **DAY, **ASKED}
    assert client.post(to["judge-wishes"], adults).url == to["judge-as-professional"]
    mine = {f"rating-{wish.pk}": "partly-met", f"words-{wish.pk}": "", **DAY}
    page = client.post(to["judge-as-professional"], mine)
    assert "Say why you judge it differently" in page.content.decode()
    mine[f"why-partly-met-{wish.pk}"] = "The lock is changed."
    assert client.post(to["judge-as-professional"], mine).url == to["close"]
    assert client.post(to["close-finding"], {"finding": "risk-action"}).url == to["close-outcome"]
    assert client.post(to["close-outcome"], {"outcome": "remained"}).url == to["close-remained"]
    assert not RiskFinding.objects.filter(outcome="remained").exists()
    assert client.post(to["close-remained"], {"adults_reason": "He is my brother.", "no_reason_because": ""}).url == to["close"]
    assert client.post(to["close-view"], {"view": "agrees", "words": "Let it rest."}).status_code == 302
    ended = {"concluded_on-day": "4", "concluded_on-month": "5", "concluded_on-year": "2026"}
    assert client.post(to["close-finish"], ended).url == to["summary"]
    summary = client.get(to["summary"]).content.decode()
    for words in ("He still comes.", "The lock is changed.", "Risk remained by the adult", "He is my brother.", "Let it rest."):
        assert words in summary
    assert "In the adult’s judgement: not achieved. The professional judges differently." in summary
    assert Enquiry.objects.get().concluded_on == date(2026, 5, 4)


def test_a_high_risk_that_remained_asks_the_four_questions_and_the_summary_shows_them(enquiry):
    risk, client = factories.risk(enquiry), signed_in(enquiry.lead)
    RiskView.objects.create(authority=enquiry.authority, risk=risk, whose="professional", level="high")
    to = addresses(enquiry)
    client.post(to["close-finding"], {"finding": "risk-action"})
    assert "Is anybody else at risk?" in client.get(to["close-remained"]).content.decode()
    said = {"adults_reason": "He is my brother.", "no_reason_because": ""}
    assert "Select an answer to ‘Is anybody else at risk?’" in client.post(to["close-remained"], said).content.decode()
    four = {str(question): "not-known" for question in BeforeCeasing}
    assert client.post(to["close-remained"], {**said, **four}).url == to["close"]
    for page in ("close", "summary"):
        assert "Is anybody else at risk? Not yet known" in client.get(to[page]).content.decode()
    assert "1 high risk has no action in the plan." in client.get(to["close-finish"]).content.decode()


def test_a_risk_left_without_a_finding_needs_a_reason_which_is_kept_and_shown(enquiry):
    factories.risk(enquiry)
    Closing.objects.create(authority=enquiry.authority, enquiry=enquiry, view="not-asked", not_asked_because="died")
    client, where = signed_in(enquiry.lead), reverse("close-finish", args=[enquiry.case.reference])
    ended = {"concluded_on-day": "4", "concluded_on-month": "5", "concluded_on-year": "2026"}
    assert "Write why it closes with a risk" in client.post(where, ended).content.decode()
    assert Enquiry.objects.get().concluded_on is None
    assert client.post(where, {**ended, "risks_because": "She died before we could look."}).status_code == 302
    page = client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
    assert "without a finding or an outcome: She died before we could look." in page and "1 risk has no finding." in page


def test_closing_twice_shows_the_summary_and_writes_nothing(enquiry):
    client, to = signed_in(enquiry.lead), {"finish": reverse("close-finish", args=[enquiry.case.reference])}
    Closing.objects.create(authority=enquiry.authority, enquiry=enquiry, view="not-asked", not_asked_because="died")
    ended = {"concluded_on-day": "4", "concluded_on-month": "5", "concluded_on-year": "2026"}
    client.post(to["finish"], ended)
    writes = Event.objects.filter(is_read=False).count()
    assert client.post(to["finish"], ended).url == reverse("summary", args=[enquiry.case.reference])
    assert Event.objects.filter(is_read=False).count() == writes


def test_what_is_refused_is_said_and_what_was_typed_is_kept(enquiry):
    client = signed_in(enquiry.lead)
    ended = {"concluded_on-day": "4", "concluded_on-month": "5", "concluded_on-year": "2026"}
    page = client.post(reverse("close-finish", args=[enquiry.case.reference]), ended).content.decode()
    assert "The adult has not been asked about closing. Ask them, or say why not." in page
    assert 'value="2026"' in page


@pytest.mark.parametrize(
    ("page", "sent", "says"),
    [
        pytest.param("close-view", {}, "Select what the adult thinks about closing", id="no view"),
        pytest.param("close-view", {"view": "not-asked"}, "Select why the adult was not asked", id="not asked and no reason"),
        pytest.param("close-view", {"view": "unable"}, "Say how the adult was asked", id="unable and no word of how"),
        pytest.param("close-view", {"view": "perhaps"}, "Choose one of the answers shown", id="an answer that is none"),
        pytest.param("close-reason", {"reason": "other"}, "Say what the reason is", id="another reason and no words"),
        pytest.param("close-ceasing", {}, "Select an answer to ‘Is anybody else at risk?’", id="a question not answered"),
        pytest.param(
            "close-ceasing", {"others-at-risk": "yes", "coercion": "no", "crime": "no", "position-of-trust": "no"},
            "Say why it is right to stop all the same.", id="others at risk and no reason",
        ),
        pytest.param("close-finding", {}, "Select what was found about this risk", id="no finding"),
        pytest.param("close-finish", {"concluded_on-day": "1", "concluded_on-month": "1", "concluded_on-year": "2199"},
                     "The date the enquiry ended must be", id="a day to come"),
    ],
)  # fmt: skip
def test_bad_answers_are_explained(enquiry, page, sent, says):
    factories.risk(enquiry)
    assert says in signed_in(enquiry.lead).post(addresses(enquiry)[page], sent).content.decode()


def test_each_opening_is_in_the_audit(enquiry):
    signed_in(enquiry.lead).get(reverse("summary", args=[enquiry.case.reference]))
    event = Event.objects.get(event="open-summary")
    assert (event.is_read, event.by, event.why, event.case_id) == (True, enquiry.lead, "Leads this case", enquiry.case_id)


def test_what_is_on_the_screen_before_printing_is_not_on_the_paper(enquiry):
    enquiry.case.person.safe_contact = "Only by phone, mornings"
    enquiry.case.person.save()
    html = signed_in(enquiry.lead).get(reverse("summary", args=[enquiry.case.reference])).content.decode()
    warning = html.split("Only by phone, mornings")[0].rsplit('<div class="', 1)[1]
    assert "heard-no-print" in warning


def test_the_summary_says_what_was_assessed_and_who_helped(enquiry):
    where = reverse("summary", args=[enquiry.case.reference])
    before = " ".join(signed_in(enquiry.lead).get(where).content.decode().split())
    assert "No decision was assessed. Capacity is assumed." in before and "No advocate is recorded." in before
    factories.lacking(enquiry)
    Advocacy.objects.create(
        authority=enquiry.authority, case=enquiry.case, kind="care-act", advocate_name="Ali Advocate", referred_on=date(2026, 3, 5),
        accepted_on=date(2026, 3, 9),
    )  # fmt: skip
    after = " ".join(signed_in(enquiry.lead).get(where).content.decode().split())
    assert "Whether to take part in the enquiry: Lacks capacity to make this decision at this time. Assessed 5 March 2026." in after
    assert "Independent advocate (Care Act): Ali Advocate, since 9 March 2026." in after


def test_how_it_was_is_asked_as_it_closes(enquiry):
    where = reverse("close", args=[enquiry.case.reference])
    browser = signed_in(enquiry.lead)
    row = browser.get(where).content.decode().split("How it was for them")[1].split("</li>")[0]
    assert "Not done yet" in row
    factories.experience(enquiry, who="representative", who_name="Sam")
    assert "Not done yet" in browser.get(where).content.decode().split("How it was for them")[1].split("</li>")[0]
    factories.experience(enquiry)
    row = browser.get(where).content.decode().split("How it was for them")[1].split("</li>")[0]
    assert "Not done yet" not in row and "Done" in row
