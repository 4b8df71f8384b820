"""How is one field of a record a cell of a row, and back?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from heard.exchange.cells import items_of, read_date, read_time, write_time
from heard.exchange.queries.keys import listed, text
from heard.exchange.tables import LISTS, Column, Kind, Table
from heard.rules.labelled import Labelled
from heard.rules.vocabulary.answers import YesNo


@dataclass(frozen=True)
class Field:
    """A cell and the attribute it lives in. ``inside`` names the keys within a JSON attribute.

    ``is_flag`` is a yes or no kept as a boolean; ``is_lines`` is a list of texts, one on each line of the cell.
    """

    column: Column
    attr: str
    inside: tuple[str, ...] = ()
    is_flag: bool = False
    is_lines: bool = False

    @property
    def name(self) -> str:
        return self.column.name

    def cell(self, row: dict[str, Any]) -> str:
        """The cell of a record given as its attributes. References are written by the table, not here."""
        value = row[self.attr]
        for key in self.inside:
            value = (value or {}).get(key, "")
        if self.is_flag:
            return YesNo.YES if value else YesNo.NO
        if self.is_lines:
            return "\n".join(value or ())
        if self.column.kind in LISTS:
            return listed(value)
        if self.column.kind == Kind.TIME:
            return write_time(value) if value else ""
        return text(value)

    def value(self, cell: str) -> Any:
        """The value that a tidy cell stands for; for a blank one, what the field holds where nothing is recorded."""
        if self.is_flag:
            return cell == YesNo.YES
        if self.is_lines:
            return cell.split("\n") if cell else []
        if self.column.kind in LISTS:
            return items_of(cell)
        if self.column.kind == Kind.DATE:
            return read_date(cell) if cell else None
        if self.column.kind == Kind.TIME:
            return read_time(cell) if cell else None
        return cell


@dataclass(frozen=True)
class Link:
    """A cell that refers to a row of another file, and the attribute that points at its record.

    ``of_case``: a concern that names its case; ``by_reference``: a concern that is kept by Heard's own reference.
    """

    column: Column
    attr: str
    of_case: bool = False
    by_reference: bool = False

    @property
    def name(self) -> str:
        return self.column.name


@dataclass(frozen=True)
class Carried:
    """A file of version 1.1: the model its rows are, its links and its fields.

    ``only_one`` is the attribute of which a row is the one current row; ``ends`` are pairs of dates of which the second is never before
    the first, with what is wrong; ``extends`` is the file whose records the rows add to; ``reshape`` gives, for a JSON attribute, how it
    becomes a dict of cells and back; ``shown`` are the terms of rows that go out.
    """

    file: str
    model: type[Model]
    key: Column
    links: tuple[Link, ...]
    fields: tuple[Field, ...]
    only_one: str = ""
    ends: tuple[tuple[str, str, str], ...] = ()
    extends: str = ""
    reshape: dict[str, tuple[Callable, Callable]] = field(default_factory=dict)
    shown: dict[str, Any] = field(default_factory=dict)

    @property
    def table(self) -> Table:
        """The file as the format knows it."""
        columns = [self.key, *(link.column for link in self.links), *(one.column for one in self.fields)]
        return Table(self.file, (self.key.name,), tuple(columns))

    @property
    def is_versioned(self) -> bool:
        """Whether a changed row is a new version, rather than a change in place with what stood there in the audit."""
        return any(one.name == "supersedes" for one in self.model._meta.concrete_fields)

    @property
    def can_be_in_error(self) -> bool:
        return any(one.name == "in_error_at" for one in self.model._meta.concrete_fields)


def ref(name: str) -> Column:
    return Column(name, Kind.REF, bold=True)


def person() -> Link:
    return Link(Column("person_ref", Kind.LINK, bold=True, to="people.csv"), "person_id")


def case() -> Link:
    """The case, named by a concern of it."""
    return Link(Column("concern_ref", Kind.LINK, bold=True, to="concerns.csv"), "case_id", of_case=True)


def link(name: str, attr: str, to: str, *, bold: bool = False) -> Link:
    return Link(Column(name, Kind.LINK, bold=bold, to=to), attr)


def texts(*names: str, bold: bool = False) -> tuple[Field, ...]:
    return tuple(Field(Column(name, bold=bold), name) for name in names)


def lines(*names: str, bold: bool = False) -> tuple[Field, ...]:
    """Short texts, which the database keeps in a column of limited length."""
    return tuple(Field(Column(name, Kind.SHORT, bold=bold), name) for name in names)


def day(name: str, *, bold: bool = False) -> Field:
    return Field(Column(name, Kind.DATE, bold=bold), name)


def time(name: str, *, bold: bool = False) -> Field:
    return Field(Column(name, Kind.TIME, bold=bold), name)


def code(name: str, codes: Iterable[str] | type[Labelled], *, bold: bool = False, attr: str = "", inside: tuple[str, ...] = ()) -> Field:
    return Field(Column(name, Kind.CODE, bold=bold, codes=tuple(str(one) for one in codes)), attr or name, inside)


def codes(name: str, of: Iterable[str] | type[Labelled]) -> Field:
    return Field(Column(name, Kind.CODES, codes=tuple(str(one) for one in of)), name)


def flag(name: str, *, bold: bool = False) -> Field:
    return Field(Column(name, Kind.CODE, bold=bold, codes=tuple(str(one) for one in YesNo)), name, is_flag=True)


def said(name: str, attr: str, *inside: str) -> Field:
    """A text inside a JSON attribute."""
    return Field(Column(name), attr, inside)
