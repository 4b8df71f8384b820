"""What may anybody open besides the form itself: where to begin, a receipt, and two notices?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heard.accounts.permissions import public
from heard.concerns.flows.raising import PUBLIC_FORM
from heard.concerns.queries.raising import councils
from heard.flows.pages.showing import show
from heard.flows.queries import authority_called
from heard.flows.visit import visit


@public
def start(request: HttpRequest) -> HttpResponse:
    """Each council's form, and the way in for staff."""
    return render(request, "concerns/raising_places.html", {"title": "Adult safeguarding", "councils": councils()})


@public
def receipt(request: HttpRequest, authority: str) -> HttpResponse:
    """The reference of the form this browser sent, to print; to the form for any other browser."""
    here = visit(PUBLIC_FORM, request, {"authority": authority})
    if here.draft is None or not here.draft.is_sent:
        return redirect(here.url("start"))
    return show(here, "concerns/raising_receipt.html")


@public
def privacy_notice(request: HttpRequest, authority: str) -> HttpResponse:
    """A notice for the council to replace with its own."""
    context = {"authority": authority_called(authority), "title": "Privacy notice", "days": settings.HEARD_DRAFT_DAYS}
    return render(request, "concerns/raising_privacy.html", context)


@public
def accessibility_statement(request: HttpRequest, authority: str) -> HttpResponse:
    """A statement for the council to replace with its own."""
    context = {"authority": authority_called(authority), "title": "Accessibility statement"}
    return render(request, "concerns/raising_accessibility.html", context)
