"""How sure is a share that was counted in few cases?"""

from math import sqrt

Z_95 = 1.959964  # 95 times in a hundred the interval holds the share that a great many cases like these would have


def wilson_interval(part: float, whole: float, z: float = Z_95) -> tuple[float, float] | None:
    """The lower and upper end (0 to 1) of the Wilson score interval of ``part`` in ``whole``; None of nothing.

    It never leaves 0 to 1, and holds for small numbers and for shares near nought or all.
    Practice: the method of public health in England for a proportion (PHEindicatormethods, ``phe_proportion``; Wilson 1927).
    """
    if whole <= 0:
        return None
    share, slack = part / whole, z * z / whole
    middle = share + slack / 2
    reach = z * sqrt((share * (1 - share) + slack / 4) / whole)
    return max(0.0, (middle - reach) / (1 + slack)), min(1.0, (middle + reach) / (1 + slack))
