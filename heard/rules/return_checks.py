"""What in the return is wrong, or worth a look, before it is sent?

The official list of checks is not held; these follow from the definitions of the tables (handbook 1.6). An error cannot be right; a warning
may be, and says why. The shares that call for a look are Heard's own plain defaults, set in ``HEARD_RETURN_CHECKS``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from heard.rules.labelled import Labelled
from heard.rules.statutory_return import (
    ACHIEVED_ROWS,
    ASKED,
    ASKED_BLANK,
    ASKED_ROWS,
    CAPACITY,
    CAPACITY_BLANK,
    CONCERNS,
    CONCLUDED,
    FINDINGS,
    NOT_KNOWN,
    OTHER,
    SECTION_42,
    SUPPORTED,
    TYPES,
    UNDECLARED,
    Cell,
)
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME
from heard.rules.vocabulary.voice import Asked

Cells = Mapping[Cell, int]
STARTED_TYPES, CONCLUDED_TYPES = (CONCERNS, SECTION_42, OTHER), tuple(CONCLUDED.values())
LACKED, HAD = CAPACITY[Answer.NO], CAPACITY[Answer.YES]
IDENTIFIED = tuple(FINDINGS[one] for one in FINDINGS_WITH_OUTCOME)


class Severity(Labelled):
    """Whether what was found cannot be right."""

    ERROR = "error", "Cannot be right"
    WARNING = "warning", "Look at it; it may be right"


class Check(Labelled):
    """What is looked at. The slugs are what ``heard return check`` prints, so they never change; the labels may."""

    PEOPLE_DIFFER = "people-differ", "The tables of people agree"
    PEOPLE_AND_CASES = "more-people-than-cases", "No more people than cases, and each with a support reason"
    CONDITIONS = "people-without-condition", "There are at least as many health conditions as people"
    MORE_ENQUIRIES = "more-enquiries-than-concerns", "No more enquiries than concerns"
    ENDINGS_DIFFER = "capacity-and-asked-differ", "Capacity and what they want are answered for the same enquiries"
    SUPPORTED = "more-supported-than-lacked", "No more were supported than lacked capacity"
    ACHIEVED = "more-achieved-than-expressed", "No more outcomes achieved than enquiries in which they were expressed"
    TYPES_DIFFER = "types-of-risk-differ", "Each type of risk has a source and a place"
    NO_RISK = "enquiry-without-risk", "Every concluded enquiry has a risk"
    OUTCOMES = "more-outcomes-than-findings", "No more outcomes of risk than findings of risk"
    TRANSPOSED = "capacity-swing", "Capacity is not answered the other way round"
    NOT_KNOWN = "not-known", "Few answers are not known or not recorded"
    CHANGE = "year-on-year", "No large change since last year"
    UNDER_18 = "under-18", "Nobody was under 18"
    SELF_NEGLECT = "self-neglect-source", "Self-neglect has a source known to the adult"
    UNRATED = "expressed-and-not-rated", "Every outcome that was expressed is rated"


@dataclass(frozen=True)
class Limits:
    """From when a share or a change calls for a look, in percent or percentage points; ``least`` is the count under which none does."""

    not_known: int = 10
    change: int = 20
    capacity_swing: int = 20
    least: int = 20


@dataclass(frozen=True)
class Found:
    """One thing that a check found: the words to paste, and the cells of which the cases are to be looked at; those of the year before
    where ``of_before``. Other checks have a list of their own (``heard/returns/listed.py``), of this ``kind`` of enquiry and this ``part``
    of the tables."""

    check: Check
    severity: Severity
    explanation: str
    cells: tuple[Cell, ...] = ()
    kind: str = ""
    part: str = ""
    of_before: bool = False

    @property
    def about(self) -> str:
        """Which of a check's findings it is. It stays while the counts change."""
        return ", ".join(one for one in (self.kind, self.part) if one)


def total(cells: Cells, table: str, kind: str, rows: tuple[str, ...] = (), *, column: str = "") -> int:
    """The sum of a table's cells for an enquiry type: of these rows and this column, or of all.

    Practice: the sums that handbook 1.6 compares.
    """
    return sum(
        value for cell, value in cells.items()
        if (cell.table, cell.enquiry_type) == (table, kind) and (not rows or cell.category in rows) and column in ("", cell.subcategory)
    )  # fmt: skip


def cells_of(cells: Cells, table: str, kind: str, rows: tuple[str, ...]) -> tuple[Cell, ...]:
    """The cells of these rows of a table, for an enquiry type: those of which a check lists the cases.

    Practice: every check of handbook 1.6 says which cases it is about.
    """
    return tuple(cell for cell in cells if (cell.table, cell.enquiry_type) == (table, kind) and cell.category in rows)


def look_at_cells(cells: Cells, before: Cells, limits: Limits) -> Iterator[Found]:
    """What the counts themselves show, against each other and against the year before.

    Practice: handbook 1.6, checks 1 to 11. By the counting rules 1, 2, 4, 5 and 6 always hold; one that does not is a fault.
    """
    for kind in STARTED_TYPES:
        yield from _people(cells, kind)
    for kind in CONCLUDED_TYPES:
        yield from _endings(cells, kind)
        yield from _types(cells, kind)
        yield from _outcomes(cells, kind)
        yield from _swing(cells, before, kind, limits)
    yield from _more_enquiries(cells)
    yield from _not_known(cells, limits)
    yield from _changes(cells, before, limits)


def _people(cells: Cells, kind: str) -> Iterator[Found]:
    ages, genders, ethnicities = (total(cells, table, kind) for table in ("SG1a", "SG1b", "SG1c"))
    if not ages == genders == ethnicities:
        words = f"{kind}: SG1a counts {ages} people, SG1b {genders} and SG1c {ethnicities}. They count the same people."
        yield Found(Check.PEOPLE_DIFFER, Severity.ERROR, words, kind=kind)
    for table, name in (("SG1d", "support reasons"), ("SG1f", "cases")):
        if (number := total(cells, table, kind)) < ages:
            words = f"{kind}: {ages} people, and {number} {name} in {table}. There are at least as many of these as people."
            yield Found(Check.PEOPLE_AND_CASES, Severity.ERROR, words, kind=kind, part=table)
    if (number := total(cells, "SG1e", kind)) < ages:
        words = (
            f"{kind}: {ages} people, and {number} health conditions in SG1e. This may be right: a person of whom no condition is recorded, "
            "not even “none”, is in no row of SG1e. They are listed, and can still be asked."
        )
        yield Found(Check.CONDITIONS, Severity.WARNING, words, kind=kind)


def _endings(cells: Cells, kind: str) -> Iterator[Found]:
    capacity, asked = total(cells, "SG3a", kind, (*CAPACITY.values(), CAPACITY_BLANK)), total(cells, "SG4a", kind, ASKED_ROWS)
    if capacity != asked:
        words = f"{kind}: SG3a answers for {capacity} enquiries and SG4a for {asked}. Each concluded enquiry is in both once."
        yield Found(Check.ENDINGS_DIFFER, Severity.ERROR, words, kind=kind)
    supported, lacked = total(cells, "SG3a", kind, (SUPPORTED,)), total(cells, "SG3a", kind, (LACKED,))
    if supported > lacked:
        words = f"{kind}: {supported} supported, of {lacked} who lacked capacity."
        yield Found(Check.SUPPORTED, Severity.ERROR, words, kind=kind)
    achieved, expressed = total(cells, "SG4a", kind, ACHIEVED_ROWS), total(cells, "SG4a", kind, (ASKED[Asked.YES_EXPRESSED],))
    if achieved > expressed:
        words = f"{kind}: outcomes judged in {achieved} enquiries, and expressed in {expressed}."
        yield Found(Check.ACHIEVED, Severity.ERROR, words, kind=kind)


def _types(cells: Cells, kind: str) -> Iterator[Found]:
    for name in TYPES.values():
        sources, places = (total(cells, table, kind, (name,)) for table in ("SG2a", "SG2a_b1"))
        if (sources == 0) != (places == 0):
            words = (
                f"{kind}, {name}: {sources} by source (SG2a) and {places} by place (SG2a_b1). A risk of the type is in both. This may be "
                "right only while a risk has no source or no place yet: look at these."
            )
            yield Found(Check.TYPES_DIFFER, Severity.WARNING, words, kind=kind, part=name)


def _outcomes(cells: Cells, kind: str) -> Iterator[Found]:
    for column in sorted({cell.subcategory for cell in cells if cell.table == "SG2e"}):
        outcomes, findings = total(cells, "SG2e", kind, column=column), total(cells, "SG2c", kind, IDENTIFIED, column=column)
        if outcomes > findings:
            words = (
                f"{kind}, {column}: {outcomes} outcomes of risk (SG2e) and {findings} findings of risk (SG2c). This may be right: "
                "where one enquiry has several risks of one source, the same finding counts once and different outcomes count each."
            )
            yield Found(Check.OUTCOMES, Severity.WARNING, words, kind=kind, part=column)


def _more_enquiries(cells: Cells) -> Iterator[Found]:
    enquiries, concerns = sum(total(cells, "SG1f", kind) for kind in (SECTION_42, OTHER)), total(cells, "SG1f", CONCERNS)
    if enquiries > concerns:
        words = (
            f"{enquiries} enquiries started and {concerns} concerns received. This may be right: an enquiry of April can come from "
            "a concern of March."
        )
        yield Found(Check.MORE_ENQUIRIES, Severity.WARNING, words)


def _swing(cells: Cells, before: Cells, kind: str, limits: Limits) -> Iterator[Found]:
    now, then = (_share(of, "SG3a", kind, (LACKED,), (LACKED, HAD), limits) for of in (cells, before))
    if now is not None and then is not None and abs(now - then) >= limits.capacity_swing:
        words = (
            f"{kind}: “{LACKED}” is {now:.0f}% of the answers yes and no, and was {then:.0f}% the year before. SG3a asks whether the adult "
            "LACKED capacity: check that yes and no were not exchanged."
        )
        yield Found(Check.TRANSPOSED, Severity.WARNING, words, cells_of(cells, "SG3a", kind, (LACKED, HAD)), kind)


def _not_known(cells: Cells, limits: Limits) -> Iterator[Found]:
    """Where the return keeps not known and not recorded apart, the cases are those in which nothing is recorded, if there are any."""
    for table, row in (("SG1a", NOT_KNOWN), ("SG1b", NOT_KNOWN), ("SG1c", UNDECLARED), ("SG1d", NOT_KNOWN)):
        for kind in STARTED_TYPES:
            share = _share(cells, table, kind, (row,), (), limits)
            if share is not None and share >= limits.not_known:
                words = f"{table}, {kind}: {share:.0f}% is “{row}”, which is not known and not recorded together. Each case says which."
                yield Found(Check.NOT_KNOWN, Severity.WARNING, words, cells_of(cells, table, kind, (row,)), kind=table, part=kind)
    apart = (
        ("SG3a", CAPACITY[Answer.NOT_KNOWN], CAPACITY_BLANK, (*CAPACITY.values(), CAPACITY_BLANK)),
        ("SG4a", ASKED[Asked.NOT_KNOWN], ASKED_BLANK, ASKED_ROWS),
    )
    for table, said, blank, of in apart:
        for kind in CONCLUDED_TYPES:
            unknown, unrecorded = (_share(cells, table, kind, (row,), of, limits) for row in (said, blank))
            if unknown is not None and unknown + unrecorded >= limits.not_known:
                whose = "Nothing is recorded in these cases: it can still be asked." if unrecorded else "In these cases it was answered so."
                words = f"{table}, {kind}: {unknown:.0f}% is “{said}” and {unrecorded:.0f}% “{blank}”. {whose}"
                rows = cells_of(cells, table, kind, (blank if unrecorded else said,))
                yield Found(Check.NOT_KNOWN, Severity.WARNING, words, rows, kind=table, part=kind)


def _changes(cells: Cells, before: Cells, limits: Limits) -> Iterator[Found]:
    for table, rows, kinds in (("SG1f", ("Total",), STARTED_TYPES), ("SG4a", ASKED_ROWS, CONCLUDED_TYPES)):
        for kind in kinds:
            now, then = (total(of, table, kind, rows) for of in (cells, before))
            if then >= limits.least and abs(now - then) * 100 >= limits.change * then:
                words = f"{kind}: {now}, and {then} the year before ({(now - then) / then:+.0%}). Say why, if it is right."
                words += "" if now else " There is none this year, so those of the year before are listed."
                behind = cells_of(cells if now else before, table, kind, rows)
                yield Found(Check.CHANGE, Severity.WARNING, words, behind, kind, of_before=not now)


def _share(cells: Cells, table: str, kind: str, rows: tuple[str, ...], of: tuple[str, ...], limits: Limits) -> float | None:
    whole = total(cells, table, kind, of)
    return 100 * total(cells, table, kind, rows) / whole if whole >= limits.least else None
