"""How is it recorded that something was done without the adult's agreement, and that the adult was told?

Both can be recorded in a closed case: telling the adult is owed after closing too.
"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from heard.accounts.versions import answer_again, correct
from heard.cases.models import Concern
from heard.rights.models import ActingWithoutAgreement, CapacityAssessment
from heard.rules.acting_without_agreement import may_record_override
from heard.rules.decision import NotAllowed
from heard.rules.telling_the_adult import telling_is_settled
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.concern import Ground


@transaction.atomic
def act_without_agreement(
    *, concern: Concern, by, ground: str, ground_words: str, lawful_basis: str, proportionality: str, decided_by_name: str,
    decided_on: date, was_told: str, told_on: date | None = None, told_how: str = "", not_told_because: str = "",
    tell_by: date | None = None, assessment: CapacityAssessment | None = None, assessment_to_follow_by: date | None = None,
    because: str = "",
) -> ActingWithoutAgreement:  # fmt: skip
    """Record the decision whole; one before it is kept. The adult's agreement stays as it was recorded: it is another thing.

    An assessment behind the ground may be missing: that is then owed. Raises NotAllowed where anything else is.
    """
    whole = may_record_override(
        ground=ground, ground_words=ground_words, proportionality=proportionality, lawful_basis=lawful_basis, decided_by=decided_by_name
    )  # fmt: skip
    telling = {
        "was_told": was_told, "told_on": told_on, "told_how": told_how, "not_told_because": not_told_because, "tell_by": tell_by,
        "decided_on": decided_on,
    }  # fmt: skip
    _check(whole, _settled(concern, **telling))
    rests_on_capacity = ground == Ground.BEST_INTERESTS
    return answer_again(
        ActingWithoutAgreement, of={"concern": concern, "in_error_at": None}, event="act-without-agreement", by=by,
        authority_id=concern.authority_id, case_id=concern.case_id, case=concern.case, ground=ground, ground_words=ground_words,
        lawful_basis=lawful_basis, proportionality=proportionality, decided_by_name=decided_by_name, because=because, **telling,
        assessment=assessment if rests_on_capacity else None,
        assessment_to_follow_by=assessment_to_follow_by if rests_on_capacity and assessment is None else None,
    )  # fmt: skip


@transaction.atomic
def record_adult_told(*, override: ActingWithoutAgreement, told_on: date, told_how: str, by) -> ActingWithoutAgreement:
    """Record that the adult was told, when and how, as a new version; why they had not been told before stays. Raises NotAllowed."""
    told = {"was_told": YesNo.YES, "told_on": told_on, "told_how": told_how, "tell_by": None}
    _check(_settled(override.concern, **told, not_told_because="", decided_on=override.decided_on))
    return correct(override, event="record-adult-told", by=by, case_id=override.case_id, because="The adult was told", **told)


def _settled(concern: Concern, **telling):
    has_died = concern.case.person.death_date is not None
    return telling_is_settled(**telling, today=timezone.localdate(), has_died=has_died)


def _check(*answers) -> None:
    for said in answers:
        if not said:
            raise NotAllowed(said)
