"""How is the return written as a file, and read back?"""

import csv
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from io import StringIO
from typing import TextIO

from heard.rules.statutory_return import Cell

HEADER = ("TABLE_REFERENCE", "ENQUIRY_TYPE", "CATEGORY", "SUBCATEGORY", "AGE_BAND", "VALUE")


def write_return(cells: Mapping[Cell, int | str], into: TextIO) -> None:
    """One row a cell, with a header, as the exchange format fixes it. ``into`` must not translate line ends."""
    rows = csv.writer(into, lineterminator="\n")
    rows.writerow(HEADER)
    rows.writerows((cell.table, cell.enquiry_type, cell.category, cell.subcategory, cell.age_band, value) for cell, value in cells.items())


def text_of(cells: Mapping[Cell, int | str]) -> str:
    """The file as one text, with the very bytes that ``heard return sac`` writes once it is encoded as UTF-8."""
    into = StringIO(newline="")
    write_return(cells, into)
    return into.getvalue()


def hash_of(text: str) -> str:
    """The SHA-256 of a file's bytes."""
    return sha256(text.encode("utf-8")).hexdigest()


def seal_of(text: str, checks: Sequence[Mapping], words: str = "") -> str:
    """The SHA-256 over a file's own hash, what the checks found with how it was explained, and what was said with it."""
    sealed = {"checks": list(checks), "file": hash_of(text), "words": words}
    return hash_of(json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def cells_in(text: str) -> dict[Cell, int]:
    """The cells of a file that was written without disclosure control."""
    rows = csv.reader(StringIO(text, newline=""))
    next(rows)
    return {Cell(*names): int(value) for *names, value in rows}
