"""Who helps the adult take part, and what changes about the people around them?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.rights.actions.appropriate_person import end_representation, name_appropriate_person
from heard.rights.actions.network_member import change_somebody
from heard.rights.forms.appropriate_person import ChangeSomebody, EndRepresentation, NameAppropriatePerson
from heard.rights.queries.appropriate_person import local_representation, member_of, people_named, person_named
from heard.rules.appropriate_person import LAW
from heard.voice.asking import ask, closed, typed
from heard.voice.forms.people import member_chosen
from heard.voice.queries import members_of

ENDED = "They no longer help the adult take part, and no longer see what the adult said. Look at what this case needs next."


@allow(Permission.RECORD_IN_CASE)
def name_person(request: HttpRequest, reference: str) -> HttpResponse:
    """Each test for somebody in the adult's life. Who fails one is kept with the reason, and represents nobody."""
    case = read_case(request, reference, "open-appropriate-person")
    if (no := closed(request, case)) is not None:
        return no
    case.members, case.local = members_of(case), local_representation()
    form = NameAppropriatePerson(typed(request), about=case, initial={"started_on": timezone.localdate()})

    def save() -> None:
        said = form.cleaned_data
        member = member_chosen(case, said, by=request.user)
        kept = name_appropriate_person(case=case, member=member, tests=form.tests(), started_on=said["started_on"], by=request.user)
        if kept.ended_on:
            messages.warning(request, f"They cannot be the appropriate person. {kept.ended_because}")

    context = {"named": people_named([case.pk]), "law": LAW}
    return ask(request, form, save, case=case, template="rights/appropriate_person.html", done="Each answer is saved", **context)


@allow(Permission.RECORD_IN_CASE)
def end_person(request: HttpRequest, reference: str, representative_id: UUID) -> HttpResponse:
    """End somebody's part, with the reason."""
    case = read_case(request, reference, "open-appropriate-person")
    if (no := closed(request, case)) is not None:
        return no
    found = person_named(case, representative_id)
    form = EndRepresentation(typed(request), initial={"on": timezone.localdate()})

    def save() -> None:
        end_representation(representative=found, by=request.user, **form.cleaned_data)

    return ask(request, form, save, case=case, template="rights/end_representation.html", done="Saved", found=found)


@allow(Permission.RECORD_IN_CASE)
def change_member(request: HttpRequest, reference: str, member_id: UUID) -> HttpResponse:
    """Change what is recorded about somebody in the adult's life. A representative who becomes a source of risk ends at that moment."""
    case = read_case(request, reference, "open-network")
    if (no := closed(request, case)) is not None:
        return no
    member = member_of(case, member_id)
    now = {name: getattr(member, name) for name in ChangeSomebody.base_fields if name != "because"}
    form = ChangeSomebody(typed(request), initial=now)

    ended = []

    def save() -> None:
        ended.extend(change_somebody(member=member, by=request.user, **form.cleaned_data))

    here = reverse("network", args=[reference])
    response = ask(request, form, save, case=case, done="Saved. What stood before is kept.", then=here, back=here, cancel=here)
    if ended:
        messages.warning(request, ENDED)
        return redirect("case", reference)
    return response
