"""How is a decision made for the adult recorded, where they could not make it?"""

from datetime import date

from django.db import transaction

from heard.audit.actions import record
from heard.rights.models import BestInterestsDecision, CapacityAssessment
from heard.rights.queries.capacity import was_assessed_later
from heard.rules.best_interests import is_complete, may_decide_for
from heard.rules.decision import Decision, NotAllowed
from heard.rules.recording_in_a_case import may_record


def _check(decision: Decision) -> None:
    if not decision:
        raise NotAllowed(decision)


@transaction.atomic
def decide_in_best_interests(
    *,
    assessment: CapacityAssessment,
    by,
    decided: str,
    checklist: dict[str, str],
    consulted: list[str],
    known_wishes: str,
    follows: str,
    less_restrictive: str,
    decided_by_name: str,
    decided_on: date,
    nobody_because: str = "",
    departed_because: str = "",
) -> BestInterestsDecision:
    """Record what was decided for the adult about the decision that was assessed, and how. ``consulted`` holds a line for each person.

    Raises NotAllowed where the adult could make it, where it was assessed again later, where something was not thought of, or where
    the case is closed.
    """
    case = assessment.case
    _check(may_record(stage=case.stage))
    _check(may_decide_for(conclusion=assessment.conclusion, superseded_by_later=was_assessed_later(assessment)))
    thought_of = {
        "checklist": checklist, "consulted": consulted, "nobody_because": nobody_because, "known_wishes": known_wishes,
        "follows": follows, "departed_because": departed_because, "less_restrictive": less_restrictive,
    }  # fmt: skip
    _check(is_complete(**thought_of))
    made = BestInterestsDecision.objects.create(
        authority_id=case.authority_id, case=case, assessment=assessment, recorded_by=by, decided=decided,
        checklist={**checklist, "nobody-consulted-because": nobody_because} if nobody_because else checklist, consulted=list(consulted),
        known_wishes=known_wishes, departed_because=departed_because, less_restrictive=less_restrictive,
        decided_by_name=decided_by_name or getattr(by, "full_name", ""), decided_on=decided_on,
    )  # fmt: skip
    record("decide-in-best-interests", on=made, by=by)
    return made
