"""What can this person do from the case page?"""

from django.urls import NoReverseMatch, reverse

from heard.accounts.permissions import Permission, may
from heard.cases.models import Task
from heard.casework.queries.case_page import CasePage
from heard.rules.next_steps.step import Duty, NextStep
from heard.rules.own_page import OWN_PAGE_TASKS
from heard.rules.pathway import CaseStage

# What leads to what settles a duty: the name of the page, and whether it takes the concern's reference or the case's.
SETTLED_ON: dict[Duty, tuple[Permission, str, str]] = {
    Duty.TALK: (Permission.RECORD_IN_CASE, "record-conversation", "case"),
    Duty.SEE_ALONE: (Permission.RECORD_IN_CASE, "record-conversation", "case"),
    Duty.ASK_AGAIN: (Permission.RECORD_IN_CASE, "record-conversation", "case"),
    Duty.ASK_WISHES: (Permission.RECORD_IN_CASE, "record-conversation", "case"),
    Duty.MEET_COMMUNICATION: (Permission.RECORD_IN_CASE, "record-conversation", "case"),
    Duty.RECORD_GROUND: (Permission.RECORD_IN_CASE, "act-without-agreement", "concern"),
    Duty.TELL_ADULT: (Permission.RECORD_IN_CASE, "adult-told", "concern"),
    Duty.DECIDE: (Permission.DECIDE_SECTION_42, "decide", "concern"),
    Duty.TELL_REFERRER: (Permission.RECORD_IN_CASE, "tell-referrer", "concern"),
    Duty.ASSESS: (Permission.RECORD_IN_CASE, "assess-capacity", "case"),
    Duty.BEST_INTERESTS: (Permission.RECORD_IN_CASE, "capacity-decisions", "case"),
    Duty.RECORD_DIFFICULTY: (Permission.RECORD_IN_CASE, "difficulty", "case"),
    Duty.ARRANGE_ADVOCATE: (Permission.RECORD_IN_CASE, "refer-to-advocate", "case"),
    Duty.NAME_APPROPRIATE: (Permission.RECORD_IN_CASE, "appropriate-person", "case"),
    Duty.REVIEW_REPRESENTATIVE: (Permission.RECORD_IN_CASE, "appropriate-person", "case"),
    Duty.CONSIDER_IMCA: (Permission.RECORD_IN_CASE, "consider-imca", "case"),
    Duty.REVIEW_PLAN: (Permission.RECORD_IN_CASE, "plan", "case"),
    Duty.JUDGE: (Permission.RECORD_IN_CASE, "judge-wishes", "case"),
    Duty.ANSWER_ASKED: (Permission.CLOSE_ENQUIRY, "close", "case"),
    Duty.ANSWER_CAPACITY: (Permission.RECORD_IN_CASE, "capacity-answer", "case"),
    Duty.ANSWER_SUPPORT: (Permission.RECORD_IN_CASE, "support-answer", "case"),
    Duty.OFFER_FEEDBACK: (Permission.RECORD_IN_CASE, "offer-feedback", "case"),
    Duty.ASK_EXPERIENCE: (Permission.RECORD_IN_CASE, "experience", "case"),
    Duty.JUDGE_AGAIN: (Permission.RECORD_IN_CASE, "judge-again", "case"),
}


# What leads to where a task is done: as above, by the kind of task; where it is not here, the case itself.
DONE_ON: dict[str, tuple[Permission, str, str]] = {
    **{kind: (Permission.SEE_CASES, "own-pages", "case") for kind in OWN_PAGE_TASKS},
    "own-page-shut": (Permission.SEE_CASES, "own-pages", "case"), "own-page-not-now": (Permission.SEE_CASES, "own-pages", "case"),
    "review-held-back": (Permission.SEE_CASES, "own-pages", "case"),
    "ask-again": (Permission.RECORD_IN_CASE, "record-conversation", "case"),
    "review-plan": (Permission.RECORD_IN_CASE, "plan", "case"), "offer-feedback": (Permission.RECORD_IN_CASE, "offer-feedback", "case"),
    "tell-the-referrer": (Permission.RECORD_IN_CASE, "tell-referrer", "concern"),
    "manager-tells-the-referrer": (Permission.DECIDE_AGAINST_RULE, "tell-referrer", "concern"),
    "read-further-information": (Permission.SEE_CASES, "concern", "concern"),
    "decide-section-42-follow-up": (Permission.SEE_CASES, "concern", "concern"),
}  # fmt: skip


def way_to_task(task: Task, user) -> str:
    """Where this user can do a task, read with its case and ``concern_reference`` (``my_tasks``); the case where there is no such page."""
    permission, name, of = DONE_ON.get(task.kind, (Permission.SEE_CASES, "case", "case"))
    reference = task.concern_reference if of == "concern" else task.case.reference
    found = address(name, reference) if reference and may(user, permission) else ""
    return found or address("case", task.case.reference)


def address(name: str, *references) -> str:
    """The address of a named page, or blank where this copy of Heard has no such page."""
    try:
        return reverse(name, args=references)
    except NoReverseMatch:
        return ""


def way_to(step: NextStep, reference: str, user) -> str:
    """Where this user can do what settles a step, or blank."""
    permission, name, of = SETTLED_ON[step.duty]
    name = step.page or name
    return address(name, step.concern if of == "concern" else reference) if may(user, permission) else ""


def menu_of(page: CasePage, user) -> list[dict]:
    """The links of the actions menu, in the order of the work: dicts of text and href."""
    reference, enquiry = page.case.reference, page.enquiry
    is_open = enquiry is not None and enquiry.concluded_on is None
    can_record = may(user, Permission.RECORD_IN_CASE)
    offered = [
        (can_record, "Record a conversation", "record-conversation"),
        (can_record, "Talk with pictures", "begin-picture-talk"),
        (True, "Their own page", "own-pages"),
        (can_record, "Add something they want", "add-wish"),
        (can_record and is_open, "Add a risk", "add-risk"),
        (can_record and enquiry is not None, "Safeguarding plan", "plan"),
        (can_record and enquiry is not None, "Did it happen? Judge the wishes", "judge-wishes"),
        (can_record and not _is_closed(page), "Assess capacity for a decision", "assess-capacity"),
        (can_record, "Add an attorney, deputy or appointee", "add-legal-authority"),
        (can_record and enquiry is not None, "Capacity for this enquiry", "capacity-answer"),
        (can_record and enquiry is not None, "Who supported the adult", "support-answer"),
        (is_open and may(user, Permission.CLOSE_ENQUIRY), "Close the enquiry", "close"),
        (can_record and _is_closed(page), "Offer a say on how it went", "offer-feedback"),
        (can_record and enquiry is not None, "How it was for them", "experience"),
        (_is_closed(page) and may(user, Permission.REOPEN_ENQUIRY), "Reopen the enquiry", "reopen"),
        (is_open and may(user, Permission.ALLOCATE), "Allocate to somebody", "allocate"),
        (is_open and can_record and page.case.lead_id == user.pk, "Hand over", "hand-over"),
        (True, "How they communicate", "communication"),
        (True, "About me", "about-me"),
        (True, "How much they want to be involved", "involvement"),
        (can_record, "The adult’s details", "person-details"),
        (can_record, "Record what was shared", "share"),
        (True, "People in their life, drawn", "network"),
        (can_record, "Add somebody in their life", "add-network-member"),
        (can_record, "Letters and Easy Read", "new-letter"),
        (True, "Summary to print", "summary"),
        (may(user, Permission.MARK_IN_ERROR), "Recorded in error", "in-error-list"),
        (may(user, Permission.SEE_WHO_LOOKED), "Who has looked", "who-looked"),
    ]
    return [{"text": text, "href": href} for shown, text, name in offered if shown and (href := address(name, reference))]


def _is_closed(page: CasePage) -> bool:
    return page.enquiry is not None and page.enquiry.concluded_on is not None and page.case.stage == CaseStage.CLOSED
