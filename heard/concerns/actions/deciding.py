"""How is the section 42(1) decision recorded, and what follows from it?"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from heard.accounts.permissions import Permission, may
from heard.accounts.versions import answer_again
from heard.audit.actions import record
from heard.cases.actions import move_case, settle_tasks, start_enquiry
from heard.cases.models import Case, Concern, Enquiry
from heard.concerns.actions.telling import chase_telling
from heard.concerns.actions.triage import FOLLOW_UP
from heard.concerns.models import Section42Decision
from heard.concerns.queries.answers import conversations_about, current_answers, current_decision, was_held, what_the_answers_mean
from heard.rules.decision import Decision, NotAllowed
from heard.rules.pathway import CaseStage, Step
from heard.rules.section_42_decision import Proposed, is_against_rule, may_change_decision, may_decide
from heard.rules.vocabulary.concern import ConcernState, SectionDecision
from heard.rules.vocabulary.enquiry import EnquiryKind
from heard.voice.models import Conversation

KIND = {SectionDecision.SECTION_42: EnquiryKind.SECTION_42, SectionDecision.OTHER: EnquiryKind.OTHER}


class DecidedAlready(Exception):
    """Somebody decided since this decider opened the page. Carries what was kept."""

    def __init__(self, kept: Section42Decision):
        super().__init__("decided already")
        self.kept = kept


@transaction.atomic
def decide_concern(
    *, concern: Concern, by, at: datetime, decision: SectionDecision, reason: str, route: str = "", second_reason: str = "",
    met_by: Conversation | None = None, lead=None, team=None, after: UUID | None = None, because: str = "",
) -> Section42Decision:  # fmt: skip
    """Record the named decider's decision, with what the rule said, and carry it out: an enquiry starts, or the case closes.

    ``after`` is the decision the decider saw when they began (None for none). Raises DecidedAlready where there is another by now, and
    NotAllowed with everything that is missing.
    """
    locked = Concern.objects.select_for_update().get(pk=concern.pk)
    held = current_decision(locked)
    if held is not None and held.pk != after:
        raise DecidedAlready(held)
    answers = current_answers(locked)
    rule = what_the_answers_mean(answers)
    enquiry = Enquiry.objects.filter(concern=locked).first()
    proposed = _proposed(locked, decision, reason, second_reason, route, met_by)
    _check(proposed, rule, by=by, has_enquiry=enquiry is not None)
    joined = enquiry is None and open_enquiry_beside(locked) is not None
    new = answer_again(
        Section42Decision, of={"concern": locked}, event="decide-concern", by=by, authority_id=locked.authority_id,
        case_id=locked.case_id, answers=answers, decision=decision, route=route if decision == SectionDecision.NO_ENQUIRY else "",
        reason=reason, decided_at=at, decided_by=by, decided_by_name=by.full_name, rule_said=_as_shown(rule),
        against_rule=bool(is_against_rule(decision, rule)), second_reason=second_reason,
        met_by_conversation_id=met_by.pk if met_by else None, joined_case=joined, because=because,
    )  # fmt: skip
    _settle(locked, by=by, at=at, leave_follow_up=rule.yes is None and decision != SectionDecision.NO_ENQUIRY)
    _carry_out(locked, new, enquiry, by=by, at=at, met_by=met_by, lead=lead, team=team)
    chase_telling(concern=locked, by=by, on=timezone.localdate(at))
    concern.state = locked.state
    return new


def open_enquiry_beside(concern: Concern) -> Enquiry | None:
    """The open enquiry that another concern of the same case led to, or None. The concern was read in scope."""
    others = Enquiry.objects.filter(case_id=concern.case_id, concluded_on__isnull=True).exclude(concern=concern)
    return others.order_by("started_on").first()


def _proposed(concern: Concern, decision, reason: str, second_reason: str, route: str, met_by) -> Proposed:
    about = list(conversations_about(concern))
    return Proposed(
        decision=SectionDecision(decision),
        reason=reason,
        second_reason=second_reason,
        route=route,
        adult_heard=bool(about),
        met_by_conversation=met_by is not None,
        conversation_was_held=met_by is not None and any(one.pk == met_by.pk and was_held(one) for one in about),
    )


def _check(proposed: Proposed, rule: Decision, *, by, has_enquiry: bool) -> None:
    said = may_decide(
        proposed, rule=rule, may_decide_at_all=may(by, Permission.DECIDE_SECTION_42),
        may_decide_against=may(by, Permission.DECIDE_AGAINST_RULE),
    )  # fmt: skip
    for one in (said, may_change_decision(to=proposed.decision, has_enquiry=has_enquiry)):
        if not one:
            raise NotAllowed(one)


def _as_shown(rule: Decision) -> dict:
    return {"yes": rule.yes, "because": list(rule.because), "law": [str(one) for one in rule.law]}


def _settle(concern: Concern, *, by, at: datetime, leave_follow_up: bool) -> None:
    if concern.state != ConcernState.DECIDED:
        concern.state = ConcernState.DECIDED
        concern.save(update_fields=["state"])
        record("take-off-duty-list", on=concern, by=by)
    if not leave_follow_up:
        settle_tasks(case=concern.case, kind=FOLLOW_UP, by=by, at=at, subject_id=concern.pk)


def _carry_out(concern: Concern, new: Section42Decision, enquiry: Enquiry | None, *, by, at: datetime, met_by, lead, team) -> None:
    kind = KIND.get(SectionDecision(new.decision))
    if kind is None:
        _close_unless_needed(concern, by=by, at=at)
    elif enquiry is not None:
        _change_kind(enquiry, kind, by=by)
    elif not new.joined_case:
        started = timezone.localdate(met_by.held_at if met_by else at)
        start_enquiry(concern=concern, kind=kind, started_on=started, by=by, lead=lead, team=team)


def _change_kind(enquiry: Enquiry, kind: EnquiryKind, *, by) -> None:
    if enquiry.kind != kind:
        was, enquiry.kind = enquiry.kind, kind
        enquiry.save(update_fields=["kind"])
        record("change-kind-of-enquiry", on=enquiry, by=by, detail={"from": was, "to": kind})


def _close_unless_needed(concern: Concern, *, by, at: datetime) -> None:
    """A case with an open enquiry, or another concern waiting in it, goes on: no enquiry was decided about this concern alone."""
    case = Case.objects.select_for_update().get(pk=concern.case_id)
    waiting = Concern.objects.filter(case=case, state=ConcernState.WAITING, in_error_at__isnull=True).exclude(pk=concern.pk)
    if case.stage == CaseStage.CONCERN and not waiting.exists() and open_enquiry_beside(concern) is None:
        move_case(case=case, step=Step.DECIDE_NO_ENQUIRY, by=by, on=timezone.localdate(at))
