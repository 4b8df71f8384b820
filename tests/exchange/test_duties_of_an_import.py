"""Is every duty on the list worked out from imported records alone, and does an imported record settle it?

Each line is a bundle that owes the duty, the day since which it does, the law it names, and the rows that settle it.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from heard.cases.models import Case
from heard.casework.queries.duties import duties_in
from heard.casework.queries.duties_page import duties_page
from heard.rules.next_steps.listed import LISTED
from heard.rules.next_steps.step import Duty
from tests.exchange.bundles_1_1 import table

TODAY = timezone.localdate()


def day(ago: int) -> str:
    """So many days ago, as a cell."""
    return (TODAY - timedelta(ago)).isoformat()


def at(ago: int) -> str:
    return f"{day(ago)}T10:00:00"


CONCERN = {"concern_ref": "C1", "person_ref": "P1", "received_at": at(20), "raised_by": "nhs", "agreement": "agreed"}
DECIDED = {**CONCERN, "decision": "section-42", "decided_at": at(15), "referrer_told_on": day(15)}
OPEN = {"enquiry_ref": "E1", "concern_ref": "C1", "kind": "section-42", "started_on": day(15)}
ENDED = {**OPEN, "concluded_on": day(3), "had_capacity": "yes", "asked_what_they_want": "yes-expressed"}
TALK = {"conversation_ref": "T1", "concern_ref": "C1", "held_at": at(10), "stage": "enquiry", "alone": "yes", "words": "I am all right."}
WISH = {"outcome_ref": "W1", "enquiry_ref": "E1", "words": "To be left in peace.", "expressed_by": "adult"}
NO_CAPACITY = {**OPEN, "had_capacity": "no"}
ASSESSED = {
    "assessment_ref": "Q1", "concern_ref": "C1", "enquiry_ref": "E1", "decision": "Where to live", "is_about_enquiry": "yes",
    "understand": "yes", "retain": "no", "use_or_weigh": "yes", "communicate": "yes", "impairment": "Delirium.",
    "causal_link": "It is gone in a minute.", "conclusion": "lacks-capacity", "assessed_at": at(8), "assessor_name": "S. Worker",
}  # fmt: skip
BEST = {"decision_ref": "B1", "concern_ref": "C1", "assessment_ref": "Q1", "decided": "Short visits.", "all_circumstances": "The week.",
        "consulted": "The ward", "known_wishes": "None known.", "decided_by_name": "S. Worker", "decided_on": day(7)}  # fmt: skip
ADVOCATE = {"advocacy_ref": "V1", "concern_ref": "C1", "kind": "care-act", "referred_on": day(9), "accepted_on": day(8), "met_on": day(7),
            "acts_for_person_who_may_pose_risk": "no"}  # fmt: skip
IMCA = {"consideration_ref": "X1", "concern_ref": "C1", "at": "planning", "considered_on": day(7), "is_instructed": "no",
        "reason": "Her sister speaks for her.", "considered_by_name": "M. Manager"}  # fmt: skip
SISTER = {"member_ref": "M1", "person_ref": "P1", "name": "Ann Example", "may_pose_risk": "no"}
NAMED = {"representation_ref": "R1", "concern_ref": "C1", "member_ref": "M1", "started_on": day(9), "not_paid": "yes",
         "adult_wants_them": "yes", "adult_wants_them_words": "My sister.", "helps_them_take_part": "yes", "not_a_risk": "yes"}  # fmt: skip
REFUSED = {**DECIDED, "agreement": "refused", "adult_knows": "no"}
GROUND = {"acted_without_agreement_because": "others-at-risk"}
BASE = {"people.csv": [{"person_ref": "P1", "family_name": "Example"}], "concerns.csv": [DECIDED], "enquiries.csv": [OPEN]}


def person(**more: str) -> dict:
    return {"people.csv": [{"person_ref": "P1", "family_name": "Example", **more}]}


CASES = {
    "talk-to-the-adult": ({}, 20, "Making Safeguarding Personal", {"conversations.csv": [TALK]}),
    "see-the-adult-alone": ({"conversations.csv": [{**TALK, "alone": "no", "present": "her son"}]}, 15, "alone",
                            {"conversations.csv": [{**TALK, "alone": "no", "present": "advocate"}]}),
    "ask-what-they-want": ({"conversations.csv": [TALK]}, 20, "Care Act 2014, section 1", {"desired_outcomes.csv": [WISH]}),
    "ask-again": ({"conversations.csv": [{**TALK, "words": "", "alone": "", "not_heard_because": "capacity-fluctuates",
                                          "ask_again_on": day(2)}]}, 10, "Mental Capacity Act 2005, section 1(3)",
                  {"conversations.csv": [{**TALK, "conversation_ref": "T2", "held_at": at(2)}]}),
    "record-agreement-ground": ({"concerns.csv": [REFUSED]}, 20, "", {"concerns.csv": [{**REFUSED, **GROUND}]}),
    "tell-the-adult": ({"concerns.csv": [{**REFUSED, **GROUND}]}, 20, "", {"concerns.csv": [{**REFUSED, **GROUND, "adult_knows": "yes"}]}),
    "assess-capacity": ({"enquiries.csv": [NO_CAPACITY]}, 15, "Mental Capacity Act 2005", {"capacity_assessments.csv": [ASSESSED]}),
    "arrange-advocate": (person(communication_needs="advocate-support"), 15, "Care Act 2014, section 68", {"advocacy.csv": [ADVOCATE]}),
    "name-appropriate-person": ({"enquiries.csv": [NO_CAPACITY]}, 15, "Care Act 2014, section 68",
                                {"network_members.csv": [SISTER], "appropriate_people.csv": [NAMED]}),
    "review-representative": (
        {"network_members.csv": [{**SISTER, "may_pose_risk": "yes"}], "appropriate_people.csv": [NAMED]}, None, "Care Act 2014, section 68",
        {"appropriate_people.csv": [{**NAMED, "ended_on": day(1)}]},
    ),
    "consider-imca": ({"enquiries.csv": [NO_CAPACITY]}, 15, "SCIE", {"imca_considerations.csv": [IMCA]}),
    "best-interests-decision": ({"capacity_assessments.csv": [ASSESSED]}, 8, "Mental Capacity Act 2005, section 1(5)",
                                {"best_interests_decisions.csv": [BEST]}),
    "meet-communication-need": (person(communication_needs="easy-read"), 20, "Accessible Information Standard",
                                {"conversations.csv": [TALK], "conversation_details.csv": [
                                    {"conversation_ref": "T1", "support_used": "Easy read"}]}),
    "decide-section-42": ({"concerns.csv": [CONCERN], "enquiries.csv": []}, 20, "Care Act 2014, section 42(1)",
                          {"concerns.csv": [{**DECIDED, "decision": "no-enquiry"}]}),
    "tell-the-referrer": ({"concerns.csv": [{**DECIDED, "referrer_told_on": "", "raised_by_contact": "Ward 1"}]}, 15, "",
                          {"concerns.csv": [{**DECIDED, "raised_by_contact": "Ward 1"}]}),
    "tell-the-referrer, no day of decision": (
        {"concerns.csv": [{**DECIDED, "decided_at": "", "referrer_told_on": "", "raised_by_contact": "Ward 1"}]}, 20, "",
        {"concerns.csv": [{**DECIDED, "raised_by_contact": "Ward 1"}]},
    ),
    "tell-the-referrer, the adult's own concern": (
        {"concerns.csv": [{**DECIDED, "referrer_told_on": "", "raised_by": "adult", "raised_by_contact": "01632 960001"}]}, 15, "",
        {"concerns.csv": [{**DECIDED, "raised_by": "adult", "raised_by_contact": "01632 960001"}]},
    ),
    "judge-outcomes": ({"enquiries.csv": [ENDED], "desired_outcomes.csv": [WISH]}, 3, "SG4a",
                       {"desired_outcomes.csv": [{**WISH, "adult_rating": "declined"}]}),
    "offer-feedback": ({"enquiries.csv": [ENDED]}, 3, "framework", {"conversations.csv": [
        {**TALK, "held_at": at(2), "stage": "after-closing"}]}),
}  # fmt: skip
OWED_TO_OTHERS = {"decide-section-42", "tell-the-referrer", "record-agreement-ground"}
FROM_SCREENS_ONLY = {"review-plan"}  # a plan is not in either version of the format


def files(*parts: dict) -> dict[str, str]:
    """The files of these parts, the later in place of the earlier, without the empty ones."""
    found: dict = {}
    for part in parts:
        found |= part
    return {name: table(rows) for name, rows in found.items() if rows}


@pytest.mark.parametrize("case", sorted(CASES))
def test_owed_by_an_import_and_settled_by_one(council, bring_in, case):
    owing, since, law, settling = CASES[case]
    duty = case.partition(",")[0]
    bring_in(files(BASE, owing))
    found = [one for one in duties_in(council, "C1") if one["duty"] == duty]
    assert found, f"{duty} is not owed"
    for one in found:
        assert one["concern_refs"] == ["C1"] and one["because"] and one["due"] >= one["since"]
        assert law in one["law"] and one["law"]
        assert since is None or one["since"] == day(since)
    bring_in(files(BASE, owing, settling))
    assert duty not in {one["duty"] for one in duties_in(council, "C1")}


def test_the_adults_own_concern_with_no_way_to_reach_them_is_not_chased_and_that_is_said(council, bring_in):
    bring_in(files(BASE, {"concerns.csv": [{**DECIDED, "referrer_told_on": "", "raised_by": "adult"}]}))
    page = duties_page(Case.objects.get())
    assert Duty.TELL_REFERRER not in {one.duty for one in page.owed}
    assert [words for duty, (words, *_) in page.settled if duty == Duty.TELL_REFERRER][0].endswith("is not to be told, or cannot be.")


def test_no_duty_of_the_list_is_forgotten():
    assert {case.partition(",")[0] for case in CASES} | FROM_SCREENS_ONLY == LISTED


@pytest.mark.parametrize("duty", sorted(LISTED & set(CASES) - OWED_TO_OTHERS))
def test_nothing_is_asked_of_an_adult_who_has_died(council, bring_in, duty):
    bring_in(files(BASE, CASES[duty][0], {"people.csv": [
        {**row, "death_date": day(1)} for row in ({**BASE, **CASES[duty][0]})["people.csv"]
    ]}))  # fmt: skip
    assert duty not in {one["duty"] for one in duties_in(council, "C1")}


@pytest.mark.parametrize("duty", sorted(OWED_TO_OTHERS))
def test_what_is_owed_to_others_stays(council, bring_in, duty):
    bring_in(files(BASE, CASES[duty][0], person(death_date=day(1))))
    assert duty in {one["duty"] for one in duties_in(council, "C1")}


def test_in_another_enquiry_an_advocate_is_never_a_section_68_duty(council, bring_in):
    bring_in(files(BASE, {"enquiries.csv": [{**NO_CAPACITY, "kind": "other"}], "concerns.csv": [{**DECIDED, "decision": "other-enquiry"}]}))
    owed = [one for one in duties_in(council, "C1") if one["duty"] in ("arrange-advocate", "name-appropriate-person")]
    assert len(owed) == 2
    assert not any("section 68" in one["law"] for one in owed)
