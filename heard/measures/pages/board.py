"""What difference was made: the Board's picture, one indicator of it, and the dictionary of them all. No names, and no way to a case."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.measures.asked import Asked, asked_of, breakdown_asked, breakdowns_for, indicator_or_404
from heard.measures.benchmarks.beside import published_beside
from heard.measures.charts.months import Months
from heard.measures.delays import delays_of
from heard.measures.experience import experience_of
from heard.measures.picture import months_of, parts_of, sections_of, together_of
from heard.measures.queries.kept import month_by_month, together_in
from heard.rules.indicators.all_indicators import indicators_in
from heard.rules.indicators.breakdowns import By
from heard.rules.indicators.experience import experience_counted
from heard.rules.indicators.indicator import Group
from heard.rules.indicators.periods import whole_months_before
from heard.rules.indicators.reasons import reasons_counted
from heard.rules.indicators.tally import Tally

MONTHS_DRAWN = 24
OTHERS = (("Why did it take longer?", reasons_counted()), ("How was it?", experience_counted()))


@allow(Permission.SEE_FIGURES)
def board(request: HttpRequest) -> HttpResponse:
    """Every part of the picture for a quarter or a year."""
    asked = asked_of(request, "open-board-picture")
    found = together_in(asked.whose.authority, asked.period.months).get("")
    sections = sections_of(found, published_beside(asked.whose.authority)) if found else []
    experience = experience_of(asked.whose.authority, asked.period)
    delays = delays_of(asked.whose.authority, asked.period)
    return render(request, "measures/board.html", {"asked": asked, "sections": sections, "experience": experience, "delays": delays})


@allow(Permission.SEE_FIGURES)
def board_chart(request: HttpRequest, group: str) -> HttpResponse:
    """One part's chart as a file."""
    if group not in set(Group):
        raise Http404("No such part")
    asked = asked_of(request, "download-board-chart", group=group)
    found = together_in(asked.whose.authority, asked.period.months).get("", Tally())
    sections = sections_of(found, published_beside(asked.whose.authority), [Group(group)])
    return as_svg(request, "intervals", sections[0].chart if sections else None, group)


@allow(Permission.SEE_FIGURES)
def dictionary(request: HttpRequest) -> HttpResponse:
    """Every indicator: what it asks, what is counted of what, from which records. Made from the definitions themselves."""
    context = {"groups": [(group, indicators_in(group)) for group in Group], "breakdowns": By, "others": OTHERS}
    return render(request, "measures/dictionary.html", context)


@allow(Permission.SEE_FIGURES)
def indicator(request: HttpRequest, measure: str) -> HttpResponse:
    """One indicator: month by month, and broken down."""
    one, by = indicator_or_404(measure), breakdown_asked(request)
    asked = asked_of(request, "open-indicator", measure=measure, by=by)
    whose, published = asked.whose.authority, published_beside(asked.whose.authority).get(measure)
    context = {
        "asked": asked, "indicator": one, "by": by, "offered": breakdowns_for(request.user), "months": months_drawn(asked, one),
        "together": together_of(together_in(whose, asked.period.months).get("", Tally()), one),
        "parts": parts_of(together_in(whose, asked.period.months, by), one, by), "published": published,
    }  # fmt: skip
    return render(request, "measures/indicator.html", context)


@allow(Permission.SEE_FIGURES)
def months_chart(request: HttpRequest, measure: str) -> HttpResponse:
    """One indicator month by month, as a file."""
    one = indicator_or_404(measure)
    asked = asked_of(request, "download-indicator-chart", measure=measure, chart="months")
    return as_svg(request, "months", months_drawn(asked, one), f"{measure}-by-month")


@allow(Permission.SEE_FIGURES)
def parts_chart(request: HttpRequest, measure: str) -> HttpResponse:
    """One indicator broken down, as a file."""
    return as_svg(request, "intervals", _parts(request, measure, "parts").chart, f"{measure}-by-part")


@allow(Permission.SEE_FIGURES)
def funnel_chart(request: HttpRequest, measure: str) -> HttpResponse:
    """One indicator's funnel, as a file."""
    return as_svg(request, "funnel", _parts(request, measure, "funnel").funnel, f"{measure}-funnel")


def _parts(request: HttpRequest, measure: str, chart: str):
    one, by = indicator_or_404(measure), breakdown_asked(request)
    asked = asked_of(request, "download-indicator-chart", measure=measure, by=by, chart=chart)
    return parts_of(together_in(asked.whose.authority, asked.period.months, by), one, by)


def months_drawn(asked: Asked, one) -> Months | None:
    """One indicator over the last 24 whole months, or None where no month may be drawn."""
    months = whole_months_before(timezone.localdate(), MONTHS_DRAWN).months
    return months_of(month_by_month(asked.whose.authority, months), one, months)


def as_svg(request: HttpRequest, kind: str, chart, name: str) -> HttpResponse:
    """A chart as a file of its own. Raises Http404 where nothing may be drawn."""
    if chart is None:
        raise Http404("Nothing to draw")
    answer = render(request, f"measures/charts/{kind}.svg", {"chart": chart, "name": "chart"}, content_type="image/svg+xml")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return answer
