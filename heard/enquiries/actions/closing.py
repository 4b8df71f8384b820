"""How is each part of closing recorded, and how does the enquiry end?"""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from heard.accounts.permissions import Permission, may
from heard.accounts.versions import answer_again, correct
from heard.audit.actions import record
from heard.cases.actions import add_task, move_case, settle_tasks
from heard.cases.models import Case, Enquiry
from heard.concerns.actions.telling import chase_telling
from heard.enquiries.actions.plan import REVIEW
from heard.enquiries.models import Closing
from heard.enquiries.queries.closing import ToClose, goes_on_without, to_close_now
from heard.rules.ceasing_at_adults_request import may_cease
from heard.rules.closing import (
    DAYS_TO_OFFER_FEEDBACK,
    may_close_having_asked,
    may_end_on,
    may_leave_risks_open,
    should_offer_feedback,
    warnings,
)
from heard.rules.closing_against_the_adults_view import may_close_against, must_manager_decide
from heard.rules.decision import Decision, NotAllowed
from heard.rules.pathway import CaseStage, Step
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import BeforeCeasing, ClosingView, ReasonForClosing
from heard.voice.actions.conversations import ASK_AGAIN

OFFER_FEEDBACK = "offer-feedback"
ENDS_WITH_THE_CASE = (ASK_AGAIN, REVIEW)
WHY_LEFT = "Why a risk is left without a finding or an outcome:"
STOPPING_BECAUSE = "stopping-because"


def lock_open(enquiry: Enquiry) -> Enquiry:
    """The enquiry, locked until the transaction ends. Raises NotAllowed where it has been closed."""
    locked = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if locked.concluded_on is not None:
        raise NotAllowed(Decision(False, ("This enquiry is closed. Nothing was saved. Reopen it to change it.",)))
    return locked


def _check(decision: Decision) -> None:
    if not decision:
        raise NotAllowed(decision)


def _write(enquiry: Enquiry, event: str, *, by, **changes) -> Closing:
    """Add a version of the closing with these changes; the same again changes nothing."""
    current = Closing.objects.select_for_update().filter(enquiry=enquiry, is_current=True).first()
    if current is None or current.reopened_at is not None:
        return answer_again(
            Closing, of={"enquiry": enquiry}, event=event, by=by, authority_id=enquiry.authority_id, case_id=enquiry.case_id, **changes
        )
    if all(getattr(current, name) == said for name, said in changes.items()):
        return current
    return correct(current, event=event, by=by, case_id=enquiry.case_id, because="", **changes)


@transaction.atomic
def record_view(
    *, enquiry: Enquiry, view: ClosingView, by, words: str = "", not_asked_because: str = "", not_asked_words: str = ""
) -> Closing:
    """Record the adult's view of closing in their words, or why they were not asked.

    A changed view takes away a manager's decision about the one before. Raises NotAllowed on a closed enquiry.
    """
    locked = lock_open(enquiry)
    said = {"view": view, "view_words": words, "not_asked_because": not_asked_because, "not_asked_words": not_asked_words}
    return _write(locked, "record-closing-view", by=by, **said, **({} if must_manager_decide(view) else _NO_DECISION))


_NO_DECISION = {"manager_id": None, "manager_reason": ""}


@transaction.atomic
def record_reason(*, enquiry: Enquiry, reason: ReasonForClosing, by, words: str = "") -> Closing:
    """Record why the enquiry is closing. Raises NotAllowed on a closed enquiry."""
    return _write(lock_open(enquiry), "record-closing-reason", by=by, reason=reason, reason_words=words)


@transaction.atomic
def record_before_ceasing(*, enquiry: Enquiry, answers: dict[BeforeCeasing, Answer], by, stopping_because: str = "") -> Closing:
    """Record the four answers given before an enquiry stops because the adult asks. Raises NotAllowed where one asks for a reason."""
    locked = lock_open(enquiry)
    _check(may_cease(answers=answers, stopping_because=stopping_because))
    said = {str(question): str(answers[question]) for question in BeforeCeasing}
    return _write(locked, "record-before-ceasing", by=by, before_ceasing={**said, STOPPING_BECAUSE: stopping_because})


@transaction.atomic
def record_checklist(*, enquiry: Enquiry, checklist: dict[str, dict[str, str]], by) -> Closing:
    """Record what is done, not needed or not done yet: ``{item: {"answer": …, "words": …}}``. It warns and never blocks."""
    return _write(lock_open(enquiry), "record-closing-checklist", by=by, checklist=checklist)


@transaction.atomic
def decide_against_view(*, enquiry: Enquiry, reason: str, by) -> Closing:
    """Record a manager's decision to close although the adult disagrees. Raises NotAllowed without a reason, or for anybody else."""
    locked = lock_open(enquiry)
    is_manager = may(by, Permission.CLOSE_AGAINST_VIEW)
    _check(may_close_against(view=ClosingView.DISAGREES, has_managers_decision=is_manager, manager_reason=reason))
    return _write(locked, "decide-against-view", by=by, manager_id=by.pk, manager_reason=reason)


def _before_ceasing(closing: Closing) -> tuple[dict[BeforeCeasing, Answer], str]:
    said = closing.before_ceasing
    answers = {question: Answer(said[question]) for question in BeforeCeasing if said.get(question)}
    return answers, said.get(STOPPING_BECAUSE, "")


def may_close_now(state: ToClose) -> Decision:
    """All that stands in the way of closing: the adult not asked, the four questions, or a manager's decision not made."""
    closing = state.closing
    answers, stopping_because = _before_ceasing(closing)
    decisions = [
        may_close_having_asked(state.facts),
        may_close_against(
            view=state.facts.view, has_managers_decision=closing.manager_id is not None, manager_reason=closing.manager_reason
        ),
    ]
    if state.is_ceasing:
        decisions.append(may_cease(answers=answers, stopping_because=stopping_because))
    no = [one for one in decisions if not one]
    return Decision(not no, tuple(why for one in no for why in one.because), tuple(law for one in no for law in one.law))


@transaction.atomic
def close_enquiry(*, enquiry: Enquiry, concluded_on: date, by, today: date | None = None, risks_because: str = "") -> Enquiry:
    """End an enquiry, and its case where nothing else goes on in it. What was warned of is kept with who closed it, and so is
    ``risks_because``: why a risk has no finding or no outcome.

    Raises NotAllowed where it is closed already, for an impossible day, where the adult was not asked and nobody said why, or where
    nobody said why a risk is left so.
    """
    locked = lock_open(enquiry)
    state = to_close_now(locked)
    today = today or timezone.localdate()
    _check(may_end_on(concluded_on=concluded_on, started_on=locked.started_on, today=today))
    _check(may_close_now(state))
    _check(may_leave_risks_open(state.facts, because=risks_because))
    warned = [missing.words for missing in warnings(state.facts)]
    warned += [f"{WHY_LEFT} {risks_because.strip()}"] if risks_because.strip() else []
    _write(locked, "close-enquiry-with", by=by, closed_by_id=by.pk, concluded_on=concluded_on, warned_of=warned)
    locked.concluded_on = concluded_on
    locked.save(update_fields=["concluded_on"])
    record("close-enquiry", on=locked, by=by, detail={"concluded_on": concluded_on.isoformat()})
    _end_the_case(locked, concluded_on, by=by)
    _what_comes_after(locked, state, concluded_on, by=by, today=today)
    return locked


def _end_the_case(enquiry: Enquiry, on: date, *, by) -> None:
    case = Case.objects.select_for_update().get(pk=enquiry.case_id)
    enquiry.case = case
    if goes_on_without(enquiry) or case.stage == CaseStage.CLOSED:
        return
    for kind in ENDS_WITH_THE_CASE:
        settle_tasks(case=case, kind=kind, by=by, at=timezone.now())
    move_case(case=case, step=Step.CLOSE, by=by, on=on)


def _what_comes_after(enquiry: Enquiry, state: ToClose, on: date, *, by, today: date) -> None:
    if not state.facts.is_referrer_settled:
        chase_telling(concern=enquiry.concern, by=by, on=today)
    if should_offer_feedback(reason=state.facts.reason, not_asked_because=state.facts.not_asked_because):
        due = on + timedelta(days=DAYS_TO_OFFER_FEEDBACK)
        note = "Ask how it was for the adult: were they listened to, and do they feel safer?"
        add_task(case=enquiry.case, kind=OFFER_FEEDBACK, due_on=due, by=by, subject=enquiry, note=note, assigned_to=enquiry.lead)
