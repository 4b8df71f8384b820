"""How long has a case been open, and which duties are things that nobody has asked yet?"""

from datetime import date

from heard.rules.labelled import Labelled
from heard.rules.next_steps.step import Duty


class OpenFor(Labelled):
    """How long a case has been open."""

    FOUR_WEEKS = "up-to-4-weeks", "Up to 4 weeks"
    TWELVE_WEEKS = "4-to-12-weeks", "4 to 12 weeks"
    HALF_A_YEAR = "12-to-26-weeks", "12 to 26 weeks"
    LONGER = "over-26-weeks", "Over 26 weeks"


_ENDS = ((28, OpenFor.FOUR_WEEKS), (84, OpenFor.TWELVE_WEEKS), (182, OpenFor.HALF_A_YEAR))
NOT_ASKED = (
    Duty.TALK, Duty.SEE_ALONE, Duty.ASK_WISHES, Duty.RECORD_DIFFICULTY, Duty.ASSESS, Duty.JUDGE, Duty.ANSWER_ASKED, Duty.ANSWER_CAPACITY,
    Duty.ANSWER_SUPPORT, Duty.OFFER_FEEDBACK,
)  # fmt: skip


def open_for(opened_on: date, today: date) -> OpenFor:
    """How long a case opened on a day has been open today.

    Practice: how old the work is says where it stands still. Long is not wrong: at the adult's pace is a good reason (Solihull).
    """
    days = (today - opened_on).days
    return next((band for end, band in _ENDS if days <= end), OpenFor.LONGER)


def is_not_asked(duty: Duty | str) -> bool:
    """Whether a duty is something that the adult has not been asked, or an answer that nobody has recorded.

    Practice: what was not asked is shown all year round, while it can still be asked; the return finds it out in May.
    """
    return duty in NOT_ASKED
