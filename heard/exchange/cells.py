"""What does one cell say, and is it what its column allows?"""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from stdnum.gb import nhs

from heard.exchange.faults import shown
from heard.exchange.tables import LISTS, LONGEST_LINE, LONGEST_REF, LONGEST_SHORT, LONGEST_TEXT, Column, Kind

LONDON = ZoneInfo("Europe/London")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_TEN_DIGITS = re.compile(r"[0-9]{10}")
_LONGEST = {
    Kind.LINE: LONGEST_LINE, Kind.SHORT: LONGEST_SHORT, Kind.REF: LONGEST_REF, Kind.LINK: LONGEST_REF, Kind.LANGUAGE: 35,
}  # fmt: skip


class BadCell(ValueError):
    """A cell that says something its column does not allow: ``wrong`` and ``expected``."""

    def __init__(self, wrong: str, expected: str):
        super().__init__(wrong)
        self.wrong, self.expected = wrong, expected


def items_of(cell: str) -> list[str]:
    """The items of a ``;`` list, each once, in their order, without the spaces around them."""
    return list(dict.fromkeys(item.strip() for item in cell.split(";"))) if cell else []


@lru_cache(maxsize=20_000)
def read_date(cell: str) -> date:
    """The date in a cell. Raises BadCell."""
    try:
        if not _DATE.fullmatch(cell):
            raise ValueError
        return date.fromisoformat(cell)
    except ValueError:
        raise BadCell(f"{shown(cell)} is not a date", "a day that exists, written YYYY-MM-DD") from None


def read_time(cell: str) -> datetime:
    """The instant in a cell, in UTC. Without an offset it is London's time, the first of the two in October's repeated hour.

    An hour that London skipped in spring is read as if the clocks had not yet gone forward. Raises BadCell.
    """
    try:
        if not _TIME.fullmatch(cell):
            raise ValueError
        at = datetime.fromisoformat(cell)
        return (at if at.tzinfo else at.replace(tzinfo=LONDON)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadCell(
            f"{shown(cell)} is not a time", "a time that exists, written YYYY-MM-DDTHH:MM:SS, with an offset such as +01:00 or none"
        ) from None


def write_time(at: datetime) -> str:
    """An instant as London's time, with its offset only where that time came twice."""
    local = at.astimezone(LONDON).replace(microsecond=0)
    came_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return local.isoformat() if came_twice else local.replace(tzinfo=None).isoformat()


def is_skipped(cell: str) -> bool:
    """Whether a good time without offset falls in the hour that London skipped when its clocks went forward."""
    return len(cell) == 19 and write_time(read_time(cell))[:19] != cell


def _code(column: Column, cell: str) -> str:
    if cell not in column.codes:
        raise BadCell(f"{shown(cell)} is not a code of this column", f"one of {', '.join(column.codes)}")
    return cell


def _nhs_number(cell: str) -> str:
    # The number itself is not repeated in the message: it names one person.
    if not _TEN_DIGITS.fullmatch(cell):
        raise BadCell("the NHS number is not ten digits", "ten digits and nothing else")
    if not nhs.is_valid(cell):
        raise BadCell("the NHS number fails its check", "ten digits that pass Modulus 11")
    return cell


def _list(column: Column, cell: str) -> str:
    items = items_of(cell)
    if column.kind == Kind.ITEMS:
        return ";".join(item for item in items if item)
    for item in items:
        if column.kind == Kind.CODES:
            _code(column, item)
        elif not item:
            raise BadCell("an item of the list is empty", "references separated by ;")
    return ";".join(items)


def _language(cell: str) -> str:
    if not _LANGUAGE.fullmatch(cell):
        raise BadCell(f"{shown(cell)} is not a language", "a BCP 47 tag, such as en-GB, cy or pl")
    return cell


def _fits(column: Column, cell: str) -> None:
    longest = _LONGEST.get(column.kind, LONGEST_TEXT)
    if len(cell) > longest:
        raise BadCell(f"the cell has {len(cell):,} characters", f"at most {longest:,}")
    if "\0" in cell:
        raise BadCell("the cell holds a null character", "text")


def _time(cell: str) -> str:
    return write_time(read_time(cell))


def tidy(column: Column, cell: str) -> str:
    """The cell as Heard writes it: the same instant, set or words. Blank stays blank. Raises BadCell."""
    if not cell:
        return ""
    _fits(column, cell)
    if column.kind in LISTS:
        return _list(column, cell)
    if column.kind == Kind.CODE:
        return _code(column, cell)
    if column.kind == Kind.DATE:
        return read_date(cell).isoformat()
    if column.kind == Kind.TIME:
        return _time(cell)
    if column.kind == Kind.NHS:
        return _nhs_number(cell)
    if column.kind == Kind.LANGUAGE:
        return _language(cell)
    if column.kind in (Kind.REF, Kind.LINK) and not cell.strip():
        raise BadCell("the reference is only spaces", "a reference")
    return cell


def same(column: Column, one: str, other: str) -> bool:
    """Whether two tidy cells say the same: the order of a list says nothing."""
    return one == other or (column.kind in LISTS and set(one.split(";")) == set(other.split(";")))
