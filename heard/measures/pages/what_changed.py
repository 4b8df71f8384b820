"""What changed after reviews and audits found something?"""

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.reading import read_list
from heard.measures.actions import fresh_figures
from heard.measures.queries.changes import audit_shares, live_shares, marks_of
from heard.measures.time_axis import drawn
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.vocabulary.assurance import Theme
from heard.rules.what_changed import MEASURED_BY, NOT_MEASURED, ONLY_NEAREST, quarters_to, sentence_of, words_of

QUARTERS = 8
AUDITS = "Audits that answered yes"


@allow(Permission.SEE_FIGURES)
def themes(request: HttpRequest) -> HttpResponse:
    """Every theme, to choose one."""
    measures = {theme: INDICATORS[slug] for theme, slug in MEASURED_BY.items()}
    context = {"themes": Theme, "measures": measures, "not_measured": NOT_MEASURED, "back": reverse("quality")}
    return render(request, "measures/themes.html", context)


@allow(Permission.SEE_FIGURES)
def what_changed(request: HttpRequest, theme: str) -> HttpResponse:
    """One theme: recommendations, audit answers and the live measure on one time axis, with a table and a sentence."""
    context = {**pictured(request, theme, "open-what-changed"), "back": reverse("what-changed-start")}
    return render(request, "measures/what-changed.html", context)


def pictured(request: HttpRequest, theme: str, event: str) -> dict:
    """What is found of a theme with its picture (None where nothing may be drawn) and its sentences. Raises Http404 for no such theme."""
    found = _found(request, theme, event)
    said = [sentence_of(found["label"], found["live"])] if found["live"] else []
    return {
        **found, "said": [*said, sentence_of(AUDITS, found["audits"])], "words_of": words_of, "audits_label": AUDITS,
        "picture": drawn(found["quarters"], found["live"], found["audits"], found["marks"]),
    }  # fmt: skip


@allow(Permission.SEE_FIGURES)
def what_changed_file(request: HttpRequest, theme: str) -> HttpResponse:
    """The same as a file, under the same disclosure control."""
    found = _found(request, theme, "download-what-changed")
    named = {"Content-Disposition": 'attachment; filename="what-changed.csv"'}
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers=named)
    file = csv.writer(response)
    file.writerow(["what", "quarter", "numerator", "denominator", "percent"])
    for what, shares in ((found["label"], found["live"]), (AUDITS, found["audits"])):
        for one in shares:
            file.writerow([what, one.quarter, one.part, one.whole, "" if one.percent is None else one.percent])
    for mark in found["marks"]:
        file.writerow([mark.what, mark.quarter, "", "", ""])
    return response


def _found(request: HttpRequest, slug: str, event: str) -> dict:
    if slug not in set(Theme):
        raise Http404("No such theme")
    theme, authority = Theme(slug), request.user.authority
    quarters = quarters_to(timezone.localdate(), QUARTERS)
    read_list(request, event, [], theme=slug)
    exact = may(request.user, Permission.PLAN_AUDITS)
    kept = fresh_figures(authority=authority) if theme in MEASURED_BY else None
    indicator = INDICATORS.get(MEASURED_BY.get(theme, ""))
    return {
        "theme": theme, "quarters": quarters, "indicator": indicator, "label": indicator.label if indicator else "", "exact": exact,
        "live": live_shares(authority, theme, quarters), "audits": audit_shares(authority, theme, quarters, exact=exact),
        "limits": NOT_MEASURED.get(theme) or ONLY_NEAREST.get(theme, ""), "marks": marks_of(authority, theme),
        "as_at": kept.as_at if kept else None,
    }  # fmt: skip
