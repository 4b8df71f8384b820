"""What is asked before a letter is written, and before it goes?"""

from heard.documents.letter import Letter
from heard.documents.rows import rows_of
from heard.enquiries.queries.letters import Writing
from heard.govuk.fields import AnyOf, FromList, LongText, Moment, OneOf, ShortText, Tick
from heard.govuk.forms import Question
from heard.rules.vocabulary.concern import TellReferrer
from heard.rules.vocabulary.documents import Language, Look
from heard.rules.vocabulary.safe_contact import DocumentKind, SentHow

NEXT_HINT = "To the adult, in plain English: who will do what, and when"


class WriteLetter(Question):
    """How any letter looks and goes. ``about`` is its Writing. A field is added for each line of the record that can be reworded."""

    intro = "Made from the record, with what you write here. You will see it before anything goes."
    submit = "Look at it"

    look = OneOf("How should it look?", Look, missing="Select how it should look")
    put_in = AnyOf("What should be in it?", (), required=False, hint="Leave out what would put them at risk if somebody else read it")
    named = Tick(
        "The council’s name", "Put the council’s name and what it is about at the top", required=False,
        hint="Leave this blank for the safe version: no name and no subject. The envelope and the file’s name never say.",
    )  # fmt: skip
    how = OneOf("How will it go?", SentHow, missing="Select how the letter will go")
    where = LongText(
        "Where to?", rows=3, max_length=1000, hint="The address, or the place where you will meet", missing="Enter where the letter will go"
    )
    at = Moment(
        "When will you hand it over or read it?", required=False, short="When you will hand it over or read it",
        hint="Leave this blank for a letter by post. For example, 3 5 2026 and 10am",
    )  # fmt: skip
    language = FromList("Second language", Language, required=False, blank="English only")
    translated_by = ShortText("Who put it into that language?", required=False, hint="Their name, and whether they are an interpreter")
    translation = LongText(
        "The same words in that language", required=False, rows=8,
        hint="One line for each row of the letter. Choose the language and press “Look at it” to see the rows to be translated.",
    )  # fmt: skip

    def adapt(self) -> None:
        self.blank = self.about.make({})
        headings = [part.heading for part in self.blank.parts if part.may_be_left_out]
        self.fields["put_in"].choices = [(one, one) for one in headings]
        if not headings:
            del self.fields["put_in"]
        for line in self.blank.to_reword():
            asked = {"rows": 2, "max_length": 2000, "required": False, "initial": line.words}
            self.fields[line.key] = LongText(_label_of(line.key), hint="From the record. Blank leaves it out.", **asked)
        if self.about.to_whom:
            del self.fields["at"]
        own = [name for name in self.fields if name not in WriteLetter.base_fields]
        self.order_fields([*own, *WriteLetter.base_fields])

    @property
    def left_out(self) -> frozenset[str]:
        """The headings that could be left out, and are."""
        return frozenset(value for value, _ in getattr(self.fields.get("put_in"), "options", ())) - set(self.cleaned_data.get("put_in", ()))

    @property
    def own(self) -> list:
        """The fields of this kind of letter: what is typed for it, and what can be reworded."""
        return [self[name] for name in self.fields if name not in WriteLetter.base_fields]

    def typed_words(self) -> str:
        """What the writer has typed so far that the adult will read, whether or not all is answered."""
        names = [name for name, one in self.fields.items() if isinstance(one, LongText) and name not in WriteLetter.base_fields]
        return "\n".join(str(self[name].value() or "") for name in names)

    def clean(self) -> dict:
        said = super().clean() or self.cleaned_data
        if said.get("language") and not said.get("translated_by"):
            self.add_error("translated_by", "Enter who put it into that language")
        if said.get("translation") and not said.get("language"):
            self.add_error("language", "Select the language")
        return said


def _label_of(key: str) -> str:
    name, _, number = key.rpartition("_")
    return f"Step {number}: what it says" if name == "step" else f"What we did, {number}: what it says"


def translated_lines(text: str) -> tuple[str, ...]:
    """What was supplied, a line for each row."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def refuse_translation(form: WriteLetter, letter: Letter) -> None:
    """Say how many rows there are and how many lines were given, where they differ."""
    rows, given = len(rows_of(letter)), len(translated_lines(form.cleaned_data["translation"]))
    if rows != given:
        lines = "1 line was" if given == 1 else f"{given} lines were"
        form.add_error("translation", f"The letter has {rows} rows and {lines} given. Write one line for each row below")


class ToldUs(WriteLetter):
    happens_next = LongText("What happens next?", rows=4, max_length=5000, missing="Write what happens next", hint=NEXT_HINT)


class More(WriteLetter):
    more = LongText("What else should it say?", rows=4, max_length=5000, required=False, hint="In your words, to the adult. May be blank")


class Questions(WriteLetter):
    questions = LongText(
        "What do you want to ask?", rows=7, max_length=5000, missing="Write what you want to ask",
        hint="One question on each line. Neutral ones, that do not lead",
    )  # fmt: skip


class Why(WriteLetter):
    why = LongText("Why did we decide this?", rows=4, max_length=5000, missing="Write why", hint="To the adult, not as in the record")


class Invite(WriteLetter):
    meet_at = Moment("When is it?", short="When it is", missing="Enter the day and the time", hint="For example, 3 5 2026 and 10am")
    place = LongText("Where is it?", rows=2, max_length=500, missing="Enter where it is")
    who = ShortText("Who will be there?", required=False, hint="Names, as the adult knows them")
    about = LongText("What is it about?", rows=3, max_length=2000, required=False, hint="Leave out what others must not read")


class HowToTell(WriteLetter):
    how_to_tell = LongText(
        "How can they tell us?", rows=3, max_length=2000, missing="Write how they can tell us",
        hint="For example, who will ring and when. Somebody other than whoever led it asks best",
    )  # fmt: skip


class Receipt(WriteLetter):
    told = AnyOf("What may they be told now?", (), required=False, hint="That it was received is always said")

    def adapt(self) -> None:
        super().adapt()
        self.fields["told"].choices = [(one.value, one.label) for one in self.about.may_say if one != TellReferrer.RECEIVED]
        self.fields["where"].help_text = "Their address, e-mail address or telephone number"


FORMS: dict[DocumentKind, type[WriteLetter]] = {
    DocumentKind.WHAT_WE_TALKED_ABOUT: More,
    DocumentKind.WHAT_YOU_TOLD_US: ToldUs,
    DocumentKind.WHAT_HAPPENED: More,
    DocumentKind.OUR_QUESTIONS: Questions,
    DocumentKind.DECISION: Why,
    DocumentKind.INVITATION: Invite,
    DocumentKind.CLOSING: ToldUs,
    DocumentKind.FEEDBACK_REQUEST: HowToTell,
    DocumentKind.FEEDBACK_FROM_ANOTHER: HowToTell,
    DocumentKind.RECEIPT: Receipt,
}


def form_for(kind: DocumentKind, writing: Writing, data=None, initial=None) -> WriteLetter:
    """The form of a kind of letter, with its title."""
    form = FORMS.get(kind, WriteLetter)(data, initial=initial, about=writing)
    form.title = f"Write: {kind.label[0].lower()}{kind.label[1:]}"
    return form


class SendLetter(Question):
    """The last look. ``about`` is what the gate says."""

    has_read = Tick(
        "Before it goes", "I have read the letter, and how it is safe to reach the adult",
        missing="Read the letter and how it is safe to reach the adult, and tick the box",
    )  # fmt: skip
    override_because = LongText(
        "Why must it go all the same?", rows=3, max_length=2000, missing="Write why it must go all the same",
        hint="Your name and this reason are kept with the letter.",
    )  # fmt: skip

    def adapt(self) -> None:
        if self.about.yes:
            del self.fields["override_because"]
