"""How do the Board's figures go out as files?"""

import csv

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.documents.spreadsheet import harmless
from heard.measures.asked import asked_of, breakdowns_for, indicator_or_404
from heard.measures.delays import delays_of
from heard.measures.experience import experience_of
from heard.measures.picture import parts_of, sections_of
from heard.measures.queries.kept import together_in
from heard.measures.report import pdf_of_report, report_of
from heard.measures.shown import Days, Share
from heard.rules.indicators.periods import last_quarter
from heard.rules.indicators.tally import Tally

HEADER = (
    "indicator", "label", "whose", "by", "part", "numerator", "denominator", "percent", "low", "high", "median_days", "period", "as_at"
)  # fmt: skip


@allow(Permission.SEE_FIGURES)
def board_file(request: HttpRequest) -> HttpResponse:
    """Every figure of the Board's picture for a quarter or a year, and how it was for them."""
    asked = asked_of(request, "download-board-figures")
    found = together_in(asked.whose.authority, asked.period.months).get("", Tally())
    rows = [(one.key, one.label, "", "", one) for section in sections_of(found, {}) for one in section.rows]
    for one in delays_of(asked.whose.authority, asked.period):
        rows += [(one.key, one.question, "Reason", row.label, row) for row in one.rows]
    for one in experience_of(asked.whose.authority, asked.period):
        rows += [(one.key, one.question, "Answer", row.label, row) for row in one.rows]
    return _file(asked, rows, "board-figures")


@allow(Permission.SEE_FIGURES)
def indicator_file(request: HttpRequest, measure: str) -> HttpResponse:
    """One indicator, broken down by everything that this reader may see."""
    one = indicator_or_404(measure)
    asked = asked_of(request, "download-indicator-figures", measure=measure)
    rows = []
    for by in breakdowns_for(request.user):
        parts = parts_of(together_in(asked.whose.authority, asked.period.months, by), one, by)
        rows += [(one.slug, one.label, by.label, row.label, row) for row in parts.rows]
    return _file(asked, rows, measure)


def _file(asked, rows: list, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    answer = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    file = csv.writer(answer)
    file.writerow(HEADER)
    at = timezone.localtime(asked.refreshed.as_at).isoformat(timespec="minutes")
    for slug, label, by, part, row in rows:
        file.writerow([slug, label, getattr(row, "whose", ""), by, harmless(part), *_cells(row), asked.period.label, at])
    return answer


def _cells(row: Share | Days) -> list:
    if isinstance(row, Days):
        return ["", row.number, "", row.low, row.high, row.median]
    return [row.part, row.whole, row.percent, row.low, row.high, ""]


@allow(Permission.SEE_FIGURES)
def board_report(request: HttpRequest) -> HttpResponse:
    """The printed report of a quarter, as a tagged PDF. Of the last whole quarter unless other months are asked for."""
    asked = asked_of(request, "print-board-report")
    period = asked.period if "period" in request.GET else last_quarter(timezone.localdate())
    content = pdf_of_report(report_of(asked.whose.authority, period, asked.refreshed))
    headers = {"Content-Disposition": f'attachment; filename="board-report-{period.slug}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
