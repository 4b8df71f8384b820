"""What does the printed report of a quarter say to the Board, in plain English?"""

from base64 import b64encode
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import timezone

from heard.accounts.models import Authority
from heard.documents.pdf import pdf_of
from heard.measures.benchmarks.beside import published_beside
from heard.measures.benchmarks.ours import LICENCE, SOURCE
from heard.measures.delays import Delayed, delays_of
from heard.measures.experience import Experienced, experience_of
from heard.measures.models import Refreshed
from heard.measures.picture import Section, months_of, sections_of, together_of
from heard.measures.queries.kept import month_by_month, together_in
from heard.measures.shown import Days, Share, days_in_words
from heard.rules.disclosure_control import shown_count
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.indicator import Indicator
from heard.rules.indicators.periods import Period, whole_months_before
from heard.rules.indicators.tally import Tally

WATCHED = ("asked", "expressed", "adult-met", "heard-alone", "risk-less", "days-to-first-conversation")  # looked at month by month
MONTHS = 24
# What is said first, where it may be shown: the slug and the sentence.
FIRST = (
    ("asked", "{0}% of adults were asked what they want to happen."),
    ("expressed", "Of those asked, {0}% said what they want."),
    ("adult-met", "Adults judged {0}% of their wishes met."),
    ("professional-met", "Professionals judged {0}% of wishes met."),
    ("heard-alone", "Of adults who were heard, {0}% were heard alone at least once."),
    ("represented", "{0}% of adults had somebody to help them take part."),
    ("risk-less", "{0}% of the risks found were reduced or removed."),
    ("came-back", "{0}% of enquiries were about an adult whose earlier enquiry had ended within 12 months."),
)


@dataclass(frozen=True)
class Report:
    """Everything the report says: whose, of when, what first, each part with its picture, what changed, and what each figure counts."""

    authority: Authority
    period: Period
    refreshed: Refreshed
    number: int | str
    first: list[str]
    sections: list[tuple[Section, str]]
    changes: list[str]
    counted: list[Indicator]
    delays: list[Delayed]
    experience: list[Experienced]
    source: str = SOURCE
    licence: str = LICENCE


def report_of(authority: Authority, period: Period, refreshed: Refreshed) -> Report:
    """The report from the figures that are kept. Four queries and what published figures take."""
    tally = together_in(authority, period.months).get("", Tally())
    sections = sections_of(tally, published_beside(authority))
    shown = [INDICATORS[row.key] for section in sections for row in section.rows]
    return Report(
        authority, period, refreshed, shown_count(tally.wholes["asked"]), _first(tally), [(one, _drawn(one)) for one in sections],
        _changes(authority), shown, delays_of(authority, period), experience_of(authority, period),
    )  # fmt: skip


def _first(tally: Tally) -> list[str]:
    said = []
    for slug, sentence in FIRST:
        one = together_of(tally, INDICATORS[slug])
        if isinstance(one, Share) and one.percent is not None:
            said.append(sentence.format(one.percent))
    talk = together_of(tally, INDICATORS["days-to-first-conversation"])
    if isinstance(talk, Days) and talk.median is not None:
        said.append(f"Half of the adults were talked with within {days_in_words(talk.median)} of the concern.")
    return said


def _changes(authority: Authority) -> list[str]:
    """What stands out month by month; a line for each that is watched and may be drawn."""
    months = whole_months_before(timezone.localdate(), MONTHS).months
    found = month_by_month(authority, months)
    charts = ((INDICATORS[slug], months_of(found, INDICATORS[slug], months)) for slug in WATCHED)
    return [f"{one.label}{f' ({one.whose.lower()})' if one.whose else ''}: {chart.sentence}" for one, chart in charts if chart is not None]


def _drawn(section: Section) -> str:
    """The picture as an address that holds it, so that it has its words as a figure of the PDF; blank where nothing is drawn."""
    if section.chart is None:
        return ""
    svg = render_to_string("measures/charts/intervals.svg", {"chart": section.chart, "name": f"report-{section.group}"})
    return f"data:image/svg+xml;base64,{b64encode(svg.strip().encode()).decode()}"


def pdf_of_report(report: Report) -> bytes:
    """The report as a tagged PDF."""
    return pdf_of(render_to_string("measures/report.html", {"report": report}))
