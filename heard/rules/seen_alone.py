"""How was the adult heard: alone, with others, through somebody who spoke for them, or not at all?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from heard.rules.decision import Decision, Law
from heard.rules.labelled import Labelled
from heard.rules.vocabulary.voice import Alone, ExpressedBy, NotHeardBecause

ALONE = Law("Making Safeguarding Personal: direct personal contact with the adult, away from anybody who may influence them")


class HowHeard(Labelled):
    """Filled from what was recorded, never inferred: where nobody wrote down whether the adult was alone, it says so."""

    ALONE = "heard-alone", "Heard alone"
    WITH_OTHERS = "heard-with-others", "Heard with others there"
    ALONE_NOT_RECORDED = "heard", "Heard; whether alone was not recorded"
    REPRESENTED = "represented", "Somebody spoke for them"
    NOT_HEARD = "not-heard", "Not heard"


HEARD = frozenset({HowHeard.ALONE, HowHeard.WITH_OTHERS, HowHeard.ALONE_NOT_RECORDED})
_BY_ALONE = {
    Alone.YES: HowHeard.ALONE,
    Alone.NO: HowHeard.WITH_OTHERS,
    Alone.WISHED_COMPANY: HowHeard.WITH_OTHERS,
    Alone.NOT_POSSIBLE: HowHeard.WITH_OTHERS,
}


def how_heard(
    *, not_heard_because: NotHeardBecause | str, alone: Alone | str, spoken_by: ExpressedBy | str = ExpressedBy.ADULT
) -> HowHeard:
    """Who spoke comes first: a representative's words are never drawn as the adult's. Then whether the adult was heard at all.

    An interpreter, an advocate or a colleague in the room is still alone: alone means away from anybody who may influence.
    Practice: "not speaking to the adult alone" is the commonest theme of one Board's reviews (Cambridgeshire and Peterborough).
    """
    if spoken_by in (ExpressedBy.REPRESENTATIVE, ExpressedBy.ADVOCATE):
        return HowHeard.REPRESENTED
    if not_heard_because:
        return HowHeard.NOT_HEARD
    return _BY_ALONE.get(Alone(alone), HowHeard.ALONE_NOT_RECORDED) if alone else HowHeard.ALONE_NOT_RECORDED


STILL_ALONE = frozenset({"worker", "advocate", "imca", "interpreter"})
_SAYS_NOTHING = frozenset(
    {"the", "her", "his", "their", "a", "an", "of", "and", "in", "law", "adult", "s", "mr", "mrs", "ms", "miss", "dr"}
)
_RISK = "may pose a risk"


@dataclass(frozen=True)
class MayPoseRisk:
    """Somebody in the adult's life who may pose a risk: their name, and what they are to the adult."""

    name: str
    relationship: str = ""


def was_alone(*, alone: Alone | str, present: Iterable[str]) -> bool:
    """Alone means nobody but the worker, an advocate, an IMCA or an interpreter.

    A "no" that another system sent is kept as no, unless everybody it names as present is exactly one of those.
    Practice: an advocate or an interpreter there counts as alone from family (findings of Safeguarding Adult Reviews).
    """
    there = [entry.strip().casefold() for entry in present]
    return alone == Alone.YES or (alone == Alone.NO and bool(there) and STILL_ALONE.issuperset(there))


def who_may_pose_a_risk_was_there(*, present: Iterable[str], known: Iterable[MayPoseRisk]) -> tuple[str, ...]:
    """The entries of ``present`` that may be somebody who may pose a risk: a shared name or relationship is enough.

    Practice: where it is not certain who was in the room, the adult is given another chance to speak without them.
    """
    theirs = {word for one in known for word in _words(f"{one.name} {one.relationship}")}
    return tuple(entry for entry in present if _RISK in entry.casefold() or theirs & _words(entry))


def _words(said: str) -> set[str]:
    return set(re.findall(r"\w+", said.casefold())) - _SAYS_NOTHING


def needs_reason_not_alone(alone: Alone | str) -> bool:
    """A reason is asked where the adult was not alone, but not where they wanted company: that is the reason.

    Practice: away from family and carers, so as not to be influenced, coerced or controlled; the adult's own wish comes first.
    """
    return alone in (Alone.NO, Alone.NOT_POSSIBLE)


def seen_alone_yet(*, heard: Iterable[HowHeard], alone_answers: Iterable[Alone | str]) -> Decision:
    """Whether the adult has been heard alone at least once, or told us that they want company.

    Practice: one contact alone, in a safe place, or a reason (findings of Safeguarding Adult Reviews).
    """
    if HowHeard.ALONE in set(heard):
        return Decision(True, ("The adult has been heard alone.",), (ALONE,))
    if Alone.WISHED_COMPANY in set(alone_answers):
        return Decision(True, ("The adult wanted somebody with them.",), (ALONE,))
    return Decision(False, ("The adult has not been heard alone.",), (ALONE,))
