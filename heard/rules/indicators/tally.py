"""How are many enquiries counted: every indicator, from the sums of their facts?"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.indicator import Indicator

Place = tuple[str, str, str]  # month ("2026-03"), what it is broken down by (blank for all together), and the part
SHARES = [one for one in INDICATORS.values() if not one.is_days]
TIMED = {one.days: one.slug for one in INDICATORS.values() if one.is_days}


@dataclass
class Tally:
    """What was counted in one place: part and whole of each share, and how many took each number of days."""

    parts: Counter = field(default_factory=Counter)
    wholes: Counter = field(default_factory=Counter)
    spreads: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, facts: Mapping[str, int]) -> None:
        """Add the sums of the facts of some enquiries to every share that something is behind."""
        for one in SHARES:
            part, whole = share_in(one, facts)
            if whole:
                self.parts[one.slug] += part
                self.wholes[one.slug] += whole

    def add_days(self, fact: str, days: int, number: int) -> None:
        """Add how many took a number of days, by the fact that was timed."""
        self.spreads[TIMED[fact]][days] += number


def share_in(one: Indicator, facts: Mapping[str, int]) -> tuple[int, int]:
    """Part and whole of a share, from the sums of the facts.

    Practice: a part and its whole are both sums over the same enquiries, so that any engine's sums give the same share.
    """
    return sum(facts[name] for name in one.part), sum(facts[name] for name in one.whole)
