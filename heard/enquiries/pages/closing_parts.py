"""Which parts of closing are done, and where is each one done?"""

from django.urls import reverse

from heard.enquiries.models import Risk
from heard.enquiries.queries.closing import ToClose, is_left_unasked
from heard.rules.closing import Part, warnings
from heard.rules.closing_against_the_adults_view import must_manager_decide
from heard.rules.labelled import label_of
from heard.rules.risk_remained import how_it_ended
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import BeforeCeasing, ClosingView, Finding, ReasonForClosing, RiskLocation, RiskType
from heard.rules.vocabulary.voice import Asked

NOT_YET = {"tag": {"text": "Not done yet", "classes": "govuk-tag--blue"}}
NEEDED = {"tag": {"text": "Needed to close", "classes": "govuk-tag--yellow"}}
A_MANAGER = {"text": "For a safeguarding manager", "classes": "govuk-task-list__status--cannot-start-yet"}
DONE = {"text": "Done"}


def _row(title: str, href: str, *, done: bool, hint: str = "", needed: bool = False) -> dict:
    row = {"title": {"text": title}, "href": href, "status": DONE if done else NEEDED if needed else NOT_YET}
    return row | ({"hint": {"text": hint}} if hint else {})


def _the_adults_part(state: ToClose, reference: str) -> list[dict]:
    facts = state.facts
    judged = facts.wishes - facts.wishes_unjudged_by_adult
    return [
        _row(
            "Did what they wanted happen? The adult’s judgement", reverse("judge-wishes", args=[reference]),
            done=bool(facts.wishes) and not facts.wishes_unjudged_by_adult,
            hint=f"{judged} of {facts.wishes} judged" if facts.wishes else "There is no wish to judge",
        ),
        _row(
            Part.ASKED.label, f"{reverse('answer-asked', args=[reference])}?then=close", done=bool(facts.asked),
            needed=not facts.has_trace_of_asking,
            hint=label_of(Asked, facts.asked) if facts.asked else "",
        ),
        _row(
            Part.VIEW.label, reverse("close-view", args=[reference]), done=bool(facts.view), needed=True,
            hint=label_of(ClosingView, facts.view) if facts.view else "",
        ),
        _row(
            "How it was for them", reverse("experience", args=[reference]), done=state.enquiry.asked_how_it_was,
            hint="Asked as it closes, and again within eight weeks; best by somebody who did not lead it",
        ),
    ]  # fmt: skip


def risk_in_words(risk: Risk) -> str:
    """A risk by its type and place, for a list."""
    return f"{label_of(RiskType, risk.type)}, {label_of(RiskLocation, risk.location).lower()}"


def four_answers(risk: Risk) -> list[str]:
    """The answers given before a high risk was left, each with its question; none where they were not asked."""
    kept = risk.before_remaining or {}
    return [f"{question.label} {label_of(Answer, kept[question])}" for question in BeforeCeasing if kept.get(question)]


def _findings(state: ToClose, reference: str) -> list[dict]:
    rows = []
    for risk in state.risks:
        found = label_of(Finding, risk.finding) if risk.finding else ""
        became = how_it_ended(outcome=risk.outcome or None, adults_reason=risk.adults_reason or "")
        done = bool(risk.finding) and (bool(risk.outcome) or risk.finding not in (Finding.RISK_ACTION, Finding.RISK_NO_ACTION))
        unasked = "Four questions to answer, as you see it as high" if is_left_unasked(risk) else ""
        done = done and not unasked
        hint = ". ".join(words for words in (found, became, unasked, *four_answers(risk)) if words)
        rows.append(_row(risk_in_words(risk), reverse("close-finding", args=[reference, risk.pk]), done=done, hint=hint))
    return rows


def _the_workers_part(state: ToClose, reference: str) -> list[dict]:
    facts = state.facts
    judged = facts.wishes - facts.wishes_unjudged_by_professional
    done = bool(facts.wishes) and not facts.wishes_unjudged_by_professional and not facts.wishes_differing_unexplained
    hint = f"{judged} of {facts.wishes} judged" if facts.wishes else "There is no wish to judge"
    if facts.wishes_differing_unexplained:
        hint = "The two judgements differ: say why"
    mine = _row("Your own judgement of each wish", reverse("judge-as-professional", args=[reference]), done=done, hint=hint)
    return [mine, *_findings(state, reference)]


def _for_the_record(state: ToClose, reference: str, *, is_manager: bool) -> list[dict]:
    facts, closing = state.facts, state.closing
    rows = [
        _row(Part.CAPACITY.label, f"{reverse('capacity-answer', args=[reference])}?then=close", done=facts.is_capacity_answered),
        _row(Part.SUPPORT.label, f"{reverse('support-answer', args=[reference])}?then=close", done=facts.is_support_answered),
        _row(
            Part.REASON.label, reverse("close-reason", args=[reference]), done=bool(facts.reason),
            hint=label_of(ReasonForClosing, facts.reason) if facts.reason else "",
        ),
    ]  # fmt: skip
    if state.is_ceasing:
        answered = all(closing.before_ceasing.get(question) for question in BeforeCeasing)
        rows.append(_row(Part.CEASING.label, reverse("close-ceasing", args=[reference]), done=answered, needed=True))
    if facts.actions_not_done:
        rows.append(_row(Part.PLAN.label, reverse("plan", args=[reference]), done=False, hint=f"{facts.actions_not_done} not done"))
    concern = state.enquiry.concern.reference
    rows.append(_row(Part.REFERRER.label, reverse("tell-referrer", args=[concern]), done=facts.is_referrer_settled))
    left = sum(missing.part == Part.CHECKLIST for missing in warnings(facts))
    hint = f"{left} not done" if left else ""
    rows.append(_row(Part.CHECKLIST.label, reverse("close-checklist", args=[reference]), done=not left, hint=hint))
    if must_manager_decide(facts.view):
        rows.append(_managers_row(state, reference, is_manager=is_manager))
    return rows


def _managers_row(state: ToClose, reference: str, *, is_manager: bool) -> dict:
    decided = state.closing.manager_id is not None
    row = _row("The adult disagrees: the manager’s decision", reverse("close-against", args=[reference]), done=decided, needed=True)
    if not is_manager:
        row.pop("href")
        row["status"] = DONE if decided else A_MANAGER
    return row


def sections(state: ToClose, reference: str, *, is_manager: bool) -> list[tuple[str, list[dict]]]:
    """The task list of closing: headings, each with rows for the design system's task list. The adult's part comes first."""
    return [
        ("What the adult says", _the_adults_part(state, reference)),
        ("What you found", _the_workers_part(state, reference)),
        ("For the record", _for_the_record(state, reference, is_manager=is_manager)),
    ]
