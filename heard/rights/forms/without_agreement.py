"""What is asked where something is done without the adult's agreement, and when the adult is told?"""

from heard.govuk.fields import DayMonthYear, LongText, OneOf, ShortText, YesNo
from heard.govuk.forms import Question
from heard.rights.forms.lawful_basis import HINTS, WITHOUT_CONSENT
from heard.rules.vocabulary.answers import YesNo as YesOrNo
from heard.rules.vocabulary.concern import Ground

TO_FOLLOW = "to-follow"
FOLLOWS = (TO_FOLLOW, "It is urgent, so the assessment is to follow")


class ActWithoutAgreement(Question):
    """The decision whole. ``answers["assessments"]`` are pairs of id and words to choose from; ``about`` is the adult."""

    learn = "consent"
    title = "Acting without the adult’s agreement"
    submit = "Save this decision"

    ground = OneOf(
        "On what ground?", Ground, missing="Choose the ground for acting without the adult’s agreement",
        conditional={Ground.BEST_INTERESTS: "assessment"},
    )  # fmt: skip
    assessment = OneOf(
        "Which assessment found that they could not make this decision?", [FOLLOWS], required=False,
        conditional={TO_FOLLOW: "assessment_to_follow_by"},
        hint="A capacity assessment is about one decision at one time. Without one, Heard shows that it is owed.",
    )  # fmt: skip
    assessment_to_follow_by = DayMonthYear("By when will it follow?", short="The day by which the assessment follows")
    ground_words = LongText("What does the ground rest on, in this case?", rows=3, missing="Write what the ground rests on, in this case")
    lawful_basis = OneOf(
        "What is the lawful basis?", WITHOUT_CONSENT, hints=HINTS, missing="Choose the lawful basis",
        hint="This is not the same as the adult’s agreement, and not the same as the ground.",
    )  # fmt: skip
    proportionality = LongText(
        "Why is it proportionate?", rows=4, missing="Write why it is proportionate",
        hint="What harm it prevents, what it costs the adult, and why nothing smaller would do.",
    )  # fmt: skip
    decided_by_name = ShortText("Who decided?", short="Who decided", missing="Name who decided")
    decided_on = DayMonthYear("When?", short="The day of the decision", missing="Enter the day of the decision", not_future=True)
    was_told = YesNo(
        "Has the adult been told?", missing="Say whether the adult has been told",
        conditional={YesOrNo.YES: "told_how", YesOrNo.NO: "not_told_because"},
    )  # fmt: skip
    told_how = LongText("How were they told, and what did they say?", rows=3, missing="Write how they were told")
    not_told_because = LongText("Why not yet?", rows=3, missing="Write why they have not been told yet")
    told_day = DayMonthYear(
        "When were they told, or by when will they be?", short="The day they were told, or will be told by",
        missing="Enter the day on which they were told, or by which they will be",
        hint="If it is not safe to tell them, enter the day on which you will look at it again.",
    )  # fmt: skip
    because = LongText("Why is this decision changed?", required=False, rows=2)

    def adapt(self) -> None:
        """Offer the assessments there are; ask why only where a decision is changed; ask for no day of an adult who has died."""
        self.fields["assessment"].choices = [*self.answers.get("assessments", []), FOLLOWS]
        if not self.answers.get("is_change"):
            del self.fields["because"]
        if self.about is not None and self.about.death_date:
            self.fields["told_day"].required = False

    def given(self) -> dict:
        """The answers as ``act_without_agreement`` takes them, the assessment as its id or None."""
        answers = dict(self.cleaned_data)
        told_day, chosen = answers.pop("told_day"), answers.pop("assessment")
        was_told = answers["was_told"] == YesOrNo.YES
        days = {"told_on": told_day if was_told else None, "tell_by": None if was_told else told_day}
        return {**answers, **days, "assessment": chosen if chosen and chosen != TO_FOLLOW else None}


class AdultTold(Question):
    """The adult has been told: when and how."""

    title = "The adult has been told"
    submit = "Save"

    told_on = DayMonthYear("When were they told?", short="The day they were told", missing="Enter the day they were told", not_future=True)
    told_how = LongText(
        "How were they told, and what did they say?", rows=5, missing="Write how they were told",
        hint="Who told them, where, who else was there, and the adult’s own words.",
    )  # fmt: skip
