"""Everything a case needs next, soonest first."""

from datetime import date
from itertools import permutations

from heard.rules.next_steps.all_steps import next_steps
from heard.rules.next_steps.facts import AssessmentFacts, OverrideFacts, RepresentationFacts, RepresentativeFacts
from heard.rules.next_steps.step import Duty
from tests.rules.next_steps.made import concern, decided, enquiry, facts, talk


def test_a_new_concern_needs_the_adult_heard_first():
    assert [step.duty for step in next_steps(facts())] == [Duty.TALK, Duty.ASK_WISHES, Duty.DECIDE]


def test_every_step_names_its_law_its_reasons_and_what_settles_it():
    given = facts(
        concerns=(
            concern(agreement="refused", raised_by="nhs", raised_by_contact="ward"),
            decided(reference="C-2", raised_by_contact="ward", override=OverrideFacts("crime", date(2026, 3, 4), was_told="no")),
        ),
        enquiries=(enquiry(concluded_on=date(2026, 5, 1), wishes_standing=1, wishes_the_adult_has_not_judged=1), enquiry(has_a_plan=True),
                   enquiry(concluded_on=date(2026, 5, 1), feedback_offered_on=date(2026, 5, 2),
                           wishes_to_judge_again=1)),  # fmt: skip
        conversations=(talk(not_heard_because="declined", ask_again_on=date(2026, 3, 9)),),
        communication_needs=("pictures",),
        assessments=(
            AssessmentFacts("Where to live", "lacks-capacity", talk().at),
            AssessmentFacts("Who visits", "not-concluded", talk().at),
        ),
        representation=RepresentationFacts(
            last_conclusion="lacks-capacity", people=(RepresentativeFacts("Sam", date(2026, 3, 5), against=("Sam may pose a risk.",)),)
        ),
    )
    steps = next_steps(given)
    assert {step.duty for step in steps} == set(Duty)
    assert all(step.law and step.because and step.settled_by for step in steps)


def test_the_order_in_which_facts_were_recorded_changes_nothing():
    talks = (
        talk(3, not_heard_because="declined", ask_again_on=date(2026, 3, 9)),
        talk(4),
        talk(5, not_heard_because="urgent-action-first"),
    )
    answers = {next_steps(facts(conversations=order)) for order in permutations(talks)}
    assert len(answers) == 1
