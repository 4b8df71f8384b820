"""What may somebody see who has figures but not the cases behind them? The one policy, for every place where a figure leaves.

A count by itself is ``shown_count``; shares, in a row, under one another or from month to month, are ``shown_shares``; a table of counts
with its totals is ``protected`` in ``hidden_counts.py``, and the return's cells are ``disclosed`` in ``return_disclosure.py``.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

SUPPRESSED = "[c]"
NOT_AVAILABLE = "[x]"
SMALLEST_SHOWN = 5
Row = tuple[Sequence[int], int]


def shown_count(count: int | None) -> int | str:
    """0 to 4 is ``[c]``, every other count the nearest multiple of five, and a count nobody has is ``[x]``.

    Practice: disclosure control of the published Safeguarding Adults Collection (NHS Digital's own publication code).
    """
    if count is None:
        return NOT_AVAILABLE
    if count < SMALLEST_SHOWN:
        return SUPPRESSED
    return (count + 2) // 5 * 5


@dataclass(frozen=True)
class ShownShare:
    """A part of a whole as it may be shown; ``percent`` is None where it is withheld."""

    part: int | str
    whole: int | str
    percent: int | None

    @property
    def is_withheld(self) -> bool:
        return self.percent is None


def shown_shares(rows: Sequence[Row], lines: Sequence[Collection[int]] | None = None) -> list[tuple[ShownShare, ...]]:
    """The one way for shares: rows of (parts that do not overlap, their whole), each part as it may be shown, whatever else is shown.

    Withheld is a part, or a rest, of fewer than five; beside it in its row whatever would give it away; and so in each of the ``lines``
    (places of rows that add up to something that is shown too; all of them together unless told otherwise), from one row to the others.
    A count that is withheld beside others is ``[c]`` as well. Percentages are from unrounded counts.
    Practice: complementary suppression of official statistics, so that nobody finds a small number by taking the others from all.
    """
    hides, no_whole = _withheld(rows, lines if lines is not None else [range(len(rows))])
    stands_beside = len(rows) > 1
    found = []
    for (parts, whole), flags, hides_whole in zip(rows, hides, no_whole, strict=True):
        shown_whole = SUPPRESSED if hides_whole else shown_count(whole)
        masks = stands_beside or len(parts) > 1
        found.append(tuple(
            ShownShare(SUPPRESSED if hidden and masks else shown_count(part), shown_whole, None if hidden else percentage(part, whole))
            for part, hidden in zip(parts, flags, strict=False)
        ))  # fmt: skip
    return found


def _withheld(rows: Sequence[Row], lines: Sequence[Collection[int]]) -> tuple[list[list[bool]], list[bool]]:
    """Which parts of each row are withheld (its rest, where there is one, comes last), and which wholes."""
    has_rest = any(whole != sum(parts) or len(parts) == 1 for parts, whole in rows)
    table = [[*parts, whole - sum(parts)] if has_rest else [*parts] for parts, whole in rows]
    wholes, hides_whole = [whole for _, whole in rows], [0 < whole < SMALLEST_SHOWN for _, whole in rows]
    for line in lines:
        here = [place for place in line if wholes[place]]
        for place, hidden in zip(here, hidden_beside([wholes[at] for at in here], [hides_whole[at] for at in here]), strict=True):
            hides_whole[place] |= hidden
    hides = [[hidden or part < SMALLEST_SHOWN for part in row] for row, hidden in zip(table, hides_whole, strict=True)]
    before = None
    while before != hides:
        before = [list(flags) for flags in hides]
        hides = [list(hidden_beside(row, flags)) for row, flags in zip(table, hides, strict=True)]
        for line in lines:
            _withhold_in_line(table, wholes, hides, [place for place in line if wholes[place]])
    return hides, hides_whole


def _withhold_in_line(table: Sequence[Sequence[int]], wholes: Sequence[int], hides: list[list[bool]], line: Sequence[int]) -> None:
    """Withhold more of a line until no part of it, and no rest, is all of them less the others."""
    together = [sum(column) for column in zip(*(table[place] for place in line), strict=True)]
    of_all = hidden_beside(together, [part < SMALLEST_SHOWN for part in together])
    for at, all_hidden in enumerate(of_all):
        gone = [place for place in line if hides[place][at]]
        left = sorted((place for place in line if not hides[place][at]), key=lambda place: (wholes[place], place))
        while left and _gives_away([table[place][at] for place in gone], [wholes[place] - table[place][at] for place in gone], all_hidden):
            gone.append(left.pop(0))
            hides[gone[-1]][at] = True


def _gives_away(parts: Sequence[int], rests: Sequence[int], all_hidden: bool) -> bool:
    if all_hidden:
        return not parts
    return bool(parts) and (len(parts) == 1 or sum(parts) < SMALLEST_SHOWN or sum(rests) < SMALLEST_SHOWN)


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
