"""Were adults heard, alone, at which stage; and where not, why not?"""

from collections.abc import Iterator

from heard.rules.indicators.facts import fact_of
from heard.rules.indicators.indicator import Group, Indicator, Unit
from heard.rules.vocabulary.enquiry import Stage
from heard.rules.vocabulary.voice import NotHeardBecause

TALKS = "Conversations recorded for the enquiry or for its concern"
CONCLUDED = "enquiries concluded in the month"
OF_CONCLUDED = ("concluded",)


def indicators_of_hearing() -> Iterator[Indicator]:
    """Heard, heard alone, spoken for; heard at each stage; and the reasons where an opportunity came to nothing.

    Practice: "not speaking to the adult alone" is a common finding of Safeguarding Adult Reviews; opportunities at all stages (MSP).
    """
    yield Indicator(
        "heard", "Heard", Group.HEARD, "How many adults did somebody talk with?",
        "enquiries with a conversation in which the adult was heard", CONCLUDED, TALKS, Unit.ENQUIRIES, ("heard",), OF_CONCLUDED,
        parts_of="who-spoke",
    )  # fmt: skip
    yield Indicator(
        "heard-alone", "Heard alone", Group.HEARD, "Of those heard, how many were heard alone at least once?",
        "enquiries in which the adult was heard alone", "enquiries in which the adult was heard", TALKS, Unit.ENQUIRIES, ("heard_alone",),
        ("heard",),
    )  # fmt: skip
    yield Indicator(
        "spoken-for", "Only somebody else spoke", Group.HEARD, "For how many adults did only a representative or advocate speak?",
        "enquiries in which a representative or advocate spoke and the adult was never heard", CONCLUDED, TALKS, Unit.ENQUIRIES,
        ("spoken_for",), OF_CONCLUDED, parts_of="who-spoke",
    )  # fmt: skip
    for stage in Stage:
        yield Indicator(
            f"heard-{stage}", stage.label, Group.STAGES, f"How many adults were heard at this stage? {stage.label}",
            "enquiries with a conversation at this stage in which the adult was heard", CONCLUDED, TALKS, Unit.ENQUIRIES,
            (fact_of("heard", stage),), OF_CONCLUDED,
        )  # fmt: skip
    for reason in NotHeardBecause:
        yield Indicator(
            f"not-heard-{reason}", reason.label, Group.NOT_HEARD, "Why did an opportunity to be heard come to nothing?",
            "opportunities that came to nothing for this reason", "opportunities that came to nothing and have a reason", TALKS, Unit.TALKS,
            (fact_of("not_heard", reason),), ("not_heard",), parts_of="not-heard",
        )  # fmt: skip
