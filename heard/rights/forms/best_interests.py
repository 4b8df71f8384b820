"""What is asked before a decision is made in the adult's best interests? (Mental Capacity Act 2005, section 4)"""

from heard.govuk.fields import DayMonthYear, LongText, ShortText, YesNo
from heard.govuk.forms import Question
from heard.rules.vocabulary.rights import BestInterestsFactor

SET_ASIDE = "To set it aside, write why it does not matter here."


class LessRestrictive(Question):
    """The options, and which restrict the adult less."""

    title = "Less restrictive options"

    less_restrictive = LongText(
        "Which options are there, and which would restrict the adult less?", rows=6, short="Options, less restrictive ones included",
        missing="Write which less restrictive options you considered", hint="With what speaks for and against each",
    )  # fmt: skip


def _factor(one: BestInterestsFactor, hint: str = SET_ASIDE) -> LongText:
    return LongText(one.label, rows=2, hint=hint, missing=f"Write how you considered this: {one.label.lower()}")


class Checklist(Question):
    """Every factor, if only to set it aside."""

    learn = "mental-capacity"
    title = "What was considered"
    intro = "Everything on this list is considered, if only to set it aside."

    not_assumed = _factor(BestInterestsFactor.NOT_ASSUMED, "How you made sure of it")
    circumstances = _factor(BestInterestsFactor.CIRCUMSTANCES, "What matters here and what would matter to them")
    may_regain = _factor(BestInterestsFactor.MAY_REGAIN)
    take_part = _factor(BestInterestsFactor.TAKE_PART, "As far as possible, whatever the conclusion about capacity")
    beliefs = _factor(BestInterestsFactor.BELIEFS, "Written statements made when they could decide count for much")
    life = _factor(BestInterestsFactor.LIFE)


FACTORS = {
    "not_assumed": BestInterestsFactor.NOT_ASSUMED, "circumstances": BestInterestsFactor.CIRCUMSTANCES,
    "may_regain": BestInterestsFactor.MAY_REGAIN, "take_part": BestInterestsFactor.TAKE_PART, "beliefs": BestInterestsFactor.BELIEFS,
    "life": BestInterestsFactor.LIFE,
}  # fmt: skip


class Consulted(Question):
    """Whose views were asked for."""

    title = "Who was consulted"

    consulted = LongText(
        "Who was consulted, and what did they say?", rows=5, required=False, short="Consulted", hint="One person on each line",
    )  # fmt: skip
    nobody_because = LongText("If nobody was, why not?", rows=2, required=False, short="Why nobody was consulted")

    def clean(self) -> dict:
        said = super().clean()
        if not self.errors and not said.get("consulted") and not said.get("nobody_because"):
            self.add_error("consulted", "Write who was consulted, or below why nobody was")
        return said


class KnownWishes(Question):
    """What the adult wants or wanted."""

    title = "What the adult wants"

    known_wishes = LongText(
        "What is known of their wishes and feelings, past and present, about this?", rows=5, short="Known wishes and feelings",
        missing="Write what is known of their wishes, or what you did to find out", hint="In their words where you can",
    )  # fmt: skip


class Decided(Question):
    """The decision, whether it follows what the adult wants, and who made it."""

    title = "The decision"

    decided = LongText("What was decided?", rows=4, short="Decided", missing="Write what was decided")
    follows = YesNo(
        "Does it follow what the adult wants or wanted?", short="Follows their wishes", missing="Select whether it follows their wishes",
        conditional={"no": "departed_because"},
    )  # fmt: skip
    departed_because = LongText("Why does it depart from that?", rows=3, short="Why it departs from their wishes",
                                missing="Write why it departs from what the adult wants")  # fmt: skip
    decided_by_name = ShortText("Who made the decision?", required=False, short="Decided by",
                                hint="An attorney or deputy decides within their authority. Leave blank if it was you.")  # fmt: skip
    decided_on = DayMonthYear("When?", not_future=True, short="Decided on", missing="Enter the day of the decision")
