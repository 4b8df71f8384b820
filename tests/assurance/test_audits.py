"""Is a round drawn, audited by two who are blind to each other, settled, fed back and acted on?"""

from datetime import date

import pytest
from django.http import Http404

from heard.assurance.actions.auditing import answer_question, confirm_settlement, finish_audit, record_own_view, settle_difference
from heard.assurance.actions.drawing import draw_round, drawn_again
from heard.assurance.actions.giving import give_to_auditor
from heard.assurance.actions.learning import add_learning_action, give_feedback, prove_learning_action
from heard.assurance.models import Audit, AuditRound
from heard.assurance.queries.audits import (
    answers_open,
    audit_for,
    audited_work_for,
    compared,
    differences_left,
    may_read,
    my_audited_work,
    my_audits,
    round_for,
    rounds_for,
    sampled_for,
    sampled_in,
)
from heard.assurance.queries.frame import auditors_in, frame_of
from heard.assurance.queries.learning import action_for, actions_for
from heard.assurance.queries.signs import signs_in
from heard.assurance.queries.themes import agreement_in, themes_by_round, themes_in
from heard.assurance.queries.views import answer_given, answers_given, view_of
from heard.assurance.queries.worked_on import who_worked_on
from heard.assurance.questions import set_of
from heard.audit.models import Event
from heard.casework.actions import say_why
from heard.rules.decision import NotAllowed
from heard.rules.next_steps.curiosity import Wonder
from heard.rules.vocabulary.assurance import Answered, Theme, WhoseView
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.actions.wishes import withdraw_wish
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 5)
QUESTIONS = [one.key for one in set_of("heard-1").questions]


@pytest.fixture
def lead():
    return factories.user(Role.SOCIAL_WORKER, full_name="Lee Lead")


@pytest.fixture
def manager():
    return factories.user(Role.MANAGER, full_name="Mo Manager")


@pytest.fixture
def auditor():
    return factories.user(Role.SOCIAL_WORKER, teams=[factories.team("South team")], full_name="Ada Auditor")


def draw(by, auditors, **but) -> AuditRound:
    usual = {"name": "Spring", "question_set": "heard-1", "method": "random", "size": 3, "seed": 7, "start": date(2026, 1, 1),
             "end": date(2026, 12, 31), "twice": 0}  # fmt: skip
    return draw_round(by=by, auditors=auditors, **{**usual, **but})


def audit_all(audit: Audit, answer="yes", **others) -> None:
    for key in QUESTIONS:
        said = {"answer": others.get(key.replace("-", "_"), answer), "words": "Seen.", "evidence": ["concern-1"]}
        answer_question(audit=audit, question=key, by=audit.auditor, **said)
    for whose in WhoseView:
        record_own_view(sampled=audit.sampled, whose=whose, by=audit.auditor, not_asked_because="They have died, or left.")
    finish_audit(audit=audit, grade="good", what_was_good="Her words.", learning="Ask alone.", by=audit.auditor)


def test_the_sample_can_be_drawn_again_from_its_seed(manager, auditor, lead):
    for _ in range(9):
        factories.enquiry(lead=lead)
    made = draw(manager, [auditor, manager], size=4)
    assert drawn_again(made) == [one.case.reference for one in sampled_in(made)]
    assert len(drawn_again(made)) == 4 and len(made.frame) == 9


def test_a_worker_on_a_case_is_never_drawn_as_its_auditor(manager, auditor, lead):
    for _ in range(5):
        factories.enquiry(lead=lead)
    mine = factories.enquiry(lead=auditor)
    made = draw(manager, [auditor, lead], size=6, twice=100)
    given = {one.case_id: {audit.auditor for audit in one.audits.all()} for one in sampled_in(made)}
    assert given.pop(mine.case_id) == {lead}
    assert all(who == {auditor} for who in given.values())


def test_who_only_recorded_something_in_a_case_has_worked_on_it_and_a_reader_or_an_auditor_has_not(manager, auditor, lead):
    enquiry = factories.enquiry(lead=lead)
    case, colleague = enquiry.case, factories.user()
    withdraw_wish(wish=factories.wish(enquiry), on=DAY, because="I changed my mind", by=colleague)
    say_why(case=case, why="To cover for Lee", by=auditor)
    audit = factories.audit(case, auditor=auditor)
    answer_question(audit=audit, question="risk", answer="yes", words="Seen.", by=auditor)
    assert who_worked_on([case.pk])[case.pk] == {lead.pk, colleague.pk}


def test_a_round_without_any_case_is_not_drawn(manager, auditor):
    with pytest.raises(NotAllowed, match="no such case"):
        draw(manager, [auditor])
    assert not AuditRound.objects.exists()


def test_cases_are_grouped_and_a_small_group_is_looked_at(manager, auditor, lead):
    for _ in range(8):
        factories.enquiry(lead=lead)
    person = factories.person(ethnicity="black-caribbean")
    small = factories.enquiry(factories.concern(factories.case(person=person)), lead=lead, in_team=factories.team("South team"))
    factories.risk(small)
    made = draw(manager, [auditor], size=2, method="stratified", groups_by=["team", "ethnicity", "stage", "type"])
    assert small.case_id in {one.case_id for one in sampled_in(made)}
    group = next(one.group for one in sampled_in(made) if one.case_id == small.case_id)
    assert group == "South team; Black: Caribbean; Enquiry; Physical abuse"


def test_a_thematic_round_draws_among_cases_that_show_the_sign(manager, auditor, lead):
    enquiry, _ = factories.enquiry(lead=lead), factories.enquiry(lead=lead)
    for day in (3, 4):
        factories.conversation(enquiry, held_at=factories.at(date(2026, 3, day)), alone="no", present=["son"])
    assert Wonder.NEVER_ALONE in signs_in([enquiry.case])[enquiry.case_id]
    made = draw(manager, [auditor], method="thematic", sign="never-seen-alone")
    assert [one.case_id for one in sampled_in(made)] == [enquiry.case_id]
    assert [one.reference for one in frame_of([enquiry.case])] == [enquiry.case.reference]


def test_two_auditors_are_blind_to_each_other_until_both_are_done(manager, auditor, lead):
    enquiry, other = factories.enquiry(lead=lead), factories.user()
    first = factories.audit(enquiry.case, auditor=auditor, second=other)
    audit_all(first, seen_alone="no")
    sampled = sampled_for(other, first.sampled_id)
    assert not answers_open(sampled) and compared(sampled) == [] and differences_left(sampled) == ()
    assert agreement_in([sampled]).answers == 0
    audit_all(audit_for(other, first.sampled.audits.get(is_second=True).pk))
    sampled = sampled_for(other, first.sampled_id)
    assert answers_open(sampled) and differences_left(sampled) == ("seen-alone",)
    found = agreement_in([sampled])
    assert (found.answers, found.same) == (17, 16)


def test_a_difference_is_settled_with_a_reason_and_only_once(auditor, lead):
    other = factories.user()
    first = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor, second=other)
    audit_all(first, seen_alone="no")
    audit_all(audit_for(other, first.sampled.audits.get(is_second=True).pk))
    sampled = sampled_for(auditor, first.sampled_id)
    assert [one.open for one in themes_in([sampled]) if one.theme == Theme.SEEN_ALONE] == [1]
    assert may_read(audit_for(auditor, first.pk)), "open again, to settle"
    with pytest.raises(NotAllowed, match="Say what made you agree"):
        settle_difference(sampled=sampled, question="seen-alone", answer="partly", because=" ", by=auditor)
    settle_difference(sampled=sampled, question="seen-alone", answer="no", because="In the hall.", by=other)
    settle_difference(sampled=sampled, question="seen-alone", answer="partly", because="Alone, but in the hall.", by=auditor)
    assert [one.answer for one in sampled.settled.filter(withdrawn_at__isnull=False)] == ["no"], "written otherwise: kept, and withdrawn"
    with pytest.raises(NotAllowed, match="nothing for you to confirm"):
        confirm_settlement(sampled=sampled, question="seen-alone", by=auditor)
    assert differences_left(sampled_for(auditor, first.sampled_id)) == ("seen-alone",), "one alone does not settle it"
    settled = confirm_settlement(sampled=sampled_for(other, first.sampled_id), question="seen-alone", by=other)
    assert (settled.recorded_by, settled.confirmed_by) == (auditor, other)
    sampled = sampled_for(auditor, first.sampled_id)
    assert next(one.counts for one in compared(sampled) if one.question.key == "seen-alone") == "partly"
    assert themes_in([sampled])[0].counts == {Answered.PARTLY: 1} and themes_in([sampled])[0].of == 1
    assert themes_by_round(auditor.authority)[0][1] == themes_in([sampled])
    with pytest.raises(NotAllowed, match="no difference"):
        settle_difference(sampled=sampled, question="seen-alone", answer="no", because="Again", by=other)
    assert not may_read(audit_for(auditor, first.pk))


def test_an_audit_is_not_finished_without_every_answer_and_the_adults_view(auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor)
    answer_question(audit=audit, question="risk", answer="yes", by=auditor)
    with pytest.raises(NotAllowed) as no:
        finish_audit(audit=audit, grade="good", what_was_good="x", learning="y", by=auditor)
    assert len(no.value.decision.because) == 4
    answer_question(audit=audit, question="risk", answer="partly", evidence=["risk-1"], by=auditor)
    assert answers_given(audit)["risk"].answer == answer_given(audit, "risk").answer == "partly"


def test_what_was_done_points_at_the_record_and_the_worker_is_asked_or_it_is_said_why_not(auditor):
    """A case that nobody led: the reason is asked for all the same. A yes without evidence is refused only where there is a record."""
    case = factories.case()
    factories.concern(case)
    audit = factories.audit(case, auditor=auditor)
    for key in QUESTIONS:
        answer_question(audit=audit, question=key, answer="yes", words="Seen.", by=auditor)
    finished = {"audit": audit, "grade": "good", "what_was_good": "x", "learning": "y", "by": auditor}
    record_own_view(sampled=audit.sampled, whose=WhoseView.ADULT, by=auditor, not_asked_because="She has died.")
    with pytest.raises(NotAllowed) as no:
        finish_audit(**finished)
    with_concern = [one.key for one in set_of("heard-1").questions if "concern" in one.records]
    assert no.value.decision.because[0].startswith(f"{len(with_concern)} answers of yes or partly do not say where")
    assert "why nobody was asked" in no.value.decision.because[1] and len(no.value.decision.because) == 2
    for key in with_concern:
        answer_question(audit=audit, question=key, answer="yes", evidence=["concern-1"], by=auditor)
    record_own_view(sampled=audit.sampled, whose=WhoseView.WORKER, by=auditor, not_asked_because="Nobody led it.")
    assert finish_audit(**finished).done_at


def test_nothing_is_changed_in_an_audit_that_is_done(auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor)
    audit_all(audit)
    with pytest.raises(NotAllowed, match="stay as they are"):
        answer_question(audit=audit, question="risk", answer="no", by=auditor)


def test_who_works_on_the_case_since_may_not_go_on(auditor, lead):
    enquiry = factories.enquiry(lead=lead)
    audit = factories.audit(enquiry.case, auditor=auditor)
    assert may_read(audit)
    factories.conversation(enquiry, recorded_by=auditor)
    assert not may_read(audit)
    with pytest.raises(NotAllowed, match="worked on this case"):
        answer_question(audit=audit, question="risk", answer="yes", by=auditor)


def test_a_case_is_given_to_another_auditor_but_never_to_who_worked_on_it(manager, auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor)
    with pytest.raises(NotAllowed, match="worked on this case"):
        give_to_auditor(sampled=audit.sampled, auditor_id=lead.pk, by=manager)
    with pytest.raises(NotAllowed, match="already"):
        give_to_auditor(sampled=audit.sampled, auditor_id=auditor.pk, by=manager)
    with pytest.raises(NotAllowed, match="may audit"):
        give_to_auditor(sampled=audit.sampled, auditor_id=factories.user(Role.ANALYST).pk, by=manager)
    assert give_to_auditor(sampled=audit.sampled, auditor_id=manager.pk, by=manager).pk == audit.pk
    answer_question(audit=audit_for(manager, audit.pk), question="risk", answer="yes", by=manager)
    second = give_to_auditor(sampled=audit.sampled, auditor_id=auditor.pk, by=manager)
    assert second.is_second and {one.auditor for one in audit.sampled.audits.all()} == {manager, auditor}
    answer_question(audit=second, question="risk", answer="yes", by=auditor)
    with pytest.raises(NotAllowed, match="Two people"):
        give_to_auditor(sampled=audit.sampled, auditor_id=factories.user().pk, by=manager)


def test_the_worker_is_told_once_everybody_is_done_and_what_they_said_before_is_kept(auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor, worker=lead)
    with pytest.raises(NotAllowed, match="stay closed"):
        give_feedback(sampled=audit.sampled, feedback="Well done.", by=auditor)
    audit_all(audit)
    for words in ("I had no room.", "I had no room, and asked for one."):
        record_own_view(sampled=audit.sampled, whose=WhoseView.WORKER, words=words, by=lead)
    with pytest.raises(NotAllowed, match="Write what they said"):
        record_own_view(sampled=audit.sampled, whose=WhoseView.WORKER, by=lead)
    assert audit.sampled.views.filter(whose="worker").count() == 3, "why they were not asked, and their words twice"
    assert view_of(audit.sampled, WhoseView.WORKER).words.endswith("asked for one.")
    give_feedback(sampled=audit.sampled, feedback="Well done.", by=auditor)
    assert [one.feedback for one in my_audited_work(lead)] == ["Well done."]
    assert audited_work_for(lead, audit.sampled_id).fed_back_by == auditor


def test_an_action_is_done_when_something_proves_it(manager, auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor)
    details = {"theme": "seen-alone", "what": "A room at the surgery.", "owner_name": "Mo", "due_on": DAY}
    action = add_learning_action(sampled=audit.sampled, by=auditor, **details)
    with pytest.raises(NotAllowed, match="proves"):
        prove_learning_action(action=action, proof="", on=DAY, by=auditor)
    prove_learning_action(action=action_for(auditor, action.pk), proof="Booked eleven times.", on=DAY, by=auditor)
    with pytest.raises(NotAllowed, match="already"):
        prove_learning_action(action=action_for(auditor, action.pk), proof="Again.", on=DAY, by=auditor)
    assert [one.proof for one in actions_for(manager)] == ["Booked eleven times."] and actions_for(lead) == []


def test_each_sees_their_own_and_nobody_elses(manager, auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor, worker=lead)
    assert [one.pk for one in my_audits(auditor)] == [audit.pk] and my_audits(lead) == []
    elsewhere = factories.user(Role.MANAGER, of=factories.authority("Elsewhere"))
    for who in (lead, manager, elsewhere):
        with pytest.raises(Http404):
            audit_for(who, audit.pk)
    for who in (lead, elsewhere):
        with pytest.raises(Http404):
            sampled_for(who, audit.sampled_id)
        with pytest.raises(Http404):
            round_for(who, audit.sampled.round_id)
    assert sampled_for(manager, audit.sampled_id).pk == audit.sampled_id
    assert [one.pk for one in rounds_for(manager)] == [audit.sampled.round_id] and not rounds_for(auditor)
    with pytest.raises(Http404):
        audited_work_for(auditor, audit.sampled_id)
    with pytest.raises(Http404):
        action_for(elsewhere, factories.learning_action(audit.sampled).pk)
    assert lead in auditors_in(lead.authority) and elsewhere not in auditors_in(lead.authority)


def test_opening_an_audit_is_no_work_on_the_case_in_the_trail(auditor, lead):
    audit = factories.audit(factories.enquiry(lead=lead).case, auditor=auditor)
    answer_question(audit=audit, question="risk", answer="yes", words="Seen.", by=auditor)
    assert Event.objects.filter(case_id=audit.sampled.case_id, event="answer-audit-question").exists()
    assert may_read(audit)
