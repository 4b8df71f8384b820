"""Which counts of a table must be hidden, so that a small one can be worked out from none of the others? And is a question answered at all?

A table's places are (row, column); ``TOTAL`` stands for "all rows" or "all columns", and every line adds up to its total. A table with one
grouping has the column ``TOTAL`` only.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Mapping

from heard.rules.decision import Decision
from heard.rules.disclosure_control import SMALLEST_SHOWN, SUPPRESSED, shown_count

TOTAL = ""
FEWEST_PEOPLE = 10
MOST_NARROWINGS = 5
Place = tuple[str, str]


def may_answer(*, people: int, left_out: Collection[int] = (), narrowings: int = 0) -> Decision:
    """A question about fewer than ten people is not answered, nor one that leaves out between one and nine of those who would be counted
    with some of its filters taken away (``left_out``, for every choice of them): the two answers, one from the other, would tell of those
    few. More than five filters, the year among them, are too many to look at every choice.

    Practice: the issue's least number of people; leaving out as few is the same question asked the other way round.
    """
    if people < FEWEST_PEOPLE:
        return Decision(False, (f"This would leave fewer than {FEWEST_PEOPLE} people. An answer could tell of one of them.",))
    if narrowings > MOST_NARROWINGS:
        words = f"There are more than {MOST_NARROWINGS} filters, the year among them. So narrow an answer could tell of somebody."
        return Decision(False, (words,))
    if any(0 < number < FEWEST_PEOPLE for number in left_out):
        words = f"This would leave out fewer than {FEWEST_PEOPLE} people. This answer and the one with fewer filters would tell of them."
        return Decision(False, (words,))
    return Decision(True)


def hidden_places(counts: Mapping[Place, int], few: Collection[Place] = ()) -> set[Place]:
    """The places not to show: counts of 0 to 4, those of ``few`` (fewer than five people), and then as many more, the smallest first and
    totals last, as it takes until each hidden count could be another one, whatever its row, its column and its totals say.

    It is tried against a reader who knows every shown count before rounding, and that no count is less than nought.
    Practice: complementary suppression of official statistics; the published return has none, so this is Heard's own choice.
    """
    hidden = {place for place, count in counts.items() if count < SMALLEST_SHOWN} | set(few) & set(counts)
    again = bool(hidden)
    while again:
        again = False
        for place in sorted(hidden):
            if can_be_worked_out(place, counts, hidden) and (more := _next_to_hide(place, counts, hidden)) is not None:
                hidden.add(more)
                again = True
    return hidden


def protected(counts: Mapping[Place, int], few: Collection[Place] = ()) -> dict[Place, int | str]:
    """Each place as it may be shown: hidden, or the nearest multiple of five.

    Practice: disclosure control of the published Safeguarding Adults Collection, with complementary suppression.
    """
    hidden = hidden_places(counts, few)
    return {place: SUPPRESSED if place in hidden else shown_count(count) for place, count in counts.items()}


def can_be_worked_out(place: Place, counts: Mapping[Place, int], hidden: Collection[Place]) -> bool:
    """Whether a hidden count can be only what it is. It can be another where some round of hidden counts, one up and the next down along
    the lines, leaves every line adding up: a way back from the one end of the place to the other.

    Practice: the test for complementary suppression; in a table of rows and columns this way decides it exactly.
    """
    ways: dict[str, set[str]] = defaultdict(set)
    for other in hidden:
        if other != place:
            up, down = _ends(other, counts)
            ways[up].add(down)
            if counts[other]:
                ways[down].add(up)
    up, down = _ends(place, counts)
    return not (_leads(ways, down, up) or (counts[place] and _leads(ways, up, down)))


def _ends(place: Place, counts: Mapping[Place, int]) -> tuple[str, str]:
    """The two lines a place is in, so that one more in it is a step from the first to the second; a total counts the other way round."""
    row, column = place
    is_one_way = (TOTAL, TOTAL) in counts and not any(other[1] != TOTAL for other in counts)
    lines = ("any", f"column {column}") if is_one_way else (f"row {row}", f"column {column}")
    against = (row == TOTAL) != (column == TOTAL and not is_one_way)
    return lines[::-1] if against else lines


def _leads(ways: Mapping[str, set[str]], start: str, end: str) -> bool:
    seen, waiting = {start}, deque([start])
    while waiting:
        here = waiting.popleft()
        if here == end:
            return True
        new = ways.get(here, set()) - seen
        seen |= new
        waiting.extend(new)
    return False


def _next_to_hide(place: Place, counts: Mapping[Place, int], hidden: Collection[Place]) -> Place | None:
    """What to hide beside a place that gives itself away: of its own lines if there is any, parts before totals, the smallest first."""
    shown = [other for other in counts if other not in hidden]
    beside = [other for other in shown if other[0] == place[0] or other[1] == place[1]]
    return min(beside or shown, key=lambda other: (other.count(TOTAL), counts[other], other), default=None)
