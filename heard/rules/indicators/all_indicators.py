"""Which indicators are there? The dictionary, the figures, the pictures and the Board's report all read this list."""

from heard.rules.indicators.days import indicators_of_days
from heard.rules.indicators.endings import indicators_of_endings
from heard.rules.indicators.hearing import indicators_of_hearing
from heard.rules.indicators.indicator import Group, Indicator
from heard.rules.indicators.rights import indicators_of_rights
from heard.rules.indicators.wishes import indicators_of_wishes
from heard.rules.indicators.work import indicators_of_work

INDICATORS: dict[str, Indicator] = {
    one.slug: one
    for each in (
        indicators_of_wishes, indicators_of_hearing, indicators_of_rights, indicators_of_work, indicators_of_endings, indicators_of_days,
    )
    for one in each()
}  # fmt: skip


def indicators_in(group: Group) -> list[Indicator]:
    """The indicators of one part of the picture, in order.

    Practice: a measure has one definition, and every screen, file and report takes it from the same list.
    """
    return [one for one in INDICATORS.values() if one.group == group]


def summed_by(one: Indicator) -> Indicator:
    """One of the set of which this indicator is the sum of some.

    Practice: as ``together_with``.
    """
    return next(other for other in INDICATORS.values() if other.parts_of == one.sum_of)


def together_with(one: Indicator) -> list[Indicator]:
    """The indicators that add up to the same whole as this one, itself among them: shown together or not at all.

    Practice: a percentage beside a suppressed one would give it away (see ``rules/disclosure_control.py``).
    """
    return [other for other in INDICATORS.values() if other.parts_of == one.parts_of] if one.parts_of else [one]
