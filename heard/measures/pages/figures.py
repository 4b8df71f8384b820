"""What difference did it make?"""

import csv
from calendar import monthrange
from datetime import date, datetime, timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.reading import read_list
from heard.documents.spreadsheet import harmless
from heard.measures.forms import Period
from heard.measures.queries.by_month import kept_counts
from heard.measures.queries.concluded import Counts, concluded_for, counted, counts_of, enquiries_behind, rows_of
from heard.measures.showing import Bar, bars_of, by_month, by_team, sentence_of, together
from heard.measures.whose import Whose, whose_figures
from heard.rules.measures import DEFINITIONS, Measure

ON_A_PAGE = 25
ALL_MONTHS, ALL_TEAMS = "All months", "All teams"


@allow(Permission.SEE_FIGURES)
def figures(request: HttpRequest) -> HttpResponse:
    """How many were asked, what they said, and what they judged; by month and by team."""
    whose, choices = whose_figures(request.user, request.GET.get("of", ""))
    form, start, end = _period(request, whole_quarters=not whose.exact)
    read_list(request, "open-figures", [], of=whose.key, start=start, end=end)
    found, as_at = _found(request, whose, start, end)
    everything = together(found, exact=whose.exact)
    context = {
        "form": form, "whose": whose, "choices": choices, "together": everything, "Measure": Measure, "definitions": DEFINITIONS,
        "by_month": by_month(found, exact=whose.exact), "by_team": by_team(found, exact=whose.exact),
        "bars": bars_of(everything) if everything else [], "sentence": sentence_of(everything) if everything else "", "as_at": as_at,
        "start": start, "end": end, "may_ask": may(request.user, Permission.ASK_QUESTIONS),
        "terms": f"of={whose.key}&{_as_terms(start, end)}",
    }  # fmt: skip
    return render(request, "measures/figures.html", context)


def drawn_figures(request: HttpRequest) -> tuple[list[Bar], str]:
    """The bars of the page and the sentence beside them, as this reader may see them; no bars where nothing may be drawn."""
    whose, _ = whose_figures(request.user, request.GET.get("of", ""))
    _, start, end = _period(request, whole_quarters=not whose.exact)
    read_list(request, "download-figures-chart", [], of=whose.key, start=start, end=end)
    everything = together(_found(request, whose, start, end)[0], exact=whose.exact)
    return (bars_of(everything), sentence_of(everything)) if everything else ([], "")


@allow(Permission.SEE_FIGURES)
def download(request: HttpRequest) -> HttpResponse:
    """The same figures as a file: for each month and team to who may open the cases, else what the page shows and no more."""
    whose, _ = whose_figures(request.user, request.GET.get("of", ""))
    _, start, end = _period(request, whole_quarters=not whose.exact)
    read_list(request, "download-figures", [], of=whose.key, start=start, end=end)
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={"Content-Disposition": 'attachment; filename="figures.csv"'})
    file = csv.writer(response)
    file.writerow(["measure", "month", "team", "numerator", "denominator"])
    found, _ = _found(request, whose, start, end)
    rows = [list(row.values()) for row in rows_of(found)] if whose.exact else _as_shown(found)
    file.writerows([harmless(cell) for cell in row] for row in rows)
    return response


def _as_shown(found: Counts) -> list[list]:
    months = [(row.label, ALL_TEAMS, row) for row in by_month(found, exact=False)]
    teams = [(ALL_MONTHS, row.label, row) for row in by_team(found, exact=False)]
    everything = [(ALL_MONTHS, ALL_TEAMS, together(found, exact=False))] if found else []
    return [
        [measure.value, month, team, figure.part, figure.whole]
        for month, team, row in (*everything, *months, *teams) for measure, figure in row.figures.items()
    ]  # fmt: skip


@allow(Permission.SEE_CASES)
def behind(request: HttpRequest, measure: str) -> HttpResponse:
    """The cases behind a figure, for those who may open them: within the reader's own scope, whatever is asked for."""
    if measure not in set(Measure):
        raise Http404("No such figure")
    _, start, end = _period(request)
    month, team = request.GET.get("month", ""), request.GET.get("team")
    page = Paginator(enquiries_behind(request.user, Measure(measure), start, end, month, team), ON_A_PAGE).get_page(request.GET.get("page"))
    read_list(request, "open-cases-behind-a-figure", page.object_list, measure=measure, month=month, team=team or "", start=start, end=end)
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {"page": page, "measure": Measure(measure), "definition": DEFINITIONS[Measure(measure)], "base": f"?{kept.urlencode()}&"}
    return render(request, "measures/behind.html", context)


def _found(request: HttpRequest, whose: Whose, start: date | None, end: date | None) -> tuple[Counts, datetime | None]:
    """The counts as they were last worked out, and when. One's own cases of days that are no whole months: counted now, and None."""
    is_part_of_a_month = (start and start.day != 1) or (end and end < timezone.localdate() and (end + timedelta(days=1)).day != 1)
    if whose.exact and is_part_of_a_month:
        return counts_of(counted(concluded_for(request.user, start, end))), None
    return kept_counts(whose, request.user, start, end)


def _period(request: HttpRequest, *, whole_quarters: bool = False) -> tuple[Period, date | None, date | None]:
    """The form with the days asked for; the last twelve months where none are.

    Under disclosure control in whole quarters only: two periods a day or a month apart would give away the difference.
    """
    form, start, end = _days_asked(request)
    if whole_quarters:
        start = start.replace(month=(start.month - 1) // 3 * 3 + 1, day=1) if start else None
        last = (end.month + 2) // 3 * 3 if end else 0
        end = end.replace(month=last, day=monthrange(end.year, last)[1]) if end else None
    return form, start, end


def _days_asked(request: HttpRequest) -> tuple[Period, date | None, date | None]:
    today = timezone.localdate()
    usual = {"start": date(today.year - 1, today.month, 1), "end": today}
    asked = any(name.startswith(("start", "end")) for name in request.GET)
    form = Period(request.GET if asked else None, initial=usual)
    if not asked:
        return form, usual["start"], usual["end"]
    if form.is_valid():
        return form, form.cleaned_data["start"], form.cleaned_data["end"]
    return form, usual["start"], usual["end"]


def _as_terms(start: date | None, end: date | None) -> str:
    named = (("start", start), ("end", end))
    return "&".join(f"{name}-day={day.day}&{name}-month={day.month}&{name}-year={day.year}" for name, day in named if day)
