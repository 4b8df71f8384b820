"""How are many enquiries counted: every indicator, from the sums of their facts?"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.indicator import Indicator
from heard.rules.indicators.reasons import late

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
        parts, wholes = self.parts, self.wholes
        for one in SHARES:
            part, whole = share_in(one, facts)
            if whole:
                parts[one.slug] = parts.get(one.slug, 0) + part
                wholes[one.slug] = wholes.get(one.slug, 0) + whole

    def add_days(self, fact: str, days: int, number: int) -> None:
        """Add how many took a number of days, by the fact that was timed."""
        self.spreads[TIMED[fact]][days] += number

    def add_reason(self, step: str, reason: str, number: int) -> None:
        """Add of how many a reason was said why a step took longer."""
        self.parts[late(step, reason)] += number
        self.wholes[late(step)] += number


def share_in(one: Indicator, facts: Mapping[str, int]) -> tuple[int, int]:
    """Part and whole of a share, from the sums of the facts.

    Practice: a part and its whole are both sums over the same enquiries, so that any engine's sums give the same share.
    """
    part, whole = facts[one.part[0]], facts[one.whole[0]]
    if len(one.part) + len(one.whole) > 2:
        part, whole = sum(map(facts.__getitem__, one.part)), sum(map(facts.__getitem__, one.whole))
    return part, whole
