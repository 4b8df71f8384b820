"""What is asked about the return?"""

from heard.govuk.fields import LongText, Tick
from heard.govuk.forms import Question


class Explain(Question):
    """Why what a check found is right."""

    submit = "Keep this explanation"

    words = LongText(
        "Why is this right, or what is being done about it?",
        hint="It goes out with the return. Name nobody. What was written before is kept.",
        rows=6, max_length=4000, missing="Write why this is right, or what is being done about it",
    )  # fmt: skip


class SignOff(Question):
    """That the return is right, as it is now. ``about`` is the one signed before, or None."""

    submit = "Sign off the return"

    words = LongText("Anything to say with it", required=False, rows=4, max_length=4000, hint="Name nobody.")
    sure = Tick(
        "Before you sign", "I have looked at the figures, and at what the checks found",
        missing="Tick the box once you have looked at the figures and the checks",
    )  # fmt: skip

    def adapt(self) -> None:
        """A resubmission says what has changed."""
        if self.about:
            field = self.fields["words"]
            field.label, field.required = "What has changed since it was signed before, and why?", True
            field.error_messages["required"] = "Write what has changed since it was signed before, and why"
