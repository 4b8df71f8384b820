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


def shown_parts(parts: Sequence[int], whole: int) -> tuple[int | None, ...]:
    """Whole percentages of parts that do not overlap, but None for a small part and for whatever would give it away.

    The rest of the whole is one more part. Where what is withheld comes to fewer than five, or is one part alone, the next smallest is
    withheld too, and so on, so that nobody finds a small number by taking the others from all.
    Practice: percentages from unrounded values (NHS Digital's publication code); withholding a second part is our own choice.
    """
    rest = whole - sum(parts)
    everything = [*parts, rest] if rest or len(parts) == 1 else [*parts]
    hidden = hidden_beside(everything, [part < SMALLEST_SHOWN for part in everything])
    return tuple(None if hidden[place] else percentage(part, whole) for place, part in enumerate(parts))


def hidden_beside(sizes: Sequence[int], hidden: Sequence[bool]) -> tuple[bool, ...]:
    """Which are hidden once those that would give a hidden one away are hidden too: the smallest first, until two are and come to five.

    Practice: a total that would give away a suppressed part is a disclosure; a second part is suppressed with it.
    """
    found = list(hidden)
    while any(found) and not all(found):
        gone = [size for size, is_hidden in zip(sizes, found, strict=True) if is_hidden]
        if len(gone) > 1 and sum(gone) >= SMALLEST_SHOWN:
            break
        found[min((place for place, is_hidden in enumerate(found) if not is_hidden), key=lambda place: sizes[place])] = True
    return tuple(found)


def percentage(part: int, whole: int) -> int | None:
    """A whole percentage, halves upward, or None of nothing. For those who may see the cases.

    Practice: rates are shown to no decimals (NHS Digital's publication code).
    """
    return (200 * part + whole) // (2 * whole) if whole else None
