"""How is it kept what the adult, or somebody who spoke for them, said of how it was?"""

import secrets
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from heard.accounts.models import Authority
from heard.accounts.versions import correct
from heard.audit.actions import record, record_without_a_moment
from heard.cases.models import Enquiry
from heard.rules.decision import Decision, NotAllowed, insist
from heard.rules.experience import Given, days_since_closing, is_better_asked_by_another, may_keep, may_keep_anonymous
from heard.rules.instrument import Instrument, instrument_from
from heard.rules.vocabulary.experience import AnsweredHow, AskedBy, Asking, AskingEnded, Who, Wording
from heard.voice.models import AnonymousExperience, Experience

CORRECTED = Decision(False, ("This was corrected, or marked as recorded in error, while you wrote. Open the newest and correct that.",))
NO_REASON = Decision(False, ("Say what is being corrected, and why.",))


@transaction.atomic
def record_experience(
    *, enquiry: Enquiry, instrument: Instrument, who: Who | str, asking: Asking | str, asked_on: date, how: AnsweredHow | str,
    asked_by: AskedBy | str, by, answers: Mapping[str, str] | None = None, ended: AskingEnded | str = AskingEnded.ANSWERED,
    wording: Wording | str = "", who_name: str = "", asked_by_name: str = "", ended_because: str = "", words: str = "",
) -> Experience:  # fmt: skip
    """Keep one asking: what was answered, or that it was declined, or could not be. An earlier one stays beside it.

    ``by`` is a user, or None for the adult's own page. The days since closing are counted here. Raises NotAllowed as the rule says.
    """
    said = {
        "who": Who(who), "asking": Asking(asking), "asked_on": asked_on, "how": AnsweredHow(how), "asked_by": AskedBy(asked_by),
        "ended": AskingEnded(ended), "who_name": who_name.strip(), "asked_by_name": asked_by_name.strip(), "words": words,
        "wording": Wording(wording or (Wording.ADULT if who == Who.ADULT else Wording.REPRESENTATIVE)),
        "ended_because": ended_because, "answers": _given(answers),
    }  # fmt: skip
    locked = Enquiry.objects.select_for_update(of=("self",)).select_related("case__person", "lead").get(pk=enquiry.pk)
    kept = Experience.objects.create(
        authority_id=locked.authority_id, enquiry=locked, recorded_by=by, **said, **_checked(locked, instrument, said),
        instrument=instrument.id, instrument_version=instrument.version, questionnaire=instrument.as_data(),
        questionnaire_key=instrument.words_key,
    )  # fmt: skip
    record("record-experience", on=kept, by=by, case_id=locked.case_id, detail={"who": kept.who, "asking": kept.asking})
    return kept


@transaction.atomic
def correct_experience(*, experience: Experience, because: str, by, **changes) -> Experience:
    """Correct what was typed in: a new row that points at the old one, to the same questionnaire. Raises NotAllowed as the rule says."""
    rows = Experience.objects.select_for_update(of=("self",)).select_related("enquiry__case__person", "enquiry__lead")
    locked = rows.get(pk=experience.pk)
    if not locked.is_current or locked.in_error_at:
        raise NotAllowed(CORRECTED)
    if not because.strip():
        raise NotAllowed(NO_REASON)
    if "answers" in changes:
        changes["answers"] = _given(changes["answers"])
    now = {name: changes.get(name, getattr(locked, name)) for name in SAID}
    counted = _checked(locked.enquiry, instrument_from(locked.questionnaire), now)
    return correct(
        locked, event="correct-experience", by=by, case_id=locked.enquiry.case_id, because=because, **changes, **counted
    )  # fmt: skip


SAID = ("who", "who_name", "asking", "asked_on", "asked_by", "asked_by_name", "wording", "ended", "ended_because", "answers", "words")


def _given(answers: Mapping[str, str] | None) -> dict[str, str]:
    return {question: str(answer) for question, answer in (answers or {}).items() if answer}


def _checked(enquiry: Enquiry, instrument: Instrument, said: dict) -> dict:
    """What follows from what was said, once the rule has let it pass: which closing, how long since, and whether the lead asked."""
    given = Given(
        who=Who(said["who"]), asking=Asking(said["asking"]), asked_by=AskedBy(said["asked_by"]), ended=AskingEnded(said["ended"]),
        wording=Wording(said["wording"]), asked_on=said["asked_on"], started_on=enquiry.started_on, closed_on=enquiry.concluded_on,
        died_on=enquiry.case.person.death_date, who_name=said["who_name"], asked_by_name=said["asked_by_name"],
        because=said["ended_because"], words=said["words"],
    )  # fmt: skip
    insist(may_keep(given, instrument=instrument, answers=said["answers"], today=timezone.localdate()))
    days = days_since_closing(asked_on=given.asked_on, closed_on=given.closed_on)
    lead = enquiry.lead.full_name if enquiry.lead else enquiry.lead_name
    by_lead = is_better_asked_by_another(asked_by=given.asked_by, asked_by_name=given.asked_by_name, lead_name=lead)
    return {"days_since_closing": days, "closed_on": given.closed_on if days is not None else None, "by_lead": bool(by_lead)}


@transaction.atomic
def record_anonymous_answers(
    *, authority: Authority, month: date, instrument: Instrument, who: Who | str, answers: Mapping[str, str], once: UUID | None = None
) -> None:
    """Keep answers without a name: the council, the month (any day of it), the questionnaire, whose experience, and the answers.

    No user is taken, nothing is given back, and nothing that could tie them to a case or a moment is written. ``once`` is drawn by lot when
    the form is shown and kept nowhere: the row's id is made from it, so that answers sent twice are kept once. Raises NotAllowed.
    """
    given = _given(answers)
    insist(may_keep_anonymous(instrument=instrument, answers=given, month=month, today=timezone.localdate()))
    lot = _lot(once) if once else 1 + secrets.randbelow(2**62)
    if AnonymousExperience.objects.filter(pk=lot).exists():
        return
    AnonymousExperience.objects.create(
        id=lot, authority=authority, year=month.year, month=month.month, who=Who(who), answers=given,
        instrument=instrument.id, instrument_version=instrument.version, questionnaire=instrument.as_data(),
    )  # fmt: skip
    record_without_a_moment("anonymous-answers-arrived", authority_id=authority.pk, month=month)


def _lot(once: UUID) -> int:
    digest = salted_hmac("heard.voice.anonymous", str(once), algorithm="sha256").digest()
    return 1 + int.from_bytes(digest[:8]) % 2**62
