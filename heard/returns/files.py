"""How is the return written as a file?"""

import csv
from collections.abc import Mapping
from typing import TextIO

from heard.rules.statutory_return import Cell

HEADER = ("TABLE_REFERENCE", "ENQUIRY_TYPE", "CATEGORY", "SUBCATEGORY", "AGE_BAND", "VALUE")


def write_return(cells: Mapping[Cell, int | str], into: TextIO) -> None:
    """One row a cell, with a header, as the exchange format fixes it. ``into`` must not translate line ends."""
    rows = csv.writer(into, lineterminator="\n")
    rows.writerow(HEADER)
    rows.writerows((cell.table, cell.enquiry_type, cell.category, cell.subcategory, cell.age_band, value) for cell, value in cells.items())
