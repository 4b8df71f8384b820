"""What stands in the bar at the top of every page, for whoever is signed in?"""

from django.http import HttpRequest
from django.urls import reverse

from heard.accounts.permissions import Permission, may
from heard.cases.flagged import flag_of
from heard.casework.menu import address

LINKS: tuple[tuple[Permission, str, str], ...] = (
    (Permission.SEE_CASES, "My work", "home"),
    (Permission.SEE_DUTY_LIST, "Duty list", "duty-list"),
    (Permission.SEE_CASES, "Cases", "cases"),
    (Permission.SEE_CASES, "Duties", "duties"),
    (Permission.RAISE_CONCERN, "Raise a concern", "raise-concern-start"),
    (Permission.SEE_TEAM, "Team", "team"),
    (Permission.SEE_FIGURES, "Figures", "figures"),
    (Permission.SEE_FIGURES, "Return", "returns"),
    (Permission.SEE_FIGURES, "Board", "board"),
    (Permission.USE_HEARD, "Learning", "learning"),
    (Permission.USE_HEARD, "Audits and reviews", "quality"),
    (Permission.MANAGE_ACCOUNTS, "Accounts", "people-accounts"),
)


def navigation(request: HttpRequest) -> dict:
    """Context for every page: ``nav``, the links this user's role may follow, as dicts of text, href and current; and ``flag``, what helps
    the adult the page is about to take part, or None."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"nav": [], "sign_out_url": reverse("sign-out")}
    found = [(text, address(name)) for permission, text, name in LINKS if may(user, permission)]
    nav = [_item(text, href, request.path) for text, href in found if href]
    return {"nav": nav, "sign_out_url": reverse("sign-out"), "flag": flag_of(getattr(request, "about_case", None))}


def _item(text: str, href: str, path: str) -> dict:
    return {"text": text, "href": href, "current": path == href or (href != "/" and path.startswith(f"{href}/"))}
