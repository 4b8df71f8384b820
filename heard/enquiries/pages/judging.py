"""Where do the adult, and then the professional, judge whether each wish happened?"""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.cases.models import Case, Enquiry
from heard.cases.reading import read_case
from heard.enquiries.actions.judging import judge_wishes
from heard.enquiries.forms.judging import AdultJudges, ProfessionalJudges
from heard.enquiries.pages.asking import ask, enquiry_or_404, typed
from heard.enquiries.queries.closing import closing_of
from heard.voice.models import Wish
from heard.voice.queries import wishes_for


def _start(request: HttpRequest, reference: str) -> tuple[Case, Enquiry, list[Wish]]:
    case = read_case(request, reference, "open-judging")
    enquiry = enquiry_or_404(case)
    return case, enquiry, [wish for wish in wishes_for(enquiry) if wish.is_standing]


def _after(enquiry: Enquiry, reference: str) -> str:
    return reverse("summary" if enquiry.concluded_on else "close", args=[reference])


@allow(Permission.RECORD_IN_CASE)
def judge(request: HttpRequest, reference: str) -> HttpResponse:
    """Step 1: the adult, or whoever speaks for them, judges each standing wish."""
    case, enquiry, wishes = _start(request, reference)
    form = AdultJudges(typed(request), about=wishes, answers={"is_closed": enquiry.concluded_on is not None})

    def keep(said: dict) -> str:
        judge_wishes(
            enquiry=enquiry, judged=form.judged(), judged_on=said["judged_on"], because=said.get("because", ""), by=request.user
        )
        return reverse("judge-as-professional", args=[reference]) if form.judged() else _after(enquiry, reference)

    return ask(request, form, keep=keep, back=_after(enquiry, reference), case=case, template="enquiries/judge.html", step=1)


@allow(Permission.RECORD_IN_CASE)
def judge_as_professional(request: HttpRequest, reference: str) -> HttpResponse:
    """Step 2: the professional judges each wish that the adult has judged, or that they could not be asked about."""
    case, enquiry, wishes = _start(request, reference)
    told = {"is_closed": enquiry.concluded_on is not None, "not_asked_because": closing_of(enquiry).not_asked_because}
    form = ProfessionalJudges(typed(request), about=wishes, answers=told)

    def keep(said: dict) -> None:
        judge_wishes(
            enquiry=enquiry, judged=form.judged(), judged_on=said["judged_on"], because=said.get("because", ""), by=request.user
        )

    return ask(request, form, keep=keep, back=_after(enquiry, reference), case=case, template="enquiries/judge.html", step=2)
