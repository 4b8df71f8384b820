"""How do the records that version 1.1 carries look as rows?"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from heard.exchange.carried.field import Carried, Link
from heard.exchange.queries.keys import HeldRow, Keys, filled


def held_carried(one: Carried, keys: Keys) -> Iterator[HeldRow]:
    """Every current record of a file; without cells where it was recorded in error, or where what it hangs from may not go out."""
    attributes = {link.attr for link in one.links} | {field.attr for field in one.fields}
    more = {"in_error_at"} if one.can_be_in_error else set()
    rows = one.model.objects.filter(authority=keys.authority, **one.shown)
    rows = rows.filter(is_current=True) if one.is_versioned else rows
    known = keys.carried(one.file)
    for row in rows.order_by("recorded_at", "pk").values("pk", *attributes, *more).iterator(chunk_size=2000):
        key = known[row["pk"]]
        cells = None if row.get("in_error_at") else _cells(one, row, keys, key)
        if cells is not None and one.extends and len(cells) == 1:
            continue  # a conversation with nothing more to say than version 1 does
        yield HeldRow(key, row["pk"], cells)


def _cells(one: Carried, row: dict[str, Any], keys: Keys, key: str) -> dict[str, str] | None:
    for attr, (as_cells, _) in one.reshape.items():
        row[attr] = as_cells(row[attr])
    cells = {one.key.name: key}
    for link in one.links:
        ref = _ref(link, row[link.attr], keys)
        if ref is None:
            return None
        cells[link.name] = ref
    return filled(**cells, **{field.name: field.cell(row) for field in one.fields})


def _ref(link: Link, value: UUID | str | None, keys: Keys) -> str | None:
    """The reference that a link goes by, blank where there is none; None where the record it points at may not go out."""
    if not value:
        return ""
    if link.of_case or link.by_reference:
        value = keys.concern_of_case.get(value) if link.of_case else keys.concern_by_reference.get(value)
    if link.column.to == "concerns.csv":
        return None if value is None or value in keys.concerns_in_error else keys.concerns[value]
    held = keys.refs(link.column.to).get(value)
    return held if held is not None or link.column.bold else ""
