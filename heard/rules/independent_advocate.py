"""Must an independent advocate be arranged, and how far has that come? (Care Act 2014, section 68)"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.enquiry import EnquiryKind

DUTY = (Law("Care Act 2014, section 68(2) to (5)"),)
POWER = (Law("Practice: in an enquiry that is not under section 42 the council may arrange an advocate; it is a power, not a duty"),)
DATES = (Law("Practice: the days from referral to meeting the adult are shown, because advocates who come late come too late"),)


@dataclass(frozen=True)
class Milestones:
    """The days of one advocate's work with the adult."""

    referred_on: date
    accepted_on: date | None = None
    met_on: date | None = None
    ended_on: date | None = None


def law_of(kind: str) -> tuple[Law, ...]:
    """Section 68 for a section 42 enquiry; practice for any other, where arranging an advocate is a power.

    Law: Care Act 2014 s68(1): where a local authority makes an enquiry under section 42(2).
    """
    return DUTY if kind == EnquiryKind.SECTION_42 else POWER


def must_have_advocate(*, kind: str, difficulty: bool | None, has_appropriate_person: bool, advocate_anyway: bool = False) -> Decision:
    """Substantial difficulty and nobody appropriate; or not known yet, which is never read as none.

    Law: Care Act 2014 s68(2) to (5). For an "other" enquiry it is a power, with practice as its source.
    """
    law = law_of(kind)
    if difficulty is False:
        return Decision(False, ("The adult has no substantial difficulty in being involved.",), law)
    if has_appropriate_person and not advocate_anyway:
        return Decision(False, ("Somebody appropriate helps the adult to be involved.",), law)
    if difficulty is None:
        return Decision(None, ("It is not recorded whether the adult has substantial difficulty in being involved.",), law)
    why = "There is a reason for an advocate as well as somebody appropriate." if has_appropriate_person else "Nobody appropriate is named."
    return Decision(True, ("The adult has substantial difficulty in being involved.", why), law)


def dates_in_order(days: Milestones, today: date) -> Decision:
    """Referred, accepted, met, ended: each on or after the one before, and none in the future.

    Practice: dates that cannot be would hide how long the adult waited.
    """
    named = (("accepted", days.accepted_on), ("met the adult", days.met_on), ("ended", days.ended_on))
    wrong = ["The day of referral cannot be in the future."] if days.referred_on > today else []
    before, before_name = days.referred_on, "was referred to"
    for name, day in named:
        if day is None:
            continue
        if day > today:
            wrong.append(f"The day the advocate {name} cannot be in the future.")
        elif day < before:
            wrong.append(f"The day the advocate {name} cannot be before the day the advocate {before_name}.")
        before, before_name = day, name
    return Decision(not wrong, tuple(wrong), DATES)


def days_between(days: Milestones, today: date) -> tuple[str, ...]:
    """How long each step took, in words; what has not happened yet is counted to today.

    Practice: referral, acceptance and first meeting are three dates, and the days between them are what the adult waited.
    """
    end = days.ended_on or today
    told = [_took(days.referred_on, days.accepted_on, end, "from referral to acceptance", "since referral and not accepted")]
    if days.accepted_on or days.met_on:
        began = days.accepted_on or days.referred_on
        told.append(_took(began, days.met_on, end, "from then to meeting the adult", "since then and the adult not met"))
    return tuple(told)


def _took(start: date, until: date | None, end: date, done: str, waiting: str) -> str:
    days = ((until or end) - start).days
    return f"{days} {'day' if days == 1 else 'days'} {done if until else waiting}"


def has_met_the_adult(advocates: Iterable[Milestones]) -> bool:
    """Whether an advocate whose work has not ended has met the adult: only that is an advocate in place.

    Practice: reviews find advocates who were asked for and never came.
    """
    return any(one.met_on and not one.ended_on for one in advocates)
