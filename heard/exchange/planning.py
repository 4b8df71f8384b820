"""What would importing this bundle do, and what is wrong with it?"""

from collections.abc import Callable
from datetime import date

from heard.exchange.carried.checking import check_carried
from heard.exchange.checking import check_enquiries, check_links, check_replacing, check_rows, check_together
from heard.exchange.faults import Faults, shown
from heard.exchange.merging import Plan, is_somebody_else, place
from heard.exchange.queries.imported import rows_as_imported
from heard.exchange.queries.keys import HeldRow, Keys
from heard.exchange.queries.tables import held_rows
from heard.exchange.reading import Row, Rows
from heard.exchange.tables import DESIRED_OUTCOMES, ENQUIRIES, PEOPLE, RISKS, Table
from heard.exchange.versions import ALL_TABLES, CARRIED


def plan_import(
    tables: dict[str, Rows], keys: Keys, faults: Faults, *, today: date, progress: Callable[[str], None]
) -> dict[str, Plan]:
    """The plan of each table, by file name. Whatever is wrong is added to ``faults``; then nothing may be written."""
    check_rows(tables, faults, today=today)
    check_links(tables, {table.file: keys.ids(table.file) for table in ALL_TABLES if table is not RISKS}, faults)
    check_enquiries(tables[ENQUIRIES.file], _enquiry_of_concern(keys), faults)
    plans = {}
    for table in ALL_TABLES:
        held = _held(table, tables[table.file], keys)
        if table is DESIRED_OUTCOMES:
            check_replacing(tables[table.file], {key: one.cells for key, one in held.items() if one.cells is not None}, faults)
        plans[table.file] = _plan(tables[table.file], held, keys, faults)
        if table.file in CARRIED:
            check_carried(CARRIED[table.file], plans[table.file], keys, faults)
        progress(f"Compared {table.file} with what Heard holds")
    return plans


def _enquiry_of_concern(keys: Keys) -> dict[str, str]:
    return {keys.concerns[concern]: keys.enquiries[enquiry] for concern, enquiry in keys.enquiry_of_concern.items()}


def _held(table: Table, rows: Rows, keys: Keys) -> dict[str, HeldRow]:
    """What Heard holds of the rows of the bundle; of the wishes, all, as one may replace one that is not in the bundle."""
    if not rows.rows:
        return {}
    wanted = {row.key for row in rows.rows}
    return {one.key: one for one in held_rows(table.file, keys) if one.key in wanted or table is DESIRED_OUTCOMES}


def _plan(rows: Rows, held: dict[str, HeldRow], keys: Keys, faults: Faults) -> Plan:
    plan = Plan(rows.table)
    bases = rows_as_imported(keys.authority, rows.table.file) if rows.rows else {}
    for row in rows.rows:
        one = held.get(row.key)
        now = one.cells if one else None
        change = place(plan, row, record_id=one.record_id if one else None, held=now, base=bases.get(row.key))
        check_together(rows.table, row.line, change.after if change else row.cells, faults, row.wrong)
        if rows.table is PEOPLE and now is not None:
            _check_person(row, now, faults)
    return plan


def _check_person(row: Row, held: dict[str, str], faults: Faults) -> None:
    if is_somebody_else(held, row.cells):
        wrong = f"name, birth date and NHS number of {shown(row.key)} all change"
        faults.add(PEOPLE.file, row.line, "person_ref", wrong, "the same person, or a new person_ref for somebody else")
