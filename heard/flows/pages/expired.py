"""What happens to what somebody wrote when their page has become too old to send? (Django's CSRF_FAILURE_VIEW)"""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from heard.flows.pages.showing import SECRET_NAMES, no_store
from heard.flows.queries import authority_called


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The words are kept in the page and sent again with one press, unless they came from another site or hold a password."""
    match = request.resolver_match
    slug = match.kwargs.get("authority") if match else None
    keeps = _is_from_here(request) and not any("password" in name for name in request.POST)
    fields = [(name, value) for name in request.POST if name not in SECRET_NAMES for value in request.POST.getlist(name)]
    context = {
        "authority": authority_called(slug) if slug else None,
        "layout": "govuk/public_layout.html" if slug else "govuk/layout.html",
        "fields": fields if keeps else [],
        "had_file": bool(request.FILES),
        "has_cookies": bool(request.COOKIES),
        "address": request.path,
    }
    template = getattr(match.func, "expired_page", "") if match else ""  # an address whose every page is neutral has one of its own
    return no_store(render(request, template or "flows/expired.html", context, status=403))


def _is_from_here(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "")
    return not origin or urlsplit(origin).netloc == request.get_host()
