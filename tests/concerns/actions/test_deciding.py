"""How is the section 42(1) decision recorded, and what follows from it?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.cases.models import Enquiry, Task
from heard.concerns.actions.deciding import DecidedAlready, decide_concern
from heard.concerns.actions.triage import answer_section_42
from heard.concerns.models import Section42Decision
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
NOW = factories.at(date(2026, 3, 4))
WHY = {"needs_care_and_support": "Needs help to wash.", "at_risk": "Bruises.", "cannot_protect_self": "She cannot leave the house."}


def answered(concern, by, **changed):
    answers = {**dict.fromkeys(WHY, "yes"), "adult_is_here": "yes", "is_18_or_over": "yes", **changed}
    return answer_section_42(concern=concern, by=by, today=date(2026, 3, 3), answers=answers, reasons=WHY, follow_up_on=date(2026, 3, 9))


@pytest.fixture
def manager():
    return factories.user(Role.MANAGER)


@pytest.fixture
def concern(manager):
    made = factories.concern(report={"raised_by_contact": "01632 960111"})
    factories.conversation(made)
    answered(made, manager)
    return made


def decide(concern, by, decision="section-42", **more):
    return decide_concern(concern=concern, by=by, at=NOW, decision=decision, reason=more.pop("reason", "She is being hurt."), **more)


def test_three_yeses_start_an_enquiry(concern, manager):
    made = decide(concern, manager)
    enquiry = Enquiry.objects.get(concern=concern)
    concern.refresh_from_db()
    assert (enquiry.kind, enquiry.started_on, concern.state, concern.case.stage) == ("section-42", date(2026, 3, 4), "decided", "enquiry")
    assert (made.decided_by, made.decided_by_name, made.against_rule, made.rule_said["yes"]) == (manager, manager.full_name, False, True)


def test_one_event_for_each_record_changed(concern, manager):
    before = set(Event.objects.values_list("pk", flat=True))
    decide(concern, manager)
    new = Event.objects.exclude(pk__in=before)
    assert sorted(new.values_list("event", flat=True)) == ["add-task", "decide-concern", "move-case", "start-enquiry", "take-off-duty-list"]
    assert len(set(new.values_list("subject", "subject_id"))) == new.count()


def test_the_lead_and_team_chosen_are_the_cases_too(concern, manager):
    lead = factories.user(Role.SOCIAL_WORKER)
    decide(concern, manager, lead=lead, team=factories.team())
    concern.case.refresh_from_db()
    assert (concern.case.lead, concern.case.team, Enquiry.objects.get().lead_name) == (lead, factories.team(), lead.full_name)


def test_no_enquiry_closes_the_case(concern, manager):
    answered(concern, manager, at_risk="no")
    made = decide(concern, manager, "no-enquiry", route="advice")
    concern.case.refresh_from_db()
    assert (concern.case.stage, made.route, Enquiry.objects.count()) == ("closed", "advice", 0)


def test_another_kind_of_enquiry(concern, manager):
    answered(concern, manager, cannot_protect_self="no")
    decide(concern, manager, "other-enquiry")
    assert Enquiry.objects.get().kind == "other"


def test_no_enquiry_against_three_yeses_needs_a_second_reason(concern, manager):
    with pytest.raises(NotAllowed) as no:
        decide(concern, manager, "no-enquiry", route="advice")
    assert "second reason" in str(no.value) and no.value.decision.law
    made = decide(concern, manager, "no-enquiry", route="advice", second_reason="A court has dealt with it.")
    assert made.against_rule and made.second_reason == "A court has dealt with it."


def test_section_42_against_a_no_needs_one_too(concern, manager):
    answered(concern, manager, at_risk="no")
    with pytest.raises(NotAllowed):
        decide(concern, manager)
    assert decide(concern, manager, second_reason="Others in the home are at risk.").against_rule


def test_not_yet_known_does_not_end_a_concern(concern, manager):
    answered(concern, manager, at_risk="not-known")
    with pytest.raises(NotAllowed, match="not yet known is not a no"):
        decide(concern, manager, "no-enquiry", route="advice")


def test_not_yet_known_is_still_come_back_to_after_an_enquiry_began(concern, manager):
    answered(concern, manager, at_risk="not-known")
    decide(concern, manager)
    assert Task.objects.filter(kind="decide-section-42-follow-up", done_at__isnull=True).count() == 1


@pytest.mark.parametrize("role", [Role.DUTY_WORKER, Role.SOCIAL_WORKER, Role.ANALYST, Role.ADMINISTRATOR])
def test_only_a_manager_decides(concern, role):
    with pytest.raises(NotAllowed, match="safeguarding manager"):
        decide(concern, factories.user(role))
    assert not Section42Decision.objects.exists()


def test_nothing_is_decided_before_the_adult_was_heard_or_it_says_why_not(manager):
    concern = factories.concern()
    answered(concern, manager)
    with pytest.raises(NotAllowed, match="conversation with the adult"):
        decide(concern, manager)
    factories.conversation(concern, held_at=None, words="", not_heard_because="asleep-or-unwell", ask_again_on=date(2026, 3, 6))
    assert decide(concern, manager)


def test_a_conversation_already_held_can_have_met_the_enquiry(concern, manager):
    held = concern.conversations.get()
    made = decide(concern, manager, met_by=held)
    assert (made.met_by_conversation_id, Enquiry.objects.get().started_on) == (held.pk, date(2026, 3, 3))


def test_a_conversation_that_was_not_held_or_is_anothers_met_nothing(concern, manager):
    not_held = factories.conversation(concern, held_at=None, words="", not_heard_because="declined")
    anothers = factories.conversation(factories.concern())
    for conversation in (not_held, anothers):
        with pytest.raises(NotAllowed, match="conversation that was held"):
            decide(concern, manager, met_by=conversation)


def test_two_deciders_make_one_decision_and_the_second_is_told(concern, manager):
    first = decide(concern, manager)
    with pytest.raises(DecidedAlready) as again:
        decide(concern, factories.user(Role.MANAGER), "no-enquiry", route="advice", second_reason="x")
    assert again.value.kept == first and Section42Decision.objects.count() == 1


def test_sent_twice_makes_one_decision(concern, manager):
    decide(concern, manager)
    with pytest.raises(DecidedAlready):
        decide(concern, manager)
    assert Enquiry.objects.count() == 1


def test_deciding_again_keeps_the_decision_before(concern, manager):
    answered(concern, manager, at_risk="no")
    first = decide(concern, manager, "no-enquiry", route="advice")
    answered(concern, manager)
    second = decide(concern, manager, after=first.pk, because="Her sister rang with more.")
    first.refresh_from_db()
    assert (second.supersedes, first.is_current, second.because) == (first, False, "Her sister rang with more.")
    concern.case.refresh_from_db()
    assert concern.case.stage == "enquiry" and concern.case.closed_on is None


def test_an_enquiry_that_started_is_not_undecided(concern, manager):
    first = decide(concern, manager)
    with pytest.raises(NotAllowed, match="Close the enquiry"):
        decide(concern, manager, "no-enquiry", route="advice", second_reason="x", after=first.pk)


def test_the_kind_of_an_enquiry_follows_a_changed_decision(concern, manager):
    first = decide(concern, manager)
    answered(concern, manager, at_risk="no")
    decide(concern, manager, "other-enquiry", after=first.pk)
    assert Enquiry.objects.get().kind == "other"


@pytest.mark.parametrize("decision", ["section-42", "no-enquiry"])
def test_a_concern_beside_an_open_enquiry_starts_no_second_one_and_closes_nothing(manager, decision):
    enquiry = factories.enquiry()
    concern = factories.concern(enquiry.case)
    factories.conversation(concern)
    answered(concern, manager, **({} if decision == "section-42" else {"at_risk": "no"}))
    made = decide(concern, manager, decision, route="advice")
    enquiry.case.refresh_from_db()
    assert made.joined_case and Enquiry.objects.count() == 1 and enquiry.case.stage == "enquiry"


def test_the_person_who_raised_it_is_chased_and_an_anonymous_one_is_not(concern, manager):
    decide(concern, manager)
    assert Task.objects.get(kind="tell-the-referrer").due_on == date(2026, 3, 9)
    anonymous = factories.concern(report={"raised_by": "anonymous", "raised_by_contact": "01632 960111"})
    factories.conversation(anonymous)
    answered(anonymous, manager)
    decide(anonymous, manager)
    assert Task.objects.filter(kind="tell-the-referrer").count() == 1
