"""What is asked about a conversation with the adult, or about one that could not be held?

``about`` is the case, as ``heard.voice.flows.case_to_record_in`` gives it: with ``to_choose``, what the conversation may belong to.
"""

from django import forms
from django.utils import timezone

from heard.govuk.fields import DayMonthYear, FromList, LongText, Moment, OneOf, ShortText, Tick
from heard.govuk.forms import Question
from heard.govuk.words import day
from heard.rules.labelled import Labelled
from heard.rules.seen_alone import needs_reason_not_alone
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import Stage
from heard.rules.vocabulary.voice import Alone, ExpressedBy, Method, NotHeardBecause, WhatTheySaid
from heard.rules.wish_change import what_was_answered
from heard.voice.forms.wishes import IN_THEIR_WORDS

WISHES = ("wish_1", "wish_2", "wish_3", "wish_4", "wish_5")
NOT_ASKED = "not-asked"


class Heard(Labelled):
    """Was the adult heard this time?"""

    YES = "yes", "Yes, they said or showed something"
    REPRESENTED = "represented", "No, but somebody spoke for them"
    NO = "no", "No"


class WhenAndWhether(Question):
    """When it was, and whether the adult was heard."""

    learn = "professional-curiosity"
    title = "A conversation with the adult"

    heard = OneOf("Did you hear the adult?", Heard, missing="Select whether you heard the adult", short="Did you hear the adult?")
    held_at = Moment(
        "When was it?", not_future=True, short="When it was", missing="Enter the day and the time",
        hint="The day and time of the conversation, or of your attempt. For example, 3 5 2026 and 2:30pm",
    )  # fmt: skip
    stage = FromList("At what point was it?", Stage, short="At what point", missing="Select at what point it was")
    belongs_to = OneOf("What was it about?", [], short="What it was about", missing="Select what it was about")
    before_is_right = Tick("Is the day right?", "Yes, it was before the concern came in", required=False, short="Before the concern")

    def adapt(self) -> None:
        if not self._is_before_the_concern():
            self.fields["before_is_right"].widget = forms.HiddenInput()  # asked only of a day before the concern
        self.fields["stage"].choices = [(one.value, one.label) for one in self.about.stages]
        if len(self.about.to_choose) < 2:
            del self.fields["belongs_to"]
        else:
            self.fields["belongs_to"].choices = [(key, label) for key, label, _ in self.about.to_choose]

    def clean(self) -> dict:
        said = super().clean()
        if self._is_before_the_concern() and not said.get("before_is_right"):
            came_in = f"The first concern came in on {day(self.about.first_received_on())}, after this"
            self.add_error("held_at", f"{came_in}. Check the day and the year. If it is right, tick the box below")
        return said

    def _is_before_the_concern(self) -> bool:
        """Whether a day was given, and it is before the first concern of the case came in."""
        if not self.is_bound:
            return False
        try:
            held_at = self.fields["held_at"].clean(self.fields["held_at"].widget.value_from_datadict(self.data, self.files, "held_at"))
        except forms.ValidationError:
            return False
        first = self.about.first_received_on()
        return bool(held_at and first and timezone.localdate(held_at) < first)

    def rows(self) -> list[dict]:
        """The answers for "check", without the box that nobody had to tick."""
        return [row for row in super().rows() if row["name"] != "before_is_right" or row["value"] == "Yes"]


class HowItWas(Question):
    """How the conversation was held, and who was there."""

    title = "How you talked, and who was there"

    method = OneOf("How did you talk?", Method, short="How you talked", missing="Select how you talked")
    spoken_by = OneOf(
        "Who spoke for the adult?", [(one.value, one.label) for one in (ExpressedBy.REPRESENTATIVE, ExpressedBy.ADVOCATE)],
        short="Who spoke for the adult", missing="Select who spoke for the adult",
        hint="Somebody who may pose a risk to the adult cannot speak for them.",
    )  # fmt: skip
    spoken_by_name = ShortText("Their name", short="Name of who spoke for the adult")
    alone = OneOf(
        "Was the adult alone with you?", Alone, short="Alone", missing="Select whether the adult was alone with you",
        hint="Away from anybody who might influence them. An interpreter, an advocate or your colleague may be there.",
        conditional={Alone.NO: "not_alone_because", Alone.NOT_POSSIBLE: "not_possible_because"},
    )  # fmt: skip
    not_alone_because = LongText("Why were they not alone?", rows=2, short="Why not alone", missing="Write why they were not alone")
    not_possible_because = LongText("Why was it not possible?", rows=2, short="Why not alone", missing="Write why it was not possible")
    present = LongText("Who else was there?", required=False, rows=3, short="Who else was there", hint="One name or role on each line")
    safe_place = OneOf(
        "Was it a safe place for them to talk?", Answer, required=False, short="A safe place",
        hint="Somewhere nobody who may pose a risk can hear, see or come in. Leave it blank if nobody asked", inline=True,
    )  # fmt: skip
    place = ShortText("Where was it?", required=False, short="Where it was")
    support_used = LongText(
        "What helped them to take part?", required=False, rows=2, short="What helped them to take part",
        hint="For example, an interpreter, pictures, more time, or a hearing loop",
    )  # fmt: skip

    def adapt(self) -> None:
        unwanted = ("spoken_by", "spoken_by_name") if self.answers["heard"] != Heard.REPRESENTED else ("alone", *NOT_ALONE)
        for name in unwanted:
            del self.fields[name]


NOT_ALONE = ("not_alone_because", "not_possible_because")


def why_not_alone(answers: dict) -> str:
    """The reason given, where one is asked."""
    if not needs_reason_not_alone(answers.get("alone") or ""):
        return ""
    return answers.get("not_alone_because") or answers.get("not_possible_because") or ""


class WhatWasSaid(Question):
    """Their words, and apart from them what the worker makes of them."""

    title = "What they said"

    what_was_asked = LongText("What did you ask?", required=False, rows=2, short="What you asked")
    words = LongText(
        "What did they say or show?", hint=IN_THEIR_WORDS, rows=8, short="What they said", missing="Write what they said or showed"
    )
    interpretation = LongText(
        "What do you make of it?", required=False, rows=4, short="Your interpretation",
        hint="Your own view, kept apart from their words. It is never shown as theirs.",
    )  # fmt: skip

    def adapt(self) -> None:
        if self.answers["heard"] == Heard.REPRESENTED:
            self.fields["words"].label = "What was said for them?"


class WhatTheyWant(Question):
    """What they want to happen: wishes, being left alone, or nothing expressed, which are all answers."""

    learn = "making-safeguarding-personal"
    title = "What they want to happen"

    said = OneOf(
        "Did you ask what they want to happen?",
        [(one.value, label) for one, label in (
            (WhatTheySaid.WISHES, "Yes, and they said what they want"),
            (WhatTheySaid.LEAVE_ME_ALONE, "Yes, and they want to be left alone"),
            (WhatTheySaid.NOTHING, "Yes, and they did not say what they want"),
        )] + [(NOT_ASKED, "No, not this time")],
        short="What they want", missing="Select whether you asked what they want to happen",
        hint="Choose “Yes” too if they told you without being asked.",
        conditional={WhatTheySaid.WISHES: "wish_1", WhatTheySaid.LEAVE_ME_ALONE: "leave_words"},
    )  # fmt: skip
    leave_words = LongText("How did they put it?", hint=IN_THEIR_WORDS, rows=2, short="Leave me alone", missing="Write how they put it")
    wish_1 = LongText("What do they want?", hint=IN_THEIR_WORDS, rows=2, short="They want", missing="Write what they want, in their words")
    wish_2 = LongText("What else do they want?", required=False, rows=2, short="They also want")
    wish_3 = LongText("And what else?", required=False, rows=2, short="They also want")
    wish_4 = LongText("And what else?", required=False, rows=2, short="They also want")
    wish_5 = LongText("And what else?", required=False, rows=2, short="They also want")

    def rows(self) -> list[dict]:
        """The answers for "check", without the boxes for more wishes that were left empty."""
        return [row for row in super().rows() if row["value"] or row["name"] not in WISHES[1:]]

    def clean(self) -> dict:
        said = super().clean()
        if answer := said.get("said"):
            count = len(wishes_in(said)) if not self.errors else 1
            decision = what_was_answered(asked=answer != NOT_ASKED, said="" if answer == NOT_ASKED else answer, wishes=count)
            if not decision and not self.errors:
                self.add_error("said", decision.because[0])
        return said


def wishes_in(answers: dict) -> list[tuple[str, bool]]:
    """The words of each wish, in order, and whether it is to be left alone."""
    alone = answers.get("said") == WhatTheySaid.LEAVE_ME_ALONE
    first = [(answers.get("leave_words"), True)] if alone else [(answers.get("wish_1"), False)]
    return [(words, leave) for words, leave in [*first, *((answers.get(name), False) for name in WISHES[1:])] if words]


class NotHeard(Question):
    """Why the adult was not heard, and when they will be asked again."""

    title = "Why the adult was not heard"

    not_heard_because = OneOf(
        "Why was the adult not heard?", NotHeardBecause, short="Why not heard", missing="Select why the adult was not heard"
    )
    not_heard_words = LongText("What happened?", required=False, rows=3, short="What happened")
    ask_again_on = DayMonthYear(
        "When will you ask again?", required=False, not_past=True, short="Ask again on",
        hint="This puts a reminder on the case. If you will not ask again, leave it blank and write why above.",
    )  # fmt: skip

    def clean(self) -> dict:
        said = super().clean()
        if "ask_again_on" not in self.errors and not said.get("ask_again_on") and not said.get("not_heard_words"):
            self.add_error("ask_again_on", "Enter the day you will ask again, or write above why you will not")
        return said


class CorrectConversation(Question):
    """A slip in what was written down, put right; what was written before is kept."""

    title = "Correct what was written down"
    intro = "What was written before stays on the record as an earlier version. To change what the adult wants, change the wish instead."
    submit = "Save the correction"

    correction = LongText("Why are you correcting this?", rows=2, short="Why", missing="Write why you are correcting this")
    held_at = Moment("When was it?", not_future=True, short="When it was")
    stage = FromList("At what point was it?", Stage, required=False, blank="Not recorded")
    method = FromList("How did you talk?", Method, required=False, blank="Not recorded")
    alone = OneOf("Was the adult alone with you?", Alone, required=False)
    alone_because = LongText("Why were they not alone?", required=False, rows=2)
    present = LongText("Who else was there?", required=False, rows=3, hint="One name or role on each line")
    safe_place = OneOf("Was it a safe place for them to talk?", Answer, required=False, inline=True)
    place = ShortText("Where was it?", required=False)
    support_used = LongText("What helped them to take part?", required=False, rows=2)
    what_was_asked = LongText("What did you ask?", required=False, rows=2)
    words = LongText("What did they say or show?", required=False, rows=8, hint=IN_THEIR_WORDS)
    interpretation = LongText("What do you make of it?", required=False, rows=4)
    not_heard_because = FromList("Why was the adult not heard?", NotHeardBecause, required=False, blank="They were heard")
    not_heard_words = LongText("What happened?", required=False, rows=3)
    ask_again_on = DayMonthYear("When will you ask again?", required=False)


def lines(text: str) -> list[str]:
    """Each line that holds something, without the spaces around it."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
