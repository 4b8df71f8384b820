"""Which concerns and enquiries does a check of the return list, by a query over the flat relations?

A check of sums lists what makes the sums differ: whoever is in one table and not as often in the other.
"""

from heard.returns.tables import aged, answered, concluded, people, quoted, rows_of
from heard.rules.return_checks import LACKED, Check, Found
from heard.rules.statutory_return import ACHIEVED_ROWS, ASKED, ASKED_ROWS, CAPACITY, CAPACITY_BLANK, SOURCES, SUPPORTED
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME, RiskSource, RiskType
from heard.rules.vocabulary.voice import Asked

Rows = tuple[str, ...]


def query_for(found: Found, year: int) -> str:
    """The query that gives the ids of what a finding lists for a year."""
    return QUERIES[found.check](int(year), found.kind, found.part)


def _in(codes) -> str:
    return ", ".join(quoted(one) for one in codes)


def _placed(year: int, kind: str, places: dict[str, tuple[str, Rows]]) -> str:
    """Each row of these tables (of these categories alone, where any are given) with the place it is in, what it counts and its unit."""
    some = (
        f"""SELECT {quoted(place)} AS place, category, age_band, counted, unit FROM ({rows_of(table, year)}) r{number}
        WHERE enquiry_type = {quoted(kind)}{f" AND category IN ({_in(rows)})" if rows else ""}"""  # noqa: S608 - names of our own
        for number, (place, (table, rows)) in enumerate(places.items())
    )
    return "placed AS (" + " UNION ALL ".join(some) + ")"


def _times(place: str) -> str:
    return f"COUNT(DISTINCT CASE WHEN place = {quoted(place)} THEN category || age_band END)"


def _differ(year: int, kind: str, places: dict[str, tuple[str, Rows]]) -> str:
    """The units of whoever is not in as many cells of one place as of the others."""
    first, *others = places
    unequal = " OR ".join(f"{_times(first)} <> {_times(other)}" for other in others)
    return f"""WITH {_placed(year, kind, places)} SELECT DISTINCT unit FROM placed
        WHERE counted IN (SELECT counted FROM placed GROUP BY counted HAVING {unequal})"""  # noqa: S608


def _more_in(first: tuple[str, Rows], second: tuple[str, Rows], by: str = "counted"):
    """The units of whoever is in more cells of the first than of the second."""

    def query(year: int, kind: str, part: str) -> str:
        more = f"SELECT {by} FROM placed GROUP BY {by} HAVING {_times('first')} > {_times('second')}"  # noqa: S608
        return f"WITH {_placed(year, kind, {'first': first, 'second': second})} SELECT DISTINCT unit FROM placed WHERE {by} IN ({more})"  # noqa: S608

    return query


def _people_differ(year: int, kind: str, part: str) -> str:
    return _differ(year, kind, {table: (table, ()) for table in ("SG1a", "SG1b", "SG1c")})


def _endings_differ(year: int, kind: str, part: str) -> str:
    return _differ(year, kind, {"SG3a": ("SG3a", (*CAPACITY.values(), CAPACITY_BLANK)), "SG4a": ("SG4a", ASKED_ROWS)})


def _more_people(year: int, kind: str, part: str) -> str:
    return _more_in(("SG1a", ()), (part, ()), by="unit" if part == "SG1f" else "counted")(year, kind, part)


def _types_differ(year: int, kind: str, part: str) -> str:
    places = {table: (table, (part,)) for table in ("SG2a", "SG2a_b1")}
    return f"WITH {_placed(year, kind, places)} SELECT unit FROM placed GROUP BY unit HAVING COUNT(DISTINCT place) = 1"  # noqa: S608


def _under_18(year: int, kind: str, part: str) -> str:
    young = f"SELECT id FROM {aged(year)} WHERE age < 18"  # noqa: S608 - only whole numbers and our own names
    return f"""SELECT id FROM flat_concern WHERE year_in = {year} AND in_area = 1 AND person_id IN ({young})
        UNION SELECT id FROM flat_enquiry WHERE {year} IN (year_started, year_concluded) AND in_area = 1 AND person_id IN ({young})"""  # noqa: S608


def _self_neglect(year: int, kind: str, part: str) -> str:
    return f"""WITH {people(year)}, {concluded(year)} SELECT DISTINCT concluded.id FROM concluded
        JOIN flat_risk r ON r.enquiry_id = concluded.id
        WHERE r.risk_type = {quoted(RiskType.SELF_NEGLECT)} AND r.source <> {quoted(RiskSource.KNOWN)}"""  # noqa: S608


def _unrated(year: int, kind: str, part: str) -> str:
    return answered(
        year, f"SELECT id FROM answered WHERE answer = {quoted(Asked.YES_EXPRESSED)} AND (standing = 0 OR unrated > 0)"  # noqa: S608
    )


def _no_risk(year: int, kind: str, part: str) -> str:
    return f"""WITH {people(year)}, {concluded(year)} SELECT concluded.id FROM concluded
        WHERE NOT EXISTS (SELECT 1 FROM flat_risk r WHERE r.enquiry_id = concluded.id)"""  # noqa: S608


def _more_outcomes(year: int, kind: str, part: str) -> str:
    """The enquiries of one type with more different outcomes than findings among their risks of one source."""
    source = next(code for code, label in SOURCES.items() if label == part)
    outcomes = "COUNT(DISTINCT CASE WHEN r.outcome <> '' THEN r.outcome END)"
    return f"""WITH {people(year)}, {concluded(year)} SELECT concluded.id FROM concluded JOIN flat_risk r ON r.enquiry_id = concluded.id
        WHERE concluded.enquiry_type = {quoted(kind)} AND r.source = {quoted(source)} AND r.finding IN ({_in(FINDINGS_WITH_OUTCOME)})
        GROUP BY concluded.id HAVING {outcomes} > COUNT(DISTINCT r.finding)"""  # noqa: S608


def _of_another_years_concern(year: int, kind: str, part: str) -> str:
    return f"""WITH {people(year)} SELECT e.id FROM flat_enquiry e JOIN flat_concern c ON c.id = e.concern_id
        JOIN people ON people.id = e.person_id WHERE e.year_started = {year} AND e.in_area = 1 AND c.year_in <> {year}"""  # noqa: S608


QUERIES = {
    Check.PEOPLE_DIFFER: _people_differ, Check.PEOPLE_AND_CASES: _more_people, Check.CONDITIONS: _more_in(("SG1a", ()), ("SG1e", ())),
    Check.ENDINGS_DIFFER: _endings_differ, Check.SUPPORTED: _more_in(("SG3a", (SUPPORTED,)), ("SG3a", (LACKED,))),
    Check.ACHIEVED: _more_in(("SG4a", ACHIEVED_ROWS), ("SG4a", (ASKED[Asked.YES_EXPRESSED],))), Check.TYPES_DIFFER: _types_differ,
    Check.UNDER_18: _under_18, Check.SELF_NEGLECT: _self_neglect, Check.UNRATED: _unrated, Check.NO_RISK: _no_risk,
    Check.OUTCOMES: _more_outcomes, Check.MORE_ENQUIRIES: _of_another_years_concern,
}  # fmt: skip
