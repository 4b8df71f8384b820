"""What is asked before a letter to the adult is written, and before it goes?"""

from heard.govuk.fields import AnyOf, LongText, Moment, OneOf, Tick
from heard.govuk.forms import Question
from heard.rules.labelled import Labelled
from heard.rules.vocabulary.safe_contact import SentHow


class PutIn(Labelled):
    """What of the adult's own words the letter has."""

    SAID = "said", "What they last said"
    WANTS = "wants", "What they want"


class WriteLetter(Question):
    """The letter "what you told us"."""

    title = "Write to the adult: what you told us"
    intro = "A plain letter with their words, what they want, what happens next and who to call. You will see it before anything goes."

    how = OneOf("How will it go?", SentHow, missing="Select how the letter will go")
    where = LongText(
        "Where to?", rows=3, max_length=1000, hint="The address, or the place where you will meet", missing="Enter where the letter will go"
    )
    at = Moment(
        "When will you hand it over or read it?", required=False, short="When you will hand it over or read it",
        hint="Leave this blank for a letter by post. For example, 3 5 2026 and 10am",
    )  # fmt: skip
    put_in = AnyOf("What should be in it?", PutIn, required=False, hint="Leave out what would put them at risk if somebody else read it")
    happens_next = LongText(
        "What happens next?", rows=4, max_length=5000, missing="Write what happens next",
        hint="To the adult, in plain English: who will do what, and when",
    )  # fmt: skip


class SendLetter(Question):
    """The last look. ``about`` is what the gate says; ``user_may_override`` whether this person may let go what it stops."""

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
