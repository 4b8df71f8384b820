"""What is asked about the offer of a say on how it went?"""

from heard.govuk.fields import DayMonthYear, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rules.vocabulary.voice import Method, OfferAnswer
from heard.voice.forms.wishes import IN_THEIR_WORDS


class OfferASay(Question):
    """That the adult was offered a say, by whom, and what they answered."""

    title = "Offer the adult a say on how it went"
    intro = (
        "Somebody who did not lead the enquiry is best: people find it easier to be frank with them. "
        "No is a good answer, and the offer is what is recorded here. What they say goes into a conversation."
    )
    submit = "Save the offer"

    offered_on = DayMonthYear("When was it offered?", not_future=True, missing="Enter the day it was offered")
    offered_by_name = ShortText("Who offered it?", missing="Enter who offered it")
    how = OneOf("How was it offered?", Method, missing="Select how it was offered")
    answer = OneOf("What did the adult answer?", OfferAnswer, missing="Select what the adult answered")
    words = LongText("In their own words", required=False, hint=IN_THEIR_WORDS, rows=2)
