"""What does somebody see where a form could not be taken because its page was too old?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

NEVER_SHOWN = ("csrfmiddlewaretoken", "password")


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without its token. What was typed is shown back, to copy, and is not sent: it may not be the reader's own wish."""
    typed = [value for name in request.POST if not name.startswith(NEVER_SHOWN) for value in request.POST.getlist(name) if value.strip()]
    return render(request, "accounts/form-too-old.html", {"typed": typed, "again": request.path}, status=403)
