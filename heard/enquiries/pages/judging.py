"""Where do the adult, and then the professional, judge whether each wish happened?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.cases.models import Case, Enquiry
from heard.cases.reading import read_case
from heard.enquiries.actions.judging import judge_wishes, judge_wishes_again
from heard.enquiries.forms.judging import AdultJudges, JudgesAgain, ProfessionalJudges
from heard.enquiries.pages.asking import ask, enquiry_or_404, typed
from heard.enquiries.queries.closing import adults_rating_for, closing_of
from heard.rules.decision import Decision
from heard.rules.experience import is_better_asked_by_another
from heard.rules.labelled import label_of
from heard.rules.vocabulary.experience import AskedBy
from heard.rules.vocabulary.voice import Rating
from heard.voice.models import Wish
from heard.voice.queries import wishes_for

KEPT = "Saved as they said it. What they said at the closing stays beside it."


def _start(request: HttpRequest, reference: str) -> tuple[Case, Enquiry, list[Wish]]:
    case = read_case(request, reference, "open-judging")
    enquiry = enquiry_or_404(case)
    return case, enquiry, [wish for wish in wishes_for(enquiry) if wish.is_standing]


def _after(enquiry: Enquiry, reference: str) -> str:
    return reverse("summary" if enquiry.concluded_on else "close", args=[reference])


def _warned(request: HttpRequest, enquiry: Enquiry) -> Decision:
    """That somebody else had better ask, where whoever writes leads the enquiry."""
    asks = AskedBy.LEAD if enquiry.lead_id == request.user.pk else AskedBy.NOBODY
    return is_better_asked_by_another(asked_by=asks, asked_by_name="", lead_name="")


@allow(Permission.RECORD_IN_CASE)
def judge(request: HttpRequest, reference: str) -> HttpResponse:
    """Step 1: the adult, or whoever speaks for them, judges each standing wish."""
    case, enquiry, wishes = _start(request, reference)
    told = {"is_closed": enquiry.concluded_on is not None, "enquiry": enquiry}
    form = AdultJudges(typed(request), about=wishes, answers=told, user=request.user)

    def keep(said: dict) -> str:
        judge_wishes(
            enquiry=enquiry, judged=form.judged(), judged_on=said["judged_on"], because=said.get("because", ""), by=request.user,
            asking=form.asking() if form.judged() else None,
        )  # fmt: skip
        return reverse("judge-as-professional", args=[reference]) if form.judged() else _after(enquiry, reference)

    warned = _warned(request, enquiry)
    return ask(
        request, form, keep=keep, back=_after(enquiry, reference), case=case, template="enquiries/judge.html", step=1, warned=warned
    )


@allow(Permission.RECORD_IN_CASE)
def judge_again(request: HttpRequest, reference: str) -> HttpResponse:
    """After the closing: whoever judged each wish is asked again. A wish that nobody has judged is not asked about here."""
    case, enquiry, wishes = _start(request, reference)
    if enquiry.concluded_on is None:
        return redirect("judge-wishes", reference)
    again = [wish for wish in wishes if adults_rating_for(wish)]
    form = JudgesAgain(typed(request), about=again, answers={"enquiry": enquiry}, user=request.user)

    def keep(said: dict) -> str:
        judge_wishes_again(enquiry=enquiry, judged=form.judged(), judged_on=said["judged_on"], by=request.user, asking=form.asking())
        return reverse("experience", args=[reference])

    return ask(
        request, form, keep=keep, back=reverse("experience", args=[reference]), said=KEPT, case=case, template="enquiries/judge.html",
        step=0, closed_on=enquiry.concluded_on, label_of=label_of, Rating=Rating, warned=_warned(request, enquiry),
    )  # fmt: skip


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
