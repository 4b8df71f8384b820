"""How is each table of the return counted? One query a table, over the flat relations, in SQL that every engine here understands.

Each query gives rows of enquiry type, category, subcategory, age band, what is counted and the unit behind it; a cell's value is how many
different things are counted in it, and its units are the concerns, enquiries or reviews that it opens.
"""

from collections.abc import Mapping

from heard.rules.labelled import Labelled
from heard.rules.statutory_return import (
    AGE_BANDS,
    ASKED,
    ASKED_BLANK,
    CAPACITY,
    CAPACITY_BLANK,
    CONCERNS,
    CONCLUDED,
    DIED,
    ETHNICITIES,
    FINDINGS,
    FULLY,
    GENDERS,
    HARMED_AND_DIED,
    HARMED_AND_SURVIVED,
    LOCATIONS,
    NOBODY_DIED,
    NOT_ACHIEVED,
    NOT_KNOWN,
    OUTCOMES,
    PARTIALLY,
    REVIEWED,
    REVIEWS,
    SOURCES,
    STARTED,
    SUPPORT_REASONS,
    SUPPORTED,
    TYPES,
    UNDECLARED,
    Cell,
)
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME
from heard.rules.vocabulary.voice import Asked


def quoted(text: str) -> str:
    """A text of our own as a literal of a query."""
    return "'" + text.replace("'", "''") + "'"


def _named(column: str, names: Mapping[Labelled, str], otherwise: str) -> str:
    whens = " ".join(f"WHEN {quoted(code)} THEN {quoted(label)}" for code, label in names.items())
    return f"CASE {column} {whens} ELSE {quoted(otherwise)} END"


def _band() -> str:
    whens = " ".join(f"WHEN age >= {begins} THEN {quoted(name)}" for begins, name in reversed(AGE_BANDS))
    return f"CASE WHEN age IS NULL THEN {quoted(NOT_KNOWN)} {whens} END"


def aged(year: int) -> str:
    """Everybody with their age on the last day of the year, or at death."""
    last = year + 1
    age = f"CASE WHEN cohort IS NULL THEN NULL WHEN death_cohort <= {last} THEN death_age ELSE {last} - cohort END"
    return f"(SELECT id, gender, ethnicity, {age} AS age FROM flat_person) aged"  # noqa: S608 - only whole numbers and our own names


def people(year: int) -> str:
    """Everybody who is counted in the year, with their age band: nobody who was under 18 on its last day, or at death."""
    return f"people AS (SELECT id, gender, ethnicity, {_band()} AS band FROM {aged(year)} WHERE age IS NULL OR age >= 18)"  # noqa: S608


def _units(year: int) -> str:
    """Concerns received and enquiries started in the year, in the council's area."""
    return f"""units AS (
        SELECT {quoted(CONCERNS)} AS enquiry_type, id, person_id, support_reason FROM flat_concern WHERE year_in = {year} AND in_area = 1
        UNION ALL SELECT {_named("kind", STARTED, "")}, id, person_id, support_reason FROM flat_enquiry
        WHERE year_started = {year} AND in_area = 1)"""  # noqa: S608


def concluded(year: int) -> str:
    """Enquiries concluded in the year, in the council's area, of somebody who is counted."""
    return f"""concluded AS (
        SELECT {_named("e.kind", CONCLUDED, "")} AS enquiry_type, e.*, people.band AS band FROM flat_enquiry e
        JOIN people ON people.id = e.person_id WHERE e.year_concluded = {year} AND e.in_area = 1)"""  # noqa: S608


def _started(year: int, category: str, counted: str = "people.id", join: str = "") -> str:
    return f"""WITH {people(year)}, {_units(year)}
        SELECT units.enquiry_type AS enquiry_type, {category} AS category, '' AS subcategory, '' AS age_band, {counted} AS counted,
        units.id AS unit FROM units JOIN people ON people.id = units.person_id {join}"""  # noqa: S608


def _risks(year: int, category: str, subcategory: str, where: str = "") -> str:
    return f"""WITH {people(year)}, {concluded(year)}
        SELECT concluded.enquiry_type AS enquiry_type, {category} AS category, {subcategory} AS subcategory, '' AS age_band,
        concluded.id AS counted, concluded.id AS unit
        FROM concluded JOIN flat_risk r ON r.enquiry_id = concluded.id {where}"""  # noqa: S608


def _by_age(category: str, where: str = "") -> str:
    return f"""SELECT enquiry_type, {category} AS category, '' AS subcategory, band AS age_band, id AS counted, id AS unit
        FROM answered {where}"""  # noqa: S608


ANSWER = f"""CASE WHEN asked <> '' THEN asked WHEN has_wish = 1 THEN {quoted(Asked.YES_EXPRESSED)}
    WHEN was_asked = 1 THEN {quoted(Asked.YES_NOTHING)} ELSE '' END"""
_ACHIEVED = f"""CASE WHEN met = standing THEN {quoted(FULLY)} WHEN not_met = standing THEN {quoted(NOT_ACHIEVED)}
    ELSE {quoted(PARTIALLY)} END"""


def answered(year: int, *rows: str) -> str:
    """These rows, asked of the concluded enquiries with their answer to what the adult wants (counting rule 7)."""
    asked = f"answered AS (SELECT concluded.*, {ANSWER} AS answer FROM concluded)"  # noqa: S608
    return f"WITH {people(year)}, {concluded(year)}, {asked} " + " UNION ALL ".join(rows)


def _sg3a(year: int) -> str:
    lacked = f"WHERE had_capacity = {quoted(Answer.NO)} AND supported = 1"
    rows = _by_age(_named("had_capacity", CAPACITY, CAPACITY_BLANK)), _by_age(quoted(SUPPORTED), lacked)
    return answered(year, *rows)


def _sg4a(year: int) -> str:
    rated = f"WHERE answer = {quoted(Asked.YES_EXPRESSED)} AND standing > 0 AND unrated = 0"
    return answered(year, _by_age(_named("answer", ASKED, ASKED_BLANK)), _by_age(_ACHIEVED, rated))


def _sg5a(year: int) -> str:
    died = "EXISTS (SELECT 1 FROM flat_reviewed p WHERE p.review_id = r.id AND p.died = 1)"
    return f"""SELECT {quoted(REVIEWS)} AS enquiry_type, CASE WHEN {died} THEN {quoted(DIED)} ELSE {quoted(NOBODY_DIED)} END AS category,
        '' AS subcategory, '' AS age_band, r.id AS counted, r.id AS unit FROM flat_review r WHERE r.year_started = {year}"""  # noqa: S608


def _sg5b(year: int) -> str:
    rows = [
        f"""SELECT {quoted(REVIEWED)} AS enquiry_type, {quoted(label)} AS category, '' AS subcategory, '' AS age_band,
        p.person_id AS counted, p.review_id AS unit
        FROM flat_reviewed p JOIN flat_review r ON r.id = p.review_id WHERE r.year_started = {year} AND p.{column} = 1"""  # noqa: S608
        for label, column in ((HARMED_AND_DIED, "died"), (HARMED_AND_SURVIVED, "survived"))
    ]
    return " UNION ALL ".join(rows)


_SOURCE, _LOCATION = _named("r.source", SOURCES, ""), _named("r.location", LOCATIONS, "")
_IDENTIFIED = ", ".join(quoted(one) for one in FINDINGS_WITH_OUTCOME)
TABLES = {
    "SG1a": lambda year: _started(year, "people.band"),
    "SG1b": lambda year: _started(year, _named("people.gender", GENDERS, NOT_KNOWN)),
    "SG1c": lambda year: _started(year, _named("people.ethnicity", ETHNICITIES, UNDECLARED)),
    "SG1d": lambda year: _started(year, _named("units.support_reason", SUPPORT_REASONS, NOT_KNOWN)),
    "SG1e": lambda year: _started(year, "h.health_condition", join="JOIN flat_condition h ON h.person_id = people.id"),
    "SG1f": lambda year: _started(year, "'Total'", counted="units.id"),
    "SG2a": lambda year: _risks(year, _named("r.risk_type", TYPES, ""), _SOURCE),
    "SG2a_b1": lambda year: _risks(year, _named("r.risk_type", TYPES, ""), _LOCATION),
    "SG2b": lambda year: _risks(year, _LOCATION, _SOURCE),
    "SG2c": lambda year: _risks(year, _named("r.finding", FINDINGS, ""), _SOURCE, "WHERE r.finding <> ''"),
    "SG2e": lambda year: _risks(
        year, _named("r.outcome", OUTCOMES, ""), _SOURCE, f"WHERE r.finding IN ({_IDENTIFIED}) AND r.outcome <> ''"
    ),
    "SG3a": _sg3a,
    "SG4a": _sg4a,
    "SG5a": _sg5a,
    "SG5b": _sg5b,
}


def rows_of(table: str, year: int) -> str:
    """The query that gives a table's rows for a year: enquiry_type, category, subcategory, age_band, counted, unit."""
    return TABLES[table](int(year))


def counts_of(table: str, year: int) -> str:
    """The query that gives how many different things are counted in each cell of a table that has any."""
    return f"""SELECT enquiry_type, category, subcategory, age_band, COUNT(DISTINCT counted) AS value FROM ({rows_of(table, year)}) counted
        GROUP BY enquiry_type, category, subcategory, age_band"""  # noqa: S608


def units_of(cell: Cell, year: int) -> str:
    """The query that gives the ids of the concerns, enquiries or reviews behind one cell."""
    names = ("enquiry_type", "category", "subcategory", "age_band")
    where = " AND ".join(f"{name} = {quoted(getattr(cell, name))}" for name in names)
    return f"SELECT DISTINCT unit FROM ({rows_of(cell.table, year)}) counted WHERE {where}"  # noqa: S608
