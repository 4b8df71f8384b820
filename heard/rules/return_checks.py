"""What in the return is wrong, or worth a look, before it is sent?

The official list of checks is not held; these follow from the definitions of the tables (handbook 1.6). An error cannot be right; a warning
may be, and says why. The shares that call for a look are Heard's own plain defaults, set in ``HEARD_RETURN_CHECKS``.
"""

from collections.abc import Callable, Iterator, Mapping
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
    MORE_ENQUIRIES = "more-enquiries-than-concerns", "No more enquiries than concerns"
    ENDINGS_DIFFER = "capacity-and-asked-differ", "Capacity and what they want are answered for the same enquiries"
    SUPPORTED = "more-supported-than-lacked", "No more were supported than lacked capacity"
    ACHIEVED = "more-achieved-than-expressed", "No more outcomes achieved than enquiries in which they were expressed"
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
    """One thing that a check found: the words to paste, and the cells of which the cases are to be looked at. Some checks have a list of
    their own instead (``heard/returns/listed.py``). ``about`` is which of a check's findings it is, and stays while the counts change."""

    check: Check
    severity: Severity
    explanation: str
    cells: tuple[Cell, ...] = ()
    about: str = ""


def total(cells: Cells, table: str, kind: str, rows: tuple[str, ...] = (), *, column: str = "") -> int:
    """The sum of a table's cells for an enquiry type: of these rows and this column, or of all.

    Practice: the sums that handbook 1.6 compares.
    """
    return sum(
        value for cell, value in cells.items()
        if (cell.table, cell.enquiry_type) == (table, kind) and (not rows or cell.category in rows) and column in ("", cell.subcategory)
    )  # fmt: skip


def look_at_cells(cells: Cells, before: Cells, limits: Limits) -> Iterator[Found]:
    """What the counts themselves show, against each other and against the year before.

    Practice: handbook 1.6, checks 1 to 6 and 8 to 11. By the counting rules 1, 2, 4, 5 and 6 always hold; one that does not is a fault.
    """
    for kind in STARTED_TYPES:
        yield from _people(cells, kind)
    for kind in CONCLUDED_TYPES:
        yield from _endings(cells, kind)
        yield from _outcomes(cells, kind)
        yield from _swing(cells, before, kind, limits)
    yield from _more_enquiries(cells)
    yield from _not_known(cells, limits)
    yield from _changes(cells, before, limits)


def _people(cells: Cells, kind: str) -> Iterator[Found]:
    ages, genders, ethnicities = (total(cells, table, kind) for table in ("SG1a", "SG1b", "SG1c"))
    if not ages == genders == ethnicities:
        words = f"{kind}: SG1a counts {ages} people, SG1b {genders} and SG1c {ethnicities}. They count the same people."
        yield Found(Check.PEOPLE_DIFFER, Severity.ERROR, words, about=kind)
    reasons, cases = total(cells, "SG1d", kind), total(cells, "SG1f", kind)
    if reasons < ages or cases < ages:
        words = f"{kind}: {ages} people, {reasons} in SG1d and {cases} cases. There are at least as many of each as people."
        yield Found(Check.PEOPLE_AND_CASES, Severity.ERROR, words, about=kind)


def _endings(cells: Cells, kind: str) -> Iterator[Found]:
    capacity, asked = total(cells, "SG3a", kind, (*CAPACITY.values(), CAPACITY_BLANK)), total(cells, "SG4a", kind, ASKED_ROWS)
    if capacity != asked:
        words = f"{kind}: SG3a answers for {capacity} enquiries and SG4a for {asked}. Each concluded enquiry is in both once."
        yield Found(Check.ENDINGS_DIFFER, Severity.ERROR, words, about=kind)
    supported, lacked = total(cells, "SG3a", kind, (SUPPORTED,)), total(cells, "SG3a", kind, (LACKED,))
    if supported > lacked:
        words = f"{kind}: {supported} supported, of {lacked} who lacked capacity."
        yield Found(Check.SUPPORTED, Severity.ERROR, words, about=kind)
    achieved, expressed = total(cells, "SG4a", kind, ACHIEVED_ROWS), total(cells, "SG4a", kind, (ASKED[Asked.YES_EXPRESSED],))
    if achieved > expressed:
        words = f"{kind}: outcomes judged in {achieved} enquiries, and expressed in {expressed}."
        yield Found(Check.ACHIEVED, Severity.ERROR, words, about=kind)


def _outcomes(cells: Cells, kind: str) -> Iterator[Found]:
    for column in sorted({cell.subcategory for cell in cells if cell.table == "SG2e"}):
        outcomes, findings = total(cells, "SG2e", kind, column=column), total(cells, "SG2c", kind, IDENTIFIED, column=column)
        if outcomes > findings:
            words = (
                f"{kind}, {column}: {outcomes} outcomes of risk (SG2e) and {findings} findings of risk (SG2c). This may be right: "
                "where one enquiry has several risks of one source, the same finding counts once and different outcomes count each."
            )
            yield Found(Check.OUTCOMES, Severity.WARNING, words, about=f"{kind}, {column}")


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
        behind = tuple(cell for cell in cells if (cell.table, cell.enquiry_type, cell.category) == ("SG3a", kind, LACKED))
        yield Found(Check.TRANSPOSED, Severity.WARNING, words, behind, kind)


def _not_known(cells: Cells, limits: Limits) -> Iterator[Found]:
    started = [("SG1a", (NOT_KNOWN,)), ("SG1b", (NOT_KNOWN,)), ("SG1c", (UNDECLARED,)), ("SG1d", (NOT_KNOWN,))]
    concluded = [("SG3a", (CAPACITY[Answer.NOT_KNOWN], CAPACITY_BLANK)), ("SG4a", (ASKED[Asked.NOT_KNOWN], ASKED_BLANK))]
    of = {"SG3a": (*CAPACITY.values(), CAPACITY_BLANK), "SG4a": ASKED_ROWS}
    for kinds, tables in ((STARTED_TYPES, started), (CONCLUDED_TYPES, concluded)):
        for table, rows in tables:
            for kind in kinds:
                share = _share(cells, table, kind, rows, of.get(table, ()), limits)
                if share is not None and share >= limits.not_known:
                    words = f"{table}, {kind}: {share:.0f}% is “{'” or “'.join(rows)}”. What can still be asked is in these cases."
                    behind = tuple(cell for cell in cells if (cell.table, cell.enquiry_type) == (table, kind) and cell.category in rows)
                    yield Found(Check.NOT_KNOWN, Severity.WARNING, words, behind, f"{table}, {kind}")


def _changes(cells: Cells, before: Cells, limits: Limits) -> Iterator[Found]:
    counted: list[tuple[str, Callable[[Cells], int]]] = [
        *((kind, lambda of, kind=kind: total(of, "SG1f", kind)) for kind in STARTED_TYPES),
        *((kind, lambda of, kind=kind: total(of, "SG4a", kind, ASKED_ROWS)) for kind in CONCLUDED_TYPES),
    ]
    for kind, count in counted:
        now, then = count(cells), count(before)
        if then >= limits.least and abs(now - then) * 100 >= limits.change * then:
            words = f"{kind}: {now}, and {then} the year before ({(now - then) / then:+.0%}). Say why, if it is right."
            yield Found(Check.CHANGE, Severity.WARNING, words, about=kind)


def _share(cells: Cells, table: str, kind: str, rows: tuple[str, ...], of: tuple[str, ...], limits: Limits) -> float | None:
    whole = total(cells, table, kind, of)
    return 100 * total(cells, table, kind, rows) / whole if whole >= limits.least else None
