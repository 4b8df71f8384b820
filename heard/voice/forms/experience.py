"""What is asked to write down how it was for the adult, or for somebody who spoke for them?"""

from datetime import date

from django.forms import BoundField
from django.utils import timezone

from heard.govuk.fields import DayMonthYear, FromList, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rules.instrument import Instrument
from heard.rules.vocabulary.experience import AnsweredHow, AskedBy, Asking, AskingEnded, Who, Wording

BY_STAFF = [(one.value, one.label) for one in (AnsweredHow.PHONE, AnsweredHow.VISIT, AnsweredHow.PAPER)]
ASKS = "q-"
MONTHS_BACK = 12


def ask_questions(form: Question, instrument: Instrument, wording: Wording, given: dict | None = None) -> None:
    """Add the questions of the instrument to a form, in this wording; each may be left blank."""
    for one in instrument.questions:
        form.fields[ASKS + one.id] = OneOf(
            one.asked(wording), one.choices(wording), required=False, initial=(given or {}).get(one.id, "")
        )


def answers_of(said: dict) -> dict[str, str]:
    """The answers among what was sent, by the question's id; blanks left out."""
    return {name.removeprefix(ASKS): answer for name, answer in said.items() if name.startswith(ASKS) and answer}


class HowItWas(Question):
    """One asking of one person. ``about`` is the enquiry; ``answers`` hold ``who``, ``wording``, ``instrument`` and perhaps ``kept``."""

    submit = "Save"

    ended = OneOf(
        "Did they answer?", AskingEnded, missing="Select whether they answered", conditional={AskingEnded.UNABLE: "ended_because"}
    )
    ended_because = LongText("Why not?", rows=2, missing="Say why they could not be asked, or could not answer")
    asking = OneOf("Which time is this?", Asking, missing="Select which time this is")
    asked_on = DayMonthYear(
        "When were they asked?", short="The day they were asked", not_future=True, missing="Enter the day they were asked",
        hint="For a paper, the day it came back",
    )  # fmt: skip
    how = OneOf("How did they answer?", BY_STAFF, missing="Select how they answered")
    asked_by = OneOf("Who asked?", AskedBy, missing="Select who asked", conditional={AskedBy.SOMEBODY_ELSE: "asked_by_name"})
    asked_by_name = ShortText("Name of whoever asked", missing="Enter the name of whoever asked")
    words = LongText("Anything they said, in their own words", required=False, rows=4)

    def adapt(self) -> None:
        told, enquiry = self.answers, self.about
        is_adult = told["who"] == Who.ADULT
        self.title = "How it was for the adult" if is_adult else "How it was for somebody who spoke for the adult"
        self.lead = enquiry.lead.full_name if enquiry.lead else enquiry.lead_name
        if self.lead:
            self.fields["asked_by"].labels = {AskedBy.LEAD: f"{self.lead}, who led the enquiry"}
        kept = told.get("kept")
        if not is_adult:
            self.fields["who_name"] = ShortText(
                "Who spoke for the adult?", short="Name", missing="Enter who spoke for the adult",
                hint="A friend, relative, carer or advocate", initial=kept.who_name if kept else "",
            )  # fmt: skip
        ask_questions(self, told["instrument"], told["wording"], kept.answers if kept else None)
        if kept:
            self.fields["because"] = LongText(
                "What is being corrected, and why?", rows=2, missing="Say what is being corrected, and why",
                hint="What was written down before is kept beside it.",
            )  # fmt: skip
        self._put_in_order()

    def _put_in_order(self) -> None:
        questions = [name for name in self.fields if name.startswith(ASKS)]
        first = ["who_name", "asked_on", "asking", "how", "asked_by", "asked_by_name", "ended", "ended_because"]
        self.order_fields([*first, *questions, "words", "because"])

    def before_questions(self) -> list[BoundField]:
        """What is asked about the asking."""
        inside = {"asked_by_name", "ended_because"}
        return [self[name] for name in self.fields if not name.startswith(ASKS) and name not in {"words", "because", *inside}]

    def questions(self) -> list[BoundField]:
        """The questionnaire's own questions, and their own words."""
        return [self[name] for name in self.fields if name.startswith(ASKS) or name in {"words", "because"}]

    def kept(self) -> dict:
        """What was said, as the action takes it."""
        said = self.cleaned_data
        named = self.lead if said["asked_by"] == AskedBy.LEAD else said["asked_by_name"]
        plain = {name: said[name] for name in ("ended", "ended_because", "asking", "asked_on", "how", "asked_by", "words")}
        return {**plain, "asked_by_name": named, "answers": answers_of(said), "who_name": said.get("who_name", "")}


class WithoutAName(Question):
    """A paper without a name. ``answers`` hold ``who``, ``instrument`` and ``wording``; the months are the newest first."""

    submit = "Save and type the next"

    month = FromList("In which month did it come?", [], missing="Select the month", blank="Choose a month")

    def adapt(self) -> None:
        is_adult = self.answers["who"] == Who.ADULT
        self.title = f"Type in a paper without a name: {'an adult' if is_adult else 'somebody who spoke for an adult'}"
        self.fields["month"].choices = months_back(timezone.localdate())
        ask_questions(self, self.answers["instrument"], self.answers["wording"])

    def chosen_month(self) -> date:
        """The first day of the month chosen."""
        return date.fromisoformat(f"{self.cleaned_data['month']}-01")


def months_back(today: date) -> list[tuple[str, str]]:
    """This month and those of the last year, the newest first: "2026-03" and "March 2026"."""
    counted = [divmod(today.year * 12 + today.month - 1 - back, 12) for back in range(MONTHS_BACK)]
    months = [date(year, month + 1, 1) for year, month in counted]
    return [(f"{one:%Y-%m}", f"{one:%B %Y}") for one in months]
