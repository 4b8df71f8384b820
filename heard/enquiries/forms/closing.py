"""What is asked before an enquiry closes?"""

from heard.govuk.fields import DayMonthYear, LongText, OneOf, ShortText, YesNoNotKnown
from heard.govuk.forms import Question
from heard.rules.closing import may_leave_risks_open
from heard.rules.vocabulary.enquiry import (
    BeforeCeasing,
    ChecklistAnswer,
    ChecklistItem,
    ClosingView,
    Finding,
    NotAskedBecause,
    ReasonForClosing,
    RiskOutcome,
)


class AdultsView(Question):
    """The adult's view of closing, in their words; or why they were not asked."""

    learn = "making-safeguarding-personal"
    title = "What does the adult think about closing?"
    view = OneOf(
        "The adult’s view", ClosingView, missing="Select what the adult thinks about closing, or that they were not asked",
        conditional={ClosingView.NOT_ASKED: "not_asked_because"},
        hints={
            ClosingView.DISAGREES: "A safeguarding manager then decides, and says why",
            ClosingView.UNABLE: "They were asked in the way that suits them, and could not say",
        },
    )  # fmt: skip
    not_asked_because = OneOf("Why were they not asked?", NotAskedBecause, missing="Select why the adult was not asked")
    words = LongText(
        "In their own words, or what happened", required=False,
        hint="What the adult said about closing, word for word. If they were not asked or could not say: what was done to ask them.",
    )  # fmt: skip

    def clean(self) -> dict:
        said = super().clean()
        not_asked = said.get("view") == ClosingView.NOT_ASKED and said.get("not_asked_because") != NotAskedBecause.DIED
        if not said.get("words") and said.get("view") == ClosingView.UNABLE:
            self.add_error("words", "Say how the adult was asked, and who helped them")
        elif not said.get("words") and not_asked and said.get("not_asked_because"):
            self.add_error("words", "Say what happened, so that others see why the adult was not asked")
        return said


class WhyClosing(Question):
    """The reason for closing."""

    title = "Why is the enquiry closing?"
    reason = OneOf(
        "The reason", ReasonForClosing, missing="Select why the enquiry is closing",
        hints={ReasonForClosing.ADULTS_REQUEST: "Four questions come first: other people at risk, coercion, a crime, a position of trust"},
    )  # fmt: skip
    words = LongText("What was decided, and why", required=False, hint="In plain words that the adult could read")

    def clean(self) -> dict:
        said = super().clean()
        if said.get("reason") == ReasonForClosing.OTHER and not said.get("words"):
            self.add_error("words", "Say what the reason is")
        return said


class BeforeStopping(Question):
    """The four questions before an enquiry stops because the adult asks."""

    title = "Before stopping because the adult asks"
    intro = "The adult’s wish to stop counts. These four come first, because they can mean that the enquiry has to go on."
    stopping_because = LongText(
        "If any answer is not ‘No’: why it is right to stop all the same", required=False, rows=4,
        hint="Who decided, with whom it was talked over, and what will happen about it",
    )  # fmt: skip

    def adapt(self) -> None:
        because = self.fields.pop("stopping_because")
        for question in BeforeCeasing:
            self.fields[question] = YesNoNotKnown(question.label, missing=f"Select an answer to ‘{question.label}’", inline=True)
        self.fields["stopping_because"] = because


class Checklist(Question):
    """What is thought of before closing. Nothing here is needed: what is left blank is warned of."""

    title = "Checklist before closing"
    intro = "This only warns. You can leave any of it and close."

    def adapt(self) -> None:
        for item in ChecklistItem:
            self.fields[f"{item}-answer"] = OneOf(item.label, ChecklistAnswer, required=False, inline=True)
            self.fields[f"{item}-words"] = ShortText(f"Details: {item.label[0].lower()}{item.label[1:]}", required=False, max_length=2000)

    def checklist(self) -> dict[str, dict[str, str]]:
        """The answers, as they are kept."""
        return {
            str(item): {"answer": str(self.cleaned_data[f"{item}-answer"]), "words": self.cleaned_data[f"{item}-words"]}
            for item in ChecklistItem
        }


class ManagersDecision(Question):
    """Why a manager closes an enquiry although the adult disagrees."""

    title = "Closing although the adult disagrees"
    submit = "Decide to close"
    reason = LongText(
        "Why it is right to close", missing="Say why it is right to close although the adult disagrees",
        hint="What the adult said, what else was offered, and what will happen next for them",
    )  # fmt: skip


class WhatWasFound(Question):
    """The finding about one risk."""

    title = "What was found about this risk?"
    finding = OneOf("The finding", Finding, missing="Select what was found about this risk")


class WhatBecameOfIt(Question):
    """The outcome of an identified risk."""

    title = "What became of this risk?"
    outcome = OneOf(
        "The outcome", RiskOutcome, missing="Select what became of this risk",
        hints={RiskOutcome.REMAINED: "For instance because the adult chose to live with it. We ask for their reason next."},
    )  # fmt: skip


class WhyItRemained(Question):
    """The adult's reason for living with a risk: a choice, never a failure."""

    title = "Why did the risk remain?"
    intro = "Adults may choose to live with a risk. Their reason, in their own words, makes this an end like any other."
    adults_reason = LongText("The adult’s reason, in their own words", required=False)
    no_reason_because = LongText("If you do not have their reason: why not", required=False, rows=3)

    def ask_about_others(self) -> None:
        """Ask the four questions as well: the professional sees this risk as high."""
        self.intro += " You see this risk as high, so four more questions follow. Any answer can be given; none stops the adult’s choice."
        for question in BeforeCeasing:
            self.fields[question] = YesNoNotKnown(question.label, missing=f"Select an answer to ‘{question.label}’", inline=True)

    def clean(self) -> dict:
        said = super().clean()
        if not said.get("adults_reason") and not said.get("no_reason_because"):
            self.add_error("adults_reason", "Write the adult’s reason, or say why you do not have it")
        return said


class TheEnd(Question):
    """When the enquiry ended, and why a risk is left without a finding or an outcome. ``about`` is what is recorded of it."""

    submit = "Close the enquiry"
    concluded_on = DayMonthYear("When did the enquiry end?", hint="Today, if you are closing it now", short="The date the enquiry ended",
                                missing="Enter the date the enquiry ended", not_future=True)  # fmt: skip
    risks_because = LongText(
        "Why does it close with a risk that has no finding or no outcome?", rows=3, short="Why a risk is left so",
        missing="Write why it closes with a risk that has no finding or no outcome", hint="Your name and this are kept with the closing",
    )  # fmt: skip

    def adapt(self) -> None:
        if may_leave_risks_open(self.about, because=""):
            del self.fields["risks_because"]


class WhyReopening(Question):
    """Why a closed enquiry is opened again."""

    title = "Reopen the enquiry"
    submit = "Reopen the enquiry"
    because = LongText("Why is it being reopened?", missing="Say why the enquiry is being reopened")
