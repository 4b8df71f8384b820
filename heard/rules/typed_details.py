"""What of a birth date or an NHS number can be used as somebody typed it?

A detail that cannot be read never stops a concern: it is kept as the words they typed, for a person to read.
"""

import re
from datetime import date

from stdnum.gb import nhs

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
OLDEST = 125


def birth_date_in(words: str, *, today: date) -> date | None:
    """The date in "3 May 1950", "03/05/1950" or "1950-05-03", day before month; None for anything less certain, "about 75" included.

    Practice: house rule, never guess a birth date; a two-figure year, a future date or one over 125 years ago is left as words.
    """
    parts = re.findall(r"\d+|[a-z]+", words.lower().replace("of", " "))
    parts = [re.sub(r"^(st|nd|rd|th)$", "", part) for part in parts]
    parts = [part for part in parts if part]
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = parts
    month = str(MONTHS.index(month[:3]) + 1) if month[:3] in MONTHS else month
    if not (day.isdecimal() and month.isdecimal() and year.isdecimal() and len(year) == 4):
        return None
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found <= today and found.year >= today.year - OLDEST else None


def nhs_number_in(words: str) -> str:
    """The ten digits where the words are an NHS number that passes its check (Modulus 11), else "".

    Practice: NHS Data Dictionary, NHS NUMBER: weights 10 to 2; a check figure of 11 is 0 and of 10 is no number at all.
    """
    digits = nhs.compact(words.replace(".", ""))
    return digits if nhs.is_valid(digits) and len(set(digits)) > 1 else ""
