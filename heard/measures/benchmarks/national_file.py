"""How is the published national file read, and what of it is refused and named?

One row for each cell of each area, in twelve columns, as the Safeguarding Adults Collection is published.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from heard.rules.published_figures import CELLS_OF, is_possible, published_number

HEADER = (
    "GEOGRAPHY", "COUNCIL_TYPE", "REGION_CODE", "REGION_NAME", "ONS_CODE", "LA_CODE", "LA_NAME", "TABLE_REFERENCE", "ENQUIRY_TYPE",
    "CATEGORY", "SUBCATEGORY", "VALUE",
)  # fmt: skip
KEPT = {
    "geography": "GEOGRAPHY", "ons_code": "ONS_CODE", "area": "LA_NAME", "table": "TABLE_REFERENCE", "enquiry_type": "ENQUIRY_TYPE",
    "category": "CATEGORY", "subcategory": "SUBCATEGORY",
}  # fmt: skip
MOST_NAMED = 50


class NotTheNationalFile(ValueError):
    """The file has other columns; the message says which are missing."""


@dataclass
class National:
    """The rows to keep, and in words what was refused and why."""

    rows: list[dict] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def read_national_file(path: Path) -> National:
    """The cells of a national file. A value that nobody can read, and a table of an area whose part is larger than its whole, are refused.

    Raises NotTheNationalFile, and OSError or UnicodeDecodeError where the file cannot be read at all.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        if missing := [name for name in HEADER if name not in (rows.fieldnames or ())]:
            raise NotTheNationalFile(f"{path} is not the national file: it has no column {', '.join(missing)}.")
        found = National()
        for number, row in enumerate(rows, 2):
            try:
                value = published_number(row["VALUE"] or "")
            except ValueError:
                found.refused.append(f"line {number}: the value '{row['VALUE']}' is no number")
                continue
            kept = {name: (row[column] or "").strip()[:200] for name, column in KEPT.items()}
            found.rows.append({**kept, "number": value})
    return _without_the_impossible(found)


def _without_the_impossible(found: National) -> National:
    """Where an area's parts are larger than their whole in a table, that table of that area is left out and named."""
    sums: dict[tuple, dict[str, float]] = defaultdict(dict)
    for row in found.rows:
        key = row["ons_code"], row["area"], row["table"], row["enquiry_type"]
        if row["number"] is not None:
            sums[key][row["category"]] = sums[key].get(row["category"], 0) + row["number"]
    wrong = set()
    for key, cells in sums.items():
        for of in (one for one in CELLS_OF.values() if one.table == key[2]):
            part, whole = (sum(cells.get(name, 0) for name in names) for names in (of.parts, of.wholes))
            if all(name in cells for name in (*of.parts, *of.wholes)) and not (possible := is_possible(part, whole)):
                wrong.add(key)
                found.refused.append(f"{key[1] or key[0]}, table {key[2]}: {possible.because[0]}")
    kept = [row for row in found.rows if (row["ons_code"], row["area"], row["table"], row["enquiry_type"]) not in wrong]
    return National(kept, found.refused[:MOST_NAMED])
