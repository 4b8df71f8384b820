"""How is it written down why somebody opened a case, and why something is not needed in it?"""

from datetime import datetime

from django.db import transaction

from heard.audit.actions import record
from heard.cases.models import Case, NotNeeded
from heard.rules.decision import Decision, NotAllowed
from heard.rules.next_steps.curiosity import Prompt
from heard.rules.next_steps.not_needed import rests_on
from heard.rules.next_steps.step import NextStep


@transaction.atomic
def say_why(*, case: Case, why: str, by) -> None:
    """Keep the reader's own reason in the audit; it stands for twelve hours (``heard.cases.reading``)."""
    record("say-why", on=case, by=by, why=why.strip(), case_id=case.pk)


@transaction.atomic
def say_not_needed(*, case: Case, asked: NextStep | Prompt, because: str, by) -> NotNeeded:
    """Keep a named person's word that something is not needed here, with the facts it rests on.

    It lapses by itself when one of them changes. Raises NotAllowed without a reason.
    """
    if not because.strip():
        raise NotAllowed(Decision(False, ("Say why this is not needed.",), asked.law))
    said = NotNeeded.objects.create(
        authority_id=case.authority_id, case=case, what=asked.slug, concern=asked.concern, rests_on=list(rests_on(asked)),
        because=because.strip(), recorded_by=by,
    )  # fmt: skip
    record("say-not-needed", on=said, by=by, why=said.because, detail={"what": said.what})
    return said


@transaction.atomic
def take_back_not_needed(*, said: NotNeeded, at: datetime, by) -> NotNeeded:
    """It is needed after all: the duty or the prompt is back, and the reason that was given stays on record."""
    said.taken_back_at, said.taken_back_by = at, by
    said.save(update_fields=["taken_back_at", "taken_back_by"])
    record("take-back-not-needed", on=said, by=by, detail={"what": said.what})
    return said
