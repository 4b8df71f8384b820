"""Does a team or a provider differ from the whole by more than chance?

Teams are never ranked: with few cases every team lands somewhere else each quarter. A funnel shows how far chance alone reaches for
each number of cases, and which few lie outside it and deserve a question.
"""

from collections.abc import Sequence
from math import sqrt

from heard.rules.labelled import Labelled
from heard.rules.wilson_interval import Z_95

Z_998 = 3.090232


class Lies(Labelled):
    """Where a team or provider lies in the funnel."""

    INSIDE = "inside", "No more than chance"
    ABOVE_95 = "above-95", "Higher than chance, at the edge: look again next time"
    BELOW_95 = "below-95", "Lower than chance, at the edge: look again next time"
    ABOVE_998 = "above-998", "Higher than chance: ask why"
    BELOW_998 = "below-998", "Lower than chance: ask why"


def share_of_all(counts: Sequence[tuple[float, float]]) -> float | None:
    """The share of all of them together (0 to 1), which is the middle of the funnel; None where nothing was counted.

    Practice: the middle of a funnel plot is the share of the whole, not the mean of the shares (Spiegelhalter 2005).
    """
    whole = sum(number for _, number in counts)
    return sum(part for part, _ in counts) / whole if whole else None


def funnel_limits(centre: float, whole: float, z: float) -> tuple[float, float] | None:
    """How far chance alone takes a share of ``whole`` cases from ``centre``, lower and upper (0 to 1); None of nothing.

    A share is outside exactly where its own Wilson interval does not hold the centre, so the two pictures never disagree.
    Practice: funnel plots with limits at 95% and 99.8% (Spiegelhalter 2005; public health technical guidance for England).
    """
    if whole <= 0:
        return None
    reach = z * sqrt(centre * (1 - centre) / whole)
    return max(0.0, centre - reach), min(1.0, centre + reach)


def lies(part: float, whole: float, centre: float) -> Lies | None:
    """Where one lies in the funnel; None where nothing was counted in it.

    Practice: outside 99.8% is a reason to ask, never a finding; outside 95% happens to one in twenty by chance (Spiegelhalter 2005).
    """
    if whole <= 0:
        return None
    share = part / whole
    for z, above, below in ((Z_998, Lies.ABOVE_998, Lies.BELOW_998), (Z_95, Lies.ABOVE_95, Lies.BELOW_95)):
        low, high = funnel_limits(centre, whole, z)
        if share > high or share < low:
            return above if share > high else below
    return Lies.INSIDE
