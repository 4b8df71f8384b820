"""What is asked of a worker who offers the adult a page of their own, answers what was said there, or holds back who looked?"""

from django import forms

from heard.govuk.fields import DayMonthYear, FromList, LongText, Moment, Number, OneOf, ShortText, Tick
from heard.govuk.forms import Question
from heard.mypage.queries.ways_in import who_may_cover
from heard.rights.queries.representatives import who_may_represent
from heard.rules.own_page import LONGEST_DAYS, USUAL_DAYS
from heard.rules.vocabulary.own_page import HoldGround, HowOpened, NoteKind, Reader

AWAY = [one for one in HowOpened if one != HowOpened.TABLET]
KNOW = "For example: asked her alone on 3 May; her phone has a code that only she knows. Not known is not safe."
COVER = "Somebody other than you and the lead of this case"
HERE = "For example: at the library, alone with me; nobody can see the screen. Not known is not safe."


class Offer(Question):
    """A link or a code, for the adult or whoever represents them. ``about`` is the case, ``once`` the form's own id: it acts once."""

    title = "Offer a page of their own"
    submit = "Make the way in"

    once = forms.UUIDField(required=False, widget=forms.HiddenInput)

    reader = OneOf("Whose page is it?", [], missing="Select whose page it is")
    how = OneOf(
        "How will it reach them?", [(one.value, one.label) for one in AWAY], missing="Select how it will reach them",
        conditional={HowOpened.TEXT: "number", HowOpened.EMAIL: "email", HowOpened.POST: "address", HowOpened.BY_HAND: "place"},
    )  # fmt: skip
    number = ShortText("Which number?", missing="Enter the number")
    email = ShortText("Which e-mail address?", missing="Enter the e-mail address")
    address = LongText("Which address?", rows=3, missing="Enter the address")
    place = ShortText("Where will you hand it over?", missing="Enter where you will hand it over")
    at = Moment(
        "When will you send it or hand it over?", required=False, not_past=True,
        hint="Leave it blank for now. The safe-contact card may say which days and hours are safe.",
    )  # fmt: skip
    is_safe = OneOf(
        "Is a page of their own safe for them?", [("yes", "Yes, asked alone, and it is safe"), ("no", "No, or not known")],
        missing="Select whether it is safe",
    )  # fmt: skip
    how_we_know = LongText("How do you know that it is safe?", rows=3, hint=KNOW, missing="Write how you know that it is safe")
    question = ShortText(
        "A question to ask first", width="full", max_length=200, missing="Write the question that is asked first",
        hint="Choose it with them. Never their birth date, postcode, NHS number or address. For example: what was your first pet called?",
    )  # fmt: skip
    second_fact = ShortText("Their answer", max_length=200, missing="Write their answer", hint="Kept so that nobody can read it again")
    asks_how_it_went = Tick("At the end", "Ask them how it was, and whether what they wanted happened", required=False)
    cover = FromList("Who reads what they say when you are away?", [], hint=COVER, missing="Choose who reads it when you are away")
    days = Number("How many days can it be used?", least=1, most=LONGEST_DAYS, width=2, initial=USUAL_DAYS, missing="Enter how many days")

    def adapt(self) -> None:
        """Offer the adult, each person who represents them now, and the colleagues who can cover."""
        people = [(one.key, one.label) for one in who_may_represent(self.about)]
        self.fields["reader"].choices = [(Reader.ADULT.value, Reader.ADULT.label), *people]
        self.fields["cover"].choices = [(str(one.pk), one.full_name) for one in who_may_cover(self.about, by=self.user)]

    def where(self) -> str:
        """Where it goes, whichever way was chosen."""
        said = self.cleaned_data
        return said["number"] or said["email"] or said["address"] or said["place"] or ""


class HandOver(Question):
    """Open the page here and now, and sign out of the record."""

    title = "Hand over this tablet"
    intro = "Heard signs you out and opens the adult’s own page. Nobody can go back from it to the record. You sign in again afterwards."
    submit = "Sign out and open their page"

    is_safe = OneOf(
        "Is it safe for them to read and answer here, now?", [("yes", "Yes, asked alone, and it is safe here"), ("no", "No, or not known")],
        missing="Select whether it is safe here, now",
    )  # fmt: skip
    how_we_know = LongText("How do you know?", rows=3, hint=HERE, missing="Write how you know that it is safe here")
    asks_how_it_went = Tick("At the end", "Ask them how it was, and whether what they wanted happened", required=False)
    cover = FromList("Who reads what they say when you are away?", [], hint=COVER, missing="Choose who reads it when you are away")

    def adapt(self) -> None:
        """Offer the colleagues who can cover."""
        self.fields["cover"].choices = [(str(one.pk), one.full_name) for one in who_may_cover(self.about, by=self.user)]


class EndIt(Question):
    """Take a way in back."""

    title = "Take this way in back"
    intro = "Whoever holds it sees the same page as for one that never was. A page that is open closes."
    submit = "Take it back"

    because = LongText("Why?", rows=3, missing="Write why it is taken back")


class Answer(Question):
    """A note beside what was said. ``about`` is the saying."""

    title = "Add a note"
    intro = "Nobody changes the adult’s words. What you write stands beside them."
    submit = "Save the note"

    kind = OneOf("What are you adding?", NoteKind, missing="Select what you are adding")
    words = LongText("Your note", missing="Write your note")

    def adapt(self) -> None:
        """A recording can be written down; anything else has one kind of note."""
        if not self.about.sound_kind:
            del self.fields["kind"]


class HoldBack(Question):
    """Keep a day of looking from the adult."""

    title = "Hold this back from the adult"
    intro = "The adult may see who looked at their record. Hold an entry back only where showing it would do harm."
    submit = "Hold it back"

    ground = OneOf("Why must it be held back?", HoldGround, missing="Select why it must be held back")
    why = LongText("In your words", rows=3, missing="Write why it must be held back")
    review_on = DayMonthYear("When will you look at it again?", missing="Enter the day you will look at it again")
