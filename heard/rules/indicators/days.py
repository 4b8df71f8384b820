"""How many days did it take, and what is the middle of many?"""

from collections.abc import Iterator, Mapping

from heard.rules.indicators.indicator import Group, Indicator, Unit


def indicators_of_days() -> Iterator[Indicator]:
    """Days to the first conversation, to the decision, to meet an advocate, and from the start of the enquiry to its end.

    Practice: days are shown, never a target: at the adult's pace is a good reason (Solihull); delay without one is fault (the Ombudsman).
    """
    rows = (
        ("days-to-first-conversation", "Days to the first conversation", "How long until somebody talked with the adult?",
         "from the day the concern came to the first conversation in which the adult was heard",
         "enquiries with such a conversation that has a day", "Concerns and conversations", "days_to_first_talk"),
        ("days-to-decision", "Days to the decision", "How long until it was decided whether there is an enquiry?",
         "from the day the concern came to the section 42 decision", "enquiries whose decision has a day", "Concerns and decisions",
         "days_to_decision"),
        ("days-to-meet-advocate", "Days until the advocate met the adult", "How long until an advocate met the adult?",
         "from the day an advocate was asked for to the day they met the adult", "advocates and IMCAs who met the adult",
         "Referrals to advocates", "days_to_meet_advocate"),
        ("days-of-enquiry", "Days from start to end", "How long did an enquiry take?", "from the day the enquiry started to its last day",
         "enquiries concluded in the month", "Enquiries", "days_of_enquiry"),
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
