"""How do the pictures and tables of the other pages of figures go out as files? The same as on the page, and no more."""

import csv
import re

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from heard.accounts.permissions import Permission, allow
from heard.documents.spreadsheet import harmless
from heard.measures.asked import asked_of, indicator_or_404
from heard.measures.benchmarks.ours import feeling_safe, risk_reduced_or_removed
from heard.measures.delays import delays_of
from heard.measures.experience import experience_of
from heard.measures.pages.board import as_svg, months_drawn
from heard.measures.pages.figures import drawn_figures
from heard.measures.pages.published import safe_chart
from heard.measures.pages.team import drawn_team
from heard.measures.pages.what_changed import pictured
from heard.measures.queries.team import AGES, STAGES

SVG = re.compile(r"<svg .*</svg>", re.DOTALL)


def _with_styles(template: str, styles: str, context: dict, name: str) -> HttpResponse:
    """A picture that is drawn by a style sheet, as a file that needs none beside it."""
    with open(finders.find(styles), encoding="utf-8") as sheet:
        inside = f"<style>{sheet.read()}</style></svg>"
    picture = SVG.search(render_to_string(template, context)).group().removesuffix("</svg>") + inside
    return _attached(picture, "image/svg+xml", f"{name}.svg")


def _table(head: list[str], rows: list[list], name: str) -> HttpResponse:
    answer = _attached("", "text/csv; charset=utf-8", f"{name}.csv")
    csv.writer(answer).writerows([head, *([harmless(cell) for cell in row] for row in rows)])
    return answer


def _attached(content: str, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@allow(Permission.SEE_FIGURES)
def experience_chart(request: HttpRequest, item: str) -> HttpResponse:
    """What was answered to one question of how it was. Raises Http404 where nobody was asked it."""
    asked = asked_of(request, "download-experience-chart", item=item)
    found = {one.key: one for one in experience_of(asked.whose.authority, asked.period)}
    return as_svg(request, "intervals", found[item].chart if item in found else None, item)


@allow(Permission.SEE_FIGURES)
def delays_chart(request: HttpRequest, step: str) -> HttpResponse:
    """Why one step took longer. Raises Http404 where no reason was said or nothing may be drawn."""
    asked = asked_of(request, "download-delays-chart", step=step)
    found = {one.step: one for one in delays_of(asked.whose.authority, asked.period)}
    return as_svg(request, "intervals", found[step].chart if step in found else None, f"why-late-{step}")


@allow(Permission.SEE_FIGURES)
def months_file(request: HttpRequest, measure: str) -> HttpResponse:
    """One indicator month by month, as on the page."""
    one = indicator_or_404(measure)
    months = months_drawn(asked_of(request, "download-indicator-months", measure=measure), one)
    rows = [list(row) for row in months.rows] if months else []
    return _table(["month", "median_days" if one.is_days else "percent", "not_ordinary"], rows, f"{measure}-by-month")


@allow(Permission.SEE_FIGURES)
def figures_chart(request: HttpRequest) -> HttpResponse:
    """What adults and professionals judged, as on the page of figures. Raises Http404 where nothing may be drawn."""
    bars, sentence = drawn_figures(request)
    if not bars:
        raise Http404("Nothing to draw")
    return _with_styles("measures/bars.svg", "measures/figures.css", {"bars": bars, "sentence": sentence}, "figures")


@allow(Permission.SEE_FIGURES)
def what_changed_chart(request: HttpRequest, theme: str) -> HttpResponse:
    """One theme on its time axis. Raises Http404 where nothing may be drawn."""
    context = pictured(request, theme, "download-what-changed-chart")
    if context["picture"] is None:
        raise Http404("Nothing to draw")
    return _with_styles("measures/what-changed.svg", "measures/what-changed.css", context, f"what-changed-{theme}")


@allow(Permission.SEE_TEAM)
def team_chart(request: HttpRequest) -> HttpResponse:
    """The open cases of the manager's teams by how long: exact, for they may open each."""
    return as_svg(request, "bars", drawn_team(request, "download-team-chart")["chart"], "team")


@allow(Permission.SEE_TEAM)
def team_file(request: HttpRequest) -> HttpResponse:
    """The same by team, with the duties owed and overdue."""
    context = drawn_team(request, "download-team-file")
    rows = []
    for one in context["columns"]:
        rows += [[one.name, "open for", age.label, one.ages[age], ""] for age in AGES]
        rows += [[one.name, "stage", stage.label, one.stages[stage], ""] for stage in STAGES]
        rows += [[one.name, "owed", duty.label, one.owed[duty], one.overdue[duty]] for duty in context["found"].duties]
    return _table(["team", "what", "which", "number", "overdue"], rows, "team")


@allow(Permission.SEE_FIGURES)
def published_chart(request: HttpRequest) -> HttpResponse:
    """Feeling as safe as they want, in England, year by year."""
    return as_svg(request, "intervals", safe_chart(), "published")


@allow(Permission.SEE_FIGURES)
def published_file(request: HttpRequest) -> HttpResponse:
    """The published figures that come with Heard, each with its area and year; nothing of this council's own."""
    named = (("ASCOF 4A, feeling as safe as they want", feeling_safe()), ("ASCOF 4B, risk reduced or removed", risk_reduced_or_removed()))
    rows = [
        [name, one.area, one.year_in_words, one.numerator, one.denominator, one.percent, one.margin]
        for name, found in named for one in found if not one.refused
    ]  # fmt: skip
    return _table(["figure", "area", "year", "numerator", "denominator", "percent", "margin"], rows, "published")
