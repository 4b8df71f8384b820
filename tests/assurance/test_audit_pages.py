"""What do the pages of an audit show, to whom, and what do they leave in the trail?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heard.assurance.actions.auditing import record_own_view
from heard.assurance.models import Audit, AuditAnswer
from heard.assurance.pages.found import SECTION_OF
from heard.assurance.queries.entries import READ, entries_of
from heard.assurance.queries.read_beforehand import read_beforehand
from heard.assurance.questions import set_of
from heard.audit.models import Event
from heard.rules.auditing.question_set import RECORDS
from heard.rules.vocabulary.assurance import WhoseView
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def auditor(world, client):
    client.force_login(world.users[Role.MANAGER])
    return client


def test_every_kind_of_record_that_a_question_can_name_is_read(world):
    assert set(READ) == RECORDS
    kinds = {one.kind for one in entries_of(world.case)}
    assert {"concern", "agreement", "enquiry", "conversation", "wish", "advocate", "appropriate-person", "capacity", "authority", "risk",
            "action", "sharing", "network"} <= kinds  # fmt: skip
    assert {one.kind for one in entries_of(world.case, ["wish"])} == {"wish"}


def test_each_question_with_a_reader_is_read_from_the_record(world):
    found = {one.key: read_beforehand(world.case, one) for one in set_of("heard-1").questions}
    assert found["risk"].answer == "no" and found["what-they-want"].answer == "partly" and found["communication"].answer == "no"
    assert found["recording"] is None


def test_opening_the_record_is_written_down_with_the_audit_as_the_reason(world, auditor):
    answer = auditor.get(f"/audits/{world.audit.pk}/record")
    assert "I am frightened." in answer.content.decode()
    event = Event.objects.filter(event="open-audited-record").get()
    assert (event.case_id, event.is_read, event.why) == (world.case.pk, True, "Audits this case: Spring round")


def test_the_record_opens_for_that_case_only_and_the_case_page_stays_closed(world, client):
    stranger = factories.user(Role.SOCIAL_WORKER, of=world.authority, teams=[])
    audit = factories.audit(world.case, auditor=stranger)
    client.force_login(stranger)
    assert client.get(f"/audits/{audit.pk}/record").status_code == 200
    assert client.get(f"/cases/{world.case.reference}").status_code == 404
    assert client.get(f"/audits/{world.audit.pk}/record").status_code == 404


def test_the_record_closes_when_the_audit_is_done(world, auditor):
    world.audit.done_at = factories.at(date(2026, 3, 9))
    world.audit.save()
    page = auditor.get(f"/audits/{world.audit.pk}/record").content.decode()
    assert "closed to you again" in page and "I am frightened." not in page


def test_an_answer_read_from_the_record_is_filled_in_and_marked_so(world, auditor):
    address = f"/audits/{world.audit.pk}/questions/risk"
    page = auditor.get(address).content.decode()
    assert "Read from the record: no" in page and 'value="no" checked' in page
    answer = auditor.post(address, {"answer": "partly", "evidence": [f"risk-{world.risk.pk}"], "words": "One view only."})
    assert answer.status_code == 302 and answer["Location"].endswith("/questions/other-routes")
    kept = AuditAnswer.objects.get()
    assert (kept.answer, kept.filled_in, kept.evidence) == ("partly", "no", [f"risk-{world.risk.pk}"])
    assert "Read from the record: no" in auditor.get(f"/audits/{world.audit.pk}").content.decode()


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        pytest.param({}, "Select your answer", id="no answer"),
        pytest.param({"answer": "perhaps"}, "Choose one of the answers shown", id="an answer that was not offered"),
        pytest.param({"answer": "yes", "words": "I saw it."}, "Select where in the record this is seen", id="a yes that is seen nowhere"),
        pytest.param({"answer": "yes", "evidence": ["risk-1"]}, "Choose one of the answers shown", id="a record of another case"),
    ],
)
def test_a_bad_answer_is_told_and_nothing_is_kept(world, auditor, sent, says):
    page = auditor.post(f"/audits/{world.audit.pk}/questions/risk", sent).content.decode()
    assert says in page and not AuditAnswer.objects.exists()


def test_a_question_that_the_set_has_not_is_not_found(world, auditor):
    assert auditor.get(f"/audits/{world.audit.pk}/questions/no-such").status_code == 404
    assert auditor.get(f"/audits/cases/{world.audit.sampled_id}/settle/no-such").status_code == 404


def test_the_second_auditors_answers_are_on_no_page_until_both_are_done(world, client):
    second = factories.user(Role.SOCIAL_WORKER, of=world.authority, teams=[])
    done = {"done_at": factories.at(date(2026, 3, 9)), "grade": "serious"}
    audit = factories.audit(world.case, auditor=world.users[Role.MANAGER], second=second, **done)
    AuditAnswer.objects.create(authority=world.authority, audit=audit, question="risk", answer="no", words="Nobody asked about the stairs.")
    client.force_login(second)
    mine = audit.sampled.audits.get(is_second=True)
    for address in (f"/audits/cases/{audit.sampled_id}", f"/audits/{mine.pk}", f"/audits/{mine.pk}/questions/risk", "/audits-and-reviews"):
        page = client.get(address).content.decode()
        assert "about the stairs" not in page and "Serious" not in page, address


def test_the_worker_sees_nothing_of_the_answers_before_they_are_told(world, client):
    world.audit.done_at, world.audit.grade, world.audit.learning = factories.at(date(2026, 3, 9)), "serious", "Ask alone."
    world.audit.save()
    client.force_login(world.users[Role.SOCIAL_WORKER])
    address = f"/audits/mine/{world.audit.sampled_id}"
    assert "Ask alone." not in client.get(address).content.decode()
    sampled = world.audit.sampled
    sampled.fed_back_at, sampled.fed_back_by, sampled.feedback = factories.at(date(2026, 3, 10)), world.users[Role.MANAGER], "Thank you."
    sampled.save()
    page = client.get(address).content.decode()
    assert "Ask alone." in page and "Thank you." in page
    assert client.post(address, {"words": "I had no room."}).status_code == 302


def test_a_round_is_drawn_on_its_page(world, auditor):
    sent = {
        "name": "Summer", "question_set": "heard-1", "start-day": "1", "start-month": "1", "start-year": "2026", "end-day": "31",
        "end-month": "12", "end-year": "2026", "method": "stratified", "groups_by": ["team"], "size": "3", "twice": "50", "seed": "11",
        "auditors": [str(world.users[Role.MANAGER].pk)],
    }  # fmt: skip
    assert auditor.post("/audits/rounds/new", {**sent, "end-year": "2025"}).status_code == 200
    assert "no such case" in auditor.post("/audits/rounds/new", {**sent, "start-year": "2020", "end-year": "2020"}).content.decode()
    assert auditor.post("/audits/rounds/new", sent).status_code == 302
    assert "Summer" in auditor.get("/audits/rounds").content.decode()


def done_with(world, **answers) -> str:
    """The address of what was found in the world's case, audited by its manager."""
    for question, (answer, evidence) in answers.items():
        said = {"question": question.replace("_", "-"), "answer": answer, "words": "Seen.", "evidence": evidence}
        AuditAnswer.objects.create(authority=world.authority, audit=world.audit, **said)
    world.audit.done_at = factories.at(date(2026, 3, 9))
    world.audit.save()
    return f"/audits/cases/{world.audit.sampled_id}"


def test_evidence_leads_to_the_record_for_whoever_may_open_the_case_and_to_nowhere_for_others(world, client):
    address = done_with(world, risk=("yes", [f"risk-{world.risk.pk}"]))
    client.force_login(world.users[Role.MANAGER])
    page = client.get(address).content.decode()
    assert f'href="/cases/{world.case.reference}#risks">risk</a>' in page
    assert 'id="risks"' in client.get(f"/cases/{world.case.reference}").content.decode(), "the part of the case page is there"
    of_another_team = factories.user(Role.MANAGER, of=world.authority, teams=[])
    client.force_login(of_another_team)
    page = client.get(address).content.decode()
    assert "Seen in risk" in page and f"/cases/{world.case.reference}" not in page
    assert client.get(f"/cases/{world.case.reference}").status_code == 404


def test_every_kind_of_record_has_its_part_of_the_case_page_or_leads_to_its_top():
    assert set(SECTION_OF) | {"communication", "involvement"} == set(READ)


def test_an_auditor_says_why_the_worker_was_not_asked_and_never_over_the_workers_words(world, auditor):
    address = f"/audits/{world.audit.pk}/workers-view"
    assert "Write why they were not asked" in auditor.post(address, {"was_asked": "no"}).content.decode()
    auditor.post(address, {"was_asked": "no", "not_asked_because": "On leave for the month."})
    assert "not asked, because: On leave for the month." in auditor.get(f"/audits/{world.audit.pk}").content.decode()
    worker = world.users[Role.SOCIAL_WORKER]
    record_own_view(sampled=world.audit.sampled, whose=WhoseView.WORKER, words="I had no room.", by=worker)
    auditor.post(address, {"was_asked": "yes", "words": "They said nothing."})
    page = auditor.get(f"/audits/{world.audit.pk}").content.decode()
    assert "I had no room." in page and "They said nothing." not in page and "workers-view" not in page


def test_kappa_on_the_page_is_the_one_worked_by_hand(world, auditor):
    """Both yes 8 times, both no 6; the first yes and the second no 2, the other way round 1. Observed 14/17; by chance
    (10 x 9 + 7 x 8) / 17 squared = 146/289; kappa (238 - 146) / (289 - 146) = 92/143 = 0.64."""
    sampled, keys = world.audit.sampled, [one.key for one in set_of("heard-1").questions]
    second = Audit.objects.create(
        authority=world.authority, sampled=sampled, auditor=factories.user(of=world.authority), is_second=True,
        done_at=factories.at(date(2026, 3, 9)),
    )  # fmt: skip
    given = [("yes", "yes")] * 8 + [("no", "no")] * 6 + [("yes", "no")] * 2 + [("no", "yes")]
    for key, pair in zip(keys, given, strict=True):
        for audit, answer in zip((world.audit, second), pair, strict=True):
            AuditAnswer.objects.create(authority=world.authority, audit=audit, question=key, answer=answer, words="Seen.")
    done_with(world)
    page = auditor.get(f"/audits/rounds/{sampled.round_id}").content.decode()
    assert "They gave the same answer 14 times of 17." in page and "Cohen’s kappa is <strong>0.64</strong>." in page


PAGES = ("/audits-and-reviews", "/audits/rounds", "/audits/rounds/new", "/audits/rounds/{round}", "/audits/themes", "/audits/actions",
         "/audits/cases/{sampled}", "/audits/{audit}", "/audits/{audit}/questions/risk", "/audits/{audit}/questions/agreement",
         "/audits/{audit}/questions/involved", "/audits/{audit}/adults-view",
         "/audits/{audit}/workers-view", "/audits/{audit}/finish")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_how_many_queries_a_page_makes(world, auditor, page):
    address = page.format(round=world.audit.sampled.round_id, sampled=world.audit.sampled_id, audit=world.audit.pk)
    with CaptureQueriesContext(connection) as asked:
        assert auditor.get(address).status_code == 200
    assert len(asked) <= 12, [one["sql"][:90] for one in asked]
