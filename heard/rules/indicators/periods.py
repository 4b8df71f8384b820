"""For which months are figures asked?"""

from dataclasses import dataclass
from datetime import date

NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True)
class Period:
    """Some whole months in a row: the first of the first month, and how many."""

    first: date
    length: int

    @property
    def slug(self) -> str:
        return f"{self.first.year}-{self.first.month:02}-{self.length}"

    @property
    def months(self) -> list[str]:
        """Each month as "2026-03", oldest first."""
        return [f"{day.year}-{day.month:02}" for day in (_later(self.first, number) for number in range(self.length))]

    @property
    def label(self) -> str:
        """ "January to March 2026", or "April 2025 to March 2026"."""
        last = _later(self.first, self.length - 1)
        year = f" {self.first.year}" if self.first.year != last.year else ""
        return f"{NAMES[self.first.month - 1]}{year} to {NAMES[last.month - 1]} {last.year}"


def _later(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def last_twelve_months(today: date) -> Period:
    """The twelve months that end with the one we are in.

    Practice: a year is the least in which the seasons do not look like a change.
    """
    return Period(_later(today, -11), 12)


def whole_months_before(today: date, number: int) -> Period:
    """The whole months that have ended: a month that goes on would look like a fall.

    Practice: a statistical process control chart holds whole periods only (NHS England, Making Data Count).
    """
    return Period(_later(today, -number), number)


def last_quarter(today: date) -> Period:
    """The last quarter of the financial year that has ended: April to June, July to September, October to December, January to March.

    Practice: Safeguarding Adults Boards report by quarter of the financial year.
    """
    return Period(_later(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), -3), 3)


def periods_offered(today: date) -> list[Period]:
    """The last twelve months, the quarter that goes on and the eight before it, and the last three financial years.

    Practice: quarters and years of the financial year, as Boards and the return have them.
    """
    quarter = last_quarter(today)
    quarters = [Period(_later(quarter.first, 3 - 3 * number), 3) for number in range(9)]
    year = today.year if today.month >= 4 else today.year - 1
    return [last_twelve_months(today), *quarters, *(Period(date(year - number, 4, 1), 12) for number in range(3))]


def period_named(slug: str, today: date) -> Period:
    """The period of that slug among those offered, else the last twelve months.

    Practice: only whole quarters and years are offered, so that two periods a month apart never give away the difference.
    """
    return next((one for one in periods_offered(today) if one.slug == slug), last_twelve_months(today))
