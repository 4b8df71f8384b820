"""What is asked on the screens that show it all together?"""

from heard.govuk.fields import FromList, LongText, ShortText
from heard.govuk.forms import Question
from heard.rules.pathway import CaseStage


class FindCase(Question):
    """A search of the cases one may see."""

    submit = "Find"

    words = ShortText("The adult’s name, or a reference", required=False, width="two-thirds")
    stage = FromList("Stage", CaseStage, required=False, blank="Any stage")


class SayWhy(Question):
    """Why somebody without a role on a case is opening it."""

    title = "Why are you opening this record?"
    intro = "You are not the lead for this adult. What you write is kept with your name and the time, and whoever checks can see it."
    submit = "Open the record"

    why = LongText(
        "Your reason",
        hint="For example: covering for a colleague who is on leave, or the adult telephoned and asked for me",
        rows=3,
        max_length=1000,
        missing="Write why you are opening this record",
    )
