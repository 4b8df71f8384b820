"""What stands in the bar at the top of every page, for whoever is signed in?"""

from django.http import HttpRequest
from django.urls import reverse


def navigation(request: HttpRequest) -> dict:
    """Context for every page: ``nav``, the links this user's role may follow, as dicts of text, href and current."""
    return {"nav": [], "sign_out_url": reverse("sign-out")}
