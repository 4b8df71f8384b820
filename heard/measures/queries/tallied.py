"""What does every indicator come to in the records as they are now, by month and by every part?"""

from datetime import date

from heard.accounts.models import Authority
from heard.returns.facts import facts
from heard.returns.live import EVER, FOR_INDICATORS, flat_relations
from heard.returns.measured import measures_from, tallies
from heard.rules.indicators.breakdowns import By
from heard.rules.indicators.tally import Place, Tally
from heard.rules.statutory_return import year_of

ROWS = "ended_facts"


def tallied(authority: Authority, start: date, end: date) -> dict[Place, Tally]:
    """Every indicator of the enquiries concluded between two days, both included, in each month: all together, and in each part."""
    years = range(year_of(start), year_of(end) + 1)
    found: dict[Place, Tally] = {}
    with flat_relations(authority, years, FOR_INDICATORS, (start, end), {ROWS: facts()}) as ask:
        for by in (None, *By):
            for (month, part), tally in tallies(ask, by, ROWS).items():
                found[month, by or "", part] = tally
    return found


def measures_for(authority: Authority, start: date | None = None, end: date | None = None, by: By = By.TEAM) -> list[dict]:
    """Every indicator for each month of conclusion and team (or another part) of an authority, both dates included.

    A list of dicts: see ``measures_from``. A month and part with no concluded enquiry has no rows.
    """
    first, last = start or EVER[0], end or EVER[1]
    years = range(year_of(start), year_of(end) + 1) if start and end else ()
    with flat_relations(authority, years, FOR_INDICATORS, (first, last), {ROWS: facts()}) as ask:
        return measures_from(ask, by=by, rows=ROWS)
