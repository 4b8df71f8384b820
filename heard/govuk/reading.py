"""What day or time did somebody mean by what they typed?"""

import re
from datetime import time

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
NAMED_TIMES = {"midday": time(12), "noon": time(12), "12 noon": time(12), "midnight": time(0), "12 midnight": time(0)}


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None


def read_day(text: str) -> int | None:
    """The day of the month: "3", "03" or "3rd"."""
    return _number(re.sub(r"(st|nd|rd|th)$", "", text.strip().lower()))


def read_month(text: str) -> int | None:
    """The month: "5", "05", "May", "sept"."""
    text = text.strip().lower().rstrip(".")
    if (number := _number(text)) is not None:
        return number
    if len(text) < 3:
        return None
    return next((index for index, name in enumerate(MONTHS, 1) if name.startswith(text)), None)


def read_year(text: str) -> int | None:
    """The year, in four numbers from 1880 to 2200; two are a guess that could be a century out, so they are not taken."""
    year = _number(text.strip())
    return year if year is not None and 1880 <= year <= 2200 else None


def read_time(text: str) -> time | None:
    """The time: "14:30", "14.30", "1430", "2pm", "2.30 pm", "midday", "midnight"; None for anything else."""
    text = " ".join(text.strip().lower().split())
    if text in NAMED_TIMES:
        return NAMED_TIMES[text]
    found = re.fullmatch(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))? ?(am|pm|a\.m\.|p\.m\.)?", text)
    if not found or (found[2] is None and found[3] is None):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
