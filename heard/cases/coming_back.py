"""Where did somebody come from, to go back there once they have saved?"""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

KNOWN = ("/returns/",)  # the pages that send people to an answer and take them back


def came_from(request: HttpRequest) -> str:
    """The address in ``then`` where it is one of Heard's own that sends people to an answer, or blank."""
    asked_for = request.GET.get("then", "")
    return asked_for if asked_for.startswith(KNOWN) and url_has_allowed_host_and_scheme(asked_for, allowed_hosts=None) else ""
