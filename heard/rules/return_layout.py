"""How are the cells of the statutory return laid out as tables that a person reads?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from heard.rules.statutory_return import ASKED, ASKED_BLANK, CAPACITY, CAPACITY_BLANK, CONCERNS, NOT_KNOWN, UNDECLARED, Cell, all_cells
from heard.rules.vocabulary.adult import HealthCondition
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.voice import Asked

STARTED_WORDS = "Concerns received and enquiries started in the year."
CONCLUDED_WORDS = "Enquiries concluded in the year."
ONCE = "Each person once in each column."
# The title of each table, and what is counted in it.
TABLES: dict[str, tuple[str, str]] = {
    "SG1a": ("Individuals by age", f"People. {STARTED_WORDS} {ONCE} Age on 31 March, or at death."),
    "SG1b": ("Individuals by gender", f"People. {STARTED_WORDS} {ONCE}"),
    "SG1c": ("Individuals by ethnicity", f"People. {STARTED_WORDS} {ONCE}"),
    "SG1d": ("Individuals by primary support reason", f"People. {STARTED_WORDS} A person with two reasons is counted under both."),
    "SG1e": ("Individuals by reported health condition", f"People. {STARTED_WORDS} A person is counted under each of their conditions."),
    "SG1f": ("Concerns and enquiries", f"Cases. {STARTED_WORDS}"),
    "SG2a": ("Type and source of risk", f"{CONCLUDED_WORDS} An enquiry is counted once in each cell that one of its risks is in."),
    "SG2a_b1": ("Type and location of risk", f"{CONCLUDED_WORDS} An enquiry is counted once in each cell that one of its risks is in."),
    "SG2b": ("Location and source of risk", f"{CONCLUDED_WORDS} An enquiry is counted once in each cell that one of its risks is in."),
    "SG2c": ("Risk assessment outcome and source of risk", f"{CONCLUDED_WORDS} A risk without a finding is in no cell."),
    "SG2e": ("Risk outcome and source of risk", f"{CONCLUDED_WORDS} Where a risk was identified. One without an outcome is in no cell."),
    "SG3a": (
        "Mental capacity by age",
        f"{CONCLUDED_WORDS} Did the adult LACK capacity to make decisions about the enquiry? Heard asks whether they had it, and turns it "
        "about here.",
    ),
    "SG4a": (
        "Making Safeguarding Personal by age",
        f"{CONCLUDED_WORDS} Was the adult, or who speaks for them, asked what they want; and of those who said, how far did it happen?",
    ),
    "SG5a": ("Safeguarding Adult Reviews", "Reviews started in the year."),
    "SG5b": ("Individuals in Safeguarding Adult Reviews", "People in reviews started in the year, each once in a row."),
}  # fmt: skip
BY_AGE, CROSSED = ("SG3a", "SG4a"), ("SG2a", "SG2a_b1", "SG2b", "SG2c", "SG2e")
# Rows that say that something is missing: nobody knew, or nobody wrote it down. The two are never the same.
NOBODY_KNEW = frozenset({NOT_KNOWN, UNDECLARED, CAPACITY[Answer.NOT_KNOWN], ASKED[Asked.NOT_KNOWN]})
NOT_WRITTEN_DOWN = frozenset({CAPACITY_BLANK, ASKED_BLANK})


@dataclass(frozen=True)
class Grid:
    """One table on a page: what heads it, its columns, and its rows of cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True)
class Layout:
    """One table of the return as it is shown: one grid, or one for each enquiry type."""

    table: str
    title: str
    counted: str
    grids: tuple[Grid, ...]


@cache
def layouts() -> tuple[Layout, ...]:
    """Every table of the return, in order, with every one of its cells once.

    Practice: the published tables (handbook 1.2 and 1.3); the order is that of the exchange format.
    """
    cells: dict[str, list[Cell]] = {}
    for cell in all_cells():
        cells.setdefault(cell.table, []).append(cell)
    return tuple(Layout(table, *TABLES[table], tuple(_grids(table, of))) for table, of in cells.items())


def _grids(table: str, cells: list[Cell]) -> Iterator[Grid]:
    kinds = list(dict.fromkeys(cell.enquiry_type for cell in cells))
    if table not in BY_AGE + CROSSED:
        yield _grid(table, "", cells, lambda cell: cell.enquiry_type)
        return
    across = (lambda cell: cell.age_band) if table in BY_AGE else (lambda cell: cell.subcategory)
    for kind in kinds:
        yield _grid(table, kind, [cell for cell in cells if cell.enquiry_type == kind], across)


def _grid(table: str, caption: str, cells: list[Cell], across) -> Grid:
    columns = tuple(dict.fromkeys(across(cell) for cell in cells))
    rows: dict[str, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.category, []).append(cell)
    return Grid(caption or TABLES[table][0], columns, tuple((row_label(of[0]), tuple(of)) for of in rows.values()))


def row_label(cell: Cell) -> str:
    """What a cell's row is called on a page: the published label; a condition by its words, for its code is all the file has.

    Practice: exchange format, "SG1e's CATEGORY is the condition's own code".
    """
    return HealthCondition(cell.category).label if cell.table == "SG1e" else cell.category


def cell_in_words(cell: Cell) -> str:
    """A cell named in a sentence's worth of words: its table, enquiry type, row and column.

    Practice: the labels of the published tables (handbook 1.3).
    """
    return ", ".join(part for part in (cell.table, cell.enquiry_type, row_label(cell), cell.subcategory, cell.age_band) if part)


def slug_of(cell: Cell) -> str:
    """What a cell is called in an address: its labels, in small letters and hyphens.

    Practice: house rule, an address holds references and labels and nothing about a person.
    """
    parts = (cell.table, cell.enquiry_type, cell.category, cell.subcategory, cell.age_band)
    return "_".join(_plain(part) for part in parts if part)


def cell_named(slug: str) -> Cell | None:
    """The cell of that slug, or None where no cell has it.

    Practice: house rule, every cell can be linked to.
    """
    return _by_slug().get(slug)


@cache
def _by_slug() -> dict[str, Cell]:
    return {slug_of(cell): cell for cell in all_cells()}


def _plain(words: str) -> str:
    letters = normalize("NFKD", words).encode("ascii", "ignore").decode().lower().replace("'", "").replace("+", " plus")
    return "-".join("".join(one if one.isalnum() else " " for one in letters).split())


def is_missing(cell: Cell) -> bool:
    """Whether a cell counts what nobody knew or nobody wrote down.

    Practice: exchange format, "not known" is somebody's answer and a blank is "not recorded"; the two are kept apart.
    """
    return cell.category in NOBODY_KNEW | NOT_WRITTEN_DOWN


def counts_people(table: str) -> bool:
    """Whether a table counts people, so that a cell can hold fewer of them than there are cases behind it.

    Practice: the counting units of the return (handbook 0, fact 4).
    """
    return table in ("SG1a", "SG1b", "SG1c", "SG1d", "SG1e", "SG5b")


def year_in_words(year: int) -> str:
    """A year of the return in words: "April 2025 to March 2026".

    Practice: counting rule 1 of the exchange format.
    """
    return f"April {year} to March {year + 1}"


def is_of_concerns(cell: Cell) -> bool:
    """Whether a cell counts concerns, and not enquiries or reviews.

    Practice: the enquiry types of the exchange format.
    """
    return cell.enquiry_type == CONCERNS


def changed_cells(now: dict[Cell, int], before: dict[Cell, int]) -> Iterable[tuple[Cell, int, int]]:
    """The cells in which two returns differ, in the order of the tables: the cell, what it was and what it is.

    Practice: a resubmission is shown with its differences (issue: the return).
    """
    return [(cell, before.get(cell, 0), now.get(cell, 0)) for cell in all_cells() if before.get(cell, 0) != now.get(cell, 0)]
