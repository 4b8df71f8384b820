"""Might these two be the same person, and what says so?"""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from heard.rules.childrens_route import is_under_18
from heard.rules.search_keys import Details, folded, name_parts, swapped, tidy_postcode

ALIKE = 0.86
WORTH_SHOWING = 25
_NHS, _BORN, _SWAPPED, _YEAR, _POSTCODE, _WHOLE_NAME, _PART_OF_NAME, _PART_ALIKE = 60, 30, 20, 5, 15, 30, 10, 5


@dataclass(frozen=True)
class Match:
    """How strongly two people may be one: a score, what agrees, and what does not."""

    score: int
    reasons: tuple[str, ...]
    differs: tuple[str, ...] = ()

    @property
    def is_worth_showing(self) -> bool:
        return self.score >= WORTH_SHOWING


def _pairs(asked: list[str], held: list[str]) -> list[float]:
    """For each part of the shorter name, how alike its best partner in the other is; each partner is used once."""
    fewer, more = sorted((asked, list(held)), key=len)
    free, found = list(more), []
    for part in fewer:
        best = max(free, key=lambda one: JaroWinkler.similarity(part, one), default=None)
        if best is None:
            break
        found.append(JaroWinkler.similarity(part, best))
        free.remove(best)
    return found


def _as_written(details: Details) -> str:
    return " ".join(f"{details.given_name} {details.family_name}".casefold().split())


def _name(asked: Details, held: Details) -> tuple[int, str]:
    ours, theirs = (name_parts(one.given_name, one.family_name, one.known_as) for one in (asked, held))
    if not ours or not theirs:
        return 0, ""
    alike = _pairs(ours, theirs)
    if len(alike) == 1 or min(alike) < ALIKE:
        return _part_of_name(max(alike))
    if min(alike) < 1:
        return round(_WHOLE_NAME * min(alike)), "Name spelt nearly the same"
    if _as_written(asked) == _as_written(held):
        return _WHOLE_NAME + 2, "Same name"
    if folded(_as_written(asked)) == folded(_as_written(held)):
        return _WHOLE_NAME + 1, "Same name but for its accents"
    return _WHOLE_NAME, "Same names, in another order or with another name beside them"


def _part_of_name(closest: float) -> tuple[int, str]:
    if closest == 1:
        return _PART_OF_NAME, "Part of the name is the same"
    return (_PART_ALIKE, "Part of the name is alike") if closest >= ALIKE else (0, "")


def _birth(asked: Details, held: Details) -> tuple[int, str, str]:
    if asked.birth_date is None or held.birth_date is None:
        return 0, "", ""
    if asked.birth_date == held.birth_date:
        return _BORN, "Same birth date", ""
    if swapped(asked.birth_date) == held.birth_date:
        return _SWAPPED, "Same birth date with day and month exchanged", ""
    if asked.birth_date.year == held.birth_date.year:
        return _YEAR, "Same year of birth", "A different day of birth"
    return -5, "", "A different birth date"


def _district(asked: Details, held: Details) -> list[str]:
    ours, theirs = start_of_postcode(asked.postcode), start_of_postcode(held.postcode)
    return ["A different postcode area"] if ours and theirs and ours != theirs else []


def _age(asked: Details, held: Details) -> list[str]:
    if asked.said_under_18_on is None or held.birth_date is None or is_under_18(held.birth_date, today=asked.said_under_18_on):
        return []
    return ["Said to be under 18, and this person is 18 or over"]


def match(asked: Details, held: Details) -> Match:
    """What says that two people are one, and what speaks against it. Informs: a person chooses.

    Practice: matches are offered with their reasons and never made by themselves.
    """
    score, reasons, differs = 0, [], []
    if asked.nhs_number and held.nhs_number:
        same = "".join(asked.nhs_number.split()) == "".join(held.nhs_number.split())
        score += _NHS if same else -30
        (reasons if same else differs).append("Same NHS number" if same else "A different NHS number")
    points, why = _name(asked, held)
    score += points
    reasons += [why] if why else []
    points, why, against = _birth(asked, held)
    score += points
    reasons += [why] if why else []
    differs += [against] if against else []
    if asked.postcode and tidy_postcode(asked.postcode) == tidy_postcode(held.postcode):
        score += _POSTCODE
        reasons.append("Same postcode")
    differs += _district(asked, held) + _age(asked, held)
    return Match(max(score, 0), tuple(reasons), tuple(differs))


def best_matches(asked: Details, held: Iterable[tuple[object, Details]], most: int = 10) -> list[tuple[object, Match]]:
    """The people worth showing, best first, with why: at most ``most`` of them.

    Practice: enough to choose from, and no browsing of other people's records.
    """
    found = [(who, match(asked, details)) for who, details in held]
    worth = [one for one in found if one[1].is_worth_showing]
    return sorted(worth, key=lambda one: -one[1].score)[:most]


def start_of_postcode(postcode: str) -> str:
    """The first half of a postcode, which says the district and not the house.

    Practice: matching shows only enough of a person to choose.
    """
    whole = tidy_postcode(postcode).upper()
    return whole[:-3] if len(whole) > 4 else whole
