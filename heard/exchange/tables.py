"""Which tables and columns has a bundle, version 1, and what may stand in each cell?"""

from dataclasses import dataclass
from enum import StrEnum

from heard.rules.vocabulary.adult import CommunicationNeed, Ethnicity, Gender, HealthCondition, SupportReason
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.concern import Agreement, Ground, RaisedBy, SectionDecision
from heard.rules.vocabulary.enquiry import (
    ClosingView,
    EnquiryKind,
    Finding,
    RiskLocation,
    RiskOutcome,
    RiskSource,
    RiskType,
    Stage,
    SupportedBy,
)
from heard.rules.vocabulary.voice import Alone, Asked, ExpressedBy, Method, NotHeardBecause, Rating, WishCategory

LONGEST_LINE = 1000  # characters in a name, a telephone number and the like
LONGEST_REF = LONGEST_SHORT = 200
LONGEST_TEXT = 1_000_000  # characters in any cell


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    LINE = "a short text"
    SHORT = "a text of at most 200 characters"
    REF = "a reference of its own"
    LINK = "a reference to another row"
    LINKS = "references to other rows"
    DATE = "a date"
    TIME = "a time"
    CODE = "a code"
    CODES = "codes"
    ITEMS = "texts"
    NHS = "an NHS number"
    LANGUAGE = "a language"


LISTS = frozenset({Kind.LINKS, Kind.CODES, Kind.ITEMS})


@dataclass(frozen=True)
class Column:
    """A column: ``bold`` may be neither absent nor blank; ``codes`` are all that a code may be; ``to`` is the file it refers to."""

    name: str
    kind: Kind = Kind.TEXT
    bold: bool = False
    codes: tuple[str, ...] = ()
    to: str = ""


@dataclass(frozen=True)
class Table:
    """A file of a bundle. ``key`` are the columns that name a row: its own reference, or for risks what makes it one row."""

    file: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def _lines(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Kind.LINE) for name in names)


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _ref(name: str) -> Column:
    return Column(name, Kind.REF, bold=True)


def _link(name: str, to: str, *, bold: bool = False) -> Column:
    return Column(name, Kind.LINK, bold=bold, to=to)


def _date(name: str, *, bold: bool = False) -> Column:
    return Column(name, Kind.DATE, bold=bold)


def _code(name: str, codes, *, bold: bool = False) -> Column:
    return Column(name, Kind.CODE, bold=bold, codes=tuple(str(code) for code in codes))


def _codes(name: str, codes) -> Column:
    return Column(name, Kind.CODES, codes=tuple(str(code) for code in codes))


PEOPLE = Table(
    "people.csv",
    ("person_ref",),
    (
        _ref("person_ref"),
        Column("given_name", Kind.LINE),
        Column("family_name", Kind.LINE, bold=True),
        Column("known_as", Kind.LINE),
        _date("birth_date"),
        _code("birth_date_estimated", YesNo),
        _date("death_date"),
        _code("gender", Gender),
        _code("ethnicity", Ethnicity),
        Column("nhs_number", Kind.NHS),
        _codes("health_conditions", HealthCondition),
        *_texts("address"),
        *_lines("postcode", "phone", "email"),
        Column("preferred_language", Kind.LANGUAGE),
        _codes("communication_needs", CommunicationNeed),
        *_texts("safe_contact"),
    ),
)
CONCERNS = Table(
    "concerns.csv",
    ("concern_ref",),
    (
        _ref("concern_ref"),
        _link("person_ref", "people.csv", bold=True),
        Column("received_at", Kind.TIME, bold=True),
        _code("raised_by", RaisedBy),
        *_texts("raised_by_name", "raised_by_contact", "description"),
        _code("primary_support_reason", SupportReason),
        _code("in_area", YesNo),
        _code("adult_knows", Answer),
        _code("agreement", Agreement),
        _code("acted_without_agreement_because", Ground),
        *_texts("what_the_adult_wants"),
        _code("needs_care_and_support", Answer),
        _code("at_risk", Answer),
        _code("cannot_protect_self", Answer),
        _code("decision", SectionDecision),
        Column("decided_at", Kind.TIME),
        *_lines("decided_by"),
        *_texts("decision_reason"),
        _date("referrer_told_on"),
    ),
)
ENQUIRIES = Table(
    "enquiries.csv",
    ("enquiry_ref",),
    (
        _ref("enquiry_ref"),
        _link("concern_ref", "concerns.csv", bold=True),
        _code("kind", EnquiryKind, bold=True),
        _date("started_on", bold=True),
        _date("concluded_on"),
        *_lines("lead"),
        _code("had_capacity", Answer),
        _codes("supported_by", SupportedBy),
        _code("asked_what_they_want", Asked),
        _code("closing_view", ClosingView),
    ),
)
RISKS = Table(
    "risks.csv",
    ("enquiry_ref", "type", "source", "location"),
    (
        _link("enquiry_ref", "enquiries.csv", bold=True),
        _code("type", RiskType, bold=True),
        _code("source", RiskSource, bold=True),
        _code("location", RiskLocation, bold=True),
        _code("finding", Finding),
        _code("outcome", RiskOutcome),
    ),
)
DESIRED_OUTCOMES = Table(
    "desired_outcomes.csv",
    ("outcome_ref",),
    (
        _ref("outcome_ref"),
        _link("enquiry_ref", "enquiries.csv", bold=True),
        Column("words", bold=True),
        _code("expressed_by", ExpressedBy, bold=True),
        _date("expressed_on"),
        _date("withdrawn_on"),
        _link("replaces", "desired_outcomes.csv"),
        _code("category", WishCategory),
        _code("adult_rating", Rating),
        _code("professional_rating", Rating),
        *_texts("rating_difference_reason"),
    ),
)
CONVERSATIONS = Table(
    "conversations.csv",
    ("conversation_ref",),
    (
        _ref("conversation_ref"),
        _link("concern_ref", "concerns.csv"),
        _link("enquiry_ref", "enquiries.csv"),
        Column("held_at", Kind.TIME, bold=True),
        _code("stage", Stage),
        *_lines("by"),
        _code("method", Method),
        _code("alone", Alone),
        Column("present", Kind.ITEMS),
        *_texts("words"),
        _code("asked_what_they_want", YesNo),
        _code("not_heard_because", NotHeardBecause),
        _date("ask_again_on"),
    ),
)
REVIEWS = Table(
    "safeguarding_adult_reviews.csv",
    ("review_ref",),
    (
        _ref("review_ref"),
        _date("started_on", bold=True),
        Column("person_refs", Kind.LINKS, to="people.csv"),
        Column("died_refs", Kind.LINKS, to="people.csv"),
        Column("survived_harm_refs", Kind.LINKS, to="people.csv"),
    ),
)
# In the order in which they refer to one another.
TABLES: tuple[Table, ...] = (PEOPLE, CONCERNS, ENQUIRIES, RISKS, DESIRED_OUTCOMES, CONVERSATIONS, REVIEWS)


def key_of(table: Table, cells: dict[str, str]) -> str:
    """What names a row in its table: its reference, or the four cells that make a risk one row."""
    return "|".join(cells.get(name, "") for name in table.key)
