"""What does a large bundle look like? One of any size, invented, the same every time, with every table in it."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from stdnum.gb import nhs

from heard.exchange.tables import CONCERNS, CONVERSATIONS, DESIRED_OUTCOMES, ENQUIRIES, PEOPLE, REVIEWS, RISKS, TABLES, Table

_FIRST = ("Amara", "Dilys", "Eryk", "Ines", "Joan", "Mei", "Oisín", "Priya", "Rosa", "Samir", "Tomos", "Yusuf", "Zofia")
_LAST = ("Okafor", "Żak", "Patel", "Singh", "Hughes", "Young", "Nkosi", "O'Brien", "Smith-Jones", "Lindqvist", "Evans", "Haddad")
_WORDS = (
    "I want to feel safe in my own home.",
    "My nephew keeps my card.\nI would like it back, and an apology.",
    "Fy arian yn ôl, os gwelwch yn dda.",
    'She said "leave me be", twice, and turned to the window.',
)
_BEGIN = date(2023, 4, 1)


def _nhs_number(dice: Random) -> str:
    while True:
        digits = f"{dice.randrange(400_000_000, 500_000_000)}"
        if found := next((digits + last for last in "0123456789" if nhs.is_valid(digits + last)), ""):
            return found


def _code(table: Table, column: str, dice: Random) -> str:
    return dice.choice(table.column(column).codes)


def _sometimes(dice: Random, value: str, chance: float = 0.5) -> str:
    return value if dice.random() < chance else ""


class _Writer:
    """One file being written; a cell left out is blank."""

    def __init__(self, folder: Path, table: Table):
        self._stream = (folder / table.file).open("w", encoding="utf-8", newline="")
        self._rows = csv.DictWriter(self._stream, table.names, restval="")
        self._rows.writeheader()
        self.write, self.close = self._rows.writerow, self._stream.close


def write_bundle(folder: Path, concerns: int, *, seed: int = 1) -> None:
    """Write a bundle of that many concerns into an empty folder: three quarters as many people, an enquiry for every third concern."""
    dice = Random(seed)  # noqa: S311
    files = {name: _Writer(folder, table) for name, table in ((one.file, one) for one in TABLES)}
    people = max(1, concerns * 3 // 4)
    for n in range(people):
        files[PEOPLE.file].write(_person(n, dice))
    for n in range(concerns):
        enquiry = f"E{n:06}" if n % 3 == 0 else ""
        day = _BEGIN + timedelta(days=dice.randrange(1000))
        files[CONCERNS.file].write(_concern(n, f"P{dice.randrange(people):06}", day, enquiry, dice))
        files[CONVERSATIONS.file].write(_conversation(f"T{n:06}", day, dice, concern_ref=f"C{n:06}"))
        if enquiry:
            _write_enquiry(files, n, enquiry, day, dice)
    for n in range(concerns // 1000):
        refs = {"person_refs": f"P{n:06};P{n + 1:06}", "died_refs": f"P{n:06}"}
        files[REVIEWS.file].write({"review_ref": f"S{n:04}", "started_on": _BEGIN + timedelta(days=n), **refs})
    for file in files.values():
        file.close()


def _person(n: int, dice: Random) -> dict:
    return {
        "person_ref": f"P{n:06}", "given_name": dice.choice(_FIRST), "family_name": dice.choice(_LAST),
        "birth_date": date(1930, 1, 1) + timedelta(days=dice.randrange(25_000)), "gender": _code(PEOPLE, "gender", dice),
        "ethnicity": _code(PEOPLE, "ethnicity", dice), "nhs_number": _nhs_number(dice),
        "health_conditions": _code(PEOPLE, "health_conditions", dice), "address": f"{n} High Street, Testford", "postcode": "ZZ99 3WZ",
        "phone": "01632 960000", "preferred_language": _sometimes(dice, "cy", 0.1),
        "communication_needs": "easy-read;pictures", "safe_contact": _sometimes(dice, "Only by phone, weekdays 10 to 12."),
    }  # fmt: skip


def _concern(n: int, person: str, day: date, enquiry: str, dice: Random) -> dict:
    at = datetime(day.year, day.month, day.day, 8 + dice.randrange(10), dice.randrange(60))
    codes = (
        "raised_by", "primary_support_reason", "adult_knows", "agreement", "acted_without_agreement_because", "needs_care_and_support",
        "at_risk", "cannot_protect_self",
    )  # fmt: skip
    return {
        "concern_ref": f"C{n:06}", "person_ref": person, "received_at": at.isoformat(), "raised_by_name": "Nurse on the ward",
        "description": " ".join(dice.choices(_WORDS, k=4)), "in_area": "yes", "what_the_adult_wants": dice.choice(_WORDS),
        "decision": "section-42" if enquiry else "no-enquiry", "decided_at": (at + timedelta(days=1)).isoformat(),
        "decided_by": "M. Manager", "decision_reason": "The three parts were considered with the adult.",
        "referrer_told_on": day + timedelta(days=3), **{name: _code(CONCERNS, name, dice) for name in codes},
    }  # fmt: skip


def _conversation(ref: str, day: date, dice: Random, **about: str) -> dict:
    codes = {name: _code(CONVERSATIONS, name, dice) for name in ("stage", "method", "alone")}
    return {
        "conversation_ref": ref, **about, "held_at": f"{day}T14:30:00", "by": "S. Worker", "present": "sister;interpreter",
        "words": dice.choice(_WORDS), "asked_what_they_want": "yes", **codes,
    }  # fmt: skip


def _write_enquiry(files: dict[str, _Writer], n: int, ref: str, day: date, dice: Random) -> None:
    ends = day + timedelta(days=20 + dice.randrange(60))
    codes = {name: _code(ENQUIRIES, name, dice) for name in ("had_capacity", "asked_what_they_want", "closing_view")}
    files[ENQUIRIES.file].write({
        "enquiry_ref": ref, "concern_ref": f"C{n:06}", "kind": "section-42", "started_on": day, "concluded_on": ends,
        "lead": "S. Worker", "supported_by": "family;advocate", **codes,
    })  # fmt: skip
    for of_type in ("physical", "neglect"):
        found = {"finding": "risk-action", "outcome": _code(RISKS, "outcome", dice)}
        files[RISKS.file].write({"enquiry_ref": ref, "type": of_type, "source": "known-to-adult", "location": "own-home", **found})
    for number in (1, 2):
        codes = {name: _code(DESIRED_OUTCOMES, name, dice) for name in ("category", "adult_rating", "professional_rating")}
        files[DESIRED_OUTCOMES.file].write({
            "outcome_ref": f"W{n:06}-{number}", "enquiry_ref": ref, "words": dice.choice(_WORDS), "expressed_by": "adult",
            "expressed_on": day, "replaces": f"W{n:06}-1" if number == 2 and n % 2 else "",
            "rating_difference_reason": "The adult sees it differently.", **codes,
        })  # fmt: skip
    files[CONVERSATIONS.file].write(_conversation(f"U{n:06}", ends, dice, enquiry_ref=ref))
