"""Do the screens of capacity ask in the order of the law, keep what was typed, and show earlier and later results side by side?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heard.enquiries.actions.risks import view_risk
from heard.flows.queries import unsent_drafts_of
from heard.rights.actions.for_the_return import answer_capacity
from heard.rights.models import CapacityAssessment, CapacityForEnquiry
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.rights.made import LACKING, assess

pytestmark = pytest.mark.django_db
BUDGET = 12
PARTS = ("understand", "retain", "use_or_weigh", "communicate")
DECISION = {"which": "new", "decision": "Who looks after her bank card", "is_about_enquiry": "yes",
            "relevant_information": "He takes money with it.", "why_in_doubt": "She asks who he is."}  # fmt: skip
SUPPORT = {"support_given": "Mornings, alone, with pictures.", "assessed_at-day": "9", "assessed_at-month": "3",
           "assessed_at-year": "2026", "assessed_at-time": "10am"}  # fmt: skip
COULD = {name: "yes" for name in PARTS} | {f"{name}_words": "He is my nephew." for name in PARTS}
COULD_NOT = {**COULD, "retain": "no"}
IMPAIRED = {"is_impaired": "yes", "impairment": "Delirium, seen by the GP."}
CAUSED = {"is_caused": "yes", "causal_link": "She cannot hold it for a minute."}
TOLD = {"was_told": "yes", "told_words": "All right."}
AGAIN = {"fluctuates": "yes", "best_times": "Mornings.", "can_wait": "no", "ask_again_on-day": "1", "ask_again_on-month": "1",
         "ask_again_on-year": "2199"}  # fmt: skip


@pytest.fixture
def enquiry(client):
    made = factories.enquiry()
    client.force_login(made.lead)
    return made


def url(name, enquiry, *more):
    return reverse(name, args=[enquiry.case.reference, *more])


def go_through(client, enquiry, *pages):
    """Answer page after page as a browser would; returns where it stands then."""
    address = url("capacity-form-page", enquiry, "new", "decision")
    for values in pages:
        answer = client.post(address, values)
        assert answer.status_code == 302, answer.content.decode()
        address = answer["Location"]
    return address


def kept_after(client, enquiry, *pages):
    answer = client.post(go_through(client, enquiry, *pages))
    assert answer.status_code == 302, answer.content.decode()
    return CapacityAssessment.objects.get(pk=answer["Location"].split("/")[-1])


def test_neither_impairment_nor_link_is_asked_where_every_part_could_be_done(client, enquiry):
    address = go_through(client, enquiry, DECISION, SUPPORT, COULD)
    assert address.endswith("/conclusion")
    page = client.get(address).content.decode()
    assert 'value="has-capacity"' in page and 'value="lacks-capacity"' not in page
    for skipped in ("impairment", "link"):
        assert client.get(address.replace("conclusion", skipped)).status_code == 302, "there is no way round the order"


def test_the_impairment_is_asked_only_then_and_the_link_only_then(client, enquiry):
    assert go_through(client, enquiry, DECISION, SUPPORT, COULD_NOT).endswith("/impairment")
    none = go_through(client, enquiry, DECISION, SUPPORT, COULD_NOT, {"is_impaired": "no"})
    assert none.endswith("/conclusion") and 'value="lacks-capacity"' not in client.get(none).content.decode()
    assert go_through(client, enquiry, DECISION, SUPPORT, COULD_NOT, IMPAIRED).endswith("/link")
    not_because = go_through(client, enquiry, DECISION, SUPPORT, COULD_NOT, IMPAIRED, {"is_caused": "no"})
    assert 'value="lacks-capacity"' not in client.get(not_because).content.decode()


def test_lacks_cannot_be_sent_without_the_link(client, enquiry):
    address = go_through(client, enquiry, DECISION, SUPPORT, COULD_NOT, IMPAIRED, {"is_caused": "not-known"})
    page = client.post(address, {"conclusion": "lacks-capacity", **TOLD})
    assert page.status_code == 200 and "Choose one of the answers shown" in page.content.decode()
    assert not CapacityAssessment.objects.exists()


def test_all_three_in_order_are_kept(client, enquiry):
    pages = (DECISION, SUPPORT, COULD_NOT, IMPAIRED, CAUSED, {"conclusion": "lacks-capacity", **TOLD}, AGAIN)
    made = kept_after(client, enquiry, *pages)
    assert (made.conclusion, made.causal_link, made.retain, made.ask_again_on) == (
        "lacks-capacity", "She cannot hold it for a minute.", "no", date(2199, 1, 1),
    )  # fmt: skip
    assert (made.is_about_enquiry, made.enquiry, made.assessor_name) == (True, enquiry, enquiry.lead.full_name)
    page = client.get(url("capacity-assessment", enquiry, made.pk)).content.decode()
    assert "He is my nephew." in page and "9 March 2026" in page and "best interests" in page
    assert "said or showed</p>" in page and "own words" not in page


def test_a_part_without_the_adults_words_is_not_taken_and_the_rest_is_kept(client, enquiry):
    address = go_through(client, enquiry, DECISION, SUPPORT)
    page = client.post(address, {**COULD, "retain_words": ""}).content.decode()
    assert "Write what they said or showed: hold that information" in page and "He is my nephew." in page


def test_unwilling_is_not_unable_is_said_where_it_matters(client, enquiry):
    address = go_through(client, enquiry, DECISION, SUPPORT)
    assert "Unwilling is not unable" in client.get(address).content.decode()


TO_THE_END = (DECISION, SUPPORT, COULD_NOT, IMPAIRED, CAUSED, {"conclusion": "lacks-capacity", **TOLD})


def test_waiting_is_offered_where_no_risk_speaks_against_it(client, enquiry):
    factories.risk(enquiry)
    page = client.get(go_through(client, enquiry, *TO_THE_END)).content.decode()
    assert "Can the decision wait?" in page and "Nobody has recorded whether waiting would prolong" in page


def test_waiting_is_not_offered_where_it_would_prolong_harm_and_it_says_why(client, enquiry):
    risk = factories.risk(enquiry)
    view_risk(risk=risk, whose="professional", by=enquiry.lead, level="high", waiting_prolongs_harm="yes")
    address = go_through(client, enquiry, *TO_THE_END)
    page = client.get(address).content.decode()
    assert "Waiting is not offered" in page and "Physical abuse" in page and "Can the decision wait?" not in page
    made = kept_after(client, enquiry, *TO_THE_END, {**AGAIN, "can_wait": "yes", "can_wait_until-day": "1"})
    assert (made.can_wait, made.can_wait_until, made.ask_again_on) == ("", None, date(2199, 1, 1))


def test_the_same_decision_again_says_what_changed_and_stands_beside_the_first(client, enquiry):
    assess(enquiry, **LACKING)
    again = {**DECISION, "which": "who looks after her bank card", "decision": ""}
    address = go_through(client, enquiry, again, SUPPORT, COULD)
    assert "Say what has changed" in client.post(address, {"conclusion": "has-capacity", **TOLD}).content.decode()
    concluded = {"conclusion": "has-capacity", "because": "The infection has gone.", **TOLD}
    made = kept_after(client, enquiry, again, SUPPORT, COULD, concluded, {"fluctuates": "yes"})
    assert made.decision == "Who looks after her bank card"
    page = client.get(url("capacity-decisions", enquiry)).content.decode()
    assert page.index("Could not make this decision") < page.index("Could make this decision")
    assert "The results differ" in page and "The infection has gone." in page


def test_what_was_typed_is_kept_as_a_draft(client, enquiry):
    go_through(client, enquiry, DECISION, SUPPORT)
    (draft,) = unsent_drafts_of(enquiry.lead)
    assert draft.data["support"]["values"]["support_given"] == ["Mornings, alone, with pictures."]
    assert "You have begun and not sent" in client.get(url("assess-capacity", enquiry), follow=True).content.decode()


def test_a_closed_case_says_to_reopen_it(client, enquiry):
    enquiry.case.stage = "closed"
    enquiry.case.save()
    assert "This case is closed" in client.get(url("assess-capacity", enquiry)).content.decode()


@pytest.mark.parametrize("page", ["decision", "support", "test", "impairment", "link", "conclusion", "again", "check"])
def test_each_page_of_the_form_stays_within_its_budget(client, enquiry, page):
    for day in range(2, 8):
        assess(enquiry, day=day, decision=f"Decision {day}")
    factories.risk(enquiry)
    address = go_through(client, enquiry, *TO_THE_END, AGAIN)
    with CaptureQueriesContext(connection) as ran:
        assert client.get(address.replace("check", page)).status_code == 200
    assert len(ran) <= BUDGET, "\n".join(query["sql"][:150] for query in ran)


@pytest.mark.parametrize("name", ["capacity-decisions", "capacity-assessment"])
def test_the_other_pages_cost_the_same_for_two_and_for_ten(client, enquiry, name):
    counted = []
    for days in ((2, 3), range(4, 12)):
        for day in days:
            made = assess(enquiry, day=day, decision=f"Decision {day}")
        address = url(name, enquiry, *([made.pk] if name == "capacity-assessment" else []))
        with CaptureQueriesContext(connection) as ran:
            assert client.get(address).status_code == 200
        counted.append(len(ran))
    assert counted[0] == counted[1] <= BUDGET


def test_a_case_of_another_team_is_not_there_nor_an_assessment_of_another_case(client, enquiry):
    theirs = assess(factories.enquiry())
    assert client.get(url("capacity-assessment", enquiry, theirs.pk)).status_code == 404
    made = assess(enquiry)
    client.force_login(factories.user(of=enquiry.authority, teams=[factories.team("South team")]))
    for name, more in (("assess-capacity", ()), ("capacity-decisions", ()), ("capacity-assessment", (made.pk,))):
        assert client.get(url(name, enquiry, *more), follow=True).status_code == 404


def test_who_sees_no_records_sees_none_of_this(client, enquiry):
    client.force_login(factories.user(Role.ANALYST, of=enquiry.authority))
    assert client.get(url("capacity-decisions", enquiry)).status_code == 403


def test_the_timeline_is_the_persons_and_only_what_the_reader_may_see(client, enquiry):
    person = enquiry.case.person
    mine = factories.enquiry(factories.concern(factories.case(person=person)), lead=enquiry.lead)
    assess(mine, decision="Where to live")
    others = factories.enquiry(factories.concern(factories.case(person=person)), in_team=factories.team("South team"))
    assess(others, decision="Who visits her")
    page = client.get(url("capacity-decisions", enquiry)).content.decode()
    assert "Where to live" in page and "Who visits her" not in page


class TestTheEnquirysOwnAnswer:
    def test_it_is_filled_in_from_assessments_of_decisions_about_the_enquiry(self, client, enquiry):
        assess(enquiry, is_about_enquiry=True, **LACKING)
        page = client.get(url("capacity-answer", enquiry)).content.decode()
        assert "They suggest: no." in page and "assessed 5 March 2026" in page
        assert 'value="no" checked' in page

    def test_a_decision_about_something_else_suggests_nothing(self, client, enquiry):
        assess(enquiry, **LACKING)
        page = client.get(url("capacity-answer", enquiry)).content.decode()
        assert "No decision about this enquiry has been assessed" in page and '" checked' not in page

    def test_an_answer_that_differs_says_why(self, client, enquiry):
        assess(enquiry, is_about_enquiry=True, **LACKING)
        answer = {"had_capacity": "yes", "answered_by_name": "Robin Lead"}
        page = client.post(url("capacity-answer", enquiry), answer).content.decode()
        assert "Write why it is different" in page and not CapacityForEnquiry.objects.exists()
        client.post(url("capacity-answer", enquiry), {**answer, "because": "She could for the rest of the enquiry."})
        assert CapacityForEnquiry.objects.get().because == "She could for the rest of the enquiry."

    def test_the_action_refuses_it_too(self, enquiry):
        assess(enquiry, is_about_enquiry=True, **LACKING)
        with pytest.raises(NotAllowed, match="why it is different"):
            answer_capacity(enquiry=enquiry, had_capacity="yes", answered_by_name="Robin Lead", by=enquiry.lead)
