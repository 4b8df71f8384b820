"""How does a worker hear what an audit found, and how is something done about it, to its proof?"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from heard.assurance.models import LearningAction, Recommendation, SampledCase
from heard.assurance.queries.audits import answers_open
from heard.assurance.queries.worked_on import who_worked_on
from heard.audit.actions import record
from heard.rules.auditing.who_may_audit import may_audit
from heard.rules.decision import Decision, NotAllowed, insist


@transaction.atomic
def give_feedback(*, sampled: SampledCase, feedback: str, by) -> SampledCase:
    """Tell the worker what the audit found: from then on they see it. Raises NotAllowed while an audit of the case is not done, and
    for whoever has worked on the case.
    """
    insist(may_audit(auditor=str(by.pk), worked_on_it={str(one) for one in who_worked_on([sampled.case_id])[sampled.case_id]}))
    insist(answers_open(sampled))
    sampled.feedback, sampled.fed_back_at, sampled.fed_back_by = feedback.strip(), timezone.now(), by
    sampled.save(update_fields=["feedback", "fed_back_at", "fed_back_by"])
    record("give-audit-feedback", on=sampled, by=by, case_id=sampled.case_id)
    return sampled


@transaction.atomic
def add_learning_action(
    *, theme: str, what: str, owner_name: str, due_on: date, by, sampled: SampledCase | None = None,
    recommendation: Recommendation | None = None,
) -> LearningAction:
    """Add something to do because of an audited case or of a recommendation, with its owner and day."""
    action = LearningAction.objects.create(
        authority_id=(sampled or recommendation).authority_id, recorded_by=by, sampled=sampled, recommendation=recommendation, theme=theme,
        what=what.strip(), owner_name=owner_name.strip(), due_on=due_on,
    )  # fmt: skip
    record("add-learning-action", on=action, by=by)
    return action


@transaction.atomic
def prove_learning_action(*, action: LearningAction, proof: str, on: date, by) -> LearningAction:
    """Mark an action as done, with what proves it. Raises NotAllowed without proof, or where it has been proved."""
    if not proof.strip():
        raise NotAllowed(Decision(False, ("Say what proves that it was done: what can be seen, and where.",)))
    if action.proved_on:
        raise NotAllowed(Decision(False, ("It has been proved already. What was written then stays.",)))
    action.proof, action.proved_on, action.proved_by = proof.strip(), on, by
    action.save(update_fields=["proof", "proved_on", "proved_by"])
    record("prove-learning-action", on=action, by=by)
    return action
