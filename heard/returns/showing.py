"""How does each cell of the return look to this reader, beside the year before?"""

from collections.abc import Mapping
from dataclasses import dataclass

from heard.accounts.models import Authority
from heard.returns.live import flat_relations, with_noughts
from heard.rules.return_disclosure import disclosed
from heard.rules.statutory_return import Cell

Values = Mapping[Cell, int | str]


@dataclass(frozen=True)
class Shown:
    """One cell: its value, what it was the year before and the change in words. Blank where there was nothing to compare with."""

    value: int | str
    before: int | str = ""
    change: str = ""


@dataclass(frozen=True)
class Year:
    """A year's return as a reader may see it; ``counts`` are unrounded and never leave for a page that is under disclosure control."""

    counts: dict[Cell, int]
    values: Values
    before: Values
    has_before: bool

    @property
    def is_empty(self) -> bool:
        return not any(self.counts.values())

    def shown(self, cell: Cell) -> Shown:
        """One cell, with the change since the year before: between the numbers shown, so that none is given away."""
        if not self.has_before:
            return Shown(self.values[cell])
        return Shown(self.values[cell], self.before[cell], change_in_words(self.before[cell], self.values[cell]))


def change_in_words(before: int | str, now: int | str) -> str:
    """ "+2", "−2" or "the same" between two numbers; blank where one is hidden."""
    if isinstance(before, str) or isinstance(now, str):
        return ""
    change = now - before
    return "the same" if not change else f"{'+' if change > 0 else '−'}{abs(change):,}"


def year_shown(authority: Authority, year: int, *, is_exact: bool) -> Year:
    """The return of a year and of the year before, counted from the records as they are now."""
    with flat_relations(authority, (year - 1, year)) as ask:
        counts, before = with_noughts(ask, year), with_noughts(ask, year - 1)
    has_before = any(before.values())
    if is_exact:
        return Year(counts, counts, before, has_before)
    return Year(counts, disclosed(counts), disclosed(before), has_before)
