"""What rows does a file of a bundle hold, and which of its cells are wrong?"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from heard.exchange.bundle import Bundle
from heard.exchange.cells import BadCell, is_skipped, tidy
from heard.exchange.faults import Faults, shown
from heard.exchange.tables import LONGEST_TEXT, Column, Kind, Table, key_of
from heard.exchange.versions import ALL_TABLES

_LONGEST_ROW = 8 * LONGEST_TEXT
# RFC 4180: a cell is quoted, with its quotes doubled, or has no quotes at all.
_WELL_QUOTED = re.compile(r'(?:"(?:[^"]|"")*+"|[^",]*+)(?:,(?:"(?:[^"]|"")*+"|[^",]*+))*+\r?\n?')
_QUOTING = ("the quoting is broken", "cells quoted as RFC 4180 says: in double quotes, with each quote inside them doubled")


@dataclass(slots=True)
class Row:
    """A row: where it stood, and its tidy cells, without the blank ones. ``wrong`` names the columns whose cells are left out."""

    line: int
    key: str
    cells: dict[str, str]
    wrong: tuple[str, ...] = ()


@dataclass
class Rows:
    """The rows of a table. ``whole`` is false where the file could not be read to its end, so that rows may be missing.

    ``unread`` are the references of single rows that could not be read: a link to one of them is no fault of its own.
    ``absent`` are the columns that the header does not name.
    """

    table: Table
    rows: list[Row] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    whole: bool = True


class _Stop(Exception):
    """The rest of this file cannot be read."""

    def __init__(self, line: int, column: str, wrong: str, expected: str):
        super().__init__(wrong)
        self.at = (line, column, wrong, expected)


class _Lines:
    """The lines of a file as text, remembering those of the row being read."""

    def __init__(self, stream: IO[bytes]):
        self._stream, self.number, self._row, self._length = stream, 0, [], 0

    def __iter__(self):
        return self

    def __next__(self) -> str:
        raw = self._stream.readline(_LONGEST_ROW + 1)
        if not raw:
            raise StopIteration
        self.number += 1
        self._length += len(raw)
        if self._length > _LONGEST_ROW:
            raise _Stop(self.number, "row", "the row or one of its cells is too long", f"at most {LONGEST_TEXT:,} characters in a cell")
        try:
            line = raw.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise _Stop(self.number, "row", "the line is not in UTF-8", "text in UTF-8") from None
        self._row.append(line)
        return line

    def row_read(self) -> str:
        """The raw text of the row that was just read."""
        raw, self._row, self._length = "".join(self._row), [], 0
        return raw


def _csv_rows(stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line each begins on. Raises _Stop where the file is broken."""
    csv.field_size_limit(LONGEST_TEXT)
    lines = _Lines(stream)
    reader = csv.reader(lines, strict=True)
    while True:
        begins = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "field limit" in str(error) or "field larger" in str(error):
                raise _Stop(begins, "row", "a cell of the row is too long", f"at most {LONGEST_TEXT:,} characters in a cell") from None
            raise _Stop(begins, "row", *_QUOTING) from None
        raw = lines.row_read()
        if '"' in raw and not _WELL_QUOTED.fullmatch(raw):
            raise _Stop(begins, "row", *_QUOTING)
        if cells:
            yield begins, cells


def _header(table: Table, names: list[str], line: int, faults: Faults) -> list[Column | None]:
    known = {column.name: column for column in table.columns}
    seen = set()
    for name in names:
        if name not in known:
            faults.add(table.file, line, name or "(no name)", "the column is not known", f"only {', '.join(table.names)}")
        elif name in seen:
            faults.add(table.file, line, name, "the column is there twice", "each column once")
        seen.add(name)
    for column in table.columns:
        if column.bold and column.name not in seen:
            faults.add(table.file, line, column.name, "the column is missing", "this column in every bundle")
    return [known.get(name) for name in names]


def read_table(table: Table, stream: IO[bytes], faults: Faults) -> Rows:
    """The rows of one file. Every fault of its cells is added to ``faults``."""
    read = Rows(table)
    found = _csv_rows(stream)
    try:
        line, names = next(found, (1, None))
        if names is None:
            raise _Stop(1, "header", "the file is empty", f"a header row: {', '.join(table.names)}")
        columns = _header(table, names, line, faults)
        read.absent = set(table.names) - set(names)
        for line, cells in found:
            if len(cells) != len(columns):
                faults.add(table.file, line, "row", f"the row has {len(cells)} cells", f"{len(columns)}, as many as the header")
                read.unread.update(cells)
            else:
                read.rows.append(_row(table, columns, line, cells, faults))
    except _Stop as stop:
        faults.add(table.file, *stop.at)
        read.whole = False
    read.whole = read.whole and not read.absent & set(table.key)
    return read


def _row(table: Table, columns: list[Column | None], line: int, cells: list[str], faults: Faults) -> Row:
    row = Row(line, "", {})
    for column, cell in zip(columns, cells, strict=True):
        if column is None or not cell:
            continue
        try:
            row.cells[column.name] = tidy(column, cell)
        except BadCell as bad:
            faults.add(table.file, line, column.name, bad.wrong, bad.expected)
            row.wrong += (column.name,)
            continue
        if column.kind == Kind.TIME and is_skipped(cell):
            note = f"{table.file}:{line}: {column.name}: {shown(cell)} fell in the hour London skipped; read as {row.cells[column.name]}"
            faults.note(note)
    row.key = key_of(table, row.cells)
    return row


def read_bundle(bundle: Bundle, faults: Faults, progress) -> dict[str, Rows]:
    """The rows of every table by file name; a table whose file is absent has none. ``progress(words)`` is told of each file."""
    tables = {}
    for table in ALL_TABLES:
        if table.file in bundle.files:
            with bundle.open(table.file) as stream:
                tables[table.file] = read_table(table, stream, faults)
            progress(f"Read {table.file}: {len(tables[table.file].rows):,} rows")
        else:
            tables[table.file] = Rows(table)
    if "people.csv" not in bundle.files:
        faults.add("people.csv", 1, "file", "the file is missing", "people.csv in every bundle")
        tables["people.csv"].whole = False
    return tables
