"""What do the plan, the return and the adult need as an enquiry ends?"""

from datetime import date

import pytest

from heard.rules.next_steps.ending import ask_experience, judge_again, offer_feedback, review_plan, settle_return_answers
from heard.rules.next_steps.step import Duty, Timescales
from tests.rules.next_steps.made import decided, enquiry, facts, talk

DAYS = Timescales(review_plan=90, return_answers=7, offer_feedback=56, ask_experience=56)
ENDED = date(2026, 3, 20)
PLANNED = {"has_a_plan": True, "plan_made_on": date(2026, 3, 10)}


@pytest.mark.parametrize(
    ("given", "due"),
    [
        pytest.param(enquiry(), None, id="no plan"),
        pytest.param(enquiry(**PLANNED, plan_review_on=date(2026, 4, 1)), date(2026, 4, 1), id="on the day it set"),
        pytest.param(enquiry(**PLANNED), date(2026, 6, 8), id="no day set, so on the council's target"),
        pytest.param(enquiry(**PLANNED, plan_reviewed_on=date(2026, 4, 1)), None, id="reviewed"),
        pytest.param(enquiry(**PLANNED, concluded_on=ENDED), None, id="the enquiry has ended"),
    ],
)
def test_reviewing_the_plan_is_owed(given, due):
    assert [step.due for step in review_plan(facts(enquiries=(given,)), DAYS)] == ([due] if due else [])


ALL = [Duty.ANSWER_ASKED, Duty.ANSWER_CAPACITY, Duty.ANSWER_SUPPORT]


@pytest.mark.parametrize(
    ("given", "owed"),
    [
        pytest.param(enquiry(), [], id="the enquiry is in hand"),
        pytest.param(enquiry(concluded_on=ENDED), ALL, id="concluded with nothing answered"),
        pytest.param(enquiry(judging_began_on=date(2026, 3, 18)), ALL, id="its judging has begun"),
        pytest.param(enquiry(concluded_on=ENDED, asked="not-known", capacity_answered=True), [Duty.ANSWER_SUPPORT], id="one is left"),
    ],
)
def test_the_answers_of_the_return_are_owed(given, owed):
    assert [step.duty for step in settle_return_answers(facts(enquiries=(given,)), DAYS)] == owed


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        pytest.param({"enquiries": (enquiry(concluded_on=ENDED),)}, date(2026, 5, 15), id="eight weeks from the end"),
        pytest.param({"enquiries": (enquiry(),)}, None, id="not ended"),
        pytest.param(
            {"enquiries": (enquiry(concluded_on=ENDED),), "conversations": (talk(25, stage="after-closing"),)}, None, id="spoken to since"
        ),
        pytest.param({"enquiries": (enquiry(concluded_on=ENDED, feedback_offered_on=ENDED),)}, None, id="offered at the close"),
        pytest.param(
            {"enquiries": (enquiry(concluded_on=ENDED, feedback_offered_on=date(2026, 2, 1)),)}, date(2026, 5, 15), id="offered before it"
        ),
        pytest.param(
            {"enquiries": (enquiry(concluded_on=ENDED, feedback_offered_on=date(2026, 3, 5)),)}, date(2026, 5, 15),
            id="offered in the middle of the enquiry: at closing is meant",
        ),
        pytest.param({"enquiries": (enquiry(concluded_on=ENDED, asked_how_it_was_on=ENDED),)}, None, id="asked how it was as it closed"),
        pytest.param({"enquiries": (enquiry(concluded_on=ENDED),), "died_on": ENDED}, None, id="died"),
    ],
)
def test_a_say_on_how_it_went_is_owed(fields, due):
    given = facts(concerns=(decided(),), is_closed=True, **fields)
    assert [step.due for step in offer_feedback(given, DAYS)] == ([due] if due else [])


OFFERED = {"concluded_on": ENDED, "feedback_offered_on": ENDED, "feedback_answer": "yes"}
EIGHT_WEEKS_ON = date(2026, 5, 15)


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        pytest.param({"enquiries": (enquiry(**OFFERED),)}, EIGHT_WEEKS_ON, id="offered and wanted, not yet asked"),
        pytest.param({"enquiries": (enquiry(concluded_on=ENDED, asked_how_it_was_on=ENDED),)}, EIGHT_WEEKS_ON, id="asked as it closed"),
        pytest.param({"enquiries": (enquiry(**OFFERED, asked_again_how_it_was_on=date(2026, 4, 9)),)}, None, id="asked again"),
        pytest.param(
            {"enquiries": (enquiry(**OFFERED, asked_again_how_it_was_on=date(2026, 3, 10)),)}, EIGHT_WEEKS_ON,
            id="asked again after an earlier closing, since reopened",
        ),
        pytest.param({"enquiries": (enquiry(**{**OFFERED, "feedback_answer": "no"}),)}, None, id="they did not want to"),
        pytest.param({"enquiries": (enquiry(concluded_on=ENDED),)}, None, id="the offer itself is still owed"),
        pytest.param({"enquiries": (enquiry(feedback_offered_on=ENDED),)}, None, id="not ended"),
        pytest.param({"enquiries": (enquiry(**OFFERED),), "died_on": ENDED}, None, id="died"),
    ],
)
def test_asking_again_how_it_was_is_owed(fields, due):
    given = facts(concerns=(decided(),), is_closed=True, **fields)
    assert [step.due for step in ask_experience(given, DAYS)] == ([due] if due else [])


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        pytest.param({"enquiries": (enquiry(**OFFERED, wishes_to_judge_again=2),)}, EIGHT_WEEKS_ON, id="judged as it closed, not since"),
        pytest.param({"enquiries": (enquiry(**OFFERED, wishes_to_judge_again=0),)}, None, id="judged again, or never"),
        pytest.param({"enquiries": (enquiry(**{**OFFERED, "feedback_answer": "no"}, wishes_to_judge_again=1),)}, None, id="they said no"),
        pytest.param({"enquiries": (enquiry(concluded_on=ENDED, wishes_to_judge_again=1),)}, None, id="the offer itself is still owed"),
        pytest.param({"enquiries": (enquiry(feedback_offered_on=ENDED, wishes_to_judge_again=1),)}, None, id="not ended"),
        pytest.param({"enquiries": (enquiry(**OFFERED, wishes_to_judge_again=1),), "died_on": ENDED}, None, id="died"),
    ],
)
def test_a_second_judgement_is_owed_within_eight_weeks(fields, due):
    given = facts(concerns=(decided(),), is_closed=True, **fields)
    assert [step.due for step in judge_again(given, DAYS)] == ([due] if due else [])
