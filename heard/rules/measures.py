"""What difference was made: which figures, and what is counted in each?"""

from dataclasses import dataclass

from heard.rules.labelled import Labelled
from heard.rules.vocabulary.voice import Asked, Rating


class Measure(Labelled):
    """A figure on the figures page, named as ``heard measures`` names it."""

    ASKED = "asked", "Asked what they want"
    EXPRESSED = "expressed", "Said what they want"
    ADULT_MET = "adult-met", "The adult: met"
    ADULT_PARTLY = "adult-partly-met", "The adult: partly met"
    ADULT_NOT = "adult-not-met", "The adult: not met"
    ADULT_DECLINED = "adult-declined", "The adult: did not want to say"
    PROFESSIONAL_MET = "professional-met", "The professional: met"
    PROFESSIONAL_PARTLY = "professional-partly-met", "The professional: partly met"
    PROFESSIONAL_NOT = "professional-not-met", "The professional: not met"


@dataclass(frozen=True)
class Definition:
    """The question a measure answers, what its numerator counts, and of what."""

    question: str
    numerator: str
    denominator: str


_CONCLUDED = "enquiries concluded in the month, but for those about abuse or neglect in another council's area"
_ADULT_OF = "wishes that still stand in those enquiries, and that the adult judged or did not want to judge"
_PROFESSIONAL_OF = "wishes that still stand in those enquiries, and that the professional judged met, partly met or not met"


def _adult(what: str) -> Definition:
    return Definition(f"How many wishes did the adult judge {what}?", f"wishes judged {what} by the adult", _ADULT_OF)


def _professional(what: str) -> Definition:
    asks = f"How many wishes did the professional judge {what}?"
    return Definition(asks, f"wishes judged {what} by the professional", _PROFESSIONAL_OF)


DEFINITIONS: dict[Measure, Definition] = {
    Measure.ASKED: Definition("How many adults were asked what they want to happen?", "enquiries where the adult was asked", _CONCLUDED),
    Measure.EXPRESSED: Definition(
        "Of those asked, how many said what they want?",
        "enquiries where the adult said what they want",
        "enquiries where the adult was asked",
    ),
    Measure.ADULT_MET: _adult("met"),
    Measure.ADULT_PARTLY: _adult("partly met"),
    Measure.ADULT_NOT: _adult("not met"),
    Measure.ADULT_DECLINED: Definition(
        "How many wishes did the adult not want to judge?", "wishes where the adult did not want to say", _ADULT_OF
    ),
    Measure.PROFESSIONAL_MET: _professional("met"),
    Measure.PROFESSIONAL_PARTLY: _professional("partly met"),
    Measure.PROFESSIONAL_NOT: _professional("not met"),
}

ADULT_RATINGS: dict[Rating, Measure] = {
    Rating.MET: Measure.ADULT_MET,
    Rating.PARTLY_MET: Measure.ADULT_PARTLY,
    Rating.NOT_MET: Measure.ADULT_NOT,
    Rating.DECLINED: Measure.ADULT_DECLINED,
}
PROFESSIONAL_RATINGS: dict[Rating, Measure] = {
    Rating.MET: Measure.PROFESSIONAL_MET,
    Rating.PARTLY_MET: Measure.PROFESSIONAL_PARTLY,
    Rating.NOT_MET: Measure.PROFESSIONAL_NOT,
}
GROUPS: tuple[tuple[Measure, ...], ...] = (
    (Measure.ASKED,),
    (Measure.EXPRESSED,),
    tuple(ADULT_RATINGS.values()),
    tuple(PROFESSIONAL_RATINGS.values()),
)


def asked_answer(*, recorded: Asked | None, has_a_wish: bool, has_been_asked: bool) -> Asked | None:
    """Was the adult asked what they want? The recorded answer stands, whatever else there is.

    Where none is recorded, a wish (even one since withdrawn or replaced) means that they said; a conversation of the enquiry or of
    its concern in which they were asked means that they were asked and did not say; otherwise it is not recorded (None).
    Practice: counting rule 7 of the exchange format, table SG4a of the Safeguarding Adults Collection.
    """
    if recorded:
        return recorded
    if has_a_wish:
        return Asked.YES_EXPRESSED
    return Asked.YES_NOTHING if has_been_asked else None


def counts_as_asked(answer: Asked | None) -> tuple[Measure, ...]:
    """The measures an enquiry with this answer is in the numerator of.

    Practice: the first question of the Making Safeguarding Personal outcomes framework (LGA and ADASS, 2018).
    """
    if answer == Asked.YES_EXPRESSED:
        return (Measure.ASKED, Measure.EXPRESSED)
    return (Measure.ASKED,) if answer == Asked.YES_NOTHING else ()
