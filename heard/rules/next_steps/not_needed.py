"""Does somebody's word that something is not needed still stand?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Protocol, TypeVar


class Asked(Protocol):
    """What a rule asks for: a duty or a prompt."""

    slug: str
    concern: str
    told: str
    since: date
    because: tuple[str, ...]


ASKED = TypeVar("ASKED", bound=Asked)


@dataclass(frozen=True)
class Said:
    """That something is not needed: what, for which concern, and the facts it rested on when it was said."""

    what: str
    concern: str
    rests_on: tuple[str, ...]


def rests_on(asked: Asked) -> tuple[str, ...]:
    """The facts that something asked for rests on: since when, and each reason as it is shown.

    Practice: professional curiosity; a reason given once is looked at again when what it was given for has changed.
    """
    return (asked.since.isoformat(), asked.told, *asked.because)


def stands(said: Said, asked: Asked) -> bool:
    """Whether it was said of this, and nothing it rested on has changed.

    Practice: as ``rests_on``.
    """
    return (said.what, said.concern, said.rests_on) == (asked.slug, asked.concern, rests_on(asked))


def still_asked(asked: Iterable[ASKED], said: Iterable[Said]) -> tuple[ASKED, ...]:
    """What is left once those that somebody has said are not needed here are taken out.

    Practice: Heard informs and people decide; the word of a named person is kept, with their reason.
    """
    words = list(said)
    return tuple(one for one in asked if not any(stands(word, one) for word in words))


def key_of(asked: Asked) -> str:
    """A short name for something asked for, the same while its facts are, so that an address can point at it.

    Practice: no personal data in an address.
    """
    facts = "\n".join((asked.concern, *rests_on(asked)))
    return f"{asked.slug}-{sha256(facts.encode()).hexdigest()[:12]}"
