"""What is asked while a concern is triaged?"""

from heard.govuk.fields import DayMonthYear, FromList, LongText, OneOf, ShortText, YesNo, YesNoNotKnown
from heard.govuk.forms import Question
from heard.rules.section_42_answers import PART_NAMES, needs_follow_up
from heard.rules.vocabulary.adult import SupportReason
from heard.rules.vocabulary.concern import Agreement, Ground

AS_SAID = "as-said"
BECAUSE = {"needs_care_and_support": "needs_because", "at_risk": "at_risk_because", "cannot_protect_self": "cannot_protect_because"}
_NOT_PROOF = "Reasonable cause to suspect is enough. It does not have to be proved."


class Section42AnswersForm(Question):
    """The three parts of section 42(1), each with its reason, and the two things about the adult that the duty rests on."""

    learn = "quality-and-safeguarding"
    title = "Does the council have a duty to make enquiries?"
    intro = f"{_NOT_PROOF} You can leave a question for later, or answer “Not yet known” and say when you will come back to it."
    submit = "Save answers"
    is_18_or_over = YesNoNotKnown("Is the adult 18 or over?", required=False, inline=True)
    adult_is_here = YesNoNotKnown(
        "Is the adult in this council’s area now?", required=False, inline=True,
        hint="Where they are today, even if they live somewhere else. Where the abuse happened is asked on another page.",
    )  # fmt: skip
    needs_care_and_support = YesNoNotKnown(
        "Does the adult have needs for care and support?", required=False, inline=True,
        hint="Section 42(1)(a). Whether or not the council meets any of them.",
    )  # fmt: skip
    needs_because = LongText("Why do you say that about their needs?", required=False, rows=3)
    at_risk = YesNoNotKnown(
        "Is the adult experiencing, or at risk of, abuse or neglect?", required=False, inline=True, hint="Section 42(1)(b)."
    )
    at_risk_because = LongText("Why do you say that about abuse or neglect?", required=False, rows=3)
    cannot_protect_self = YesNoNotKnown(
        "Because of their needs, is the adult unable to protect themselves?", required=False, inline=True,
        hint="Section 42(1)(c). Yes means that they are not able to.",
    )  # fmt: skip
    cannot_protect_because = LongText("Why do you say that about protecting themselves?", required=False, rows=3)
    follow_up_on = DayMonthYear(
        "When will you come back to what is not yet known?", required=False, not_past=True, short="The day you will come back",
        hint="Only needed where an answer is “Not yet known”.",
    )  # fmt: skip
    because = ShortText("What has changed since the last answers?", required=False, max_length=2000)

    def adapt(self) -> None:
        if not self.initial.get("at_risk"):
            del self.fields["because"]

    def given(self) -> dict[str, str]:
        """The answers of a valid form, by part."""
        return {name: str(self.cleaned_data.get(name) or "") for name in (*BECAUSE, "adult_is_here", "is_18_or_over")}

    def reasons(self) -> dict[str, str]:
        """The reasons of a valid form, by part."""
        return {part: self.cleaned_data.get(field) or "" for part, field in BECAUSE.items()}

    def clean(self) -> dict:
        for part, field in BECAUSE.items():
            if self.cleaned_data.get(part) and not self.cleaned_data.get(field) and field not in self.errors:
                self.add_error(field, f"Say why you answered as you did about {PART_NAMES[part]}")
        if needs_follow_up(self.given()) and not self.cleaned_data.get("follow_up_on") and "follow_up_on" not in self.errors:
            self.add_error("follow_up_on", "Enter the day you will come back to what is not yet known")
        if not any(self.given().values()) and not self.errors:
            self.add_error("is_18_or_over", "Answer at least one question")
        return self.cleaned_data


class SettleAgreementForm(Question):
    """Why this goes on without the adult's agreement, where whoever raised it did not know; and what the adult has said since."""

    title = "The adult’s agreement"
    submit = "Save"
    since = OneOf(
        "Has anybody asked the adult since?", [
            (AS_SAID, "No, or not yet"),
            (Agreement.AGREED, "Yes, and they agree to this going on"),
            (Agreement.REFUSED, "Yes, and they do not want this to go on"),
        ], missing="Select whether anybody has asked the adult since",
    )  # fmt: skip
    ground = FromList(
        "Why does this go on without their agreement?", Ground, required=False, blank="Choose a reason",
        hint="“They lack capacity to decide this” is only for somebody whose capacity to make this one decision has been assessed.",
    )  # fmt: skip
    ground_words = LongText("What is that reason based on?", required=False, rows=3)

    def clean(self) -> dict:
        if self.cleaned_data.get("since") not in (Agreement.AGREED, "", None) and not self.cleaned_data.get("ground"):
            self.add_error("ground", "Choose why this goes on without their agreement")
        return self.cleaned_data


class WhatIsCountedForm(Question):
    """Two facts for the yearly return. Neither has any part in the duty."""

    title = "For the yearly return"
    intro = "These two answers decide only what the yearly return counts. They change nothing about what the council must do for the adult."
    submit = "Save"
    in_area = YesNo(
        "Did the abuse or neglect happen in this council’s area?", required=False,
        hint="A concern about something that happened elsewhere is counted by the council there. Leave blank if nobody knows.",
    )  # fmt: skip
    primary_support_reason = FromList(
        "What is the adult’s main reason for support?", SupportReason, required=False, blank="Not recorded", hint="Optional."
    )


class UndoLinkForm(Question):
    """Why a link to a person was wrong."""

    title = "Undo the link to this person"
    intro = "The concern goes back to the record it was made with. You can link it to somebody else afterwards."
    submit = "Undo the link"
    because = LongText("Why was the link wrong?", rows=3, missing="Say why the link was wrong")


class ConcernInErrorForm(Question):
    """Why a concern should not be here."""

    title = "Mark this concern as recorded in error"
    intro = "The concern is hidden from the case. It is kept in the audit, with everybody who has seen it."
    submit = "Mark as recorded in error"
    because = LongText("Why was it recorded in error?", rows=3, missing="Say why it was recorded in error")
