"""Was the adult asked what they want to happen?"""

from heard.govuk.fields import LongText, OneOf
from heard.govuk.forms import Question
from heard.rules.vocabulary.voice import Asked


class AskedForm(Question):
    """The enquiry's own answer."""

    title = "Was the adult asked what they want?"
    submit = "Save this answer"

    answer = OneOf(
        "Was the adult, or who speaks for them, asked what they want to happen?", Asked, missing="Select whether they were asked"
    )
    because = LongText("Anything to add, such as why they were not asked", required=False, rows=2)
