"""How old is the adult?"""

from datetime import date


def age_on(birth_date: date | None, day: date, died_on: date | None = None) -> int | None:
    """Whole years on a day, or at death if that was earlier; None where no birth date is known. Somebody born on 29 February has their
    birthday on 1 March in other years.

    Practice: exchange format, counting rule 2 (age on a day, or at death if earlier).
    """
    if birth_date is None:
        return None
    upon = min(day, died_on) if died_on else day
    return upon.year - birth_date.year - ((upon.month, upon.day) < (birth_date.month, birth_date.day))
