"""Which days and hours does the adult say are safe, or never safe, and is this one of them?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.safe_contact import Day

WHOLE_DAY = ("00:00", "24:00")
DAYS = tuple(Day)
SETS: dict[str, tuple[Day, ...]] = {
    "weekday": DAYS[:5], "weekdays": DAYS[:5], "weekend": DAYS[5:], "weekends": DAYS[5:], "every day": DAYS, "any day": DAYS,
}  # fmt: skip
TWELVE = {"midday": "12:00", "noon": "12:00", "midnight": "24:00"}
HOW = "Write a day, and the hours as 9.30am to 12pm or 09:30 to 12:00"
_CLOCK = r"(?:\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\.?|\d{2}[:.]\d{2}|midday|noon|midnight)"
_LINE = re.compile(
    rf"(?P<days>.*?)(?:[\s,:]*(?:\bfrom\s+|\bbetween\s+)?(?P<start>{_CLOCK})\s*(?:to|until|and|-|–)\s*(?P<end>{_CLOCK}))?\s*\.?", re.I
)


@dataclass(frozen=True)
class Hours:
    """From when until when on one day, as ``HH:MM`` in local time; ``words`` is the line it was read from, as it was written."""

    day: str
    start: str
    end: str
    is_safe: str
    words: str


def hours_in(line: str, *, is_safe: Answer) -> tuple[Hours, ...]:
    """The days and hours of one line of words, such as "Mondays and Fridays, 9.30am to 12pm"; empty where they cannot be read.

    A day without hours is the whole day. An hour that may be morning or afternoon ("2 to 3") is not guessed.

    Practice: numbers, addresses and times that are safe and those that are not; not known is never read as safe.
    """
    read = _LINE.fullmatch(" ".join(line.split()))
    days = _days(read["days"]) if read else ()
    if not days:
        return ()
    start, end = (_clock(read["start"], ends=False), _clock(read["end"], ends=True)) if read["start"] else WHOLE_DAY
    if not start or not end or start >= end:
        return ()
    return tuple(Hours(day, start, end, is_safe, line) for day in days)


def against_the_hours(hours: Iterable[Hours], at: datetime) -> tuple[str, ...]:
    """The lines that say that a local time is not safe: it is in hours that are never safe, or outside those that are.

    Practice: numbers, addresses and times that are safe and those that are not. Where both are said, what is not safe holds.
    """
    here = [one for one in hours if one.day == DAYS[at.weekday()]]
    clock = at.strftime("%H:%M")
    now = [one for one in here if one.start <= clock < one.end]
    never = tuple(one.words for one in now if one.is_safe == Answer.NO)
    safe = [one for one in here if one.is_safe == Answer.YES]
    if never or not safe or any(one.is_safe == Answer.YES for one in now):
        return never
    return tuple(dict.fromkeys(one.words for one in safe))


def names_safe_hours_on(hours: Iterable[Hours], at: datetime) -> bool:
    """Whether hours that are safe are named for the day of a local time, so that the part of the week is not asked.

    Practice: the narrower word of the adult holds.
    """
    return any(one.is_safe == Answer.YES and one.day == DAYS[at.weekday()] for one in hours)


def _days(text: str) -> tuple[Day, ...]:
    said = re.sub(r"^(?:on|all day)\s+", "", text.casefold().strip(" ,:")).removesuffix(" all day")
    found: list[Day] = []
    for part in filter(None, re.split(r"\s*(?:,|&|\band\b)\s*", said)):
        ends = [_one_day(one) for one in re.split(r"\s*(?:\bto\b|-|–)\s*", part)]
        if part in SETS:
            found += SETS[part]
        elif None in ends or len(ends) > 2:
            return ()
        else:
            first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
            found += DAYS[first : last + 1] if first <= last else (*DAYS[first:], *DAYS[: last + 1])
    return tuple(dict.fromkeys(found))


def _one_day(word: str) -> Day | None:
    return next((day for day in DAYS if len(word) >= 3 and day.value.startswith(word.removesuffix("s"))), None)


def _clock(text: str, *, ends: bool) -> str:
    said = text.casefold().replace(".", ":").replace(" ", "")
    if said in TWELVE:
        return "00:00" if said == "midnight" and not ends else TWELVE[said]
    is_half = re.search(r"[ap]:?m:?$", said)
    hour, _, minute = re.sub(r"[ap]:?m:?$", "", said).partition(":")
    hours, minutes = int(hour), int(minute or 0)
    if minutes > 59 or hours > (12 if is_half else 23) or (is_half and hours == 0):
        return ""
    if is_half:
        hours = hours % 12 + (12 if is_half[0][0] == "p" else 0)
    clock = f"{hours:02}:{minutes:02}"
    return "24:00" if ends and clock == "00:00" else clock
