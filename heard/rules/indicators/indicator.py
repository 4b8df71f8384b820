"""What is an indicator?"""

from dataclasses import dataclass

from heard.rules.labelled import Labelled

Facts = tuple[str, ...]
EVERYWHERE = "In Heard, and by the same query on DuckDB and Spark over an export"


class Group(Labelled):
    """Which part of the Board's picture an indicator stands in, in the order of the page."""

    WANTED = "wanted", "Were they asked, and did they say?"
    HAPPENED = "happened", "Did what they wanted happen?"
    LASTED = "lasted", "Some weeks later, had it lasted?"
    HEARD = "heard", "Were they heard?"
    STAGES = "stages", "At which stage were they heard?"
    NOT_HEARD = "not-heard", "Why was somebody not heard?"
    RIGHTS = "rights", "Capacity, representation and advocacy"
    AGREEMENT = "agreement", "Acting without agreement"
    WORK = "work", "How was the work done?"
    RISK = "risk", "What became of the risk?"
    RETURN = "return", "Did it happen again?"
    CLOSING = "closing", "How did it end?"
    DAYS = "days", "How long did it take?"


class Unit(Labelled):
    """What is counted."""

    ENQUIRIES = "enquiries", "enquiries"
    WISHES = "wishes", "wishes"
    RISKS = "risks", "risks"
    TALKS = "talks", "opportunities to be heard"
    ADVOCATES = "advocates", "advocates asked for"
    DAYS = "days", "days"
    PEOPLE = "people", "people"
    ASKINGS = "askings", "times somebody was asked"


@dataclass(frozen=True)
class Indicator:
    """One indicator: what it asks, what is counted of what, from which records; and which facts of each enquiry add up to it.

    A share is the sum of the facts in ``part`` of the sum of those in ``whole``; days are how many took each number of ``days``.
    Each is a fact of ``returns/facts.py``, so that every engine counts the same. ``parts_of`` names the whole that
    the parts of one set add up to: they are shown together or not at all. ``sum_of`` names the set
    of which this is the sum of some: shown only where every one of them is. ``whose`` is the judge, where two are set side by side.
    ``where`` says on which engines it is counted.
    """

    slug: str
    label: str
    group: Group
    question: str
    numerator: str
    denominator: str
    source: str
    unit: Unit
    part: Facts = ()
    whole: Facts = ()
    days: str = ""
    parts_of: str = ""
    sum_of: str = ""
    whose: str = ""
    where: str = EVERYWHERE

    @property
    def is_days(self) -> bool:
        return bool(self.days)
