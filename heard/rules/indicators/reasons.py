"""Why did a step take longer than the council gives for it? How the reasons that were said are counted and named."""

from heard.rules.indicators.indicator import Group, Indicator, Unit
from heard.rules.lateness import TimedStep


def late(step: str, reason: str = "") -> str:
    """The name under which a reason said of a step is counted; without a reason, of all that were said of it.

    Practice: a council has its own reasons (``HEARD_REASONS_FOR_DELAY``), so they are counted by their slugs as they were recorded.
    """
    return f"late-{step}-{reason}" if reason else f"late-{step}"


def reasons_counted() -> list[Indicator]:
    """What is counted of each step, for the dictionary: each reason by itself.

    Practice: delay without a recorded reason is fault (the Ombudsman); at the adult's own pace is a good reason.
    """
    asks, of = "Where it took longer than the council gives, why?", "enquiries in which a reason was said of this step"
    counted, source = "enquiries with this reason, for each reason", "Reasons said of steps that took longer"
    return [Indicator(late(step), step.label, Group.DAYS, asks, counted, of, source, Unit.ENQUIRIES) for step in TimedStep]
