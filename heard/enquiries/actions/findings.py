"""How is it recorded what was found about a risk, and what became of it?"""

from django.db import transaction

from heard.accounts.versions import answer_again
from heard.enquiries.actions.closing import lock_open
from heard.enquiries.models import Risk, RiskFinding, RiskView
from heard.rules.decision import NotAllowed
from heard.rules.risk_remained import asks_adults_reason, asks_four_questions, has_outcome, may_leave_high_risk, may_record_outcome
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import BeforeCeasing, Finding, RiskOutcome


@transaction.atomic
def record_finding(
    *, risk: Risk, finding: Finding, by, outcome: RiskOutcome | str = "", adults_reason: str = "", no_reason_because: str = "",
    before_remaining: dict[BeforeCeasing, Answer] | None = None,
) -> RiskFinding:  # fmt: skip
    """Record what was found about a risk and its outcome; a later answer sets the one before aside, and the same again changes nothing.

    Raises NotAllowed on a closed enquiry, for an outcome where no risk was identified, "remained" without the adult's reason or why there
    is none, or a risk the professional sees as high that remained without the four answers in ``before_remaining``.
    """
    enquiry = lock_open(risk.enquiry)
    outcome = RiskOutcome(outcome) if outcome else None
    decision = may_record_outcome(
        finding=finding, outcome=outcome, adults_reason=adults_reason, no_reason_because=no_reason_because
    )
    if not decision:
        raise NotAllowed(decision)
    answers = _four_answers(risk, outcome, before_remaining or {})
    remained = has_outcome(finding) and asks_adults_reason(outcome)
    said = {
        "finding": finding,
        "outcome": outcome or "",
        "adults_reason": adults_reason if remained else "",
        "no_reason_because": no_reason_because if remained else "",
        "before_remaining": answers,
    }
    current = RiskFinding.objects.filter(risk=risk, is_current=True).first()
    if current is not None and all(getattr(current, name) == value for name, value in said.items()):
        return current
    return answer_again(
        RiskFinding, of={"risk": risk}, event="record-finding", by=by, authority_id=enquiry.authority_id, case_id=enquiry.case_id, **said
    )


def _four_answers(risk: Risk, outcome: RiskOutcome | None, answers: dict[BeforeCeasing, Answer]) -> dict[str, str]:
    view = RiskView.objects.filter(risk=risk, whose=RiskView.Whose.PROFESSIONAL, is_current=True).first()
    if not asks_four_questions(outcome=outcome, professionals_level=view.level if view else None):
        return {}
    decision = may_leave_high_risk(answers=answers)
    if not decision:
        raise NotAllowed(decision)
    return {str(question): str(answers[question]) for question in BeforeCeasing}
