"""Are the figures fresh enough, and may they be worked out while somebody waits for the page?"""

from datetime import datetime, timedelta

OLD_AFTER = timedelta(minutes=15)
MOST_SECONDS = 2.0


def are_old(as_at: datetime | None, now: datetime) -> bool:
    """Whether the figures are to be worked out again: never were, or more than fifteen minutes ago.

    Practice: dashboards answer at once from figures at most 15 minutes old, which say "as at".
    """
    return as_at is None or now - as_at > OLD_AFTER


def may_wait(seconds: float | None) -> bool:
    """Whether a reader may be kept waiting for them: it took no longer than two seconds last time, or was never done.

    Practice: a council's figures take a moment; a region's are left to the job, and the page says how old they are.
    """
    return seconds is None or seconds <= MOST_SECONDS
