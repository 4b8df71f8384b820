"""How long must somebody wait before trying to sign in again?"""

from datetime import datetime, timedelta

FREE_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=24)


def may_try_after(*, failures: int, last_failed_at: datetime | None) -> datetime | None:
    """The moment from which another try is looked at, or None where there is nothing to wait for.

    Five tries are free; each failure after that doubles the wait, from one minute to fifteen. It slows a guesser and never locks a
    worker out for good. The same holds for an address that no account has, so that the wait tells nobody which accounts there are.

    Practice: National Cyber Security Centre, password guidance: slow down repeated tries rather than lock accounts.
    """
    if last_failed_at is None or failures < FREE_TRIES:
        return None
    doublings = min(failures - FREE_TRIES, 10)
    return last_failed_at + min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)


def failures_that_count(*, failures: int, last_failed_at: datetime | None, now: datetime) -> int:
    """How many earlier failures still count: none once a day has gone by without one.

    Practice: house rule, so that a rare slip is not added to last month's.
    """
    if last_failed_at is None or now - last_failed_at > FORGOTTEN_AFTER:
        return 0
    return failures
