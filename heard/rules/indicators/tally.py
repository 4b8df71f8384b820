"""How are many enquiries counted: every indicator, by month of conclusion and by every part?"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.breakdowns import OF_RISKS, parts_of
from heard.rules.indicators.facts import EnquiryFacts
from heard.rules.indicators.indicator import Indicator, Unit

Place = tuple[str, str, str]  # month ("2026-03"), what it is broken down by (blank for all together), and the part
_SHARES = [one for one in INDICATORS.values() if not one.is_days]
_OF_RISKS = [one for one in _SHARES if one.unit == Unit.RISKS]
_DAYS = [one for one in INDICATORS.values() if one.is_days]


@dataclass
class Tally:
    """What was counted in one place: part and whole of each share, and how many took each number of days."""

    parts: Counter = field(default_factory=Counter)
    wholes: Counter = field(default_factory=Counter)
    spreads: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, shares: Iterable[tuple[str, int, int]], days: Iterable[tuple[str, int]]) -> None:
        for slug, part, whole in shares:
            self.parts[slug] += part
            self.wholes[slug] += whole
        for slug, number in days:
            self.spreads[slug][number] += 1


def tally(enquiries: Iterable[EnquiryFacts]) -> dict[Place, Tally]:
    """Every indicator of these enquiries, in each month: all together, and in each part. Nothing is kept of a single enquiry.

    Practice: an enquiry counts in the month in which it was concluded, as in tables SG2 to SG4 of the return.
    """
    found: dict[Place, Tally] = defaultdict(Tally)
    for one in enquiries:
        month = f"{one.concluded_on.year}-{one.concluded_on.month:02}"
        shares, days = _shares(_SHARES, one), [(kind.slug, number) for kind in _DAYS for number in kind.days(one)]
        found[month, "", ""].add(shares, days)
        for by, part, narrowed in parts_of(one):
            there = shares
            if by in OF_RISKS:
                there = [row for row in shares if INDICATORS[row[0]].unit != Unit.RISKS] + _shares(_OF_RISKS, narrowed)
            found[month, by.value, part].add(there, days)
    return dict(found)


def _shares(kinds: list[Indicator], one: EnquiryFacts) -> list[tuple[str, int, int]]:
    counted = ((kind.slug, *kind.counts(one)) for kind in kinds)
    return [row for row in counted if row[2]]
