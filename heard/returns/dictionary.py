"""What does each column of the case table hold? The data dictionary, from the columns themselves."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from heard.returns.case_table import COLUMNS, Column

HEADER = ("COLUMN", "LABEL", "MEANING", "CODE", "CODE_LABEL")


def dictionary_rows(columns: Iterable[Column] = COLUMNS) -> Iterator[tuple[str, ...]]:
    """One row for each column, or for each code of a column that has codes."""
    for column in columns:
        for code, label in (column.codes or {"": ""}).items():
            yield (column.name, column.label, column.meaning, str(code), label)


def write_dictionary(into: TextIO, columns: Iterable[Column] = COLUMNS) -> None:
    """The data dictionary as CSV. ``into`` must not translate line ends."""
    rows = csv.writer(into, lineterminator="\n")
    rows.writerow(HEADER)
    rows.writerows(dictionary_rows(columns))
