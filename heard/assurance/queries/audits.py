"""Which audits are mine to do, what may I see of them, and how far do two auditors agree?"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from heard.accounts.models import Authority
from heard.accounts.permissions import Permission, may
from heard.assurance.models import AskedView, Audit, AuditRound, SampledCase
from heard.assurance.queries.worked_on import who_worked_on
from heard.assurance.questions import set_of
from heard.cases.queries import cases_for
from heard.rules.auditing.agreement import counted_answer, differences
from heard.rules.auditing.question_set import AuditQuestion
from heard.rules.auditing.who_may_audit import answers_are_open, may_read_audited_case
from heard.rules.decision import Decision

VIEWS = AskedView.objects.filter(is_current=True)


@dataclass(frozen=True)
class Compared:
    """One question of a case, with each auditor's answer row, what was settled, and the answer that counts."""

    question: AuditQuestion
    rows: list
    settled: object
    proposed: object
    counts: str

    @property
    def differs(self) -> bool:
        """Whether two auditors answered otherwise."""
        return len({row.answer for row in self.rows}) > 1


def my_audits(user) -> list[Audit]:
    """The audits given to this user, those still to do first, and those of which they settle the differences. One query."""
    rows = Audit.objects.filter(_of(user)).select_related("sampled__case", "sampled__round")
    return sorted(rows, key=lambda one: (one.done_at is not None, -one.recorded_at.timestamp(), one.sampled.position))


def _of(user) -> Q:
    """The audits whose place is this user's: auditors of it, until somebody settles in their place."""
    return Q(ended_at__isnull=True) & (Q(settled_by=user) | Q(auditor=user, settled_by__isnull=True))


def audit_for(user, audit_id: UUID) -> Audit:
    """One audit that is this user's own, with its case and person. Raises Http404 for anybody else's."""
    found = Audit.objects.filter(_of(user), pk=audit_id).select_related("sampled__round", "sampled__case__person", "sampled__worker")
    audit = found.first()
    if audit is None:
        raise Http404("No such audit")
    return audit


def may_read(audit: Audit) -> Decision:
    """Whether its auditor, or who settles in their place, may read the audited case now."""
    case, reader = audit.sampled.case_id, audit.settled_by_id or audit.auditor_id
    return may_read_audited_case(
        is_done=audit.done_at is not None, worked_on_it=reader in who_worked_on([case])[case],
        differences_left=len(differences_left(audit.sampled)) if audit.done_at else 0,
    )  # fmt: skip


def sampled_for(user, sampled_id: UUID) -> SampledCase:
    """A sampled case for those who plan audits, and for its own auditors. Raises Http404 otherwise."""
    mine = Q(Exists(Audit.objects.filter(_of(user), sampled=OuterRef("pk"))))
    planned = Q(authority_id=user.authority_id) if may(user, Permission.PLAN_AUDITS) else mine
    found = _with_answers(SampledCase.objects.filter(planned | mine, pk=sampled_id)).first()
    if found is None:
        raise Http404("No such case")
    return found


def may_open_case(user, sampled: SampledCase) -> bool:
    """Whether the case that was audited is in this user's own scope. One query."""
    return cases_for(user).filter(pk=sampled.case_id).exists()


def _with_answers(rows: QuerySet[SampledCase]) -> QuerySet[SampledCase]:
    related = rows.select_related("round", "case", "worker", "fed_back_by")
    more = ("audits__answers", "audits__auditor", "audits__settled_by", "settled", Prefetch("views", VIEWS), "actions")
    return related.prefetch_related(*more).order_by("position")


def answers_open(sampled: SampledCase) -> Decision:
    """Whether the answers may be seen by others than the one who gave them."""
    audits = in_order(sampled)
    return answers_are_open(auditors=len(audits), done=sum(one.done_at is not None for one in audits))


def in_order(sampled: SampledCase) -> list[Audit]:
    """The audits of a case that go on or are done, the first auditor's first."""
    return sorted((one for one in sampled.audits.all() if one.ended_at is None), key=lambda one: one.is_second)


def who_settles(sampled: SampledCase) -> list:
    """The two who settle what was answered differently: each auditor, or who was given their place."""
    return [one.settled_by or one.auditor for one in in_order(sampled)]


def proposal_on(sampled: SampledCase, question: str):
    """What one of the two wrote to settle a question, until the other confirms it; or None."""
    return next((one for one in sampled.settled.all() if one.question == question and not one.withdrawn_at and not one.confirmed_at), None)


def compared(sampled: SampledCase) -> list[Compared]:
    """Every question of a case with the answers side by side, in the set's order; none while the answers are closed."""
    if not answers_open(sampled):
        return []
    settled = {one.question: one for one in sampled.settled.all() if one.confirmed_at and not one.withdrawn_at}
    answers = [{row.question: row for row in audit.answers.all()} for audit in in_order(sampled)]
    found = []
    for question in set_of(sampled.round.question_set).questions:
        rows = [one[question.key] for one in answers if question.key in one]
        agreed = settled.get(question.key)
        counts = counted_answer(answers=[row.answer for row in rows], settled=agreed.answer if agreed else "")
        found.append(Compared(question, rows, agreed, proposal_on(sampled, question.key), counts or ""))
    return found


def differences_left(sampled: SampledCase) -> tuple[str, ...]:
    """The questions that two auditors answered differently and have not settled."""
    if not answers_open(sampled):
        return ()
    given = [{row.question: row.answer for row in audit.answers.all()} for audit in in_order(sampled)]
    if len(given) < 2:
        return ()
    settled = {one.question for one in sampled.settled.all() if one.confirmed_at and not one.withdrawn_at}
    return tuple(one for one in differences(*given) if one not in settled)


def rounds_for(user) -> QuerySet[AuditRound]:
    """The rounds of this user's authority, the newest first; none for who may not plan audits."""
    if not may(user, Permission.PLAN_AUDITS):
        return AuditRound.objects.none()
    return AuditRound.objects.filter(authority_id=user.authority_id).select_related("recorded_by").order_by("-recorded_at")


def round_for(user, round_id: UUID) -> AuditRound:
    """One round of this user's authority. Raises Http404 outside it."""
    found = rounds_for(user).filter(pk=round_id).first()
    if found is None:
        raise Http404("No such round")
    return found


def sampled_in(one: AuditRound) -> list[SampledCase]:
    """The cases of a round with all that was answered. Seven queries, whatever their number."""
    return list(_with_answers(one.sampled.all()))


def sampled_in_authority(authority: Authority) -> list[SampledCase]:
    """Every sampled case of an authority with all that was answered. Six queries, whatever their number."""
    return list(_with_answers(SampledCase.objects.filter(authority=authority)))


def my_audited_work(user) -> list[SampledCase]:
    """The cases of a round in which this user's own work is audited, the newest first."""
    rows = SampledCase.objects.filter(worker=user).select_related("round", "case").prefetch_related(Prefetch("views", VIEWS))
    return list(rows.order_by("-recorded_at", "position"))


def audited_work_for(user, sampled_id: UUID) -> SampledCase:
    """A sampled case for the worker whose work it is. Raises Http404 for anybody else."""
    found = _with_answers(SampledCase.objects.filter(worker=user, pk=sampled_id)).first()
    if found is None:
        raise Http404("No such case")
    return found
