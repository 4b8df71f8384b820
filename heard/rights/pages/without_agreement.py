"""Where is it recorded that something was done without the adult's agreement, and that the adult was told?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_concern
from heard.govuk.words import day
from heard.rights.actions import without_agreement as actions
from heard.rights.forms.without_agreement import TO_FOLLOW, ActWithoutAgreement, AdultTold
from heard.rights.models import ActingWithoutAgreement, AgreementToRaise, CapacityAssessment
from heard.rights.queries.for_the_return import agreement_of
from heard.rights.queries.without_agreement import assessments_behind, earlier_overrides, override_of
from heard.rules.acting_without_agreement import OVERRIDE
from heard.rules.agreement_to_settle import agreement_in_words
from heard.rules.telling_the_adult import words_to_say
from heard.voice.asking import ask, typed

ASKED_AGAIN = (
    "ground", "ground_words", "lawful_basis", "proportionality", "decided_by_name", "decided_on", "was_told", "told_how",
    "not_told_because", "assessment_to_follow_by",
)  # fmt: skip


@allow(Permission.RECORD_IN_CASE)
def act(request: HttpRequest, reference: str) -> HttpResponse:
    """The adult's agreement as it is recorded, then the ground, the lawful basis, why it is proportionate, and telling the adult."""
    concern = read_concern(request, reference)
    now, agreement, behind = override_of(concern), agreement_of(concern), assessments_behind(concern.case)
    listed = [(str(one.pk), f"“{one.decision}”, {day(one.assessed_at)}") for one in behind]
    form = ActWithoutAgreement(
        typed(request), initial=_before(request, now, agreement), about=concern.case.person,
        answers={"assessments": listed, "is_change": now is not None},
    )  # fmt: skip

    def save() -> None:
        actions.act_without_agreement(concern=concern, by=request.user, **_with_assessment(form.given(), behind))

    return ask(
        request, form, save, case=concern.case, template="rights/without_agreement.html", done="Decision saved", concern=concern,
        words=_in_words(agreement), say=words_to_say(now.ground if now else ""), law=OVERRIDE, before=earlier_overrides(concern), now=now,
    )  # fmt: skip


@allow(Permission.RECORD_IN_CASE)
def told(request: HttpRequest, reference: str) -> HttpResponse:
    """That the adult was told, when and how. Where no decision is recorded whole yet, that comes first."""
    concern = read_concern(request, reference)
    override = override_of(concern)
    if override is None:
        return redirect("act-without-agreement", reference)
    override.concern = concern
    form = AdultTold(typed(request), initial={"told_on": override.told_on or timezone.localdate(), "told_how": override.told_how})

    def save() -> None:
        actions.record_adult_told(override=override, by=request.user, **form.cleaned_data)

    return ask(
        request, form, save, case=concern.case, template="rights/adult_told.html", done="It is recorded that the adult was told",
        concern=concern, override=override, say=words_to_say(override.ground),
    )  # fmt: skip


def _before(request: HttpRequest, now: ActingWithoutAgreement | None, agreement: AgreementToRaise | None) -> dict:
    today = timezone.localdate()
    if now is None:
        chosen = {"ground": agreement.ground, "ground_words": agreement.ground_words} if agreement else {}
        return {**chosen, "decided_on": today, "decided_by_name": request.user.full_name}
    held = {name: getattr(now, name) for name in ASKED_AGAIN}
    return {**held, "told_day": now.told_on or now.tell_by, "assessment": str(now.assessment_id) if now.assessment_id else TO_FOLLOW}


def _with_assessment(given: dict, behind: list[CapacityAssessment]) -> dict:
    chosen = next((one for one in behind if str(one.pk) == given["assessment"]), None)
    return {**given, "assessment": chosen}


def _in_words(agreement: AgreementToRaise | None) -> str:
    if agreement is None:
        return agreement_in_words("", said_by_referrer=True)
    return agreement_in_words(agreement.answer, said_by_referrer=agreement.said_by_referrer)
