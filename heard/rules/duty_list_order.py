"""Which concern should be read first?"""

from datetime import datetime

from heard.rules.vocabulary.concern import Danger

# A danger that nobody asked about, or that is not known, may be real: it comes before "no danger".
PLACES: dict[str, int] = {Danger.NOW: 0, Danger.SOON: 1, Danger.NOT_KNOWN: 2, "": 2, Danger.NO: 3}


def place_in_list(danger: str) -> int:
    """The place of a danger in the list, 0 first.

    Practice: immediate danger first; not known is never treated as no.
    """
    return PLACES.get(danger, PLACES[""])


def order_of(danger: str, received_at: datetime) -> tuple[int, datetime]:
    """The key to sort concerns by: the danger, then whoever has waited longest.

    Practice: the duty list is by danger and age.
    """
    return place_in_list(danger), received_at


def days_waiting(received_at: datetime, now: datetime) -> int:
    """Whole days between being received and now, by the calendar of the two times as given.

    Practice: the age of a concern is counted from its receipt, not from when it was opened.
    """
    return max(0, (now.date() - received_at.date()).days)
