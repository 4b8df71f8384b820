"""What is asked about the safeguarding plan: its actions, what the adult says of it, and its review?"""

from heard.govuk.fields import DayMonthYear, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rules.vocabulary.enquiry import PlanOwner, PlanView, StillWanted
from heard.voice.forms.people import NameAndWho, offer, who_it_concerns

NOT_FOR_THIS = "none"
IN_PLAIN_WORDS = "Say it to the adult, in plain words"


class AddAction(Question):
    """Something somebody will do. ``about`` is the case with ``members``, ``wishes_now`` (those standing) and ``risks``."""

    learn = "person-centred-approaches"
    title = "Add an action to the plan"
    submit = "Save this action"

    what = LongText("What will be done?", rows=2, short="What will be done", missing="Write what will be done")
    plain_words = LongText(
        IN_PLAIN_WORDS, required=False, rows=2, short="Plain words",
        hint="They read this on their own page and in their letters. Short sentences, one idea in each. Blank: the words above.",
    )  # fmt: skip
    wish = OneOf("Which of the adult’s wishes is it for?", [], required=False)
    risk = OneOf("Which risk is it against?", [], required=False)
    owner = OneOf(
        "Who will do it?", PlanOwner, short="Who will do it", missing="Select who will do it",
        hint="Start with what is in the adult’s own power, then their family and friends.",
        conditional={PlanOwner.NETWORK: "concerns", PlanOwner.WORKER: "worker_name", PlanOwner.ORGANISATION: "organisation_name"},
    )  # fmt: skip
    concerns = who_it_concerns("Who in their network?")
    new_member = NameAndWho()
    worker_name = ShortText("Name of the member of staff", short="Name of the member of staff")
    organisation_name = ShortText("Name of the organisation", short="Name of the organisation")
    due_on = DayMonthYear("By when?", required=False, short="The day it is to be done by", not_past=True)

    def adapt(self) -> None:
        offer(self.fields["concerns"], self.about.members, nobody=False)
        self._offer("wish", [(str(one.pk), one.words) for one in self.about.wishes_now], "It is not for a wish")
        self._offer("risk", [(str(one.pk), one.name) for one in self.about.risks], "It is not against a risk")

    def _offer(self, name: str, choices: list[tuple[str, str]], otherwise: str) -> None:
        if not choices:
            del self.fields[name]
            return
        self.fields[name].choices = [*choices, (NOT_FOR_THIS, otherwise)]
        self.fields[name].divider_before = NOT_FOR_THIS

    @property
    def owner_name(self) -> str:
        """The worker's or the organisation's name; blank for the adult and their network."""
        return self.cleaned_data.get("worker_name") or self.cleaned_data.get("organisation_name") or ""


class SayPlainly(Question):
    """The words in which the adult reads of an action."""

    title = IN_PLAIN_WORDS
    submit = "Save these words"

    plain_words = LongText(
        "What the adult reads", required=False, rows=3, short="What the adult reads",
        hint="Short sentences, one idea in each. Leave it blank to use the words of the plan.",
    )  # fmt: skip


class FinishAction(Question):
    """An action is done."""

    title = "Is this done?"
    submit = "Mark as done"

    on = DayMonthYear("When was it done?", not_future=True, short="When it was done", missing="Enter the day it was done")


class AgreePlan(Question):
    """What the adult says of the plan, and when it is reviewed."""

    learn = "risk-assessment"
    title = "What does the adult say about this plan?"
    submit = "Save the plan"

    adult_agrees = OneOf("Does the adult agree with the plan?", PlanView, missing="Select what the adult says about the plan")
    adults_words = LongText("In the adult’s own words", required=False, rows=4)
    because = LongText(
        "If they do not agree, or were not asked: why does the plan go on?", required=False, rows=3, short="Why the plan goes on"
    )
    review_on = DayMonthYear(
        "When will you review it together?", short="Day of the review", missing="Enter the day of the review", not_past=True,
        hint="This puts a task on the case.",
    )  # fmt: skip


class ReviewPlan(Question):
    """Is this still what you want?"""

    title = "Review the plan with the adult"
    submit = "Save this review"

    still_wanted = OneOf("Is this still what they want?", StillWanted, missing="Select whether this is still what they want")
    words = LongText(
        "What does the adult say now, in their own words?", rows=4, short="What the adult says now",
        missing="Write what the adult says now, or why they were not asked",
    )  # fmt: skip
    next_review_on = DayMonthYear("When is the next review?", required=False, not_past=True, short="Next review")
    no_next_because = LongText("If there is none, why?", required=False, rows=2, short="Why there is no next review")
