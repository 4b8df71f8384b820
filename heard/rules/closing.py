"""Can this enquiry close, and what has not been done?

The checklist warns and never blocks. Two things need a reason: closing without having asked the adult, and a risk left without a finding
or an outcome.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.labelled import Labelled
from heard.rules.vocabulary.enquiry import ChecklistAnswer, ChecklistItem, ClosingView, NotAskedBecause, ReasonForClosing
from heard.rules.vocabulary.voice import Asked

CHECKLIST = Law("Closing checklists of the London, Berkshire and Liverpool procedures")
ASK_THE_ADULT = Law("Care and support statutory guidance, chapter 14: the adult's views are asked for throughout", checked=False)
FEEDBACK_WITHIN = Law("Making Safeguarding Personal outcomes framework 2018: feedback is asked for within 8 weeks of closing")
DAYS_TO_OFFER_FEEDBACK = 56


class Part(Labelled):
    """A part of closing, each its own page."""

    WISHES = "wishes", "What the adult wanted, and whether it happened"
    ASKED = "asked", "Whether the adult was asked what they want"
    RISKS = "risks", "What was found about each risk, and what became of it"
    VIEW = "view", "The adult's view of closing"
    REASON = "reason", "Why the enquiry is closing"
    CEASING = "ceasing", "Before stopping because the adult asks"
    CAPACITY = "capacity", "Capacity to make the decisions about this enquiry"
    SUPPORT = "support", "Who supported the adult"
    PLAN = "plan", "Actions in the safeguarding plan"
    REFERRER = "referrer", "Telling the person who raised the concern"
    CHECKLIST = "checklist", "Checklist"
    MANAGER = "manager", "The manager's decision"


@dataclass(frozen=True)
class ClosingFacts:
    """What is recorded of an enquiry about to close. Counts, answers and reasons; nothing that names anybody."""

    asked: Asked | None = None
    asked_because: str = ""
    has_trace_of_asking: bool = False
    view: ClosingView | None = None
    not_asked_because: str = ""
    reason: ReasonForClosing | None = None
    wishes: int = 0
    wishes_unjudged_by_adult: int = 0
    wishes_unjudged_by_professional: int = 0
    wishes_differing_unexplained: int = 0
    risks: int = 0
    risks_without_finding: int = 0
    risks_without_outcome: int = 0
    high_risks_without_action: int = 0
    high_risks_left_unasked: int = 0
    actions_not_done: int = 0
    is_capacity_answered: bool = False
    is_support_answered: bool = False
    is_referrer_settled: bool = False
    checklist: Mapping[ChecklistItem, ChecklistAnswer] = field(default_factory=dict)


@dataclass(frozen=True)
class Missing:
    """Something not done, in words, and the part of closing where it is done."""

    part: Part
    words: str


def has_asked_what_they_want(facts: ClosingFacts) -> Decision:
    """Yes where the answer says so or, with no answer, where a wish or a conversation shows it; or where a reason is recorded.

    Practice: Making Safeguarding Personal, the adult is asked what they want; exchange format, counting rule 7.
    """
    was_asked = facts.asked in (Asked.YES_EXPRESSED, Asked.YES_NOTHING) or (not facts.asked and facts.has_trace_of_asking)
    if was_asked or facts.asked_because.strip() or facts.not_asked_because.strip():
        return Decision(True, law=(ASK_THE_ADULT,))
    return Decision(False, ("The adult has not been asked what they want to happen. Ask them, or say why not.",), (ASK_THE_ADULT,))


def has_asked_about_closing(facts: ClosingFacts) -> Decision:
    """Yes where the adult's view is recorded, or that they were not able to say; or where a reason for not asking is recorded.

    Practice: closing checklists, "adult's view of closing"; "died before we could ask" is a reason.
    """
    if facts.view in (ClosingView.AGREES, ClosingView.DISAGREES, ClosingView.UNABLE) or facts.not_asked_because.strip():
        return Decision(True, law=(ASK_THE_ADULT,))
    return Decision(False, ("The adult has not been asked about closing. Ask them, or say why not.",), (ASK_THE_ADULT,))


def may_close_having_asked(facts: ClosingFacts) -> Decision:
    """The one block: the adult was asked what they want and about closing, or it is recorded why not.

    Practice: house rule, from Making Safeguarding Personal: nothing is closed without the adult having been asked, or a reason.
    """
    no = [answer for answer in (has_asked_what_they_want(facts), has_asked_about_closing(facts)) if not answer]
    return Decision(not no, tuple(words for answer in no for words in answer.because), (ASK_THE_ADULT,))


def may_leave_risks_open(facts: ClosingFacts, *, because: str) -> Decision:
    """A risk may be left without a finding or an outcome, by whoever closes, with the reason, which is kept with the closing.

    Practice: house rule, from the closing checklists (handbook, practice 2.6): nobody is left to guess what became of a risk.
    """
    if (facts.risks_without_finding or facts.risks_without_outcome) and not because.strip():
        left = " ".join(missing.words for missing in _risks_left(facts))
        return Decision(False, (f"{left} Record what was found and what became of it, or write why it closes without.",), (CHECKLIST,))
    return Decision(True, law=(CHECKLIST,))


def should_offer_feedback(*, reason: ReasonForClosing | None, not_asked_because: str = "") -> bool:
    """Whether the adult is asked afterwards how it was for them: always, but for an adult who has died.

    Practice: Making Safeguarding Personal outcomes framework, feedback within 8 weeks of closing.
    """
    return reason != ReasonForClosing.DIED and not_asked_because != NotAskedBecause.DIED


def may_end_on(*, concluded_on: date, started_on: date, today: date) -> Decision:
    """A day from the start of the enquiry to today.

    Practice: exchange format, no end before its start; nothing is recorded as having happened before it has.
    """
    if concluded_on > today:
        return Decision(False, ("The date the enquiry ended must be today or in the past.",))
    if concluded_on < started_on:
        started = f"{started_on.day} {started_on:%B %Y}"
        return Decision(False, (f"The date the enquiry ended must be the same as or after the day it started, {started}.",))
    return Decision(True)


def _counted(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"


def _about_wishes(facts: ClosingFacts) -> list[Missing]:
    found = []
    if not facts.wishes:
        found.append(Missing(Part.WISHES, "There is no wish to judge."))
    if facts.wishes_unjudged_by_adult:
        found.append(Missing(Part.WISHES, f"The adult has not judged {_counted(facts.wishes_unjudged_by_adult, 'wish', 'wishes')}."))
    if facts.wishes_unjudged_by_professional:
        count = _counted(facts.wishes_unjudged_by_professional, "wish has", "wishes have")
        found.append(Missing(Part.WISHES, f"{count} no professional judgement."))
    if facts.wishes_differing_unexplained:
        count = _counted(facts.wishes_differing_unexplained, "wish is", "wishes are")
        found.append(Missing(Part.WISHES, f"{count} judged differently by the adult and the professional, with no reason."))
    return found


def _about_risks(facts: ClosingFacts) -> list[Missing]:
    found = []
    if not facts.risks:
        found.append(Missing(Part.RISKS, "No risk is recorded."))
    found += _risks_left(facts)
    if facts.high_risks_left_unasked:
        count = _counted(facts.high_risks_left_unasked, "high risk remained", "high risks remained")
        found.append(Missing(Part.RISKS, f"{count}, and the four questions are not answered for each."))
    if facts.high_risks_without_action:
        count = _counted(facts.high_risks_without_action, "high risk has", "high risks have")
        found.append(Missing(Part.PLAN, f"{count} no action in the plan."))
    if facts.actions_not_done:
        count = _counted(facts.actions_not_done, "action in the plan is", "actions in the plan are")
        found.append(Missing(Part.PLAN, f"{count} not done."))
    return found


def _risks_left(facts: ClosingFacts) -> list[Missing]:
    counts = ((facts.risks_without_finding, "no finding"), (facts.risks_without_outcome, "no outcome"))
    return [Missing(Part.RISKS, f"{_counted(count, 'risk has', 'risks have')} {what}.") for count, what in counts if count]


def warnings(facts: ClosingFacts) -> tuple[Missing, ...]:
    """What is not done or not recorded, each with the part where it is done. Warns; never stops anybody.

    Practice: closing checklists of the London, Berkshire and Liverpool procedures (handbook, practice 2.6).
    """
    found = _about_wishes(facts) + _about_risks(facts)
    if not facts.asked:
        found.append(Missing(Part.ASKED, "Whether the adult was asked what they want is not answered."))
    if not facts.reason:
        found.append(Missing(Part.REASON, "There is no reason for closing."))
    if not facts.is_capacity_answered:
        found.append(Missing(Part.CAPACITY, "Whether the adult had capacity for these decisions is not answered."))
    if not facts.is_support_answered:
        found.append(Missing(Part.SUPPORT, "Who supported the adult is not answered."))
    if not facts.is_referrer_settled:
        found.append(Missing(Part.REFERRER, "The person who raised the concern has not been told it has ended, and no reason is given."))
    for item in ChecklistItem:
        if facts.checklist.get(item) not in (ChecklistAnswer.DONE, ChecklistAnswer.NOT_NEEDED):
            found.append(Missing(Part.CHECKLIST, f"Not done yet: {item.label[0].lower()}{item.label[1:]}."))
    return tuple(found)
