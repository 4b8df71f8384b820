"""Were adults asked what they want, did they say, and did it happen: by their own judgement and by professionals'?"""

from collections.abc import Iterator

from heard.rules.indicators.facts import EnquiryFacts
from heard.rules.indicators.indicator import Counted, Group, Indicator, Unit
from heard.rules.measures import ADULT_RATINGS, DEFINITIONS, PROFESSIONAL_RATINGS, Measure, counts_as_asked
from heard.rules.vocabulary.voice import Rating

SEEN_ALIKE = tuple(PROFESSIONAL_RATINGS)


def _defined(measure: Measure, group: Group, source: str, unit: Unit, counts, **more) -> Indicator:
    said = DEFINITIONS[measure]
    label = measure.label.split(": ")[-1].capitalize()
    return Indicator(measure.value, label, group, said.question, said.numerator, said.denominator, source, unit, counts, **more)


def _asked(one: EnquiryFacts) -> Counted:
    return int(Measure.ASKED in counts_as_asked(one.asked)), 1


def _expressed(one: EnquiryFacts) -> Counted:
    found = counts_as_asked(one.asked)
    return int(Measure.EXPRESSED in found), int(Measure.ASKED in found)


def _judged(rating: Rating, attribute: str, among):
    def count(one: EnquiryFacts) -> Counted:
        given = [getattr(wish, attribute) for wish in one.wishes]
        return given.count(rating), sum(found in among for found in given)

    return count


def _alike(one: EnquiryFacts) -> Counted:
    both = [(wish.adults, wish.professionals) for wish in one.wishes if wish.adults in SEEN_ALIKE and wish.professionals in SEEN_ALIKE]
    return sum(adults == professionals for adults, professionals in both), len(both)


def indicators_of_wishes() -> Iterator[Indicator]:
    """Asked, said, and judged by the adult and by the professional: the same definitions as ``rules/measures.py``.

    Practice: Making Safeguarding Personal outcomes framework (LGA and ADASS, 2018): asked, and whether outcomes were met.
    """
    enquiry, judged = "The enquiry's answer to “was the adult asked”, else its wishes and conversations", "Judgements of wishes"
    yield _defined(Measure.ASKED, Group.WANTED, enquiry, Unit.ENQUIRIES, _asked)
    yield _defined(Measure.EXPRESSED, Group.WANTED, enquiry, Unit.ENQUIRIES, _expressed)
    for rating, measure in ADULT_RATINGS.items():
        count = _judged(rating, "adults", ADULT_RATINGS)
        yield _defined(measure, Group.HAPPENED, judged, Unit.WISHES, count, parts_of="adult-judged", whose="The adult")
        if rating in PROFESSIONAL_RATINGS:
            count = _judged(rating, "professionals", PROFESSIONAL_RATINGS)
            yield _defined(
                PROFESSIONAL_RATINGS[rating], Group.HAPPENED, judged, Unit.WISHES, count, parts_of="professional-judged",
                whose="The professional",
            )  # fmt: skip
    yield Indicator(
        "judged-alike", "Both judged it the same", Group.HAPPENED, "Did the adult and the professional judge a wish the same?",
        "wishes to which both gave the same judgement", "wishes that still stand, judged met, partly met or not met by both", judged,
        Unit.WISHES, _alike,
    )  # fmt: skip
