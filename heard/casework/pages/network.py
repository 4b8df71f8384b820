"""Who is in the adult's life, drawn with the adult in the middle?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from heard.accounts.permissions import Permission, allow, may
from heard.cases.reading import read_case
from heard.casework.queries.network import network_of
from heard.casework.words import VOCABULARIES
from heard.rules.labelled import label_of
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.network import MemberKind, ShownTo


@allow(Permission.SEE_CASES)
def network(request: HttpRequest, reference: str) -> HttpResponse:
    """The picture and the table that says the same; ``for=adult`` is the view to look at, or print, together with the adult."""
    case = read_case(request, reference, "open-network")
    viewer = ShownTo.ADULT if request.GET.get("for") == ShownTo.ADULT else ShownTo.STAFF
    context = {
        "case": case,
        "viewer": viewer,
        "ShownTo": ShownTo,
        "found": network_of(case, viewer),
        "may_record": may(request.user, Permission.RECORD_IN_CASE) and viewer == ShownTo.STAFF and case.stage != CaseStage.CLOSED,
        "label_of": label_of,
        "MemberKind": MemberKind,
        **VOCABULARIES,
    }
    return render(request, "casework/network.html", context)
