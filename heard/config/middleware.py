"""What may a browser or a proxy keep? Nothing but the styles and scripts."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def nothing_kept_by_browsers(get_response: Callable) -> Callable:
    """Middleware that marks every page no-store, so that Back after leaving or signing out shows nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return middleware
