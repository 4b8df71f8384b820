"""What becomes of a row of a bundle: is it new, a correction, nothing new, or one that was changed in Heard since?"""

from collections.abc import Set
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from heard.exchange.cells import same
from heard.exchange.reading import Row
from heard.exchange.tables import CONVERSATIONS, DESIRED_OUTCOMES, RISKS, Table
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME


class Fate(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass(slots=True)
class Change:
    """A row to write. ``record_id`` is None for a new one; ``before`` are the cells held until now; ``after`` those to hold;
    ``names`` the columns that differ."""

    row: Row
    record_id: UUID | None
    before: dict[str, str]
    after: dict[str, str]
    names: Set[str]


@dataclass
class Plan:
    """What an import does to one table. ``kept`` are the rows left alone; ``agreed`` those that now stand as Heard changed them."""

    table: Table
    created: list[Change] = field(default_factory=list)
    updated: list[Change] = field(default_factory=list)
    unchanged: int = 0
    kept: list[Row] = field(default_factory=list)
    agreed: list[tuple[str, UUID, dict[str, str]]] = field(default_factory=list)

    def count(self, fate: Fate) -> int:
        """How many rows have this fate."""
        number = {Fate.CREATED: len(self.created), Fate.UPDATED: len(self.updated), Fate.KEPT: len(self.kept)}
        return number.get(fate, self.unchanged)


def differing(table: Table, one: dict[str, str], other: dict[str, str]) -> set[str]:
    """The names of the columns in which two rows differ."""
    return {column.name for column in table.columns if not same(column, one.get(column.name, ""), other.get(column.name, ""))}


def merged(table: Table, held: dict[str, str], incoming: dict[str, str]) -> dict[str, str]:
    """The row after a correction: what comes in, and beside it what was held. A blank cell erases nothing."""
    after = {**held, **incoming}
    if table is CONVERSATIONS and {"concern_ref", "enquiry_ref"} & set(incoming):
        for name in {"concern_ref", "enquiry_ref"} - set(incoming):
            after.pop(name, None)
    if table is RISKS and "outcome" not in incoming and after.get("finding") not in FINDINGS_WITH_OUTCOME:
        after.pop("outcome", None)  # the outcome belonged to the finding that is now corrected
    if table is DESIRED_OUTCOMES and "adult_rating" not in incoming and after.get("expressed_by") != held.get("expressed_by"):
        after.pop("adult_rating", None)  # the rating stays with whoever gave it, who is no longer the one that expressed the wish
    return after


def place(plan: Plan, row: Row, *, record_id: UUID | None, held: dict[str, str] | None, base: dict[str, str] | None) -> Change | None:
    """Put a row where it belongs in the plan; the change to check and write, or None.

    ``held`` is what Heard holds now (None: nothing, or recorded in error), ``base`` what it held straight after the last import.
    """
    table = plan.table
    if record_id is None and base is None:
        change = Change(row, None, {}, row.cells, frozenset())
        plan.created.append(change)
        return change
    if held is None:
        plan.kept.append(row)
        return None
    after = merged(table, held, row.cells)
    names = differing(table, held, after)
    if not names:
        plan.unchanged += 1
        if base is not None and (changed := differing(table, base, held)) and changed <= set(row.cells):
            plan.agreed.append((row.key, record_id, held))
        return None
    if base is None or differing(table, base, held):
        plan.kept.append(row)
        return None
    change = Change(row, record_id, held, after, names)
    plan.updated.append(change)
    return change


def is_somebody_else(held: dict[str, str], incoming: dict[str, str]) -> bool:
    """Whether name, birth date and NHS number all change: then the reference names another person."""

    def changes(name: str) -> bool:
        return bool(held.get(name)) and bool(incoming.get(name)) and held[name] != incoming[name]

    return (changes("given_name") or changes("family_name")) and changes("birth_date") and changes("nhs_number")
