"""How does the return go out as a workbook: a sheet for each table, one for the checks and one of notes?"""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from heard.documents.spreadsheet import harmless
from heard.rules.return_checks import Check, Severity
from heard.rules.return_layout import Layout, layouts
from heard.rules.statutory_return import Cell

BOLD, TITLE = Font(bold=True), Font(bold=True, size=14)
FIRST_WIDTH, WIDTH, WIDEST = 62, 20, 90
LABELS = (
    "Labels", "Those of the published tables of the Safeguarding Adults Collection. The template to send in may word some otherwise: paste "
    "as values.",
)  # fmt: skip
CHECKS_HEAD = ("Check", "About", "How sure", "What was found", "Explanation", "Explained by", "Cases")


def workbook_of(values: Mapping[Cell, int | str], *, notes: Sequence[tuple[str, str]], checks: Sequence[dict] | None = None) -> bytes:
    """The workbook's bytes. ``notes`` are names and words; ``checks`` as they are kept, or None where they may not be shown. A cell that an
    older file does not have is blank."""
    book = Workbook()
    _fill(book.active, "Notes", [("The return: notes",), (), *notes], widths=(28, WIDEST))
    for layout in layouts():
        _table(book.create_sheet(), layout, values)
    if checks is not None:
        _fill(book.create_sheet(), "Checks", [("Checks and explanations",), (), CHECKS_HEAD, *map(_check, checks)], widths=(
            30, 30, 22, 70, 70, 24, 12))  # fmt: skip
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def _check(one: dict) -> tuple:
    names = Check(one["check"]).label, one["about"], Severity(one["severity"]).label
    return (*names, one["explanation"], one["said"] or "Not explained yet", one["said_by"], len(one["cases"]))


def _table(sheet: Worksheet, layout: Layout, values: Mapping[Cell, int | str]) -> None:
    rows: list[Sequence] = [(f"{layout.table} {layout.title}",), (layout.counted,)]
    heads = []
    for grid in layout.grids:
        rows += [(), (grid.caption, *grid.columns)]
        heads.append(len(rows))
        rows += [(label, *(values.get(cell, "") for cell in cells)) for label, cells in grid.rows]
    _fill(sheet, layout.table, rows, widths=(FIRST_WIDTH, *(WIDTH for _ in layout.grids[0].columns)), heads=heads)


def _fill(sheet: Worksheet, name: str, rows: Iterable[Sequence], *, widths: Sequence[int], heads: Sequence[int] = (3,)) -> None:
    sheet.title = name
    for row in rows:
        sheet.append([harmless(one) for one in row])
    sheet["A1"].font = TITLE
    for number in heads:
        for cell in sheet[number]:
            cell.font = BOLD
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
