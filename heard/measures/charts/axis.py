"""From where to where does an axis go, and where are its ticks?"""

from collections.abc import Sequence
from dataclasses import dataclass

STEPS = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000)


@dataclass(frozen=True)
class Axis:
    """An axis from ``low`` to ``high`` with a tick at every step, drawn between two places (the first is that of ``low``)."""

    low: int
    high: int
    step: int
    first: float
    last: float

    def place(self, value: float) -> float:
        """Where a value is drawn; what is beyond an end, at that end."""
        held = min(max(value, self.low), self.high)
        return round(self.first + (self.last - self.first) * (held - self.low) / (self.high - self.low), 1)

    def ticks(self, unit: str) -> list[tuple[float, str]]:
        return [(self.place(value), f"{value}{unit}") for value in range(self.low, self.high + 1, self.step)]


def axis_of(values: Sequence[float], first: float, last: float, *, most: int | None = None) -> Axis:
    """The narrowest axis of whole steps that holds these values, with five steps at most; never below nought or above ``most``."""
    low, high = max(0.0, min(values)), max(values)
    step = next((one for one in STEPS if -(-high // one) - low // one <= 5), STEPS[-1])
    begin = int(low // step) * step
    end = max(int(-(-high // step)) * step, begin + step)
    end = min(end, most) if most and end > most else end
    begin = min(begin, end - step)
    return Axis(max(0, begin), end, step, first, last)
