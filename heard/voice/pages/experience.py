"""Where is it written down, and read, how it was for the adult, and for somebody who spoke for them?"""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.models import Case, Enquiry
from heard.cases.queries import enquiry_of
from heard.cases.reading import read_case
from heard.rules.experience import is_better_asked_by_another
from heard.rules.instrument import instrument_from
from heard.rules.vocabulary.experience import WORDINGS_FOR, AskedBy, Asking, AskingEnded, Who, Wording
from heard.voice.actions.experience import correct_experience, record_experience
from heard.voice.asking import adult_card, ask, typed
from heard.voice.forms.experience import HowItWas
from heard.voice.queries import experience_of, experiences_of
from heard.voice.questionnaires import instrument_in_use

SAME = ("ended", "ended_because", "asking", "asked_on", "how", "asked_by", "asked_by_name", "words")
KEPT = "Saved. What was written down before is kept beside it."


def _start(request: HttpRequest, reference: str) -> tuple[Case, Enquiry]:
    case = read_case(request, reference, "open-experience")
    enquiry = enquiry_of(case)
    if enquiry is None:
        raise Http404("No enquiry in this case")
    enquiry.case = case
    return case, enquiry


@allow(Permission.SEE_CASES)
def experience(request: HttpRequest, reference: str) -> HttpResponse:
    """What the adult said of how it was; apart from it, what somebody said who spoke for them; and the ways to ask."""
    case, enquiry = _start(request, reference)
    said = experiences_of(case)
    context = {
        "case": case,
        "enquiry": enquiry,
        "adult": adult_card(case),
        "adults": [one for one in said if one.who == Who.ADULT],
        "others": [one for one in said if one.who == Who.REPRESENTATIVE],
        "may_record": may(request.user, Permission.RECORD_IN_CASE),
        "may_mark": may(request.user, Permission.MARK_IN_ERROR),
        "instrument": instrument_in_use(),
    }
    return render(request, "voice/experience.html", context)


def who_or_404(whose: str) -> Who:
    """Whom an address means. Raises Http404 for anybody else."""
    if whose not in list(Who):
        raise Http404("Nobody such is asked")
    return Who(whose)


def _wording(request: HttpRequest, who: Who) -> Wording:
    """The words asked for in the address, where there are such for them; else the plain ones."""
    asked_for = request.GET.get("words", "")
    return next((one for one in WORDINGS_FOR[who] if one == asked_for), WORDINGS_FOR[who][0])


@allow(Permission.RECORD_IN_CASE)
def record(request: HttpRequest, reference: str, whose: str) -> HttpResponse:
    """Write down what one person said, by phone, on a visit or on paper; or that they did not want to, or could not."""
    case, enquiry = _start(request, reference)
    who, instrument = who_or_404(whose), instrument_in_use()
    wording = _wording(request, who)
    told = {"who": who, "wording": wording, "instrument": instrument}
    form = HowItWas(typed(request), about=enquiry, answers=told, initial=_first_thoughts(request, enquiry))

    def save() -> None:
        record_experience(enquiry=enquiry, instrument=instrument, who=who, wording=wording, by=request.user, **form.kept())

    return _ask(request, form, save, case=case, enquiry=enquiry, told=told, done="Saved as they said it")


def _first_thoughts(request: HttpRequest, enquiry: Enquiry) -> dict:
    closed, today = enquiry.concluded_on, timezone.localdate()
    mine = enquiry.lead_id == request.user.pk
    return {
        "ended": AskingEnded.ANSWERED,
        "asked_on": today,
        "asking": Asking.AFTER_CLOSING if closed and closed < today else Asking.AT_CLOSING,
        "asked_by": AskedBy.LEAD if mine else AskedBy.SOMEBODY_ELSE,
        "asked_by_name": "" if mine else request.user.full_name,
    }


@allow(Permission.RECORD_IN_CASE)
def correct(request: HttpRequest, reference: str, experience_id: UUID) -> HttpResponse:
    """Correct what was written down. The version before is kept, and so are the words that were asked."""
    case, _ = _start(request, reference)
    kept = experience_of(case, experience_id)
    kept.enquiry.case = case
    told = {"who": Who(kept.who), "wording": Wording(kept.wording), "instrument": instrument_from(kept.questionnaire), "kept": kept}
    form = HowItWas(typed(request), about=kept.enquiry, answers=told, initial={name: getattr(kept, name) for name in SAME})

    def save() -> None:
        correct_experience(experience=kept, because=form.cleaned_data["because"], by=request.user, **form.kept())

    return _ask(request, form, save, case=case, enquiry=kept.enquiry, told=told, done=KEPT)


def _ask(request: HttpRequest, form: HowItWas, save, *, case: Case, enquiry: Enquiry, told: dict, done: str) -> HttpResponse:
    here = reverse("experience", args=[case.reference])
    is_lead = enquiry.lead_id == request.user.pk and "kept" not in told
    warned = is_better_asked_by_another(asked_by=AskedBy.LEAD if is_lead else AskedBy.NOBODY, asked_by_name="", lead_name="")
    others = [one for one in WORDINGS_FOR[told["who"]] if one != told["wording"]] if "kept" not in told else []
    return ask(
        request, form, save, case=case, template="voice/record_experience.html", done=done, then=here, back=here, cancel=here,
        warned=warned, told=told, others=others,
    )  # fmt: skip
