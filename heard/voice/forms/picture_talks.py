"""What is asked before and after an adult sorts picture cards?"""

from heard.govuk.fields import FromList, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.enquiry import Stage
from heard.rules.vocabulary.picture_cards import DECKS, Confirmed
from heard.rules.vocabulary.voice import Alone
from heard.voice.forms.conversation import IN_THEIR_WORDS


class BeginPictureTalk(Question):
    """Which cards, and at what point. ``about`` is the case, as ``case_to_record_in`` gives it."""

    title = "Talk with pictures"
    intro = (
        "The adult sorts cards into three places. Sit beside them, read each card out, and wait. Do not suggest an answer. "
        "If they begin to tell you about harm, listen, and write down their words. Do not go on with cards about it."
    )
    submit = "Lay out the cards"

    deck = OneOf("Which cards?", [(deck.slug, deck.label) for deck in DECKS.values()], missing="Select which cards")
    stage = FromList("At what point is it?", Stage, short="At what point", missing="Select at what point it is")
    belongs_to = OneOf("What is it about?", [], short="What it is about", missing="Select what it is about")

    def adapt(self) -> None:
        self.fields["stage"].choices = [(one.value, one.label) for one in self.about.stages]
        if len(self.about.to_choose) < 2:
            del self.fields["belongs_to"]
        else:
            self.fields["belongs_to"].choices = [(key, label) for key, label, _ in self.about.to_choose]


class FinishPictureTalk(Question):
    """Who helped, who was there, and whether the adult says that the board is right."""

    title = "Look at the cards together"
    submit = "Keep the board and finish"

    confirmed = OneOf(
        "Did the adult say that this is right?", Confirmed, short="Did they say it is right?",
        missing="Select whether the adult said that it is right",
        hint="Read the board out, place by place, and ask “Is this right?”", conditional={Confirmed.CHANGED: "confirmed_words"},
    )  # fmt: skip
    confirmed_words = LongText("What did they say is different?", hint=IN_THEIR_WORDS, rows=2, missing="Write what they said is different")
    said = LongText("What did they say while they sorted?", required=False, hint=IN_THEIR_WORDS, rows=5, short="What they said")
    asked_what_they_want = OneOf("Did you ask what they want to happen?", YesNo, required=False, inline=True, short="Asked what they want")
    helped_by = ShortText(
        "Who helped them with the cards?", hint="For example, an interpreter or a key worker. Write “nobody” if nobody did",
        short="Who helped", missing="Write who helped, or “nobody”",
    )  # fmt: skip
    alone = OneOf(
        "Was the adult alone with you?", Alone, short="Alone", missing="Select whether the adult was alone with you",
        conditional={Alone.NO: "not_alone_because", Alone.NOT_POSSIBLE: "not_possible_because"},
    )  # fmt: skip
    not_alone_because = LongText("Why were they not alone?", rows=2, short="Why not alone", missing="Write why they were not alone")
    not_possible_because = LongText("Why was it not possible?", rows=2, short="Why not alone", missing="Write why it was not possible")
    present = LongText("Who else was there?", required=False, rows=2, short="Who else was there", hint="One name or role on each line")
    interpretation = LongText(
        "What do you make of it?", required=False, rows=3, short="Your interpretation",
        hint="Your own view, kept apart from what they showed. It is never shown as theirs.",
    )  # fmt: skip
