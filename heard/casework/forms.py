"""What is asked on the screens that show it all together?"""

from heard.govuk.fields import FromList, LongText, OneOf, ShortText, Tick
from heard.govuk.forms import Question
from heard.govuk.words import day
from heard.rules.labelled import Labelled
from heard.rules.next_steps.step import Duty
from heard.rules.pathway import CaseStage


class FindCase(Question):
    """A search of the cases one may see."""

    submit = "Find"

    words = ShortText("The adult’s name, or a reference", required=False, width="two-thirds")
    stage = FromList("Stage", CaseStage, required=False, blank="Any stage")


class SayWhy(Question):
    """Why somebody without a role on a case is opening it."""

    title = "Why are you opening this record?"
    intro = "You are not the lead for this adult. What you write is kept with your name and the time. " \
        "Whoever checks can see it, and so may the adult, without your name."
    submit = "Open the record"

    why = LongText(
        "Your reason",
        hint="For example: covering for a colleague who is on leave, or the adult telephoned and asked for me",
        rows=3,
        max_length=1000,
        missing="Write why you are opening this record",
    )


class SayNotNeeded(Question):
    """Why something a rule asks for is not needed in this case."""

    title = "Why is this not needed here?"
    submit = "Save"

    because = LongText(
        "Your reason",
        hint="It is kept with your name. It stops counting by itself when a fact it rests on changes.",
        rows=4,
        max_length=2000,
        missing="Write why this is not needed here",
    )

    def adapt(self) -> None:
        """Say what it is about."""
        self.intro = f"{self.about.name}. {' '.join(self.about.because)}"


class WhyLate(Question):
    """Why a step took longer than the council gives for it. ``answers`` hold the reasons to choose from, ``about`` the late step."""

    title = "Why did this take longer?"
    submit = "Save"

    reason = OneOf("The reason", (), missing="Select why it took longer")
    words = LongText(
        "In your own words", required=False, rows=3, max_length=2000,
        hint="Needed for another reason. It stays in the case: the Board sees how many had each reason, never your words.",
    )  # fmt: skip

    def adapt(self) -> None:
        self.fields["reason"].choices = list(self.answers["reasons"].items())
        late, days = self.about.late, "1 day" if self.about.days_over == 1 else f"{self.about.days_over} days"
        ended = f" It was done on {day(late.done_on)}, {days} later." if late.done_on else f" That was {days} ago."
        self.intro = f"{late.step.label} was due by {day(late.due)}.{ended}"


class When(Labelled):
    """Which days to show."""

    OVERDUE = "overdue", "Overdue"


class ShowDuties(Question):
    """Which duties of one's cases to show."""

    what = FromList("Which", Duty, required=False, blank="All")
    when = FromList("When", When, required=False, blank="Whenever due")


class NeededAfterAll(Question):
    """That something said not to be needed is needed after all."""

    title = "Is this needed after all?"
    submit = "Yes, it is needed"

    sure = Tick("What happens", "Ask for it again. The reason that was given stays on record.", missing="Tick the box to ask for it again")

    def adapt(self) -> None:
        """Say what it is about."""
        self.intro = f"{self.about.name}. It was said not to be needed because: {self.about.because}"
