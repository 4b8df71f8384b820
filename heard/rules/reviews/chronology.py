"""What happened when, as each agency tells it, in one order?"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from heard.rules.typed_details import birth_date_in

HEADINGS = ("date", "time", "what", "source")


@dataclass(frozen=True)
class Row:
    """One thing that happened: its day, its time where one is known, what, and where it is written."""

    on: date
    at: time | None
    what: str
    source: str = ""


def read_rows(text: str, *, today: date) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of a chronology as pasted or uploaded (date, time, what, source; with commas, semicolons or tabs), and what is wrong.

    A first line that names the columns is passed over. A line that cannot be read is told by its number, and nothing of it is guessed.
    Practice: agencies’ chronologies are part of the record of a review (handbook, Safeguarding Adults Reviews: record).
    """
    rows, faults = [], []
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    for number, cells in enumerate(csv.reader(lines, delimiter=_delimiter(lines)), 1):
        cells = [cell.strip() for cell in cells]
        if not any(cells) or (number == 1 and cells[0].casefold() == HEADINGS[0]):
            continue
        found = _row([*cells, "", "", ""], today)
        rows.append(found) if isinstance(found, Row) else faults.append(f"Line {number}: {found}")
    return tuple(rows), tuple(faults)


def _delimiter(lines: list[str]) -> str:
    first = next((line for line in lines if line.strip()), "")
    return max((",", ";", "\t"), key=first.count)


def _row(cells: list[str], today: date) -> Row | str:
    on = birth_date_in(cells[0], today=today)
    if on is None:
        return f"‘{cells[0][:40]}’ is not a date up to today. Write it like 3 May 2025, 03/05/2025 or 2025-05-03."
    at = _time(cells[1])
    if cells[1] and at is None:
        return f"‘{cells[1][:40]}’ is not a time. Write it like 14:30, or leave it blank."
    return Row(on, at, cells[2], cells[3]) if cells[2] else "it does not say what happened."


def _time(words: str) -> time | None:
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::[0-5]\d)?", words)
    return time(int(found[1]), int(found[2])) if found else None


def merged(entries: Iterable) -> list:
    """Every agency's rows in one order: by day, those without a time first, then by time; on the same moment by agency.

    Practice: one merged chronology shows what each agency knew when (handbook, Safeguarding Adults Reviews: record).
    """
    return sorted(entries, key=lambda one: (one.on, one.at is not None, one.at or time(), one.agency.casefold()))
