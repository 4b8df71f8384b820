"""Which published figures come with Heard: two ASCOF measures by council, and the national volumes?

Department of Health and Social Care, "Measures from the adult social care outcomes framework (ASCOF), England", tables 4a and 4b, values
unchanged. Contains public sector information licensed under the Open Government Licence v3.0. Each volume names its own source.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from heard.rules.published_figures import is_possible, published_number, year_in_words

FOLDER = Path(__file__).parent / "published"
SOURCE = "DHSC, Measures from the Adult Social Care Outcomes Framework (ASCOF), England"
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
WEAK = "weak secondary source"


@dataclass(frozen=True)
class Outcome:
    """One area in one year: the published percentage, and what it is of. ``refused`` says why it may not be used."""

    area: str
    ons_code: str
    year: int
    percent: float | None
    numerator: float | None = None
    denominator: float | None = None
    margin: float | None = None
    refused: str = ""

    @property
    def year_in_words(self) -> str:
        return year_in_words(self.year)


@dataclass(frozen=True)
class Volume:
    """What England had in one year; None where it is not held, or its source is too weak to show."""

    year: str
    concerns: int | None
    s42_started: int | None
    individuals: int | None
    other_enquiries: int | None
    source: str
    note: str


def _rows(name: str) -> Iterator[tuple[str, str, list[tuple[int, dict[str, str]]]]]:
    """Each area's name and code, and for each year its cells. The header may stand under a note; areas are known by their ONS code."""
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    start = next(place for place, line in enumerate(lines) if line and line[0] == "Local authority code")
    heads = [head.split(" - ") for head in lines[start][3:]]
    for line in lines[start + 1 :]:
        if len(line) < 4 or not line[1]:
            continue
        years: dict[int, dict[str, str]] = {}
        for (year, what), cell in zip(heads, line[3:], strict=True):
            years.setdefault(int(year[:4]), {})[what] = cell
        yield line[1], line[2], list(years.items())


@cache
def risk_reduced_or_removed() -> tuple[Outcome, ...]:
    """ASCOF 4B: of section 42 enquiries in which a risk was identified, how many saw it reduced or removed; by area and year."""
    found = []
    for area, code, years in _rows("ascof-4b.csv"):
        for year, cells in years:
            part, whole = published_number(cells["numerator"]), published_number(cells["denominator"])
            possible = is_possible(part, whole)
            percent = published_number(cells["outcome"]) if possible else None
            found.append(Outcome(area, code, year, percent, part, whole, refused="" if possible else possible.because[0]))
    return tuple(found)


@cache
def feeling_safe() -> tuple[Outcome, ...]:
    """ASCOF 4A: of people who use services, how many feel as safe as they want; a sample survey, so each has a margin."""
    found = []
    for area, code, years in _rows("ascof-4a.csv"):
        for year, cells in years:
            asked, margin = published_number(cells["number of respondents"]), published_number(cells["margin of error"])
            found.append(Outcome(area, code, year, published_number(cells["outcome"]), None, asked, margin))
    return tuple(found)


@cache
def volumes() -> tuple[Volume, ...]:
    """Concerns and enquiries in England by year. What its own note calls weak is left out."""
    with (FOLDER / "national-volumes.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(_volume(row) for row in csv.DictReader(file))


def _volume(row: dict[str, str]) -> Volume:
    numbers = {name: int(row[name]) if row[name] else None for name in ("concerns", "s42_started", "individuals", "other_enquiries")}
    if WEAK in row["note"]:
        numbers |= {"s42_started": None, "individuals": None}
    return Volume(row["year"], **numbers, source=row["source"], note=row["note"])


def of_area(found: tuple[Outcome, ...], ons_code: str) -> list[Outcome]:
    """One area's years, oldest first."""
    return sorted((one for one in found if one.ons_code == ons_code), key=lambda one: one.year)


def latest_of(found: tuple[Outcome, ...], ons_code: str) -> Outcome | None:
    """The newest year of an area that has a percentage."""
    return next((one for one in reversed(of_area(found, ons_code)) if one.percent is not None), None)


def code_of_council(name: str) -> str:
    """The ONS code of the council of that name; blank where none has it. A name without "Council" and the like is enough."""
    wanted = _plain(name)
    return next((one.ons_code for one in reversed(risk_reduced_or_removed()) if wanted and _plain(one.area) == wanted), "")


def _plain(name: str) -> str:
    extra = {"council", "county", "city", "borough", "metropolitan", "district", "of", "the", "london", "royal"}
    return " ".join(word for word in name.casefold().replace("-", " ").split() if word not in extra)
