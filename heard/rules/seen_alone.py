"""How was the adult heard: alone, with others, through somebody who spoke for them, or not at all?"""

from collections.abc import Iterable

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
