"""Is what the adult needs to communicate there when they are spoken with?"""

from datetime import date

import pytest

from heard.rules.next_steps.communication import meet_communication_need, needs_facts
from heard.rules.next_steps.step import Timescales
from tests.rules.next_steps.made import enquiry, facts, talk

NEEDS = {"communication_needs": ("pictures", "easy-read")}


def said(day, was_met):
    return {"needs_reviewed_on": date(2026, 3, day), "needs_were_met": was_met}


def helped(day):
    return {"conversations": (talk(day, says_what_helped=True),)}


def reviewed(day):
    return {"enquiries": (enquiry(plan_reviewed_on=date(2026, 3, day), has_a_plan=True),)}


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        pytest.param({}, False, id="no need is recorded"),
        pytest.param(NEEDS, True, id="a need, and nobody has spoken with them"),
        pytest.param({"communication_needs": ("advocate-support",)}, False, id="an advocate has a duty of its own"),
        pytest.param({**NEEDS, "conversations": (talk(),)}, True, id="heard, and what helped is not recorded"),
        pytest.param({**NEEDS, "conversations": (talk(says_what_helped=True),)}, False, id="heard, and what helped is recorded"),
        pytest.param({**NEEDS, "conversations": (talk(says_what_helped=True, not_heard_because="declined"),)}, True, id="not heard"),
        pytest.param({**NEEDS, "conversations": (talk(1, says_what_helped=True),)}, True, id="before the concern"),
        pytest.param({**NEEDS, **said(9, "yes")}, False, id="the adult says that it was met"),
        pytest.param({**NEEDS, **said(9, "no"), **helped(8)}, True, id="the adult says that it was not met, whatever was written"),
        pytest.param({**NEEDS, **said(9, "partly"), **helped(10)}, False, id="partly met, and somebody helped since"),
        pytest.param({**NEEDS, **said(1, "yes")}, True, id="met in an earlier concern is not met in this one"),
        pytest.param({**NEEDS, **helped(8), **reviewed(12)}, True, id="the plan was reviewed and nobody asked whether it was met"),
        pytest.param({**NEEDS, **helped(8), **reviewed(12), **said(12, "yes")}, False, id="asked at the review, and met"),
        pytest.param({**NEEDS, **helped(8), **reviewed(12), **said(9, "yes")}, True, id="asked before the review, so asked again"),
        pytest.param({**reviewed(12)}, False, id="no need, nothing to ask at a review"),
        pytest.param({**NEEDS, "is_closed": True}, False, id="the case is closed"),
        pytest.param({**NEEDS, "died_on": date(2026, 3, 9)}, False, id="the adult has died"),
    ],
)
def test_meet_communication_need(fields, owed):
    assert bool(meet_communication_need(facts(**fields), Timescales())) is owed


def test_it_names_the_needs():
    (step,) = meet_communication_need(facts(**NEEDS), Timescales())
    assert step.because[0] == "Recorded as what the adult needs: Easy Read, Pictures."


def test_at_a_review_it_asks_the_adult_and_leads_to_where_they_are_asked():
    (step,) = meet_communication_need(facts(**NEEDS, **helped(8), **reviewed(12)), Timescales())
    assert (step.name, step.page, step.since) == ("Ask the adult whether what they need was met", "were-needs-met", date(2026, 3, 12))


def test_the_facts_of_the_steps_leave_out_an_advocate():
    found = needs_facts(facts(communication_needs=("advocate-support",), **said(9, "yes")))
    assert (found.has_needs, found.reviewed_on, found.was_met) == (False, date(2026, 3, 9), "yes")
