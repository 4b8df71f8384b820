"""Where is an enquiry given to a lead, handed over, and opened again?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow, may
from heard.cases.models import Case, Enquiry
from heard.cases.reading import read_case
from heard.enquiries.actions.allocating import allocate_enquiry, hand_over
from heard.enquiries.actions.reopening import reopen_enquiry
from heard.enquiries.forms.allocating import Allocate, HandOver
from heard.enquiries.forms.closing import WhyReopening
from heard.enquiries.pages.asking import ask, enquiry_or_404, typed, where_next
from heard.enquiries.queries.allocation import allocations_of, open_enquiry_of, people_who_may_lead, teams_of_authority
from heard.enquiries.queries.closing import closing_of

TEMPLATE = "enquiries/allocate.html"


def _start(request: HttpRequest, reference: str, event: str) -> tuple[Case, Enquiry]:
    case = read_case(request, reference, event)
    enquiry = open_enquiry_of(case)
    if enquiry is None:
        raise Http404("No open enquiry in this case")
    return case, enquiry


@allow(Permission.ALLOCATE)
def allocate(request: HttpRequest, reference: str) -> HttpResponse:
    """A manager gives the enquiry to a lead and a team."""
    case, enquiry = _start(request, reference, "open-allocating")
    people, teams = list(people_who_may_lead(request.user)), list(teams_of_authority(request.user))
    now = str(enquiry.lead_id or "")
    initial = {"to": now, "team": str(case.team_id or ""), "led_by_now": now}
    form = Allocate(typed(request), initial=initial, answers={"people": people, "teams": teams})

    def keep(said: dict) -> str:
        to = next(one for one in people if str(one.pk) == said["to"])
        team = next(one for one in teams if str(one.pk) == said["team"])
        allocate_enquiry(
            enquiry=enquiry, to=to, team=team, note=said["note"], led_by_now=said["led_by_now"], by=request.user
        )
        return where_next(request, case)

    return ask(
        request, form, keep=keep, back=reverse("case", args=[reference]), case=case, template=TEMPLATE, enquiry=enquiry,
        given=list(allocations_of(enquiry)), said="The enquiry is allocated.",
    )  # fmt: skip


@allow(Permission.RECORD_IN_CASE)
def give(request: HttpRequest, reference: str) -> HttpResponse:
    """The lead, or a manager, hands the enquiry over with a note."""
    case, enquiry = _start(request, reference, "open-handing-over")
    if enquiry.lead_id != request.user.pk and not may(request.user, Permission.ALLOCATE):
        return render(request, "enquiries/not_yours.html", {"case": case, "enquiry": enquiry, "back": reverse("case", args=[reference])})
    people = [one for one in people_who_may_lead(request.user) if one.pk != enquiry.lead_id]
    form = HandOver(typed(request), answers={"people": people})

    def keep(said: dict) -> str:
        to = next(one for one in people if str(one.pk) == said["to"])
        hand_over(enquiry=enquiry, to=to, note=said["note"], by=request.user)
        return where_next(request, case)

    return ask(
        request, form, keep=keep, back=reverse("case", args=[reference]), case=case, template=TEMPLATE, enquiry=enquiry,
        given=list(allocations_of(enquiry)), said="The enquiry is handed over.",
    )  # fmt: skip


@allow(Permission.REOPEN_ENQUIRY)
def reopen(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a closed enquiry again, with a reason."""
    case = read_case(request, reference, "open-reopening")
    enquiry = enquiry_or_404(case)

    def keep(said: dict) -> None:
        reopen_enquiry(enquiry=enquiry, because=said["because"], by=request.user)

    return ask(
        request, WhyReopening(typed(request)), keep=keep, back=reverse("case", args=[reference]), case=case, enquiry=enquiry,
        template="enquiries/reopen.html", closing=closing_of(enquiry), said="The enquiry is open again.",
    )  # fmt: skip
