"""How is it recorded whether the adult has substantial difficulty in being involved?"""

from datetime import date

from django.db import transaction

from heard.accounts.versions import answer_again
from heard.cases.models import Case
from heard.rights.models import SubstantialDifficulty
from heard.rules.decision import NotAllowed
from heard.rules.recording_in_a_case import may_record
from heard.rules.substantial_difficulty import may_record_difficulty


@transaction.atomic
def record_difficulty(
    *, case: Case, areas: dict[str, dict[str, str]], considered_on: date, by, adjustments_tried: str = "", because: str = ""
) -> SubstantialDifficulty:
    """Record the four areas, after adjustments; the answer before is kept. Says nothing about capacity.

    Raises NotAllowed where the case is closed, or there is difficulty and no word of adjustments.
    """
    for said in (may_record(stage=case.stage), may_record_difficulty(areas=areas, adjustments_tried=adjustments_tried)):
        if not said:
            raise NotAllowed(said)
    return answer_again(
        SubstantialDifficulty, of={"case": case, "in_error_at": None}, event="record-difficulty", by=by, authority_id=case.authority_id,
        case_id=case.pk, areas=areas, considered_on=considered_on, adjustments_tried=adjustments_tried, because=because,
    )
