"""How is it recorded what was found about a risk, and what became of it?"""

from django.db import transaction

from heard.accounts.versions import answer_again
from heard.enquiries.actions.closing import lock_open
from heard.enquiries.models import Risk, RiskFinding
from heard.rules.decision import NotAllowed
from heard.rules.risk_remained import asks_adults_reason, has_outcome, may_record_outcome
from heard.rules.vocabulary.enquiry import Finding, RiskOutcome


@transaction.atomic
def record_finding(
    *, risk: Risk, finding: Finding, by, outcome: RiskOutcome | str = "", adults_reason: str = "", no_reason_because: str = ""
) -> RiskFinding:
    """Record what was found about a risk and its outcome; a later answer sets the one before aside, and the same again changes nothing.

    Raises NotAllowed on a closed enquiry, for an outcome where no risk was identified, or "remained" without the adult's reason or why
    there is none.
    """
    enquiry = lock_open(risk.enquiry)
    outcome = RiskOutcome(outcome) if outcome else None
    decision = may_record_outcome(
        finding=finding, outcome=outcome, adults_reason=adults_reason, no_reason_because=no_reason_because
    )
    if not decision:
        raise NotAllowed(decision)
    remained = has_outcome(finding) and asks_adults_reason(outcome)
    said = {
        "finding": finding,
        "outcome": outcome or "",
        "adults_reason": adults_reason if remained else "",
        "no_reason_because": no_reason_because if remained else "",
    }
    current = RiskFinding.objects.filter(risk=risk, is_current=True).first()
    if current is not None and all(getattr(current, name) == value for name, value in said.items()):
        return current
    return answer_again(
        RiskFinding, of={"risk": risk}, event="record-finding", by=by, authority_id=enquiry.authority_id, case_id=enquiry.case_id, **said
    )
