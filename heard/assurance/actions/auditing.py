"""How does an auditor answer, finish, and settle a difference with the other?"""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils import timezone

from heard.accounts.versions import answer_again
from heard.assurance.models import AskedView, Audit, AuditAnswer, SampledCase, SettledAnswer
from heard.assurance.queries.audits import differences_left, may_read, who_settles
from heard.assurance.queries.entries import entries_of
from heard.assurance.queries.worked_on import who_worked_on
from heard.assurance.questions import set_of
from heard.audit.actions import record
from heard.rules.auditing.filled_in import FilledIn
from heard.rules.auditing.finishing import may_finish, must_point_at_a_record
from heard.rules.auditing.who_may_audit import may_audit
from heard.rules.decision import Decision, NotAllowed, insist
from heard.rules.vocabulary.assurance import WhoseView


@transaction.atomic
def answer_question(
    *, audit: Audit, question: str, answer: str, by, words: str = "", evidence: Collection[str] = (), read: FilledIn | None = None
) -> AuditAnswer:
    """Answer one question, or answer it again while the audit is not done. ``read`` is what the record alone said.

    Raises NotAllowed once it is done, or for who has worked on the case since.
    """
    _still_open(audit)
    said = {
        "answer": answer, "words": words.strip(), "evidence": list(evidence), "filled_in": read.answer if read else "",
        "filled_in_because": read.because if read else "", "authority_id": audit.authority_id, "recorded_by": by,
    }  # fmt: skip
    given, _ = AuditAnswer.objects.update_or_create(audit=audit, question=question, defaults=said)
    record("answer-audit-question", on=given, by=by, case_id=audit.sampled.case_id, detail={"question": question, "answer": answer})
    return given


def _still_open(audit: Audit) -> None:
    if audit.done_at is not None:
        raise NotAllowed(Decision(False, ("This audit is done. Its answers stay as they are.",)))
    insist(may_read(audit))


@transaction.atomic
def finish_audit(*, audit: Audit, grade: str, what_was_good: str, learning: str, by) -> Audit:
    """Mark an audit as done. Raises NotAllowed with what is still missing."""
    _still_open(audit)
    questions = [one.key for one in set_of(audit.sampled.round.question_set).questions]
    asked = set(audit.sampled.views.filter(is_current=True).values_list("whose", flat=True))
    answers = {one.question: one for one in audit.answers.all()}
    insist(may_finish(
        questions=questions, answered=set(answers), without_words=[key for key, one in answers.items() if not (one.words or one.evidence)],
        adult_asked=WhoseView.ADULT in asked, worker_asked=WhoseView.WORKER in asked, unseen=_unseen(audit, answers),
    ))  # fmt: skip
    audit.done_at, audit.grade, audit.what_was_good, audit.learning = timezone.now(), grade, what_was_good.strip(), learning.strip()
    audit.save(update_fields=["done_at", "grade", "what_was_good", "learning"])
    record("finish-audit", on=audit, by=by, case_id=audit.sampled.case_id, detail={"grade": grade})
    return audit


def _unseen(audit: Audit, answers: dict[str, AuditAnswer]) -> list[str]:
    """The answers without evidence that have to point at a record of the case."""
    questions = set_of(audit.sampled.round.question_set)
    bare = [one for one in answers.values() if not one.evidence and must_point_at_a_record(one.answer, has_records=True)]
    asked = [(one.question, questions.question(one.question)) for one in bare]
    return [key for key, question in asked if question and entries_of(audit.sampled.case, question.records)]


@transaction.atomic
def settle_difference(*, sampled: SampledCase, question: str, answer: str, because: str, by) -> SettledAnswer:
    """Keep what two auditors agreed on after they differed, as one of them writes it: it counts once the other confirms it. What was
    written before and not confirmed is withdrawn, and kept.

    Raises NotAllowed where there is no such difference, or no reason, or for anybody but the two, or who has worked on the case.
    """
    _may_settle(sampled, by)
    if question not in differences_left(sampled):
        raise NotAllowed(Decision(False, ("There is no difference to settle in this question any more.",)))
    if not because.strip():
        raise NotAllowed(Decision(False, ("Say what made you agree on this answer.",)))
    _withdraw(sampled, question, by)
    settled = SettledAnswer.objects.create(
        authority_id=sampled.authority_id, sampled=sampled, question=question, answer=answer, because=because.strip(), recorded_by=by
    )
    record("settle-audit-difference", on=settled, by=by, case_id=sampled.case_id, detail={"question": question, "answer": answer})
    return settled


def _may_settle(sampled: SampledCase, by) -> None:
    SampledCase.objects.select_for_update().get(pk=sampled.pk)
    if by not in who_settles(sampled):
        raise NotAllowed(Decision(False, ("Only the two who audit this case settle what they answered differently.",)))
    insist(may_audit(auditor=str(by.pk), worked_on_it={str(one) for one in who_worked_on([sampled.case_id])[sampled.case_id]}))


def _withdraw(sampled: SampledCase, question: str, by) -> None:
    for old in SettledAnswer.objects.filter(sampled=sampled, question=question, withdrawn_at__isnull=True):
        old.withdrawn_at = timezone.now()
        old.save(update_fields=["withdrawn_at"])
        record("withdraw-settled-answer", on=old, by=by, case_id=sampled.case_id)


@transaction.atomic
def confirm_settlement(*, sampled: SampledCase, question: str, by) -> SettledAnswer:
    """Say that what the other wrote is what the two agreed. Raises NotAllowed for its writer, or where there is none."""
    _may_settle(sampled, by)
    waiting = SettledAnswer.objects.filter(sampled=sampled, question=question, withdrawn_at__isnull=True, confirmed_at__isnull=True)
    proposed = waiting.first()
    if proposed is None or proposed.recorded_by_id == by.pk:
        raise NotAllowed(Decision(False, ("There is nothing for you to confirm. The other of you two confirms what you wrote.",)))
    proposed.confirmed_at, proposed.confirmed_by = timezone.now(), by
    proposed.save(update_fields=["confirmed_at", "confirmed_by"])
    record("confirm-settled-answer", on=proposed, by=by, case_id=sampled.case_id, detail={"question": question})
    return proposed


@transaction.atomic
def record_own_view(
    *, sampled: SampledCase, whose: WhoseView, by, asked_on: date | None = None, how: str = "", words: str = "", not_asked_because: str = ""
) -> AskedView:
    """Keep the adult's or the worker's own view of the work, or why the adult was not asked. Said again, it is a new row.

    Raises NotAllowed without words and without a reason.
    """
    if not (words.strip() or not_asked_because.strip()):
        raise NotAllowed(Decision(False, ("Write what they said, or why they were not asked.",)))
    return answer_again(
        AskedView, of={"sampled": sampled, "whose": whose}, event="record-own-view", by=by, authority_id=sampled.authority_id,
        case_id=sampled.case_id, asked_on=asked_on, how=how, words=words.strip(), not_asked_because=not_asked_because.strip(),
    )  # fmt: skip
