"""Which concerns and enquiries does a check of the return list, by a query over the flat relations?"""

from heard.returns.tables import aged, answered, concluded, people, quoted
from heard.rules.return_checks import Check
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME, RiskSource, RiskType
from heard.rules.vocabulary.voice import Asked


def query_for(check: Check, year: int) -> str:
    """The query that gives the ids of what a check lists for a year."""
    return QUERIES[check](int(year))


def _under_18(year: int) -> str:
    young = f"SELECT id FROM {aged(year)} WHERE age < 18"  # noqa: S608 - only whole numbers and our own names
    return f"""SELECT id FROM flat_concern WHERE year_in = {year} AND in_area = 1 AND person_id IN ({young})
        UNION SELECT id FROM flat_enquiry WHERE {year} IN (year_started, year_concluded) AND in_area = 1 AND person_id IN ({young})"""  # noqa: S608


def _self_neglect(year: int) -> str:
    return f"""WITH {people(year)}, {concluded(year)} SELECT DISTINCT concluded.id FROM concluded
        JOIN flat_risk r ON r.enquiry_id = concluded.id
        WHERE r.risk_type = {quoted(RiskType.SELF_NEGLECT)} AND r.source <> {quoted(RiskSource.KNOWN)}"""  # noqa: S608


def _unrated(year: int) -> str:
    return answered(
        year, f"SELECT id FROM answered WHERE answer = {quoted(Asked.YES_EXPRESSED)} AND (standing = 0 OR unrated > 0)"  # noqa: S608
    )


def _no_risk(year: int) -> str:
    return f"""WITH {people(year)}, {concluded(year)} SELECT concluded.id FROM concluded
        WHERE NOT EXISTS (SELECT 1 FROM flat_risk r WHERE r.enquiry_id = concluded.id)"""  # noqa: S608


def _more_outcomes(year: int) -> str:
    identified = ", ".join(quoted(one) for one in FINDINGS_WITH_OUTCOME)
    return f"""WITH {people(year)}, {concluded(year)} SELECT DISTINCT id FROM (
        SELECT concluded.id AS id, r.source AS source FROM concluded JOIN flat_risk r ON r.enquiry_id = concluded.id
        WHERE r.finding IN ({identified}) AND r.outcome <> '' GROUP BY concluded.id, r.source
        HAVING COUNT(DISTINCT r.outcome) > COUNT(DISTINCT r.finding)) more"""  # noqa: S608


def _of_an_earlier_concern(year: int) -> str:
    return f"""SELECT e.id FROM flat_enquiry e JOIN flat_concern c ON c.id = e.concern_id
        WHERE e.year_started = {year} AND e.in_area = 1 AND c.year_in <> {year}"""  # noqa: S608


QUERIES = {
    Check.UNDER_18: _under_18, Check.SELF_NEGLECT: _self_neglect, Check.UNRATED: _unrated, Check.NO_RISK: _no_risk,
    Check.OUTCOMES: _more_outcomes, Check.MORE_ENQUIRIES: _of_an_earlier_concern,
}  # fmt: skip
