"""What does a year's return say, and how does it go out?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_list
from heard.returns.files import hash_of, text_of
from heard.returns.pages.opening import WORKBOOK, Opened, open_year, to_save
from heard.returns.queries import counted_and_checked, signed_returns
from heard.returns.showing import year_shown
from heard.returns.workbook import LABELS, workbook_of
from heard.rules.return_disclosure import disclosed
from heard.rules.return_layout import is_missing, layouts, slug_of
from heard.rules.statutory_return import year_worked_on

CSV = "text/csv; charset=utf-8"


@allow(Permission.SEE_FIGURES)
def returns(request: HttpRequest) -> HttpResponse:
    """Lead to the year that is worked on now."""
    return redirect("return-figures", year_worked_on(timezone.localdate()))


@allow(Permission.SEE_FIGURES)
def figures(request: HttpRequest, year: int) -> HttpResponse:
    """Every table of the return, each cell beside the year before, with the cases behind it for those who may open them."""
    opened = open_year(request, year, "return-figures")
    reader = opened.reader
    read_list(request, "open-return", [], year=year, of=reader.authority.slug)
    shown = year_shown(reader.authority, year, is_exact=reader.is_exact)
    signed = signed_returns(reader.authority, year).first()
    context = {
        **opened.context, "shown": shown, "layouts": layouts(), "slug_of": slug_of, "is_missing": is_missing, "signed": signed,
        "has_changed": signed is not None and signed.sha256 != hash_of(text_of(shown.counts)),
    }  # fmt: skip
    return render(request, "returns/figures.html", context)


@allow(Permission.SEE_FIGURES)
def file(request: HttpRequest, year: int) -> HttpResponse:
    """The exchange format's CSV: as ``heard return sac`` writes it, and as with ``--disclosure-control`` for who sees it so."""
    opened = open_year(request, year, "return-figures")
    read_list(request, "download-return", [], year=year, of=opened.reader.authority.slug, exact=opened.reader.is_exact)
    shown = year_shown(opened.reader.authority, year, is_exact=opened.reader.is_exact)
    return to_save(text_of(shown.values).encode("utf-8"), f"return-{year}.csv", CSV)


@allow(Permission.SEE_FIGURES)
def workbook(request: HttpRequest, year: int) -> HttpResponse:
    """The same as a workbook, a sheet for each table, with the checks and their explanations for who sees the counts."""
    opened = open_year(request, year, "return-figures")
    read_list(request, "download-return", [], year=year, of=opened.reader.authority.slug, exact=opened.reader.is_exact)
    cells, checks = counted_and_checked(opened.reader.authority, year)
    exact = opened.reader.is_exact
    content = workbook_of(cells if exact else disclosed(cells), notes=_notes(opened), checks=checks if exact else None)
    return to_save(content, f"return-{year}.xlsx", WORKBOOK)


def _notes(opened: Opened) -> list[tuple[str, str]]:
    control = "[c] is 0 to 4, every other count is to the nearest five, and [x] is not available. Checks are left out."
    made = timezone.localtime()
    return [
        ("Council", opened.reader.authority.name),
        ("Year", opened.context["named"]),
        ("Counted at", f"{made:%Y-%m-%d %H:%M}, from the records as they were then. Not signed off in this form."),
        ("Small numbers", "None is hidden: this workbook is for the council itself." if opened.reader.is_exact else control),
        LABELS,
    ]  # fmt: skip
