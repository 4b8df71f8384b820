"""Do the rows of a bundle agree with themselves and with one another?"""

from collections.abc import Container
from datetime import date

from heard.exchange.cells import items_of
from heard.exchange.faults import Faults, shown
from heard.exchange.reading import Row, Rows
from heard.exchange.tables import CONVERSATIONS, DESIRED_OUTCOMES, ENQUIRIES, PEOPLE, RISKS, Kind, Table
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME

ENDS = {
    "people.csv": ("birth_date", "death_date", "death is before birth"),
    "enquiries.csv": ("started_on", "concluded_on", "the end is before the start"),
    "desired_outcomes.csv": ("expressed_on", "withdrawn_on", "it was withdrawn before it was expressed"),
}


def check_rows(tables: dict[str, Rows], faults: Faults, *, today: date) -> None:
    """Every row by itself: bold cells, a reference used twice, a birth in the future, and what one row may hold."""
    for rows in tables.values():
        seen: dict[str, int] = {}
        for row in rows.rows:
            _check_bold(rows, row, faults)
            _check_once(rows.table, row, seen, faults)
            if rows.table is PEOPLE and row.cells.get("birth_date", "") > today.isoformat():
                faults.add(PEOPLE.file, row.line, "birth_date", "the birth is in the future", f"a day up to {today.isoformat()}")
            if rows.table is CONVERSATIONS:
                _check_about_one(row, faults)


def _check_bold(rows: Rows, row: Row, faults: Faults) -> None:
    table = rows.table
    for column in table.columns:
        said = column.name in row.wrong or column.name in rows.absent or row.cells.get(column.name, "").strip()
        if not column.bold or said:
            continue
        if column.name == "family_name":
            if "given_name" in row.cells:
                faults.add(table.file, row.line, column.name, "the cell is blank", "a family name, blank only if given_name is blank too")
            continue
        faults.add(table.file, row.line, column.name, "the cell is blank", "a value in every row")


def _check_once(table: Table, row: Row, seen: dict[str, int], faults: Faults) -> None:
    if any(name not in row.cells for name in table.key):
        return
    if row.key in seen:
        if table is RISKS:
            wrong = f"the enquiry has this type, source and location already, on line {seen[row.key]}"
            faults.add(table.file, row.line, "type", wrong, "one row for each type, source and location")
        else:
            wrong = f"{shown(row.key)} is a duplicate: it is on line {seen[row.key]} already"
            faults.add(table.file, row.line, table.key[0], wrong, "each reference once")
    seen.setdefault(row.key, row.line)


def _check_about_one(row: Row, faults: Faults) -> None:
    given = [name for name in ("concern_ref", "enquiry_ref") if name in row.cells]
    if len(given) == 2:
        wrong = "the conversation has a concern_ref and an enquiry_ref"
        faults.add(CONVERSATIONS.file, row.line, "enquiry_ref", wrong, "exactly one of the two")
    elif not given and not {"concern_ref", "enquiry_ref"} & set(row.wrong):
        wrong = "the conversation has neither a concern_ref nor an enquiry_ref"
        faults.add(CONVERSATIONS.file, row.line, "concern_ref", wrong, "exactly one of the two")


def check_links(tables: dict[str, Rows], held: dict[str, Container[str]], faults: Faults) -> None:
    """Every reference names a row of the bundle or one that Heard holds. A file that could not be read whole is not asked."""
    known = {file: {row.key for row in rows.rows} | rows.unread for file, rows in tables.items() if rows.table is not RISKS}
    for rows in tables.values():
        links = [column for column in rows.table.columns if column.kind in (Kind.LINK, Kind.LINKS) and tables[column.to].whole]
        for row in rows.rows:
            for column in links:
                cell = row.cells.get(column.name)
                for ref in () if cell is None else items_of(cell) if column.kind == Kind.LINKS else (cell,):
                    if ref not in known[column.to] and ref not in held[column.to]:
                        wrong = f"{shown(ref)} names no row"
                        faults.add(rows.table.file, row.line, column.name, wrong, f"a row of {column.to} in the bundle or already held")


def check_enquiries(rows: Rows, held_enquiry_of: dict[str, str], faults: Faults) -> None:
    """At most one enquiry for a concern, those that Heard holds included (concern's reference to enquiry's reference)."""
    by_concern = dict(held_enquiry_of)
    for row in rows.rows:
        concern = row.cells.get("concern_ref")
        if concern is None or "enquiry_ref" not in row.cells:
            continue
        other = by_concern.setdefault(concern, row.key)
        if other != row.key:
            wrong = f"the concern {shown(concern)} has the enquiry {shown(other)} already"
            faults.add(ENQUIRIES.file, row.line, "concern_ref", wrong, "at most one enquiry for a concern")


def check_replacing(rows: Rows, held: dict[str, dict[str, str]], faults: Faults) -> None:
    """A wish replaces an earlier one of its own enquiry, and no wish ends up replacing itself. ``held`` are cells Heard holds."""
    wishes = {**held, **{row.key: {**held.get(row.key, {}), **row.cells} for row in rows.rows}}
    for row in rows.rows:
        was = row.cells.get("replaces")
        if was is None:
            continue
        if was == row.key:
            faults.add(DESIRED_OUTCOMES.file, row.line, "replaces", "the wish replaces itself", "the outcome_ref of an earlier wish")
        elif was in wishes and wishes[was].get("enquiry_ref") != wishes[row.key].get("enquiry_ref"):
            wrong = f"the wish {shown(was)} is of another enquiry"
            faults.add(DESIRED_OUTCOMES.file, row.line, "replaces", wrong, "the outcome_ref of an earlier wish of the same enquiry")
        elif _comes_round(row.key, wishes):
            wrong = "the wishes replace one another in a circle"
            faults.add(DESIRED_OUTCOMES.file, row.line, "replaces", wrong, "the outcome_ref of an earlier wish")


def _comes_round(key: str, wishes: dict[str, dict[str, str]]) -> bool:
    seen, at = {key}, wishes[key].get("replaces")
    while at is not None and at not in seen:
        seen.add(at)
        at = wishes.get(at, {}).get("replaces")
    return at == key


def check_together(table: Table, line: int, cells: dict[str, str], faults: Faults, wrong: tuple[str, ...] = ()) -> None:
    """The cells of a row as Heard will hold it: an end after its start, an outcome beside a risk, reviews' subsets."""
    if table.file in ENDS:
        start, end, words = ENDS[table.file]
        if start in cells and end in cells and cells[end] < cells[start]:
            faults.add(table.file, line, end, words, f"{cells[start]} or later")
    if table is RISKS and "outcome" in cells and cells.get("finding") not in FINDINGS_WITH_OUTCOME and "finding" not in wrong:
        wrong_words = f"an outcome beside the finding {shown(cells['finding'])}" if "finding" in cells else "an outcome without a finding"
        faults.add(table.file, line, "outcome", wrong_words, "no outcome, or the finding risk-action or risk-no-action")
    for part in ("died_refs", "survived_harm_refs"):
        if part in cells and "person_refs" not in wrong:
            left = set(items_of(cells[part])) - set(items_of(cells.get("person_refs", "")))
            if left:
                faults.add(table.file, line, part, f"{shown(min(left))} is not in person_refs", "only people of person_refs")
