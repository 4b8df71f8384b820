"""Did what reviews and audits found change practice? One theme on one time axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from heard.rules.vocabulary.assurance import Theme

# The measure from live cases that shows each theme, by the slug of its indicator.
MEASURED_BY: dict[Theme, str] = {
    Theme.SEEN_ALONE: "heard-alone",
    Theme.AGREEMENT: "overridden-told",
    Theme.WHAT_THEY_WANT: "asked",
    Theme.COMMUNICATION: "needs-met",
    Theme.DECISION: "three-reasons",
    Theme.ADVOCACY: "represented",
    Theme.CAPACITY: "lacked-and-supported",
    Theme.RISK: "risk-less",
    Theme.MEETINGS: "involvement-asked",
    Theme.PLAN: "plan-agreed",
    Theme.OTHER_ROUTES: "risk-followed-up",
    Theme.NETWORK: "network-asked",
    Theme.CLOSING: "feedback-offered",
    Theme.RECORDING: "own-words",
    Theme.EQUALITY: "ethnicity-and-language",
    Theme.RECOGNISE: "about-me",
}
# What a measure leaves out, where it is only the nearest that the record can count.
ONLY_NEAREST: dict[Theme, str] = {
    Theme.MEETINGS: "The record does not keep meetings by themselves. This counts what comes before one: asking how much the adult wants "
    "to be involved.",
    Theme.OTHER_ROUTES: "The record does not keep each route by itself. This counts that action was settled before closing, not which.",
    Theme.NETWORK: "This counts the adult’s wish about the people in their life. What a carer needs is left to the audits.",
    Theme.RECORDING: "This counts that the adult’s own words were kept. Fact, opinion and hearsay kept apart is left to the audits.",
    Theme.EQUALITY: "This counts what is known. Whether it was thought about is left to the audits.",
    Theme.RECOGNISE: "This counts what was written in the adult’s words. Whether they would recognise themselves is left to the audits.",
}
# Why a theme has no measure from live cases.
NOT_MEASURED: dict[Theme, str] = {
    Theme.MAKING_ENQUIRIES: "The record says who led an enquiry. It does not say why it was this person, or how good an answer was that "
    "somebody else gave, so nothing can be counted: only the audits answer it.",
}


@dataclass(frozen=True)
class Share:
    """How many of how many in one quarter, as it may be shown, and the percentage, None where it would give somebody away."""

    quarter: str
    part: int | str
    whole: int | str
    percent: int | None


def quarter_of(day: date) -> str:
    """The quarter of the year that a day is in: "2026-Q1" is January to March.

    Practice: Safeguarding Adults Boards report by quarter; the three months are those of the financial year's quarters too.
    """
    return f"{day.year}-Q{(day.month + 2) // 3}"


def quarters_to(today: date, number: int) -> list[str]:
    """The quarters up to and with the one we are in, the oldest first.

    Practice: a change is seen over quarters, not from one week to the next.
    """
    at = today.year * 4 + (today.month - 1) // 3
    return [f"{one // 4}-Q{one % 4 + 1}" for one in range(at - number + 1, at + 1)]


def months_of(quarter: str) -> list[str]:
    """The three months of a quarter, as "2026-01".

    Practice: figures are kept by month of conclusion; a quarter is three of them.
    """
    year, number = quarter.split("-Q")
    return [f"{year}-{month:02}" for month in range(3 * int(number) - 2, 3 * int(number) + 1)]


def years_within(quarters: Sequence[str]) -> list[list[int]]:
    """The places of the four quarters of each financial year that is there whole: a year has a figure of its own.

    Practice: a quarter that is withheld must not be its year less the other three (``rules/disclosure_control.py``).
    """
    years: dict[int, list[int]] = {}
    for place, quarter in enumerate(quarters):
        year, number = (int(part) for part in quarter.split("-Q"))
        years.setdefault(year - (number == 1), []).append(place)
    return [places for places in years.values() if len(places) == 4]


def sentence_of(what: str, shares: Sequence[Share]) -> str:
    """In one sentence how a share moved from the first quarter with a percentage to the last, and no more than that.

    Practice: a picture has a sentence that says the same; two quarters are never called a trend.
    """
    shown = [one for one in shares if one.percent is not None]
    if not shown:
        return f"{what}: too little to show in any quarter without giving somebody away, or nothing yet."
    first, last = shown[0], shown[-1]
    if first is last:
        return f"{what}: {first.percent}% in {words_of(first.quarter)}, the only quarter that can be shown."
    moved = "up from" if last.percent > first.percent else "down from" if last.percent < first.percent else "the same as"
    return f"{what}: {last.percent}% in {words_of(last.quarter)}, {moved} {first.percent}% in {words_of(first.quarter)}."


def words_of(quarter: str) -> str:
    """A quarter in words: "January to March 2026".

    Practice: house rule, no abbreviation that a reader has to look up.
    """
    year, number = quarter.split("-Q")
    return f"{('January to March', 'April to June', 'July to September', 'October to December')[int(number) - 1]} {year}"
