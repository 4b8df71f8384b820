"""Is this adult somebody already known? Offered with the reasons, chosen by a person, and undone as easily."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.models import Concern
from heard.cases.reading import read_concern, read_list
from heard.concerns.actions.linking import link_concern, undo_link
from heard.concerns.forms.matching import WhoIsTheAdultForm
from heard.concerns.forms.triage import UndoLinkForm
from heard.concerns.queries.one_concern import cases_to_join, left_behind, link_of, report_of
from heard.people.actions import confirm_person
from heard.people.queries import details_of, person_to_link, possible_matches
from heard.rules.decision import NotAllowed


def _offered(request: HttpRequest, concern: Concern) -> dict:
    adult = concern.case.person
    report = report_of(concern)
    said_on = timezone.localdate(concern.received_at) if report and report.may_be_under_18 else None
    asked = replace(details_of(adult), said_under_18_on=said_on)
    people = possible_matches(request.user, asked, leave_out=lambda found: {adult.pk, *left_behind(found)})
    read_list(request, "search-people", people, concern=concern.reference)
    return {"people": people, "cases": cases_to_join(request.user, [one.pk for one in people])}


@allow(Permission.TRIAGE)
def who_is_the_adult(request: HttpRequest, reference: str) -> HttpResponse:
    """The people who may be this adult, with why; link the concern to one of them, or say that this is somebody new."""
    concern = read_concern(request, reference)
    if link := link_of(concern):
        return render(request, "concerns/linked.html", {"concern": concern, "link": link})
    form = WhoIsTheAdultForm(request.POST or None, answers=_offered(request, concern), user=request.user)
    if form.is_valid() and _say_who(request, concern, form):
        return redirect("concern", reference)
    context = {"form": form, "concern": concern, "adult": concern.case.person, "report": report_of(concern)}
    return render(request, "concerns/who.html", {**context, "people": form.answers["people"]})


def _say_who(request: HttpRequest, concern: Concern, form: WhoIsTheAdultForm) -> bool:
    chosen, join = form.chosen()
    if not chosen:
        confirm_person(person=concern.case.person, by=request.user)
        messages.success(request, "The adult is recorded as somebody new to us.")
        return True
    person = person_to_link(request.user, str(UUID(chosen)))
    if person is None:
        raise Http404("No such person")
    try:
        today = timezone.localdate()
        link_concern(concern=concern, to_person=person, by=request.user, on=today, why=form.cleaned_data["why"], join=join)
    except NotAllowed as no:
        form.refuse(no)
        return False
    messages.success(request, "The concern is linked. You can undo this if it was wrong.")
    return True


@allow(Permission.TRIAGE)
def undo_link_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a link back, with the reason."""
    concern = read_concern(request, reference)
    form = UndoLinkForm(request.POST or None, user=request.user)
    if form.is_valid():
        try:
            undo_link(concern=concern, by=request.user, at=timezone.now(), because=form.cleaned_data["because"])
        except NotAllowed as no:
            form.refuse(no)
        else:
            messages.success(request, "The link is undone. You can make it again.")
            return redirect("who-is-the-adult", reference)
    return render(request, "concerns/question.html", {"form": form, "concern": concern, "back_to": "who-is-the-adult"})
