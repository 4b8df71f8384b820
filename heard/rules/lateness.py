"""Which steps of an enquiry took longer than the council gives for them, and which reasons may be said?

No national list of reasons was found. These are Heard's own plain defaults; a council sets its own in ``HEARD_REASONS_FOR_DELAY``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.labelled import Labelled
from heard.rules.next_steps.step import Timescales, days_after

REASON_FOR_DELAY = Law("Local Government and Social Care Ombudsman: delay without a reason is fault")
OTHER = "other"
REASONS: dict[str, str] = {
    "adults-pace": "At the adult’s own pace, or they asked us to wait",
    "not-reached": "The adult could not be reached, or was too unwell",
    "not-safe": "It was not safe to talk or go on sooner",
    "communication": "Waiting for an interpreter, communication support or an advocate",
    "police-or-court": "Waiting for the police or a court",
    "another-organisation": "Waiting for another organisation",
    "nobody-free": "Nobody was free to do it sooner",
    OTHER: "Another reason",
}


class TimedStep(Labelled):
    """A step whose days the Board sees."""

    FIRST_TALK = "first-conversation", "The first conversation with the adult"
    CONCLUDING = "concluding", "Concluding the enquiry"


@dataclass(frozen=True)
class Late:
    """A step that passed its day: when it was due, and when it was done (None while it is still to do)."""

    step: TimedStep
    due: date
    done_on: date | None

    def days_over(self, today: date) -> int:
        return ((self.done_on or today) - self.due).days


def late_steps(
    *, received_on: date, first_heard_on: date | None, started_on: date, concluded_on: date | None, today: date, days: Timescales
) -> tuple[Late, ...]:
    """The steps of an enquiry that passed the days which the council gives for them, whether they were done since or not.

    A first conversation that never came before the enquiry ended is late on the day it ended.
    Practice: timescales are the council's own; delay without a recorded reason is fault (the Ombudsman).
    """
    ends = {
        TimedStep.FIRST_TALK: (days_after(received_on, days.talk), first_heard_on, first_heard_on or concluded_on),
        TimedStep.CONCLUDING: (days_after(started_on, days.conclude), concluded_on, concluded_on),
    }
    return tuple(Late(step, due, done) for step, (due, done, until) in ends.items() if (until or today) > due)


def may_say_why_late(*, is_late: bool, reason: str, words: str, reasons: Mapping[str, str]) -> Decision:
    """Whether a reason for the time a step took may be kept: of a step that passed its day, from the council's list, in words where other.

    Practice: a reason is recorded by a person, of what did take longer; "another reason" says nothing without words.
    """
    if not is_late:
        return Decision(False, ("This step has not passed the days that are given for it.",), (REASON_FOR_DELAY,))
    if reason not in reasons:
        return Decision(False, ("Choose why it took longer.",), (REASON_FOR_DELAY,))
    if reason == OTHER and not words.strip():
        return Decision(False, ("Say in your own words why it took longer.",), (REASON_FOR_DELAY,))
    return Decision(True, law=(REASON_FOR_DELAY,))


def label_of_reason(reason: str, reasons: Mapping[str, str]) -> str:
    """A reason in words, one that the council no longer offers included.

    Practice: what was recorded stays readable when a list is changed.
    """
    return reasons.get(reason) or REASONS.get(reason) or reason.replace("-", " ").capitalize()
