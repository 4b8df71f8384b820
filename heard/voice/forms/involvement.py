"""What is asked about how much the adult wants to be involved?"""

from heard.govuk.fields import AnyOf, DayMonthYear, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rules.vocabulary.communication import HowMuch
from heard.rules.vocabulary.voice import ExpressedBy, Method
from heard.voice.forms.wishes import IN_THEIR_WORDS, who_said_it


class HowInvolved(Question):
    """How much, by what means, where, when and with whom. It can change at any time."""

    title = "How much they want to be involved"
    intro = "Ask early, and ask again: people change their minds. As little as possible is a good answer."
    submit = "Save what they want"

    how_much = OneOf("How much do they want to be involved?", HowMuch, missing="Select how much they want to be involved")
    words = LongText("In their own words", required=False, hint=IN_THEIR_WORDS, rows=3)
    means = AnyOf("By what means?", Method, required=False)
    where = LongText("Where?", required=False, rows=2, hint="For example, at home, at the surgery, never at the day centre")
    when = LongText("When?", required=False, rows=2, hint="For example, in the morning, not on Thursdays")
    with_whom = LongText("With whom?", required=False, rows=2, hint="Who they want beside them, and who they do not")
    said_by = who_said_it()
    representative_name = ShortText("Name of the representative", short="Name of the representative")
    advocate_name = ShortText("Name of the advocate", short="Name of the advocate")
    said_on = DayMonthYear("When did they say so?", not_future=True, missing="Enter the day they said so")

    @property
    def name_of_who_said_it(self) -> str:
        """The representative's or advocate's name, blank for the adult."""
        if self.cleaned_data["said_by"] == ExpressedBy.ADULT:
            return ""
        return self.cleaned_data.get("representative_name") or self.cleaned_data.get("advocate_name") or ""
