"""What does a professional register ask of somebody's learning, how far are they, and is it time to remind them?

What a register asks is configuration (HEARD_CPD): registers change their rules. A council checks these defaults before it relies on them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from heard.rules.vocabulary.learning import DiscussedWith

NEEDED_PARTS = {"why_relevant": "why it was relevant", "learnt": "what you learnt", "difference": "what difference it made"}


@dataclass(frozen=True)
class Register:
    """A register, what it asks for in each period, and where that was read. ``ends_on`` is (month, day) where all renew together.

    ``years`` is how long a period lasts; ``hours`` of learning, ``with_others`` of them; ``pieces`` written, ``peer_pieces`` of them
    talked over with a peer. ``checked`` is False where no source that is kept was read; screens say so. None was
    read at the register's own page.
    """

    slug: str
    label: str
    years: int
    pieces: int = 0
    peer_pieces: int = 0
    hours: int = 0
    with_others: int = 0
    ends_on: tuple[int, int] | None = None
    also: str = ""
    source: str = ""
    checked: bool = False
    remind_days: int = 60


REGISTERS: dict[str, Register] = {
    one.slug: one
    for one in (
        Register(
            "social-work-england", "Social Work England", years=1, pieces=2, peer_pieces=1, ends_on=(11, 30),
            also="You send your record to Social Work England yourself; Heard sends nothing.",
            source="Research in Practice, on renewal with Social Work England (2023 and 2024)", checked=True,
        ),
        Register(
            "nmc", "Nursing and Midwifery Council", years=3, pieces=5, peer_pieces=0, hours=35, with_others=20,
            also="It also asks for practice hours, feedback and a reflective discussion, which Heard does not count.",
            source="accounts of revalidation by others",
        ),
        Register(
            "hcpc", "Health and Care Professions Council", years=2,
            also="It sets no number. It asks for a record that is kept up to date and is of different kinds.",
            source="general knowledge",
        ),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """What the rule needs to know of one entry in the log: nothing of what it says."""

    done_on: date
    minutes: int | None
    parts: frozenset[str]
    discussed_with: DiscussedWith
    has_peer_words: bool


@dataclass(frozen=True)
class Progress:
    """How far somebody is in the period they are in. ``missing`` says what is left to do, each in words."""

    register: Register
    starts_on: date
    ends_on: date
    pieces: int
    peer_pieces: int
    minutes: int
    minutes_with_others: int
    unfinished: int
    missing: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        """Whether what is counted here is all there."""
        return not self.missing


def registers_with(changes: Mapping[str, Mapping[str, Any]]) -> dict[str, Register]:
    """The registers with a council's own changes, by slug; a new slug adds a register. Raises TypeError for a setting that is none.

    Practice: what a register asks changes, so it is configuration with a default.
    """
    changed = dict(REGISTERS)
    for slug, settings in changes.items():
        settings = {name: tuple(value) if isinstance(value, list) else value for name, value in settings.items()}
        changed[slug] = replace(changed[slug], **settings) if slug in changed else Register(slug=slug, **settings)
    return changed


def period_of(register: Register, *, today: date, renews_on: date | None = None) -> tuple[date, date] | None:
    """The first and last day of the period that ``today`` is in; None where each person has a day of their own and it is not known.

    Practice: Social Work England, a year to 30 November; others count from each person's own renewal.
    """
    if register.ends_on is None:
        if renews_on is None:
            return None
        end = renews_on
        while end < today:
            end = _years_on(end, register.years)
        while _years_on(end, -register.years) >= today:
            end = _years_on(end, -register.years)
    else:
        end = date(today.year, *register.ends_on)
        end = end if end >= today else _years_on(end, 1)
    return _years_on(end, -register.years) + timedelta(days=1), end


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def is_peer_reflection(piece: Piece) -> bool:
    """Whether it was talked over with somebody, and what came of that is written down.

    Practice: Social Work England, what was learnt from discussing it with a peer (Research in Practice, 2023).
    """
    return piece.discussed_with != DiscussedWith.NOBODY and piece.has_peer_words


def progress(register: Register, pieces: Iterable[Piece], *, today: date, renews_on: date | None = None) -> Progress | None:
    """How far these pieces go in the period that ``today`` is in; None where the period is not known. Others' periods do not count.

    A piece counts once it says why it was relevant, what was learnt and what difference it made.

    Practice: Social Work England, at least two pieces a year and one with peer reflection (Research in Practice, 2024); configuration.
    """
    period = period_of(register, today=today, renews_on=renews_on)
    if period is None:
        return None
    inside = [piece for piece in pieces if period[0] <= piece.done_on <= period[1]]
    whole = [piece for piece in inside if NEEDED_PARTS.keys() <= piece.parts]
    with_others = [piece for piece in inside if piece.discussed_with != DiscussedWith.NOBODY]
    counted = {
        "pieces": len(whole),
        "peer_pieces": sum(is_peer_reflection(piece) for piece in whole),
        "minutes": sum(piece.minutes or 0 for piece in inside),
        "minutes_with_others": sum(piece.minutes or 0 for piece in with_others),
    }
    return Progress(register, *period, **counted, unfinished=len(inside) - len(whole), missing=_missing(register, **counted))


def _missing(register: Register, *, pieces: int, peer_pieces: int, minutes: int, minutes_with_others: int) -> tuple[str, ...]:
    found = []
    if (short := register.pieces - pieces) > 0:
        found.append(f"{short} more {'piece' if short == 1 else 'pieces'} of learning")
    if (short := register.peer_pieces - peer_pieces) > 0:
        found.append(f"{short} with what you learnt by talking it over with a peer")
    if (short := register.hours * 60 - minutes) > 0:
        found.append(f"{-(-short // 60)} more hours")
    if (short := register.with_others * 60 - minutes_with_others) > 0:
        found.append(f"{-(-short // 60)} of the hours with other people")
    return tuple(found)


def must_remind(so_far: Progress | None, *, today: date) -> bool:
    """Whether to remind somebody: something is missing and the period ends soon.

    Practice: a reminder informs and never blocks; how long before is configuration.
    """
    return so_far is not None and not so_far.is_met and (so_far.ends_on - today).days <= so_far.register.remind_days
