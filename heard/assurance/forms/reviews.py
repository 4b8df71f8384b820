"""What is asked to refer a case for a review, to decide, to find, to recommend, to follow and to publish?"""

from django import forms
from django.forms import BoundField
from django.utils import timezone

from heard.assurance.forms.audits import OWNER
from heard.govuk.fields import DayMonthYear, FromList, LongText, OneOf, ShortText, YesNoNotKnown
from heard.govuk.fields.parts import labelled, set_up
from heard.govuk.forms import Question
from heard.rules.next_steps.curiosity import Wonder
from heard.rules.reviews.chronology import read_rows
from heard.rules.vocabulary.assurance import Theme
from heard.rules.vocabulary.learning import Topic
from heard.rules.vocabulary.reviews import Criterion, HappenedTo, RecommendationStep, ReviewKind, ReviewMethod, TakesPart

SIGNS = [(str(one), one.label) for one in Wonder if one != Wonder.REVIEW]
LARGEST = 1024 * 1024


class Refer(Question):
    """Ask for a review. Anybody who uses Heard may."""

    title = "Refer a case for a Safeguarding Adult Review"
    intro = (
        "A review asks how agencies worked together, so that others are safer. It does not look for somebody to blame. "
        "You need not be sure: the Board decides."
    )
    submit = "Send to the Board"

    about = ShortText("Who is the adult?", short="The adult", missing="Enter the adult’s name, or how they can be found")
    case_reference = ShortText("The reference of the case, if you have it", required=False, width=20, max_length=60)
    died = YesNoNotKnown("Has the adult died?", short="Whether the adult has died")
    what_happened = LongText("What happened?", short="What happened", missing="Write what happened")
    why_together = LongText(
        "What worries you about how agencies worked together?", rows=4, short="What worries you", missing="Write what worries you"
    )
    familys_view = LongText("What do the adult, or their family and friends, say about a review?", required=False, rows=3,
                            hint="If you know. Do not ask them for this form.")  # fmt: skip


class Decide(Question):
    """The criteria one by one, then the panel's decision."""

    title = "What does section 44 make of this case?"
    intro = "Care Act 2014, section 44. Answer each part by itself. The decision has to fit the answers."
    submit = "Save the panel’s decision"

    adult_in_area = YesNoNotKnown(f"{Criterion.ADULT_IN_AREA.label}?")
    adult_in_area_words = LongText("Why?", required=False, rows=2, short="Why")
    together = YesNoNotKnown(f"{Criterion.TOGETHER.label}?")
    together_words = LongText("Why?", rows=3, short="Why there is, or is not, cause for concern")
    died = YesNoNotKnown(f"{Criterion.DIED.label}?", conditional={"yes": "from_abuse", "no": "serious"})
    from_abuse = YesNoNotKnown(f"{Criterion.FROM_ABUSE.label}?")
    serious = YesNoNotKnown(f"{Criterion.SERIOUS.label}?")
    condition_words = LongText("Why?", rows=3, short="Why the condition is, or is not, met")
    decision = OneOf("What does the panel decide?", ReviewKind, missing="Select what the panel decides")
    reasons = LongText("The panel’s reasons", rows=4, short="The panel’s reasons", missing="Write the panel’s reasons")
    panel = LongText("Who was on the panel?", rows=2, short="Who was on the panel", missing="Enter who was on the panel")
    decided_on = DayMonthYear("When?", not_future=True, short="When it was decided", missing="Enter the day")

    @property
    def criteria(self) -> dict[str, dict]:
        """The answer and the words for each criterion."""
        said = self.cleaned_data
        words = {"adult_in_area": "adult_in_area_words", "together": "together_words"}
        return {
            str(one): {"answer": str(said.get(name) or ""), "words": said.get(words.get(name, "condition_words")) or ""}
            for one in Criterion if (name := str(one).replace("-", "_"))
        }  # fmt: skip


class Start(Question):
    """The review begins."""

    title = "Begin the review"
    intro = "From this day on the statutory return counts it."
    submit = "Begin"

    name = ShortText("What is it called?", short="What it is called", hint="A name that is nobody’s, such as ‘Adult B’",
                     missing="Enter what the review is called")  # fmt: skip
    started_on = DayMonthYear("When does it begin?", not_future=True, short="When it begins", missing="Enter the day")
    case_reference = ShortText("The reference of the adult’s case or concern", width=20, max_length=60,
                               missing="Enter the reference",
                               short="Reference", hint="So that the return counts the adult, and nobody is named by oversight")  # fmt: skip


class SetOut(Question):
    """Method, terms, reviewer."""

    title = "How is it done, and what does it ask?"
    submit = "Save"

    method = OneOf("Method", ReviewMethod, missing="Select a method")
    method_because = LongText("Why this method?", rows=2, short="Why this method", missing="Write why this method")
    terms = LongText("Terms: what does it ask, of which time, of which agencies?", rows=5, short="Terms", missing="Write its terms")
    reviewer_name = ShortText("Who leads it?", short="Who leads it", missing="Enter who leads it")


class ReviewedAdult(Question):
    """A further adult the review is about."""

    title = "Who else is this review about?"
    intro = "The statutory return counts every adult a review is about, by what happened to each."
    submit = "Save"

    case_reference = ShortText("The reference of the adult’s case or concern", width=20, max_length=60, missing="Enter the reference",
                               short="Reference")  # fmt: skip
    happened = OneOf("What happened to them?", HappenedTo, missing="Select what happened to them")


class WhatHappened(Question):
    """What happened to somebody a review is about, put right."""

    title = "What happened to them?"
    intro = "The statutory return counts it. What was said before is kept."
    submit = "Save"

    happened = OneOf("What happened to them?", HappenedTo, missing="Select what happened to them")
    because = LongText("Why is it put right?", rows=2, short="Why it is put right", missing="Write why it is put right")


class Participant(Question):
    """Who takes part, and how."""

    title = "Who takes part, and how?"
    intro = "The adult, where they are alive, and those close to them. They choose how, and may change it."
    submit = "Save"

    name = ShortText("Name", missing="Enter a name")
    relationship = ShortText("Who are they to the adult?", short="Who they are", missing="Enter who they are to the adult")
    how = OneOf("How do they want to take part?", TakesPart, missing="Select how they take part")
    words = LongText("What do they want from the review, in their own words?", required=False, rows=3)
    advocate = ShortText("Advocate, or somebody who helps them", required=False, hint="Section 68 of the Care Act covers reviews too")


class CsvFile(forms.FileField):
    """A file of comma-separated values, of at most one megabyte."""

    def __init__(self, label: str, *, hint: str = "", **more):
        super().__init__(label=label, help_text=hint, required=False, **more)
        set_up(self, short=label, missing="", nothing=None)

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """The file upload component and its parameters."""
        return "file_upload", labelled(bound, heading)

    def anchor(self, bound: BoundField) -> str:
        """Where the error summary's link goes."""
        return bound.auto_id

    def clean(self, value, initial=None) -> str:
        file = super().clean(value, initial)
        if not file:
            return ""
        if file.size > LARGEST:
            raise forms.ValidationError("The file must be smaller than 1 megabyte")
        data = file.read()
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252", errors="replace")


class AddToChronology(Question):
    """What one agency tells, typed in, pasted or uploaded."""

    title = "Add an agency’s chronology"
    submit = "Add it"

    agency = ShortText("Which agency?", short="Which agency", missing="Enter which agency tells this")
    text = LongText("Type or paste it here", required=False, rows=8, short="What happened",
                    hint="A line for each: date, time, what happened, where it is written. The time may be blank: "
                         "3 May 2025,,Rang the surgery,GP notes p. 4")  # fmt: skip
    file = CsvFile("Or choose a CSV file with the same four columns")

    def clean(self) -> dict:
        said = super().clean()
        if self.errors:
            return said
        both = "\n".join(filter(None, (said.get("text"), said.get("file"))))
        rows, faults = read_rows(both, today=timezone.localdate())
        for fault in faults[:10]:
            self.add_error("text", fault)
        if not rows and not faults:
            self.add_error("text", "Type or paste what happened, or choose a file")
        said["rows"] = rows
        return said


class AddFinding(Question):
    """What was found, and whether it is shown beside live cases."""

    title = "Add a finding"
    intro = (
        "What is shown beside live cases or learning is shown from now on: learning need not wait until the review is published. So the "
        "words for it may hold nothing by which somebody could be known: no name, no place, no day, nothing that only one person lived "
        "through."
    )
    submit = "Save"

    words = LongText("What was found?", rows=4, short="What was found", missing="Write what was found")
    theme = FromList("What is it about?", Theme, missing="Select what it is about")
    sign = FromList(
        "Show it where a live case shows this sign", SIGNS, required=False, blank="Do not show it beside live cases",
        hint="Whoever opens such a case sees the words below, and why",
    )  # fmt: skip
    topic = FromList(
        "Show it beside this learning", Topic, required=False, blank="Do not show it beside learning",
        hint="On its page, and wherever it opens beside the work, for whoever is signed in",
    )  # fmt: skip
    prompt = LongText("What should they read there?", required=False, rows=3, hint="A question they can put to their own case works best")

    def clean(self) -> dict:
        said = super().clean()
        if (said.get("sign") or said.get("topic")) and not (said.get("prompt") or "").strip():
            self.add_error("prompt", "Write what they should read there")
        return said


class AddRecommendation(Question):
    """What should change, who sees to it, how it will be seen."""

    title = "Add a recommendation"
    submit = "Save"

    words = LongText("What should change?", rows=3, short="What should change", missing="Write what should change")
    theme = FromList("What is it about?", Theme, missing="Select what it is about")
    owner_name = ShortText("Who sees to it?", short="Who sees to it", missing="Enter who sees to it", hint=OWNER)
    measure_of_change = LongText("How will it be seen that it has changed?", rows=3, short="How it will be seen",
                                 missing="Write how it will be seen", hint="Something that can be counted, read or asked")  # fmt: skip
    agreed_on = DayMonthYear("When was it agreed?", not_future=True, short="When it was agreed", missing="Enter the day it was agreed")
    due_on = DayMonthYear("By when?", short="By when", missing="Enter by when")


class LookAt(Question):
    """A step of a recommendation. ``about`` is the steps that can be taken now."""

    title = "What can be said of it now?"
    submit = "Save"

    step = OneOf("What is it?", [], missing="Select what can be said")
    words = LongText("What can be seen, and where?", rows=4, short="What can be seen", missing="Write what can be seen, and where")
    on = DayMonthYear("When?", not_future=True, short="When", missing="Enter the day")

    def adapt(self) -> None:
        self.fields["step"].choices = [(str(one), one.label) for one in RecommendationStep if one in self.about]


class WriteReview(Question):
    """What is published."""

    title = "What is published"
    submit = "Save and check who could be known"

    name = ShortText("What is it called?", short="What it is called", missing="Enter what it is called")
    text = LongText("The review, as everybody will read it", rows=16, short="The review", missing="Write what is published")


class AnswerWarning(Question):
    """Why nobody can be known from these words."""

    title = "Why can nobody be known from this?"
    submit = "Save"

    because = LongText("Why?", rows=2, short="Why", missing="Write why, or take the words out of the text")
