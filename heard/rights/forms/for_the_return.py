"""What is asked about capacity and support in an enquiry, for the return?"""

from heard.govuk.fields import AnyOf, LongText, ShortText, YesNoNotKnown
from heard.govuk.forms import Question
from heard.rules.capacity_for_the_enquiry import may_answer
from heard.rules.support_in_enquiry import supporters
from heard.rules.vocabulary.enquiry import SupportedBy


class CapacityAnswer(Question):
    """The enquiry's answer, asked the positive way round so that yes and no cannot be transposed.

    ``about`` is what the assessments of decisions about the enquiry suggest.
    """

    learn = "mental-capacity"
    title = "Capacity, for this enquiry"
    submit = "Save this answer"

    had_capacity = YesNoNotKnown(
        "Did the adult have capacity to make the decisions about this enquiry?", missing="Select whether the adult had capacity",
        hints={
            "yes": "They could make these decisions themselves, with support where they needed it.",
            "no": "They lacked capacity to make these decisions.",
            "not-known": "Somebody has considered it and it is not known.",
        },
    )  # fmt: skip
    answered_by_name = ShortText("Whose answer is this?", short="Whose answer this is", missing="Enter the name of whose answer this is")
    because = LongText("What is it based on?", required=False, rows=3, hint="For example, the assessment and its date")

    def adapt(self) -> None:
        if self.about and self.about.answer:
            self.fields["because"].label = "If your answer is not what the assessments say, why is it different?"
            self.fields["because"].help_text = ""

    def clean(self) -> dict:
        said = super().clean()
        given = {"answer": said.get("had_capacity") or "", "because": said.get("because") or ""}
        if not self.errors and self.about and not (decision := may_answer(suggested=self.about.answer, **given)):
            self.add_error("because", decision.because[0])
        return said


class SupportAnswer(Question):
    """Who supported or represented the adult."""

    learn = "advocacy"
    title = "Who supported the adult in this enquiry?"
    submit = "Save this answer"

    supported_by = AnyOf(
        "Choose everybody who supported or represented the adult", SupportedBy, none_of_these=SupportedBy.NONE,
        missing=supporters([]).because[0],
    )  # fmt: skip
    because = LongText("Anything to add", required=False, rows=2)
