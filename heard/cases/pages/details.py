"""How are the adult's details, and the people around them, put right?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.cases.coming_back import came_from
from heard.cases.forms.details import PersonDetails, SomebodyInTheNetwork
from heard.cases.reading import read_case
from heard.people.actions import add_network_member, change_details
from heard.people.models import Person
from heard.rules.vocabulary.answers import YesNo


def _as_asked(person: Person) -> dict:
    now = {name: getattr(person, name) for name in PersonDetails.base_fields if name != "because"}
    return {**now, "birth_date_estimated": person.birth_date_estimated == YesNo.YES}


def _question(request: HttpRequest, reference: str, form) -> HttpResponse:
    back = came_from(request) or reverse("case", args=[reference])
    context = {"form": form, "back": back, "cancel": back}
    return render(request, "govuk/question.html", context)


@allow(Permission.RECORD_IN_CASE)
def person_details(request: HttpRequest, reference: str) -> HttpResponse:
    """See and change what is recorded about the adult."""
    case = read_case(request, reference, "open-person-details")
    form = PersonDetails(request.POST or None, initial=_as_asked(case.person))
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        because = said.pop("because")
        said["birth_date_estimated"] = YesNo.YES if said["birth_date_estimated"] else _not_an_estimate(case.person)
        change_details(person=case.person, by=request.user, because=because, **said)
        messages.success(request, "Details saved")
        return redirect(came_from(request) or reverse("case", args=[reference]))
    return _question(request, reference, form)


def _not_an_estimate(person: Person) -> str:
    return YesNo.NO if person.birth_date_estimated else ""


@allow(Permission.RECORD_IN_CASE)
def add_somebody(request: HttpRequest, reference: str) -> HttpResponse:
    """Add somebody to the adult's network."""
    case = read_case(request, reference, "open-network")
    form = SomebodyInTheNetwork(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_network_member(person=case.person, by=request.user, **form.cleaned_data)
        messages.success(request, "Added to the people in the adult’s life")
        return redirect("network", reference)
    return _question(request, reference, form)
