"""How does a test count an indicator? Over the rows of a few invented enquiries, by the one query that every engine has, on DuckDB.

An enquiry has nothing recorded but its days, unless told otherwise.
"""

from functools import cache

import duckdb

from heard.returns.measured import tallies
from heard.returns.parquet import IDS, WHOLE
from heard.returns.relations import RELATIONS
from heard.rules.indicators.breakdowns import By
from heard.rules.indicators.tally import Tally
from heard.rules.seen_alone import HowHeard

LAID_OUT = ("flat_enquiry", "flat_end", "flat_work", "flat_talk", "flat_advocate", "flat_risk", "flat_delay")
MAY, APRIL = 202605, 202604
_BLANK = {"in_area": 1, "month_concluded": MAY, "year_concluded": 2026, "days": 77}


def enquiry(talks=(), risks=(), advocates=(), delays=(), **known) -> dict:
    """The rows of an enquiry: ``known`` are columns of flat_enquiry, flat_end or flat_work."""
    return {"flat_talk": talks, "flat_risk": risks, "flat_advocate": advocates, "flat_delay": _delays(delays), "known": known}


def _delays(said) -> list[dict]:
    return [{"step": step, "reason": reason} for step, reason in said]


def talk(how=HowHeard.ALONE, days=1, stage="concern", because="", words=0) -> dict:
    return {"how": how, "days": days, "stage": stage, "because": because, "words": words}


def risk(outcome="", finding="risk-action", **known) -> dict:
    where = {"risk_type": "physical", "source": "known-to-adult", "location": "own-home", "own_reason": 0}
    return {**where, "outcome": outcome, "finding": finding, **known}


def advocate(days=None) -> dict:
    """One who met the adult after so many days, or has not come."""
    return {"met": int(days is not None), "days": days}


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    engine = duckdb.connect()
    for relation in LAID_OUT:
        numbers = (IDS | WHOLE) - {"provider"}
        kinds = ", ".join(f"{name} {'BIGINT' if name in numbers else 'VARCHAR'}" for name in RELATIONS[relation])
        engine.execute(f"CREATE TABLE {relation} ({kinds})")
    return engine


def _put(relation: str, row: dict) -> None:
    may_be_unknown = {"age", "days", "days_to_decision", "reasons", *IDS}
    blank = {name: None if name in may_be_unknown else 0 if name in WHOLE else "" for name in RELATIONS[relation]}
    values = {**blank, **{name: value for name, value in row.items() if name in blank}}
    _engine().execute(f"INSERT INTO {relation} VALUES ({', '.join('?' * len(values))})", list(values.values()))


def tally_of(*enquiries: dict, by: By | None = None) -> dict[tuple[str, str], Tally]:
    """Every indicator of these enquiries, by month and part."""
    for relation in LAID_OUT:
        _engine().execute(f"DELETE FROM {relation}")
    for number, one in enumerate(enquiries):
        _put("flat_enquiry", {**_BLANK, **one["known"], "id": number, "enquiry_id": number})
        for relation in ("flat_end", "flat_work"):
            _put(relation, {**one["known"], "enquiry_id": number})
        for relation in ("flat_talk", "flat_risk", "flat_advocate", "flat_delay"):
            for row in one[relation]:
                _put(relation, {**row, "enquiry_id": number, "id": number})
    return tallies(lambda query: _engine().execute(query).fetchall(), by)


def counted(slug: str, one: dict) -> tuple[int, int]:
    """Part and whole of one indicator for one enquiry."""
    (tally,) = tally_of(one).values()
    return tally.parts[slug], tally.wholes[slug]


def days_of(slug: str, one: dict) -> list[int]:
    """The numbers of days of one enquiry."""
    (tally,) = tally_of(one).values()
    return sorted(tally.spreads[slug].elements())
