"""What does a published figure say, and may it stand beside a council's own?

Only what was published is here. A figure that the project only assumes is in no file that is read, so it cannot be drawn as national.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from heard.rules.decision import Decision, Law
from heard.rules.statutory_return import ASKED, ASKED_BLANK, CAPACITY, CAPACITY_BLANK, OUTCOMES, SUPPORTED
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import RiskOutcome
from heard.rules.vocabulary.voice import Asked

ENGLAND = "E92000001"
CELL_KEYS = ("[x]", "[c]", "[z]")
PUBLICATION = Law("ASCOF 4B, note 16: a result over 100% is replaced, as a data-quality issue")
DEVON = Law("Safeguarding adults, England, 2024 to 2025: the England figures for mental capacity hold one council's exchanged yes and no")
LACKED, HAD = CAPACITY[Answer.NO], CAPACITY[Answer.YES]
EXPRESSED, NOTHING = ASKED[Asked.YES_EXPRESSED], ASKED[Asked.YES_NOTHING]


@dataclass(frozen=True)
class Cells:
    """Which cells of a table of the national file make an indicator's numerator, and which its denominator."""

    table: str
    parts: tuple[str, ...]
    wholes: tuple[str, ...]


CELLS_OF: dict[str, Cells] = {
    "asked": Cells("SG4a", (EXPRESSED, NOTHING), (*ASKED.values(), ASKED_BLANK)),
    "expressed": Cells("SG4a", (EXPRESSED,), (EXPRESSED, NOTHING)),
    "capacity-known": Cells("SG3a", (LACKED, HAD), (*CAPACITY.values(), CAPACITY_BLANK)),
    "lacked-capacity": Cells("SG3a", (LACKED,), (LACKED, HAD)),
    "lacked-and-supported": Cells("SG3a", (SUPPORTED,), (LACKED,)),
    "risk-less": Cells("SG2e", (OUTCOMES[RiskOutcome.REMOVED], OUTCOMES[RiskOutcome.REDUCED]), tuple(OUTCOMES.values())),
}


def published_number(cell: str) -> float | None:
    """The number in a published cell; None for not available, suppressed or not applicable, which are never nought.

    Raises ValueError for anything else. Practice: cell keys of the publications; thousands have commas.
    """
    text = cell.strip()
    if not text or text in CELL_KEYS:
        return None
    return float(text.replace(",", ""))


def is_possible(numerator: float | None, denominator: float | None) -> Decision:
    """Whether a numerator can be a part of its denominator. Larger, it is refused and its council named.

    Practice: ASCOF 4B 2024 to 2025 has three councils of which it is not true.
    """
    if numerator is not None and denominator is not None and numerator > denominator:
        because = f"{numerator:,.0f} of {denominator:,.0f} cannot be: the part is larger than the whole."
        return Decision(False, (because,), (PUBLICATION,))
    return Decision(True, law=(PUBLICATION,))


def may_stand_beside(*, table: str, year: int) -> Decision:
    """Whether the England figures of a table in a year may be shown at all.

    Practice: mental capacity for 2024 to 2025 holds one council's exchanged yes and no, and cannot be put right.
    """
    if table == "SG3a" and year == 2024:
        return Decision(False, ("One council exchanged yes and no, and the England figure cannot be put right.",), (DEVON,))
    return Decision(True)


def share_published(cells: Mapping[str, float | None], of: Cells) -> float | None:
    """The percentage from the cells of one area, by category; None where any of them is missing, suppressed or impossible.

    Practice: a suppressed cell is never taken for nought.
    """
    parts, wholes = [cells.get(name) for name in of.parts], [cells.get(name) for name in of.wholes]
    if None in parts or None in wholes or not sum(wholes) or not is_possible(sum(parts), sum(wholes)):
        return None
    return round(100 * sum(parts) / sum(wholes), 1)


def year_in_words(year: int) -> str:
    """A year of the return as publications write it: "2024 to 2025".

    Practice: April to March, named by both calendar years.
    """
    return f"{year} to {year + 1}"
