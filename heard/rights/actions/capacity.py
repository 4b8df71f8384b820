"""How is an assessment of capacity recorded: one decision, one time?"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from heard.audit.actions import record
from heard.cases.actions import add_task, settle_tasks
from heard.cases.models import Case, Enquiry
from heard.rights.models import CapacityAssessment
from heard.rights.queries.capacity import of_the_same_decision
from heard.rules.capacity_test import PARTS, may_conclude, must_say_what_changed
from heard.rules.decision import Decision, NotAllowed
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.answers import YesNo
from heard.voice.actions.conversations import ASK_AGAIN


def _check(decision: Decision) -> None:
    if not decision:
        raise NotAllowed(decision)


@transaction.atomic
def record_assessment(
    *, case: Case, by, decision: str, conclusion: str, assessed_at: datetime, waiting: Decision, parts: dict[str, str],
    words: dict[str, str], enquiry: Enquiry | None = None, is_about_enquiry: bool = False, impairment: str = "", causal_link: str = "",
    assessor_name: str = "", can_wait: str = "", can_wait_until: date | None = None, ask_again_on: date | None = None, because: str = "",
    **details,
) -> CapacityAssessment:  # fmt: skip
    """Record whether the adult could make one decision at one time. Earlier results of the same decision stay beside it.

    ``parts`` and ``words`` are by the names in ``PARTS``; ``waiting`` is what ``may_wait`` says of the case's recorded risk; ``because``
    is what changed, where the result differs from the one before; ``details`` are the assessment's other texts. Settles the reminder of
    an earlier result to ask again, and makes the next one. Raises NotAllowed as the rules say, where waiting is not offered, or where
    the case is closed.
    """
    _check(may_record(stage=case.stage))
    tested = {"parts": parts, "words": words, "impairment": impairment, "causal_link": causal_link}
    _check(may_conclude(conclusion, decision=decision, **tested))
    if can_wait == YesNo.YES:
        _check(waiting)
    earlier = [one for one in of_the_same_decision(case, decision) if one.assessed_at < assessed_at]
    _check_what_changed(earlier, conclusion, because)
    answers = {name: parts[name] for name in PARTS} | {f"{name}_words": words.get(name, "") for name in PARTS}
    made = CapacityAssessment.objects.create(
        authority_id=case.authority_id, case=case, recorded_by=by, decision=decision.strip(), conclusion=conclusion, **answers,
        enquiry=enquiry if is_about_enquiry else None, is_about_enquiry=is_about_enquiry and enquiry is not None,
        impairment=impairment, causal_link=causal_link, assessed_at=assessed_at,
        assessor_name=assessor_name or getattr(by, "full_name", ""), can_wait=can_wait, can_wait_until=can_wait_until,
        ask_again_on=ask_again_on, because=because, **details,
    )  # fmt: skip
    record("assess-capacity", on=made, by=by)
    _remind(made, earlier, by=by)
    return made


def _check_what_changed(earlier: list[CapacityAssessment], conclusion: str, because: str) -> None:
    before = earlier[-1].conclusion if earlier else ""
    changed = must_say_what_changed(before=before, now=conclusion)
    if changed and not because.strip():
        raise NotAllowed(Decision(False, changed.because))


def _remind(made: CapacityAssessment, earlier: list[CapacityAssessment], *, by) -> None:
    for one in earlier:
        if one.ask_again_on:
            settle_tasks(case=made.case, kind=ASK_AGAIN, by=by, at=timezone.now(), subject_id=one.pk)
    if made.ask_again_on:
        add_task(case=made.case, kind=ASK_AGAIN, due_on=made.ask_again_on, by=by, subject=made, note="Ask again about a decision.")
