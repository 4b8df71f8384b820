"""Which cases are behind a cell, what in each record makes it count there, and where is that put right?

All read within ``flat_relations``: from the very relations that were counted.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from heard.assurance.models import SafeguardingAdultReview
from heard.assurance.queries.reviews import reviews_for
from heard.cases.models import Case, Concern, Enquiry
from heard.cases.queries import concerns_for, enquiries_for
from heard.govuk.words import day
from heard.returns.live import Ask
from heard.returns.tables import quoted, units_of
from heard.rules.age import age_on
from heard.rules.labelled import label_of
from heard.rules.return_layout import is_of_concerns
from heard.rules.statutory_return import ASKED, FINDINGS, LOCATIONS, OUTCOMES, SOURCES, SUPPORTED, TYPES, Cell
from heard.rules.vocabulary.adult import Ethnicity, Gender, HealthCondition, SupportReason
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import Finding, RiskLocation, RiskOutcome, RiskSource, RiskType
from heard.rules.vocabulary.voice import Asked

FACTS = ("had_capacity", "supported", "asked", "has_wish", "was_asked", "standing", "unrated", "met", "not_met")
RISK = ("risk_type", "source", "location", "finding", "outcome")


@dataclass
class Behind:
    """One concern or enquiry behind a cell: its case, its dates, and why it counts."""

    case: Case
    concern: Concern
    enquiry: Enquiry | None
    dates: str
    because: list[str] = field(default_factory=list)
    facts: dict = field(default_factory=dict)


def units_for(user, cell: Cell, year: int) -> QuerySet:
    """The concerns or enquiries behind a cell that this user may open, newest first. To be read inside ``flat_relations``."""
    units = RawSQL(units_of(cell, year), [])  # noqa: S611 - whole numbers and labels of our own
    if is_of_concerns(cell):
        return concerns_for(user).filter(pk__in=units).select_related("case__person", "case__team").order_by("-received_at", "reference")
    found = enquiries_for(user).filter(pk__in=units).select_related("case__person", "case__team", "concern")
    return found.prefetch_related("case__enquiries").order_by("-started_on", "case__reference", "pk")


def how_many(ask: Ask, cell: Cell, year: int) -> int:
    """How many cases are behind a cell, whoever may open them."""
    return ask(f"SELECT COUNT(*) FROM ({units_of(cell, year)}) units")[0][0]  # noqa: S608


def reviews_behind(user, cell: Cell, year: int) -> QuerySet[SafeguardingAdultReview]:
    """The reviews behind a cell of SG5 that this user may open, without the people they are about."""
    return reviews_for(user).filter(pk__in=RawSQL(units_of(cell, year), []))  # noqa: S611


def explained(ask: Ask, units: Iterable, cell: Cell, year: int) -> list[Behind]:
    """Each of these concerns or enquiries (the few of one page) with why it counts in the cell."""
    found = [_behind(one) for one in units]
    ids = [one.enquiry.pk for one in found if one.enquiry]
    facts, risks = (_facts(ask, ids), _risks(ask, ids)) if ids else ({}, {})
    for one in found:
        one.facts = facts.get(str(one.enquiry.pk), {}) if one.enquiry else {}
        of_enquiry = risks.get(str(one.enquiry.pk), []) if one.enquiry else []
        one.because = [words for words in WHY[cell.table](one, of_enquiry, cell, year) if words]
    return found


def _behind(unit: Concern | Enquiry) -> Behind:
    if isinstance(unit, Concern):
        return Behind(unit.case, unit, None, f"Concern {unit.reference}, received {day(unit.received_at)}.")
    ended = f" and concluded {day(unit.concluded_on)}" if unit.concluded_on else ""
    return Behind(unit.case, unit.concern, unit, f"Enquiry started {day(unit.started_on)}{ended}.")


def _in(ids: list) -> str:
    """The ids as literals of either database: SQLite holds them without hyphens, PostgreSQL compares either."""
    return ", ".join(quoted(one.hex) for one in ids)


def _facts(ask: Ask, ids: list) -> dict[str, dict]:
    rows = ask(f"SELECT id, {', '.join(FACTS)} FROM flat_enquiry WHERE id IN ({_in(ids)})")  # noqa: S608 - names of our own
    return {_text(pk): dict(zip(FACTS, row, strict=True)) for pk, *row in rows}


def _risks(ask: Ask, ids: list) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for pk, *row in ask(f"SELECT enquiry_id, {', '.join(RISK)} FROM flat_risk WHERE enquiry_id IN ({_in(ids)})"):  # noqa: S608
        found.setdefault(_text(pk), []).append(dict(zip(RISK, row, strict=True)))
    return found


def _text(pk) -> str:
    text = str(pk).replace("-", "")
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


Why = Callable[[Behind, list[dict], Cell, int], Iterable[str]]


def _age(one: Behind, risks, cell: Cell, year: int) -> Iterable[str]:
    person, last = one.case.person, date(year + 1, 3, 31)
    age = age_on(person.birth_date, last, person.death_date)
    if age is None:
        return ["No birth date is recorded."]
    died = person.death_date is not None and person.death_date <= last
    return [f"Aged {age} {'at death' if died else 'on ' + day(last)}."]


def _gender(one: Behind, risks, cell: Cell, year: int) -> Iterable[str]:
    return [f"Gender: {label_of(Gender, one.case.person.gender)}."]


def _ethnicity(one: Behind, risks, cell: Cell, year: int) -> Iterable[str]:
    return [f"Ethnicity: {label_of(Ethnicity, one.case.person.ethnicity)}."]


def _reason(one: Behind, risks, cell: Cell, year: int) -> Iterable[str]:
    return [f"Primary support reason: {label_of(SupportReason, one.concern.primary_support_reason)}."]


def _conditions(one: Behind, risks, cell: Cell, year: int) -> Iterable[str]:
    return [f"Conditions: {', '.join(label_of(HealthCondition, code) for code in one.case.person.health_conditions)}."]


def _counted(one: Behind, risks, cell: Cell, year: int) -> Iterable[str]:
    return ["Each is counted."]


def _risk(*columns: str) -> Why:
    """The risks of an enquiry that are in this row and column, in Heard's own words."""
    words = {"risk_type": (TYPES, RiskType), "source": (SOURCES, RiskSource), "location": (LOCATIONS, RiskLocation),
             "finding": (FINDINGS, Finding), "outcome": (OUTCOMES, RiskOutcome)}  # fmt: skip

    def why(one: Behind, risks: list[dict], cell: Cell, year: int) -> Iterable[str]:
        wanted = dict(zip(columns, (cell.category, cell.subcategory), strict=True))
        for risk in risks:
            if all(words[name][0].get(risk[name]) == label for name, label in wanted.items()):
                yield "Risk: " + ", ".join(label_of(words[name][1], risk[name]) for name in RISK if risk[name]) + "."

    return why


def _capacity(one: Behind, risks, cell: Cell, year: int) -> Iterable[str]:
    answer = one.facts.get("had_capacity", "")
    yield f"Did they have capacity for this enquiry’s decisions? {label_of(Answer, answer)}."
    if cell.category == SUPPORTED:
        yield "An advocate, family or a friend gave support."


def _asked(one: Behind, risks, cell: Cell, year: int) -> Iterable[str]:
    facts = one.facts
    if cell.category not in (*ASKED.values(), "Not Recorded"):
        yield _achieved(facts)
    elif facts.get("asked"):
        yield f"Were they asked what they want? {label_of(Asked, facts['asked'])}."
    elif facts.get("has_wish"):
        yield "What they want is recorded."
    elif facts.get("was_asked"):
        yield "They were asked in a conversation, and nothing that they want is recorded."
    else:
        yield "No answer, no wish and no conversation in which they were asked is recorded."


def _achieved(facts: dict) -> str:
    standing = facts["standing"]
    partly = standing - facts["met"] - facts["not_met"]
    counts = ((facts["met"], "met"), (partly, "partly met"), (facts["not_met"], "not met"))
    said = ", ".join(f"{number} {words}" for number, words in counts if number)
    return f"{standing} {'wish stands' if standing == 1 else 'wishes stand'}: {said}."


WHY: dict[str, Why] = {
    "SG1a": _age, "SG1b": _gender, "SG1c": _ethnicity, "SG1d": _reason, "SG1e": _conditions, "SG1f": _counted,
    "SG2a": _risk("risk_type", "source"), "SG2a_b1": _risk("risk_type", "location"), "SG2b": _risk("location", "source"),
    "SG2c": _risk("finding", "source"), "SG2e": _risk("outcome", "source"), "SG3a": _capacity, "SG4a": _asked,
}  # fmt: skip
