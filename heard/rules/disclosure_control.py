"""What may somebody see who has figures but not the cases behind them?"""

from collections.abc import Sequence

SUPPRESSED = "[c]"
NOT_AVAILABLE = "[x]"
SMALLEST_SHOWN = 5


def shown_count(count: int | None) -> int | str:
    """0 to 4 is ``[c]``, every other count the nearest multiple of five, and a count nobody has is ``[x]``.

    Practice: disclosure control of the published Safeguarding Adults Collection (NHS Digital's own publication code).
    """
    if count is None:
        return NOT_AVAILABLE
    if count < SMALLEST_SHOWN:
        return SUPPRESSED
    return (count + 2) // 5 * 5


def shown_percentages(parts: Sequence[int], whole: int) -> tuple[int | None, ...]:
    """Whole percentages from the unrounded counts, or None for every part where any part, or the rest, is suppressed.

    A percentage beside a suppressed one would give it away: parts that add up to a whole are shown together or not at all.
    Practice: percentages from unrounded values (NHS Digital's publication code); withholding them together is our own choice.
    """
    rest = whole - sum(parts)
    everything = [*parts, rest] if rest else [*parts]
    if len(everything) == 1 or any(part < SMALLEST_SHOWN for part in everything):
        return tuple(None for _ in parts)
    return tuple(percentage(part, whole) for part in parts)


def percentage(part: int, whole: int) -> int | None:
    """A whole percentage, halves upward, or None of nothing. For those who may see the cases.

    Practice: rates are shown to no decimals (NHS Digital's publication code).
    """
    return (200 * part + whole) // (2 * whole) if whole else None
