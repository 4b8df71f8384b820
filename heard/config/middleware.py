"""What may a browser or a proxy keep? Nothing but the styles and scripts."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from heard.cases.reading import WhyNeeded
from heard.flows.actions import forget_words

NO_SENSES = "camera=(), geolocation=(), microphone=()"


def nothing_kept_by_browsers(get_response: Callable) -> Callable:
    """Middleware that marks every page no-store, so that Back after leaving or signing out shows nothing; and none may look, listen or ask
    where somebody is, unless the page says so itself."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers.setdefault("Permissions-Policy", NO_SENSES)
        return response

    return middleware


def forget_what_was_saved(get_response: Callable) -> Callable:
    """Middleware that deletes what was kept while somebody typed, once the page itself was saved (answered with a redirect)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST" and response.status_code == 302 and "_kept" in request.POST and request.user.is_authenticated:
            forget_words(by=request.user, address=request.path)
        return response

    return middleware


class AskWhyOpening:
    """Shows "why are you opening this record?" where a page raised ``WhyNeeded``; the page asked for follows the answer."""

    def __init__(self, get_response: Callable):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, WhyNeeded):
            return None
        query = urlencode({"next": request.get_full_path() if request.method == "GET" else request.path})
        return redirect(f"{reverse('say-why', args=[exception.case.reference])}?{query}")
