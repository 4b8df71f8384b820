"""Which published figures stand beside the council's own, from which year and source?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_list
from heard.measures.benchmarks.ours import (
    LICENCE,
    SOURCE,
    Outcome,
    code_of_council,
    feeling_safe,
    latest_of,
    of_area,
    risk_reduced_or_removed,
    volumes,
)
from heard.measures.charts.intervals import Intervals, draw_shares
from heard.measures.queries.published import shares_of_england, years_loaded
from heard.measures.shown import Share
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.published_figures import ENGLAND, may_stand_beside, year_in_words


@allow(Permission.SEE_FIGURES)
def published(request: HttpRequest) -> HttpResponse:
    """What comes with Heard, what was loaded, what is left out and why. Context, never a target."""
    read_list(request, "open-published-figures", [])
    risk, safe, own = risk_reduced_or_removed(), feeling_safe(), code_of_council(request.user.authority.name)
    chart = safe_chart()
    context = {
        "risk": [one for code in (ENGLAND, own) if code for one in of_area(risk, code)], "refused": [one for one in risk if one.refused],
        "own": latest_of(safe, own), "sentence": chart.sentence, "volumes": volumes(), "source": SOURCE, "licence": LICENCE,
        "chart": chart,
        "loaded": [_loaded(year, source) for year, source in years_loaded()],
    }  # fmt: skip
    return render(request, "measures/published.html", context)


def safe_chart() -> Intervals:
    """Feeling as safe as they want, in England, for each year that was published."""
    years = [one for one in of_area(feeling_safe(), ENGLAND) if one.percent is not None]
    sentence = f"In England {years[-1].percent:g}% of people who use services felt as safe as they want in {years[-1].year_in_words}."
    return draw_shares([_year(one) for one in years], title="Feeling safe, England", sentence=sentence)


def _year(one: Outcome) -> Share:
    low, high = one.percent - (one.margin or 0), one.percent + (one.margin or 0)
    number = f"{one.denominator:,.0f}" if one.denominator else ""
    return Share(str(one.year), one.year_in_words, "", number, one.percent, round(low, 1), round(high, 1))


def _loaded(year: int, source: str) -> dict:
    shares = [(INDICATORS[slug].label, f"{share:g}%") for slug, share in shares_of_england(year).items()]
    left_out = [why for table in ("SG3a",) for why in may_stand_beside(table=table, year=year).because]
    return {"year": year_in_words(year), "source": source, "shares": shares, "left_out": left_out}
