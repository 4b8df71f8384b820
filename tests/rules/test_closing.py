"""What stops an enquiry from closing, and what only warns?"""

from dataclasses import replace
from datetime import date

import pytest

from heard.rules.closing import (
    ClosingFacts,
    Part,
    has_asked_about_closing,
    has_asked_what_they_want,
    may_close_having_asked,
    may_end_on,
    may_leave_risks_open,
    should_offer_feedback,
    warnings,
)
from heard.rules.vocabulary.enquiry import ChecklistAnswer, ChecklistItem, ClosingView, NotAskedBecause, ReasonForClosing
from heard.rules.vocabulary.voice import Asked

ALL_DONE = ClosingFacts(
    asked=Asked.YES_EXPRESSED, view=ClosingView.AGREES, reason=ReasonForClosing.ENQUIRY_COMPLETE, wishes=2, risks=1,
    is_capacity_answered=True, is_support_answered=True, is_referrer_settled=True,
    checklist=dict.fromkeys(ChecklistItem, ChecklistAnswer.DONE),
)  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "what_they_want", "about_closing"),
    [
        pytest.param(ClosingFacts(), False, False, id="nothing recorded, nobody was asked"),
        pytest.param(ClosingFacts(asked=Asked.YES_EXPRESSED, view=ClosingView.AGREES), True, True, id="asked both"),
        pytest.param(ClosingFacts(asked=Asked.YES_NOTHING, view=ClosingView.DISAGREES), True, True, id="saying nothing is being asked"),
        pytest.param(ClosingFacts(has_trace_of_asking=True, view=ClosingView.UNABLE), True, True, id="a wish shows that they were asked"),
        pytest.param(ClosingFacts(asked=Asked.NO, has_trace_of_asking=True), False, False, id="but not where the answer is no"),
        pytest.param(ClosingFacts(asked=Asked.NOT_KNOWN, view=ClosingView.AGREES), False, True, id="not known is not asked"),
        pytest.param(ClosingFacts(asked=Asked.NO, asked_because="In a coma"), True, False, id="a reason for each is its own"),
        pytest.param(ClosingFacts(view=ClosingView.NOT_ASKED, asked=Asked.YES_NOTHING), True, False, id="not asked about closing"),
        pytest.param(ClosingFacts(not_asked_because="died"), True, True, id="died before we could ask answers both"),
        pytest.param(ClosingFacts(not_asked_because="  "), False, False, id="a blank reason is none"),
    ],
)
def test_asking_the_adult_is_what_stops_closing(facts, what_they_want, about_closing):
    assert bool(has_asked_what_they_want(facts)) is what_they_want
    assert bool(has_asked_about_closing(facts)) is about_closing
    decision = may_close_having_asked(facts)
    assert bool(decision) is (what_they_want and about_closing)
    assert len(decision.because) == [what_they_want, about_closing].count(False)


def test_nothing_warns_where_all_is_done():
    assert warnings(ALL_DONE) == ()


def test_what_is_not_needed_does_not_warn():
    assert warnings(replace(ALL_DONE, checklist=dict.fromkeys(ChecklistItem, ChecklistAnswer.NOT_NEEDED))) == ()


@pytest.mark.parametrize(
    ("change", "part", "words"),
    [
        pytest.param({"wishes": 0}, Part.WISHES, "There is no wish to judge.", id="no wish"),
        pytest.param({"wishes_unjudged_by_adult": 1}, Part.WISHES, "The adult has not judged 1 wish.", id="a wish not judged"),
        pytest.param({"wishes_unjudged_by_professional": 2}, Part.WISHES, "2 wishes have no professional judgement.", id="nor the worker"),
        pytest.param(
            {"wishes_differing_unexplained": 1}, Part.WISHES,
            "1 wish is judged differently by the adult and the professional, with no reason.", id="a difference not explained",
        ),
        pytest.param({"risks": 0}, Part.RISKS, "No risk is recorded.", id="no risk"),
        pytest.param({"risks_without_finding": 1}, Part.RISKS, "1 risk has no finding.", id="a risk without a finding"),
        pytest.param({"risks_without_outcome": 3}, Part.RISKS, "3 risks have no outcome.", id="risks without an outcome"),
        pytest.param({"high_risks_without_action": 1}, Part.PLAN, "1 high risk has no action in the plan.", id="a high risk and no action"),
        pytest.param({"high_risks_left_unasked": 2}, Part.RISKS,
                     "2 high risks remained, and the four questions are not answered for each.", id="high risks left unasked"),
        pytest.param({"actions_not_done": 1}, Part.PLAN, "1 action in the plan is not done.", id="an action not done"),
        pytest.param({"asked": None, "has_trace_of_asking": True}, Part.ASKED,
                     "Whether the adult was asked what they want is not answered.",
                     id="no answer"),
        pytest.param({"reason": None}, Part.REASON, "There is no reason for closing.", id="no reason"),
        pytest.param({"is_capacity_answered": False}, Part.CAPACITY, "Whether the adult had capacity for these decisions is not answered.",
                     id="capacity not answered"),
        pytest.param({"is_support_answered": False}, Part.SUPPORT, "Who supported the adult is not answered.", id="support not answered"),
        pytest.param({"is_referrer_settled": False}, Part.REFERRER,
                     "The person who raised the concern has not been told it has ended, and no reason is given.", id="not told"),
    ],
)  # fmt: skip
def test_what_warns_and_never_blocks(change, part, words):
    facts = replace(ALL_DONE, **change)
    assert [(missing.part, missing.words) for missing in warnings(facts)] == [(part, words)]
    assert may_close_having_asked(facts)


def test_each_item_of_the_checklist_warns_until_it_is_settled():
    assert len(warnings(replace(ALL_DONE, checklist={}))) == len(ChecklistItem)
    assert len(warnings(replace(ALL_DONE, checklist=dict.fromkeys(ChecklistItem, ChecklistAnswer.NOT_YET)))) == len(ChecklistItem)


@pytest.mark.parametrize(
    ("day", "may"),
    [
        pytest.param(date(2026, 3, 4), True, id="the day it started"),
        pytest.param(date(2026, 3, 3), False, id="the day before it started"),
        pytest.param(date(2026, 6, 1), True, id="today"),
        pytest.param(date(2026, 6, 2), False, id="tomorrow"),
    ],
)
def test_the_day_an_enquiry_ended(day, may):
    assert bool(may_end_on(concluded_on=day, started_on=date(2026, 3, 4), today=date(2026, 6, 1))) is may


@pytest.mark.parametrize(
    ("reason", "not_asked_because", "should"),
    [
        pytest.param(ReasonForClosing.ENQUIRY_COMPLETE, "", True, id="after any enquiry"),
        pytest.param(ReasonForClosing.ADULTS_REQUEST, "", True, id="after one that the adult stopped"),
        pytest.param(None, "", True, id="with no reason recorded"),
        pytest.param(ReasonForClosing.DIED, "", False, id="not of an adult who has died"),
        pytest.param(ReasonForClosing.OTHER, NotAskedBecause.DIED, False, id="nor where that is why they were not asked"),
    ],
)
def test_feedback_is_offered(reason, not_asked_because, should):
    assert should_offer_feedback(reason=reason, not_asked_because=not_asked_because) is should


@pytest.mark.parametrize(
    ("change", "because", "allowed"),
    [
        pytest.param({}, "", True, id="no risk is left open"),
        pytest.param({"risks_without_finding": 1}, " ", False, id="no finding and no reason"),
        pytest.param({"risks_without_outcome": 2}, "", False, id="no outcome and no reason"),
        pytest.param({"risks_without_finding": 1}, "She moved away.", True, id="no finding, with the reason"),
    ],
)
def test_may_leave_risks_open(change, because, allowed):
    assert bool(may_leave_risks_open(ClosingFacts(**change), because=because)) is allowed
