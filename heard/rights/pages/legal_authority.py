"""Who holds a power to decide for the adult?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.reading import read_case
from heard.rights.actions.legal_authority import add_legal_authority, change_legal_authority
from heard.rights.forms.legal_authority import AddLegalAuthority, ChangeLegalAuthority
from heard.rights.queries.legal_authority import authority_of
from heard.voice.asking import ask, closed, typed
from heard.voice.forms.people import member_chosen
from heard.voice.queries import members_of

ASKED = ("kind", "scope", "registered_number", "document_seen", "seen_on", "searched_on")
CHANGED = ("scope", "document_seen", "seen_on", "searched_on", "ended_on")


@allow(Permission.RECORD_IN_CASE)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add an attorney, deputy or appointee, or an advance decision."""
    case = read_case(request, reference, "open-legal-authorities")
    if (no := closed(request, case)) is not None:
        return no
    case.members = members_of(case)
    form = AddLegalAuthority(typed(request), about=case)

    def save() -> None:
        said = form.cleaned_data
        holder = member_chosen(case, said, by=request.user)
        add_legal_authority(case=case, by=request.user, holder=holder, **{name: said[name] for name in ASKED})

    return ask(request, form, save, case=case, done="Authority saved")


@allow(Permission.RECORD_IN_CASE)
def change(request: HttpRequest, reference: str, held_id: UUID) -> HttpResponse:
    """That the document was seen, the registers searched, or the authority ended."""
    case = read_case(request, reference, "open-legal-authorities")
    found = authority_of(case, held_id, timezone.localdate())
    if (no := closed(request, case)) is not None:
        return no
    form = ChangeLegalAuthority(typed(request), initial={name: getattr(found, name) for name in CHANGED})

    def save() -> None:
        said = {name: value for name, value in form.cleaned_data.items() if value != getattr(found, name)}
        if said:
            change_legal_authority(authority=found, case=case, by=request.user, **said)

    around = {"authority": found, "may_mark": may(request.user, Permission.MARK_IN_ERROR)}
    return ask(request, form, save, case=case, template="rights/legal_authority.html", done="Authority saved", **around)
