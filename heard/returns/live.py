"""How is the return counted from the records as they are now?

The flat relations are laid out in temporary tables of this connection for as long as they are counted, and are gone afterwards.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from types import MappingProxyType

from django.db import connection, transaction

from heard.accounts.models import Authority
from heard.returns.ended import ENDED
from heard.returns.relations import IN_ORDER, bounds, select
from heard.returns.said import SAID
from heard.returns.tables import TABLES, counts_of, units_of
from heard.rules.statutory_return import Cell, all_cells

Ask = Callable[[str], list[tuple]]
Counts = dict[Cell, int]
INDEXED = {
    "flat_tally": "enquiry_id", "flat_talked": "enquiry_id", "flat_risk": "enquiry_id", "flat_condition": "person_id", "flat_person": "id",
    "flat_end": "enquiry_id", "flat_talk": "enquiry_id", "flat_advocate": "enquiry_id", "flat_work": "enquiry_id",
    "ended_facts": "enquiry_id",
}  # fmt: skip
# What the indicators are counted over, and everything that an export holds.
FOR_INDICATORS = ("flat_tally", "flat_talked", "flat_enquiry", "flat_risk", *ENDED)
EVERYTHING = (*IN_ORDER, *ENDED, *SAID)
EVER = (date(1900, 1, 1), date(9999, 12, 31))


class NotInTheReturn(ValueError):
    """A record holds a code that no table of the return has; the message names where it would be counted."""


@contextmanager
def _reading() -> Iterator[None]:
    """A transaction that only reads the records. On SQLite it takes no lock to write, so that nobody waits until a count has ended."""
    mode = getattr(connection, "transaction_mode", None)
    if mode is None or connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    connection.transaction_mode = None
    try:
        with transaction.atomic():
            connection.transaction_mode = mode
            yield
    finally:
        connection.transaction_mode = mode


@contextmanager
def flat_relations(
    authority: Authority, years: Collection[int] = (), relations: Collection[str] = IN_ORDER, ended: tuple[date, date] = EVER,
    made_of_them: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Ask]:  # fmt: skip
    """These relations of one authority, as a function that answers a query over them; of these years alone where any are given, and what
    more is known of enquiries that ended only of those that ended between two days, both included. ``made_of_them`` names relations that
    are laid out after them, each with its query."""
    vendor = connection.vendor
    named = {"authority": authority.pk.hex if vendor == "sqlite" else str(authority.pk)}
    named |= {"ended_from": ended[0].isoformat(), "ended_to": ended[1].isoformat(), **(bounds(years) if years else {})}

    def ask(query: str) -> list[tuple]:
        cursor.execute(query)
        return cursor.fetchall()

    with _reading(), connection.cursor() as cursor:
        if vendor == "postgresql":  # whoever reads by a cursor reads all of it: without this PostgreSQL plans for the first tenth
            cursor.execute("SET LOCAL cursor_tuple_fraction = 1")
        try:
            for relation in relations:
                query = select(relation, vendor, only_years=bool(years))
                _lay_out(cursor, relation, query, named)
            for relation, query in made_of_them.items():
                _lay_out(cursor, relation, query)
            yield ask
        finally:
            for relation in (*made_of_them, *relations):
                cursor.execute(f"DROP TABLE IF EXISTS {relation}")


def _lay_out(cursor, relation: str, query: str, named: dict[str, str] | None = None) -> None:
    cursor.execute(f"CREATE TEMPORARY TABLE {relation} AS {query}", named)
    if relation in INDEXED:
        cursor.execute(f"CREATE INDEX {relation}_{INDEXED[relation]} ON {relation} ({INDEXED[relation]})")


def with_noughts(ask: Ask, year: int) -> dict[Cell, int]:
    """Every cell of the return with its value, in the order of the tables; whatever engine ``ask`` asks. Raises NotInTheReturn."""
    found = {Cell(table, *names): value for table in TABLES for *names, value in ask(counts_of(table, year))}
    cells = {cell: found.pop(cell, 0) for cell in all_cells()}
    if found:
        raise NotInTheReturn(f"Something is counted under a code that the return does not have: {min(found)}.")
    return cells


def count_return(authority: Authority, year: int) -> dict[Cell, int]:
    """Every cell of the return of one authority for a year, from the records as they are now."""
    with flat_relations(authority, (year,)) as ask:
        return with_noughts(ask, year)


def units_in(ask: Ask, year: int, cell: Cell) -> list:
    """The ids of the concerns, enquiries or reviews behind one cell, from the same relations."""
    return [unit for (unit,) in ask(units_of(cell, year))]
