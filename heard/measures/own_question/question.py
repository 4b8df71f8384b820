"""What can be asked of the case table: what is counted, grouped by what, and which rows?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from heard.returns.case_table import BY_NAME
from heard.returns.relations import JUDGED
from heard.rules.labelled import Labelled


class Figure(Labelled):
    """What is counted. The slugs stand in addresses and saved questions, so they never change; the labels may."""

    CONCERNS = "concerns", "Concerns received"
    PEOPLE = "people", "People with a concern received"
    STARTED = "started", "Enquiries started"
    CONCLUDED = "concluded", "Enquiries concluded"
    ASKED = "asked", "Asked what they want, of enquiries concluded"
    EXPRESSED = "expressed", "Said what they want, of those asked"
    ADULT = "adult", "Wishes, by what the adult judged"
    PROFESSIONAL = "professional", "Wishes, by what the professional judged"


@dataclass(frozen=True)
class Part:
    """One column of a figure that has parts of a whole: what a row of the case table adds to it, in SQL."""

    key: str
    label: str
    adds: str


def _judged(whose: str) -> tuple[Part, ...]:
    return tuple(Part(name.replace("_", "-"), rating.label, name) for name, judge, rating in JUDGED if judge == whose)


PARTS: dict[Figure, tuple[Part, ...]] = {
    Figure.ASKED: (Part("asked", "Asked", "asked"), Part("not-asked", "Not asked, or not recorded", "1 - asked")),
    Figure.EXPRESSED: (Part("expressed", "Said", "expressed"), Part("not-expressed", "Did not say", "asked - expressed")),
    Figure.ADULT: _judged("own"),
    Figure.PROFESSIONAL: _judged("professional"),
}
# Which day places a row in a month and a year: when the concern was received, when the enquiry started, or when it was concluded.
WHEN = {Figure.CONCERNS: "received", Figure.PEOPLE: "received", Figure.STARTED: "started"}
GROUPS = ("age_band", "gender", "ethnicity", "support_reason", "team", "kind", "length", "risk_type", "risk_location", "risk_source",
          "risk_outcome", "had_capacity", "asked_answer")  # fmt: skip
TIMES = {"year": "Year", "month": "Month"}
GROUPINGS = {**TIMES, **{name: BY_NAME[name].label for name in GROUPS}}
NOBODYS_TEAM = "no-team"


@dataclass(frozen=True)
class Question:
    """One question; ``year`` is None for every year, ``filters`` the one code asked for of each column named."""

    figure: Figure
    rows: str = ""
    columns: str = ""
    year: int | None = None
    filters: Mapping[str, str] = field(default_factory=dict)

    @property
    def when(self) -> str:
        """The day that places a row."""
        return WHEN.get(self.figure, "concluded")

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the figure, none where it is a plain count."""
        return PARTS.get(self.figure, ())

    @property
    def groupings(self) -> tuple[str, ...]:
        """What it is grouped by: none, one or two."""
        return tuple(name for name in (self.rows, self.columns) if name)

    @property
    def narrowings(self) -> int:
        """How many filters there are, the year among them."""
        return len(self.filters) + (self.year is not None)

    def as_terms(self) -> dict[str, str]:
        """As it stands in an address, and as it is saved."""
        named = {"figure": str(self.figure), "rows": self.rows, "columns": self.columns, "year": str(self.year or ""), **self.filters}
        return {name: value for name, value in named.items() if value}


def label_in(name: str, key: str) -> str:
    """The label of a value of a grouping."""
    if name == "month":
        return f"{MONTHS[int(key) % 100 - 1]} {int(key) // 100}"
    if name == "year":
        return year_label(int(key))
    return "No team" if name == "team" and key == NOBODYS_TEAM else BY_NAME[name].codes.get(key, key)


def year_label(year: int) -> str:
    """April to March, as people write it."""
    return f"{year}-{(year + 1) % 100:02}"


def order_of(name: str, key: str) -> tuple[int, str]:
    """Where a value stands in a table: in the order of its codes, else by itself."""
    codes = list(BY_NAME[name].codes) if name in BY_NAME else []
    return (codes.index(key) if key in codes else len(codes), key)


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
