"""How many days did it take, and what is the middle of many?"""

from collections.abc import Iterator, Mapping
from datetime import date

from heard.rules.indicators.facts import EnquiryFacts
from heard.rules.indicators.indicator import Group, Indicator, Unit
from heard.rules.seen_alone import HEARD


def _between(first: date, last: date | None) -> list[int]:
    return [(last - first).days] if last is not None and last >= first else []


def _to_first_talk(one: EnquiryFacts) -> list[int]:
    heard_on = [talk.on for talk in one.talks if talk.how in HEARD and talk.on is not None]
    return [max(0, (min(heard_on) - one.received_on).days)] if heard_on else []


def _to_decision(one: EnquiryFacts) -> list[int]:
    return _between(one.received_on, one.decided_on)


def _of_enquiry(one: EnquiryFacts) -> list[int]:
    return _between(one.started_on, one.concluded_on)


def _to_meet_advocate(one: EnquiryFacts) -> list[int]:
    return [days for advocate in one.advocates for days in _between(advocate.referred_on, advocate.met_on)]


def indicators_of_days() -> Iterator[Indicator]:
    """Days to the first conversation, to the decision, to meet an advocate, and from the start of the enquiry to its end.

    Practice: days are shown, never a target: at the adult's pace is a good reason (Solihull); delay without one is fault (the Ombudsman).
    """
    rows = (
        ("days-to-first-conversation", "Days to the first conversation", "How long until somebody talked with the adult?",
         "from the day the concern came to the first conversation in which the adult was heard",
         "enquiries with such a conversation that has a day", "Concerns and conversations", _to_first_talk),
        ("days-to-decision", "Days to the decision", "How long until it was decided whether there is an enquiry?",
         "from the day the concern came to the section 42 decision", "enquiries whose decision has a day", "Concerns and decisions",
         _to_decision),
        ("days-to-meet-advocate", "Days until the advocate met the adult", "How long until an advocate met the adult?",
         "from the day an advocate was asked for to the day they met the adult", "advocates and IMCAs who met the adult",
         "Referrals to advocates", _to_meet_advocate),
        ("days-of-enquiry", "Days from start to end", "How long did an enquiry take?", "from the day the enquiry started to its last day",
         "enquiries concluded in the month", "Enquiries", _of_enquiry),
    )  # fmt: skip
    for slug, label, question, numerator, denominator, source, days in rows:
        yield Indicator(slug, label, Group.DAYS, question, numerator, denominator, source, Unit.DAYS, days=days)


def middle_of(spread: Mapping[int, int], share: float = 0.5) -> int | None:
    """The day by which this share of all was done, from how many took each number of days; None of nothing. A half is the median.

    Practice: the median and the middle half say how long most waited; a mean is drawn away by one very long wait.
    """
    total, seen = sum(spread.values()), 0
    for days in sorted(spread):
        seen += spread[days]
        if seen >= share * total:
            return days
    return None
