"""What does somebody write about their learning? Only two things must be filled in; the rest is asked for, and waits."""

from dataclasses import dataclass

from heard.govuk.fields import DayMonthYear, FromList, LongText, Number, OneOf, ShortText, Tick, YesNo
from heard.govuk.forms import Question
from heard.learning.queries.log import colleagues_of, registers
from heard.rules.names_in_learning import Found
from heard.rules.reflecting import Prompt, Scaffold, prompts_for
from heard.rules.vocabulary.learning import DiscussedWith, LearningKind, StartedFrom

MOST_MINUTES = 60 * 24 * 30
TEXTS = ("what", "why_relevant", "learnt", "differently", "difference", "discussed")


@dataclass(frozen=True)
class Asking:
    """What a form is told: which prompts to show, and what was found that could tell who it is about."""

    scaffold: Scaffold = Scaffold.NONE
    found: tuple[Found, ...] = ()


class MayBeKnown(Question):
    """A form whose words are looked at for names. ``about`` is an Asking; what was found is said, and a tick saves all the same."""

    about: Asking
    sure = Tick(
        "Could anybody be known from this?", "I have looked at it. Nobody can be known from it.", required=False,
        hint="Only you can tell. If somebody could, change the words first: “a woman in her eighties”, “the son”.",
    )  # fmt: skip

    def adapt(self) -> None:
        """The tick is asked for only where something was found."""
        if not (self.about and self.about.found):
            del self.fields["sure"]

    def clean(self) -> dict:
        cleaned = super().clean()
        if "sure" in self.fields and not cleaned.get("sure"):
            for one in self.about.found:
                self.add_error(None, f"“{one.words}” may be {one.what.label}. Take it out, or tick the box at the end")
        return cleaned


class LogForm(MayBeKnown):
    """One entry."""

    title = "Write in my learning record"
    submit = "Save in my record"
    what = ShortText("What was it?", hint="A few words of your own. No names.", missing="Enter what it was")
    kind = FromList("What kind of learning?", LearningKind, missing="Select what kind of learning it was")
    done_on = DayMonthYear("When?", short="The date", not_future=True, missing="Enter when it was")
    minutes = Number("How long, in minutes?", least=1, most=MOST_MINUTES, required=False, short="How long")
    why_relevant = LongText("Why was it relevant to you?", required=False, rows=3)
    learnt = LongText("What did you learn?", required=False, rows=5)
    differently = LongText("What will you do differently, or what did you?", required=False, rows=3)
    difference = LongText(
        "What difference did it make to people, or will it?", required=False, rows=3, hint="To people you work with, not by name."
    )
    discussed_with = OneOf("Who did you talk it over with?", DiscussedWith, hint="Peer reflection. A kind of person, not a name.")
    discussed = LongText("What did you learn by talking it over?", required=False, rows=3)
    started_from = FromList("What made you write?", StartedFrom, required=False, hint="Nothing of a case or a person goes with it.")

    field_order = (
        "what", "kind", "done_on", "minutes", "why_relevant", "learnt", "differently", "difference", "discussed_with", "discussed",
        "started_from", "sure",
    )  # fmt: skip

    def adapt(self) -> None:
        """Put the chosen prompts beside the fields that they help with."""
        super().adapt()
        scaffold = self.about.scaffold if self.about else Scaffold.NONE
        for name, field in self.fields.items():
            if prompts := prompts_for(scaffold, name):
                field.help_text = " ".join([field.help_text, *map(_in_words, prompts)]).strip()


def _in_words(prompt: Prompt) -> str:
    return f"{prompt.step}{'' if prompt.step.endswith('?') else ':'} {prompt.asks}"


class Comment(MayBeKnown):
    """What a colleague says about an entry that is shown to them."""

    submit = "Send my comment"
    comment = LongText("Your comment", rows=5, hint="The owner of the entry reads it, and keeps it.", missing="Enter your comment")
    field_order = ("comment", "sure")


class ShareWith(Question):
    """With which colleague? ``user`` is the owner."""

    title = "Share one entry"
    intro = (
        "They can read this one entry and comment on it. You can take it back at any time. Nobody else sees it, and nobody is told "
        "that you keep a record."
    )
    submit = "Share it"
    peer = FromList("Who do you want to read it?", (), short="Who", missing="Select a colleague")

    def adapt(self) -> None:
        """Offer everybody of the user's own council."""
        self.known = {str(one.pk): one for one in colleagues_of(self.user)}
        self.fields["peer"].choices = [(key, one.full_name) for key, one in self.known.items()]

    def peer_chosen(self):
        """The colleague, as a record."""
        return self.known[self.cleaned_data["peer"]]


class WhichRegister(Question):
    """Which register, and whether to remind."""

    title = "My register"
    intro = "Heard counts your entries against what your register asks for, for you alone. You send your record to the register yourself."
    submit = "Save"
    register = OneOf("Which register are you on?", (), missing="Select your register")
    renews_on = DayMonthYear(
        "When do you renew next?", required=False, short="The date",
        hint="Only where the register gives you a day of your own. Social Work England has the same day for everybody.",
    )  # fmt: skip
    reminds = YesNo("Remind me on my start page?", missing="Select whether to remind you")

    def adapt(self) -> None:
        """Offer the registers as they are set up here."""
        self.fields["register"].choices = [(one.slug, one.label) for one in registers().values()]
