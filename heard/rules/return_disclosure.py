"""What of the return may leave the council, once small numbers are hidden?"""

from collections.abc import Mapping

from heard.rules.disclosure_control import NOT_AVAILABLE, shown_count
from heard.rules.statutory_return import ACHIEVED_ROWS, ASKED_ROWS, Cell


def disclosed(counts: Mapping[Cell, int]) -> dict[Cell, int | str]:
    """Each cell as it may be shown: first the five "asked" cells (and, apart, the three "achieved" ones) of an enquiry type and age band
    that are all nought become ``[x]``; then 0 to 4 becomes ``[c]`` and the rest the nearest multiple of five.

    Practice: disclosure control of the published Safeguarding Adults Collection (handbook 1.5); exchange format.
    """
    empty = {group for rows in (ASKED_ROWS, ACHIEVED_ROWS) for group in _all_nought(counts, rows)}
    return {cell: NOT_AVAILABLE if _group(cell) in empty else shown_count(value) for cell, value in counts.items()}


def _group(cell: Cell) -> tuple[str, str, bool] | None:
    if cell.table != "SG4a":
        return None
    return (cell.enquiry_type, cell.age_band, cell.category in ASKED_ROWS)


def _all_nought(counts: Mapping[Cell, int], rows: tuple[str, ...]) -> set:
    sums: dict = {}
    for cell, value in counts.items():
        if cell.table == "SG4a" and cell.category in rows:
            sums[_group(cell)] = sums.get(_group(cell), 0) + value
    return {group for group, total in sums.items() if not total}
