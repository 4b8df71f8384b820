"""What are the risks, and how do the adult and the professional see each?"""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.enquiries.actions import risks as actions
from heard.enquiries.forms.risks import AddRisk, ViewRisk, WhoPosesIt
from heard.enquiries.models import Risk, RiskView
from heard.enquiries.pages.asking import enquiry_or_404
from heard.enquiries.queries.risks import risk_of, same_risk
from heard.rules.recording_in_a_case import may_record
from heard.voice.asking import adult_card, ask, closed, typed
from heard.voice.forms.people import member_chosen
from heard.voice.queries import members_of

KEY = ("type", "source", "location")


@allow(Permission.RECORD_IN_CASE)
def add_risk(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a risk with both views of it. The same one twice points at the one there is."""
    case = read_case(request, reference, "open-risks")
    enquiry = enquiry_or_404(case)
    if (no := closed(request, case)) is not None:
        return no
    case.members = members_of(case)
    form = AddRisk(typed(request), about=case)

    def save() -> None:
        said = form.cleaned_data
        actions.add_risk_with_views(
            enquiry=enquiry, by=request.user, **{name: said[name] for name in KEY}, words=said["words"], views=form.views(),
            provider=said["provider"],
            member=member_chosen(case, said, by=request.user, may_pose_risk=True),
        )  # fmt: skip

    already = _already(form, enquiry) if request.method == "POST" else None
    return ask(request, form, save, case=case, template="enquiries/add_risk.html", done="Risk saved", already=already)


def _already(form: AddRisk, enquiry) -> Risk | None:
    """The risk that is there already, to point at it."""
    if not form.is_valid():
        return None
    return same_risk(enquiry, **{name: form.cleaned_data[name] for name in KEY})


@allow(Permission.SEE_CASES)
def risk(request: HttpRequest, reference: str, risk_id: UUID) -> HttpResponse:
    """One risk: the adult's view and the professional's side by side, and the views before."""
    case = read_case(request, reference, "open-risk")
    found = risk_of(case, risk_id)
    may_add = bool(may_record(stage=case.stage))
    return render(request, "enquiries/risk.html", {"case": case, "adult": adult_card(case), "risk": found, "may_add": may_add})


@allow(Permission.RECORD_IN_CASE)
def who_poses_it(request: HttpRequest, reference: str, risk_id: UUID) -> HttpResponse:
    """Who may pose a risk on which nobody is named yet."""
    case = read_case(request, reference, "open-risk")
    if (no := closed(request, case)) is not None:
        return no
    found = risk_of(case, risk_id)
    case.members = members_of(case)
    form = WhoPosesIt(typed(request), about=case)

    def save() -> None:
        member = member_chosen(case, form.cleaned_data, by=request.user, may_pose_risk=True)
        actions.say_who_poses_it(risk=found, member=member, by=request.user)

    here = reverse("risk", args=[reference, found.pk])
    return ask(request, form, save, case=case, done="Saved", then=here, back=here, cancel=here)


def _seen_before(now: RiskView | None) -> dict:
    return {name: getattr(now, name) for name in ("level", "words", "waiting_prolongs_harm")} if now else {}


@allow(Permission.RECORD_IN_CASE)
def view_risk(request: HttpRequest, reference: str, risk_id: UUID, whose: str) -> HttpResponse:
    """How the adult, or the professional, sees a risk now; the view before is kept."""
    case = read_case(request, reference, "open-risk")
    if whose not in RiskView.Whose.values:
        raise Http404("No such view")
    if (no := closed(request, case)) is not None:
        return no
    found = risk_of(case, risk_id)
    now = getattr(found, whose)
    form = ViewRisk(typed(request), about=whose, initial=_seen_before(now))

    def save() -> None:
        actions.view_risk(risk=found, whose=whose, by=request.user, **form.cleaned_data)

    here = reverse("risk", args=[reference, found.pk])
    done = "Saved. The view before is kept." if now else "Saved"
    around = {"then": here, "back": here, "cancel": here, "risk": found}
    return ask(request, form, save, case=case, template="enquiries/view_risk.html", done=done, **around)
