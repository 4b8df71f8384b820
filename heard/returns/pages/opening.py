"""What do the pages of a year's return share: its year, whose it is, the ways between them, and files to save?"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, may
from heard.returns.queries import FIRST_YEAR, years_of
from heard.returns.whose import Reader, reader_of
from heard.rules.return_layout import year_in_words
from heard.rules.statutory_return import year_of

TABS: tuple[tuple[Permission, str, str], ...] = (
    (Permission.SEE_FIGURES, "Figures", "return-figures"),
    (Permission.SEE_FIGURES, "Still to be asked", "return-to-ask"),
    (Permission.SIGN_OFF_RETURN, "Checks", "return-checks"),
    (Permission.SIGN_OFF_RETURN, "Sign-off", "sign-return"),
)
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Opened:
    """A year's return that somebody has opened."""

    year: int
    reader: Reader
    context: dict


def open_year(request: HttpRequest, year: int, tab: str) -> Opened:
    """The year and what this reader may see of it, with what every page of it needs. Raises Http404 for a year that is none yet."""
    now = year_of(timezone.localdate())
    if not FIRST_YEAR <= year <= now:
        raise Http404("No such year")
    reader = reader_of(request.user, request.GET.get("of", ""))
    whose = f"?of={reader.key}" if reader.key else ""
    tabs = [
        {"text": text, "href": reverse(name, args=[year]) + whose, "current": name == tab}
        for permission, text, name in TABS if may(request.user, permission)
    ]  # fmt: skip
    years = [
        {"text": f"{one} to {one + 1}", "href": reverse(tab, args=[one]) + whose, "current": one == year}
        for one in years_of(reader.authority, timezone.localdate())
    ]  # fmt: skip
    named = {"year": year, "named": year_in_words(year), "is_running": year == now}
    return Opened(year, reader, {**named, "reader": reader, "years": years, "tabs": tabs, "whose": whose})


def to_save(content: str | bytes, name: str, kind: str) -> HttpResponse:
    """A file to save, under a name that says nothing about anybody."""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
