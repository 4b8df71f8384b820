"""Were adults asked what they want, did they say, and did it happen: by their own judgement and by professionals'?"""

from collections.abc import Iterator

from heard.rules.indicators.indicator import Facts, Group, Indicator, Unit
from heard.rules.measures import ADULT_RATINGS, DEFINITIONS, PROFESSIONAL_RATINGS, Measure

# The facts that the measures of ``rules/measures.py`` are the sums of.
FACTS_OF: dict[Measure, str] = {
    Measure.ASKED: "asked", Measure.EXPRESSED: "expressed", Measure.ADULT_MET: "adult_met", Measure.ADULT_PARTLY: "adult_partly",
    Measure.ADULT_NOT: "adult_not", Measure.ADULT_DECLINED: "adult_declined", Measure.PROFESSIONAL_MET: "professional_met",
    Measure.PROFESSIONAL_PARTLY: "professional_partly", Measure.PROFESSIONAL_NOT: "professional_not",
}  # fmt: skip


def _defined(measure: Measure, group: Group, source: str, unit: Unit, whole: Facts, **more) -> Indicator:
    said, part = DEFINITIONS[measure], (FACTS_OF[measure],)
    label = measure.label.split(": ")[-1].capitalize()
    return Indicator(measure.value, label, group, said.question, said.numerator, said.denominator, source, unit, part, whole, **more)


def _lasted() -> Iterator[Indicator]:
    """The second judgement beside the first: the adult's alone, never added to a representative's."""
    rows = (("again-better", "Better than at the closing", "again_better"), ("again-same", "The same", "again_same"),
            ("again-worse", "Worse than at the closing", "again_worse"))  # fmt: skip
    for slug, label, fact in rows:
        yield Indicator(
            slug, label, Group.LASTED, "What did the adult judge when they were asked again, some weeks after the closing?",
            f"wishes judged again: {label[0].lower()}{label[1:]}",
            "the adult's own wishes that still stand, which they judged met, partly met or not met at the closing and again later",
            "The adult's judgements, at the closing and again after it", Unit.WISHES, (fact,), ("judged_again",), parts_of="judged-again",
        )  # fmt: skip


def indicators_of_wishes() -> Iterator[Indicator]:
    """Asked, said, and judged by the adult and by the professional: the same definitions as ``rules/measures.py``.

    Practice: Making Safeguarding Personal outcomes framework (LGA and ADASS, 2018): asked, and whether outcomes were met.
    """
    enquiry, judged = "The enquiry's answer to “was the adult asked”, else its wishes and conversations", "Judgements of wishes"
    yield _defined(Measure.ASKED, Group.WANTED, enquiry, Unit.ENQUIRIES, ("concluded",))
    yield _defined(Measure.EXPRESSED, Group.WANTED, enquiry, Unit.ENQUIRIES, ("asked",))
    adults, professionals = (tuple(FACTS_OF[one] for one in rated.values()) for rated in (ADULT_RATINGS, PROFESSIONAL_RATINGS))
    for rating, measure in ADULT_RATINGS.items():
        yield _defined(measure, Group.HAPPENED, judged, Unit.WISHES, adults, parts_of="adult-judged", whose="The adult")
        if rating in PROFESSIONAL_RATINGS:
            yield _defined(
                PROFESSIONAL_RATINGS[rating], Group.HAPPENED, judged, Unit.WISHES, professionals, parts_of="professional-judged",
                whose="The professional",
            )  # fmt: skip
    yield Indicator(
        "judged-alike", "Both judged it the same", Group.HAPPENED, "Did the adult and the professional judge a wish the same?",
        "wishes to which both gave the same judgement", "wishes that still stand, judged met, partly met or not met by both", judged,
        Unit.WISHES, ("judged_alike",), ("judged_by_both",),
    )  # fmt: skip
    yield from _lasted()
