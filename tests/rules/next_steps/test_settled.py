"""Does no duty leave without a record that Heard can name, and does the order of recording change nothing?"""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from heard.rules.next_steps.all_steps import next_steps
from heard.rules.next_steps.facts import AssessmentFacts
from heard.rules.next_steps.not_needed import Said, rests_on, stands
from heard.rules.next_steps.settled import BY_RECORD, settled_by
from heard.rules.next_steps.step import Duty
from heard.rules.seen_alone import MayPoseRisk
from tests.rules.next_steps.made import concern, decided, enquiry, facts, talk

KEV = MayPoseRisk("Kev", "Son")
DAYS = some.integers(1, 28)
LATER = DAYS.map(lambda day: date(2026, 4, day))
TALKS = some.builds(
    talk,
    DAYS,
    stage=some.sampled_from(["concern", "enquiry", "closing", "after-closing"]),
    not_heard_because=some.sampled_from(["", "", "declined", "could-not-reach", "capacity-fluctuates"]),
    ask_again_on=some.none() | LATER,
    asked_what_they_want=some.booleans(),
    alone=some.sampled_from(["", "yes", "no", "adult-wished-company", "not-possible"]),
    present=some.sampled_from([(), ("interpreter",), ("Kev",), ("Jo", "her son"), ("Jo",)]),
    spoken_by=some.sampled_from(["", "adult", "representative"]),
    says_what_helped=some.booleans(),
)
KNOWN = {
    "agreement": some.sampled_from(["", "agreed", "refused", "not-asked"]),
    "ground": some.sampled_from(["", "crime"]),
    "raised_by": some.sampled_from(["", "nhs", "adult"]),
    "raised_by_contact": some.sampled_from(["", "ward 3"]),
    "adult_said_what_they_want": some.booleans(),
}
WAITING = some.builds(concern, follow_up_on=some.none() | LATER, **KNOWN)
DECIDED = some.builds(decided, referrer_settled=some.booleans(), **KNOWN)
ENQUIRIES = some.builds(
    enquiry,
    concluded_on=some.none() | LATER,
    asked=some.sampled_from(["", "no", "yes-expressed"]),
    capacity_answered=some.booleans(),
    support_answered=some.booleans(),
    has_a_plan=some.booleans(),
    plan_reviewed_on=some.none() | LATER,
    judging_began_on=some.none() | LATER,
    wishes_standing=some.just(2),
    wishes_the_adult_has_not_judged=some.integers(0, 2),
)


@some.composite
def cases(draw):
    """A case with one concern, decided with its enquiry or still waiting, and a second that waits."""
    first = draw(some.tuples(DECIDED, ENQUIRIES)) if draw(some.booleans()) else None
    waiting = draw(some.lists(WAITING.map(lambda one: replace(one, reference="C-2")), min_size=0 if first else 1, max_size=1))
    return facts(
        concerns=(*(first[:1] if first else ()), *waiting),
        enquiries=first[1:] if first else (),
        conversations=tuple(draw(some.lists(TALKS, max_size=4))),
        may_pose_risk=draw(some.sampled_from([(), (KEV,)])),
        communication_needs=draw(some.sampled_from([(), ("pictures",)])),
    )


def _more(case, draw):
    """The case with one more thing recorded."""
    kind = draw(some.sampled_from(["talk", "decide", "ground", "tell", "conclude", "judge", "answer", "review", "wish", "close", "die"]))
    concerns, enquiries = case.concerns, case.enquiries
    changes = {
        "talk": lambda: {"conversations": (*case.conversations, draw(TALKS))},
        "decide": lambda: {"concerns": tuple(replace(one, is_waiting=False, decided_on=date(2026, 3, 9)) for one in concerns)},
        "ground": lambda: {"concerns": tuple(replace(one, ground="crime") for one in concerns)},
        "tell": lambda: {"concerns": tuple(replace(one, referrer_settled=True) for one in concerns)},
        "conclude": lambda: {"enquiries": tuple(replace(one, concluded_on=date(2026, 5, 1)) for one in enquiries)},
        "judge": lambda: {"enquiries": tuple(replace(one, wishes_the_adult_has_not_judged=0) for one in enquiries)},
        "answer": lambda: {
            "enquiries": tuple(replace(one, asked="yes-nothing", capacity_answered=True, support_answered=True) for one in enquiries)
        },
        "review": lambda: {"enquiries": tuple(replace(one, plan_reviewed_on=date(2026, 4, 9)) for one in enquiries)},
        "wish": lambda: {"has_a_wish": True},
        "close": lambda: {"is_closed": True},
        "die": lambda: {"died_on": date(2026, 3, 29)},
    }
    return replace(case, **changes[kind]())


@settings(deadline=None, max_examples=300)
@given(some.data())
def test_no_duty_leaves_without_a_record_that_heard_can_name(data):
    before = data.draw(cases())
    after = _more(before, data.draw)
    left = {step.duty for step in next_steps(before)} - {step.duty for step in next_steps(after)}
    assert [str(duty) for duty in left if not settled_by(duty, after)] == []


@settings(deadline=None, max_examples=200)
@given(cases(), some.integers(0, 1000))
def test_recording_the_same_facts_in_another_order_gives_the_same_duties(case, seed):
    mixed = {name: list(getattr(case, name)) for name in ("concerns", "enquiries", "conversations", "may_pose_risk")}
    for rows in mixed.values():
        Random(seed).shuffle(rows)
    assert next_steps(replace(case, **{name: tuple(rows) for name, rows in mixed.items()})) == next_steps(case)


@settings(deadline=None, max_examples=200)
@given(some.data())
def test_not_needed_because_stands_only_while_its_facts_do(data):
    before = data.draw(cases())
    after = _more(before, data.draw)
    said = [Said(step.slug, step.concern, rests_on(step)) for step in next_steps(before)]
    same = {(one.slug, one.concern, rests_on(one)) for one in next_steps(before)}
    for step in next_steps(after):
        assert any(stands(word, step) for word in said) is ((step.slug, step.concern, rests_on(step)) in same)


@settings(deadline=None, max_examples=100)
@given(cases(), some.integers(1, 400))
def test_a_reason_lapses_when_the_day_it_rested_on_moves(case, days):
    said = [Said(step.slug, step.concern, rests_on(step)) for step in next_steps(case)]
    moved = [replace(step, since=step.since + timedelta(days=days)) for step in next_steps(case)]
    assert not any(stands(word, step) for word, step in zip(said, moved, strict=True))


def test_every_duty_has_records_that_settle_it():
    assert set(BY_RECORD) == set(Duty)


@pytest.mark.parametrize(
    ("duty", "fields", "named"),
    [
        pytest.param(
            Duty.TALK, {"conversations": (talk(),)}, "The conversation of 3 March 2026, in which the adult was heard.", id="a talk"
        ),
        pytest.param(Duty.DECIDE, {"concerns": (decided(),)}, "The decision of 4 March 2026 in concern C-1.", id="a decision"),
        pytest.param(Duty.TALK, {"died_on": date(2026, 3, 9)}, "The adult’s death on 9 March 2026.", id="a death"),
        pytest.param(Duty.TALK, {"is_closed": True}, "The closing of the case.", id="a closing"),
        pytest.param(
            Duty.OFFER_FEEDBACK,
            {"conversations": (talk(20, stage="after-closing"),)},
            "The conversation of 20 March 2026, after closing.",
            id="feedback",
        ),
        pytest.param(
            Duty.ASK_EXPERIENCE, {"enquiries": (enquiry(asked_again_how_it_was_on=date(2026, 4, 9)),)},
            "What was recorded on how it was, asked on 9 April 2026.", id="how it was, asked again",
        ),
        pytest.param(
            Duty.ASK_EXPERIENCE, {"enquiries": (enquiry(feedback_offered_on=date(2026, 4, 9), feedback_answer="no"),)},
            "The offer of a say on 9 April 2026: they did not want to.", id="how it was, and they did not want to say",
        ),
        pytest.param(
            Duty.JUDGE_AGAIN, {"enquiries": (enquiry(judged_again_on=date(2026, 4, 9)),)},
            "The second judgement of the wishes, on 9 April 2026.", id="judged again",
        ),
        pytest.param(
            Duty.OFFER_FEEDBACK, {"enquiries": (enquiry(asked_how_it_was_on=date(2026, 4, 9)),)},
            "What was recorded on how it was, asked on 9 April 2026.", id="a say, by having had it",
        ),
    ],
)
def test_settled_by(duty, fields, named):
    assert settled_by(duty, facts(**fields)) == (named,)


@pytest.mark.parametrize(
    ("is_about_enquiry", "conclusion", "is_named"),
    [(True, "has-capacity", True), (True, "lacks-capacity", False), (False, "has-capacity", False)],
)
def test_help_to_take_part_is_never_settled_by_an_assessment_of_something_else(is_about_enquiry, conclusion, is_named):
    one = AssessmentFacts("Her bank card", conclusion, talk().at, is_about_enquiry=is_about_enquiry)
    of = replace(facts(enquiries=(enquiry(),)), assessments=(one,))
    for duty in (Duty.RECORD_DIFFICULTY, Duty.ARRANGE_ADVOCATE, Duty.NAME_APPROPRIATE, Duty.CONSIDER_IMCA):
        assert bool(settled_by(duty, of)) == is_named, duty
    assert settled_by(Duty.BEST_INTERESTS, of), "that it is assessed is still what settles a decision"
