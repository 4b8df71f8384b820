"""Which published figure stands beside which indicator?"""

from heard.accounts.models import Authority
from heard.measures.benchmarks.ours import latest_of, risk_reduced_or_removed
from heard.measures.queries.published import newest_year, shares_of_england
from heard.rules.published_figures import ENGLAND, year_in_words

ONLY_42 = "section 42 enquiries only"


def published_beside(authority: Authority) -> dict[str, tuple[float, str]]:
    """By an indicator's slug: England's published figure in percent, and its year and source in words. At most two queries.

    ASCOF 4B comes with Heard; the rest is there once the council has loaded the national file.
    """
    found = {}
    if (year := newest_year()) is not None:
        words = f"England, {year_in_words(year)}: {{}}% (SAC, {ONLY_42})"
        found = {slug: (percent, words.format(f"{percent:g}")) for slug, percent in shares_of_england(year).items()}
    if (one := latest_of(risk_reduced_or_removed(), ENGLAND)) is not None:
        found["risk-less"] = (one.percent, f"England, {one.year_in_words}: {one.percent:g}% (ASCOF 4B, by enquiry)")
    return found
