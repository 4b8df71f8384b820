"""What is the de-identified case table: which columns has it, what do they mean, and how is it read from the flat relations?

One row for each concern that the council counts, with the enquiry it led to where there is one: codes, bands, months and whole numbers. No
name, no words, no reference, no birth date. The query is in SQL that every engine here understands; the data dictionary is made from this.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from heard.returns.relations import JUDGED
from heard.returns.tables import ANSWER, quoted
from heard.rules.measures import counts_as_asked
from heard.rules.statutory_return import AGE_BANDS, ETHNICITIES, SUPPORT_REASONS
from heard.rules.vocabulary.adult import Gender
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import EnquiryKind, RiskLocation, RiskOutcome, RiskSource, RiskType
from heard.rules.vocabulary.voice import Asked

NOT_KNOWN, NOT_RECORDED, SEVERAL, NONE = "not-known", "not-recorded", "several", "no-enquiry"
LENGTHS = {"0-28": 28, "29-84": 84, "85-182": 182, "183+": None}


@dataclass(frozen=True)
class Column:
    """One column: its name in the files, what people call it, what it means, and its codes with their labels where it has them."""

    name: str
    label: str
    meaning: str
    codes: Mapping[str, str] = field(default_factory=dict)
    is_number: bool = False


def _codes(vocabulary, *more: str) -> dict[str, str]:
    labels = {NOT_RECORDED: "Not recorded", NOT_KNOWN: "Not known", SEVERAL: "Several", NONE: "No enquiry"}
    return {**{str(one): one.label for one in vocabulary}, **{code: labels[code] for code in more}}


def _ethnic_group(code: str) -> str:
    return code.split("-")[0]


def _support_group(code: str) -> str:
    first = code.split("-")[0]
    return first if first in ("physical", "sensory", "social") else code


_ETHNIC = {_ethnic_group(code): label for code, label in ETHNICITIES.items()} | {
    NOT_KNOWN: "Undeclared or not known", NOT_RECORDED: "Not recorded",
}  # fmt: skip
_SUPPORT = {_support_group(code): label for code, label in SUPPORT_REASONS.items()} | {
    NOT_KNOWN: "Not known", NOT_RECORDED: "Not recorded",
}  # fmt: skip
_BANDS = {"under-18": "Under 18", **{name: name for _, name in AGE_BANDS}, NOT_KNOWN: "Not known"}
_DAYS = {"0-28": "Up to 28 days", "29-84": "29 to 84 days", "85-182": "85 to 182 days", "183+": "183 days or longer"}
_MONTH, _YEAR = "A number such as 202603 for March 2026", "The return's year, by the year of its 1 April: 2025 is April 2025 to March 2026"
_ONE_RISK = "“several” where the enquiry's risks differ; not recorded where it has none"

COLUMNS: tuple[Column, ...] = (
    Column("person", "Person", "A number that stands for one adult in this file and in no other", is_number=True),
    Column("month_received", "Month received", f"When the concern was received. {_MONTH}", is_number=True),
    Column("year_received", "Year received", f"When the concern was received. {_YEAR}", is_number=True),
    Column("age_band", "Age", "Age on the last day of the year in which the concern was received, or at death if earlier", _BANDS),
    Column("gender", "Gender", "As recorded of the adult", {str(one): one.label for one in Gender} | {NOT_RECORDED: "Not recorded"}),
    Column("ethnicity", "Ethnic group", "The group of the return", _ETHNIC),
    Column("support_reason", "Support reason", "The primary support reason of the concern, by the groups of the return", _SUPPORT),
    Column("team", "Team", "The team that has the case now; blank for none"),
    Column("kind", "Kind of enquiry", "What the concern led to", _codes(EnquiryKind, NONE)),
    Column("month_started", "Month started", f"When the enquiry started. {_MONTH}", is_number=True),
    Column("year_started", "Year started", f"When the enquiry started. {_YEAR}", is_number=True),
    Column("month_concluded", "Month concluded", f"When the enquiry was concluded; blank while it is open. {_MONTH}", is_number=True),
    Column("year_concluded", "Year concluded", f"When the enquiry was concluded; blank while it is open. {_YEAR}", is_number=True),
    Column("length", "Length", "Days from the start of the enquiry to its conclusion", _DAYS | {NOT_RECORDED: "Not concluded"}),
    Column("risk_type", "Type of risk", f"What the risk is; {_ONE_RISK}", _codes(RiskType, SEVERAL, NOT_RECORDED)),
    Column("risk_location", "Place of risk", f"Where the risk is; {_ONE_RISK}", _codes(RiskLocation, SEVERAL, NOT_RECORDED)),
    Column("risk_source", "Source of risk", f"Whom the risk comes from; {_ONE_RISK}", _codes(RiskSource, SEVERAL, NOT_RECORDED)),
    Column("risk_outcome", "Outcome of risk", f"What became of the risk; {_ONE_RISK}", _codes(RiskOutcome, SEVERAL, NOT_RECORDED)),
    Column("had_capacity", "Had capacity", "For the decisions about the enquiry", _codes(Answer, NOT_RECORDED)),
    Column("asked_answer", "Asked what they want", "By counting rule 7 of the exchange format", _codes(Asked, NOT_RECORDED)),
    Column("enquiries", "Enquiry", "1 where there is an enquiry", is_number=True),
    Column("concluded", "Concluded", "1 where the enquiry is concluded", is_number=True),
    Column("asked", "Was asked", "1 where the enquiry is concluded and the adult was asked what they want", is_number=True),
    Column("expressed", "Said what they want", "1 where the enquiry is concluded and the adult said what they want", is_number=True),
    *(
        Column(name, f"{'Adult' if judge == 'own' else 'Professional'}: {rating.label.lower()}",
               "How many wishes that still stand in the concluded enquiry were judged so", is_number=True)
        for name, judge, rating in JUDGED
    ),
)  # fmt: skip
BY_NAME = {column.name: column for column in COLUMNS}


def _grouped(column: str, group, codes) -> str:
    whens = " ".join(f"WHEN {quoted(code)} THEN {quoted(group(code))}" for code in codes)
    return f"CASE COALESCE({column}, '') {whens} WHEN '' THEN {quoted(NOT_RECORDED)} ELSE {quoted(NOT_KNOWN)} END"


def _band(age: str) -> str:
    whens = " ".join(f"WHEN {age} >= {begins} THEN {quoted(name)}" for begins, name in reversed(AGE_BANDS))
    return f"CASE WHEN {age} IS NULL THEN {quoted(NOT_KNOWN)} {whens} ELSE 'under-18' END"


def _length() -> str:
    whens = " ".join(f"WHEN e.days <= {most} THEN {quoted(name)}" for name, most in LENGTHS.items() if most is not None)
    return f"CASE WHEN e.days IS NULL THEN {quoted(NOT_RECORDED)} {whens} ELSE '183+' END"


def _one(column: str) -> str:
    known = f"NULLIF({column}, '')"
    return f"CASE COUNT(DISTINCT {known}) WHEN 0 THEN {quoted(NOT_RECORDED)} WHEN 1 THEN MAX({known}) ELSE {quoted(SEVERAL)} END"


def _or_not_recorded(expression: str) -> str:
    return f"COALESCE(NULLIF({expression}, ''), {quoted(NOT_RECORDED)})"


def _when_concluded(name: str) -> str:
    return f"CASE WHEN e.month_concluded IS NULL THEN 0 ELSE e.{name} END AS {name}"


def _asked(name: str) -> str:
    """1 for the answers that the rule counts towards a measure of this name."""
    answers = ", ".join(quoted(one) for one in Asked if name in counts_as_asked(one))
    return f"CASE WHEN e.month_concluded IS NOT NULL AND e.answer IN ({answers}) THEN 1 ELSE 0 END AS {name}"


_AGE = """CASE WHEN p.cohort IS NULL THEN NULL WHEN p.death_cohort <= c.year_in + 1 THEN p.death_age
    ELSE c.year_in + 1 - p.cohort END"""
_RISKS = f"""risks AS (SELECT enquiry_id, {_one("risk_type")} AS risk_type, {_one("location")} AS location, {_one("source")} AS source,
    {_one("outcome")} AS outcome FROM flat_risk GROUP BY enquiry_id)"""  # noqa: S608 - names of our own


def case_table() -> str:
    """The query that gives the table, and before its columns ``case_id``, which is for looking into one's own cases and never goes out."""
    judged = ", ".join(_when_concluded(name) for name, _, _ in JUDGED)
    of_risk = ", ".join(f"COALESCE(r.{name}, {quoted(NOT_RECORDED)}) AS {to}" for name, to in (
        ("risk_type", "risk_type"), ("location", "risk_location"), ("source", "risk_source"), ("outcome", "risk_outcome")
    ))  # fmt: skip
    return f"""WITH {_RISKS}, answered AS (SELECT flat_enquiry.*, {ANSWER} AS answer FROM flat_enquiry),
        aged AS (SELECT c.*, p.gender AS gender, p.ethnicity AS ethnicity, {_AGE} AS age
            FROM flat_concern c JOIN flat_person p ON p.id = c.person_id WHERE c.in_area = 1)
        SELECT c.case_id AS case_id, c.person_id AS person, c.month_in AS month_received, c.year_in AS year_received,
        {_band("c.age")} AS age_band, {_or_not_recorded("c.gender")} AS gender,
        {_grouped("c.ethnicity", _ethnic_group, ETHNICITIES)} AS ethnicity,
        {_grouped("c.support_reason", _support_group, SUPPORT_REASONS)} AS support_reason, c.team AS team,
        COALESCE(e.kind, {quoted(NONE)}) AS kind, e.month_started AS month_started, e.year_started AS year_started,
        e.month_concluded AS month_concluded, e.year_concluded AS year_concluded, {_length()} AS length, {of_risk},
        {_or_not_recorded("e.had_capacity")} AS had_capacity, {_or_not_recorded("e.answer")} AS asked_answer,
        CASE WHEN e.id IS NULL THEN 0 ELSE 1 END AS enquiries, CASE WHEN e.month_concluded IS NULL THEN 0 ELSE 1 END AS concluded,
        {_asked("asked")}, {_asked("expressed")}, {judged}
        FROM aged c LEFT JOIN answered e ON e.concern_id = c.id LEFT JOIN risks r ON r.enquiry_id = e.id"""  # noqa: S608
