"""What is asked about something the adult wants?"""

from heard.govuk.fields import DayMonthYear, FromList, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rules.vocabulary.enquiry import RiskLevel
from heard.rules.vocabulary.voice import ExpressedBy, WhatTheySaid, WishCategory
from heard.voice.forms.people import NameAndWho, offer, who_it_concerns

IN_THEIR_WORDS = "Write it word for word, as they said it or showed it. Do not tidy it up."


def who_said_it() -> OneOf:
    """Who expressed it; somebody who speaks for the adult is named."""
    return OneOf(
        "Who said it?", ExpressedBy, missing="Select who said it",
        conditional={ExpressedBy.REPRESENTATIVE: "representative_name", ExpressedBy.ADVOCATE: "advocate_name"},
        hints={
            ExpressedBy.REPRESENTATIVE: "Somebody who knows them well and speaks for them. They cannot be a person who may pose a risk."
        },
    )  # fmt: skip


class SaidBy(Question):
    """Shared by the questions about a wish: ``about`` is the case, with ``members``, the people in the adult's life."""

    def adapt(self) -> None:
        if "concerns" in self.fields:
            offer(self.fields["concerns"], self.about.members)

    @property
    def name_of_who_said_it(self) -> str:
        """The representative's or advocate's name, blank for the adult."""
        return self.cleaned_data.get("representative_name") or self.cleaned_data.get("advocate_name") or ""


class AddWish(SaidBy):
    """Something the adult wants to happen."""

    title = "What the adult wants to happen"
    submit = "Save what they want"

    kind = OneOf(
        "What did they say?", [(one.value, one.label) for one in (WhatTheySaid.WISHES, WhatTheySaid.LEAVE_ME_ALONE)],
        missing="Select what they said",
    )  # fmt: skip
    words = LongText(
        "In their own words", hint=IN_THEIR_WORDS, rows=3, short="What they want", missing="Write what they want, in their words"
    )
    expressed_by = who_said_it()
    representative_name = ShortText("Name of the representative", short="Name of the representative")
    advocate_name = ShortText("Name of the advocate", short="Name of the advocate")
    expressed_on = DayMonthYear("When did they say it?", not_future=True, short="When they said it", missing="Enter the day they said it")
    risk_level = OneOf("How great is the risk that this is about?", RiskLevel, required=False, inline=True)
    concerns = who_it_concerns("Whom does it concern?")
    new_member = NameAndWho()


class ChangeWish(SaidBy):
    """What the adult wants now, in place of what they wanted."""

    title = "What the adult wants now"
    submit = "Save what they want now"

    words = LongText("What do they want now?", hint=IN_THEIR_WORDS, rows=3, short="What they want now", missing="Write what they want now")
    changed_because = LongText("Why did it change?", rows=2, short="Why it changed", missing="Write why it changed")
    expressed_on = DayMonthYear("When did they say so?", not_future=True, short="When they said so", missing="Enter the day they said so")
    expressed_by = who_said_it()
    representative_name = ShortText("Name of the representative", short="Name of the representative")
    advocate_name = ShortText("Name of the advocate", short="Name of the advocate")
    risk_level = OneOf("How great is the risk that this is about?", RiskLevel, required=False, inline=True)
    concerns = who_it_concerns("Whom does it concern?")
    new_member = NameAndWho()


class WithdrawWish(Question):
    """The adult no longer wants it."""

    title = "They no longer want this"
    intro = "This is an answer of the adult’s. Their words stay on the record."
    submit = "Record that they no longer want this"

    because = LongText("Why do they no longer want it?", rows=2, short="Why", missing="Write why they no longer want it")
    on = DayMonthYear("When did they say so?", not_future=True, short="When they said so", missing="Enter the day they said so")


class TagWish(SaidBy):
    """What a wish is about, for counting. Never in place of the words."""

    title = "Sort this wish, for counting"
    intro = "All of this is optional. The adult’s words stay as they are."
    submit = "Save"

    category = FromList("What kind of wish is it?", WishCategory, required=False, blank="Not sorted")
    risk_level = OneOf("How great is the risk that this is about?", RiskLevel, required=False, inline=True)
    concerns = who_it_concerns("Whom does it concern?")
    new_member = NameAndWho()
