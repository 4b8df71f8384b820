"""What is asked about telling the person who raised a concern?"""

from heard.govuk.fields import AnyOf, DayMonthYear, LongText, OneOf, ShortText
from heard.govuk.forms import Question

TOLD, NOT_TOLD = "told", "not-told"


class TellReferrerForm(Question):
    """What they were told, from the short list, or why not. ``answers`` holds what may be said now, and whether it is the adult's own."""

    title = "Tell the person who raised this concern"
    submit = "Save"
    may_pose_risk = OneOf(
        "Could the person who raised this pose a risk to the adult?",
        [("no", "No, nothing suggests that"), ("yes", "Yes, or I am not sure")],
        missing="Select whether they could pose a risk to the adult",
        hint="If they could, a safeguarding manager decides what they are told.",
    )  # fmt: skip
    outcome = OneOf(
        "What happened?", [(TOLD, "They have been told"), (NOT_TOLD, "They have not been told and will not be")],
        conditional={TOLD: "told", NOT_TOLD: "not_told_because"}, missing="Select whether they have been told",
    )  # fmt: skip
    told = AnyOf(
        "What were they told?", (), missing="Select what they were told",
        hint="Never the adult’s words, where they are, or what came of it.",
    )  # fmt: skip
    not_told_because = LongText("Why were they not told?", rows=3, missing="Say why they were not told")
    told_on = DayMonthYear("When were they told?", required=False, not_future=True, short="The day they were told", hint="Blank for today.")
    how = ShortText("How were they told?", required=False, hint="For example, by phone.", max_length=500)
    more = LongText("Anything more that they were told", required=False, rows=2, hint="Leave blank unless something lets you say it.")
    basis = LongText(
        "What lets you tell them more?", required=False, rows=2,
        hint="For example, that the adult asked you to, in which words and when.",
    )  # fmt: skip

    def adapt(self) -> None:
        self.fields["told"].choices = [(one.value, one.label) for one in self.answers.get("may_say", ())]
        if self.answers.get("to_the_adult"):
            self._to_the_adult()

    def _to_the_adult(self) -> None:
        """Nobody asks whether the adult poses a risk to themselves, nor what lets them hear more about what is theirs."""
        del self.fields["may_pose_risk"], self.fields["basis"]
        self.title = "Tell the adult what happens with their concern"
        self.intro = "They raised it themselves. Reach them only in a way and at a time that is safe for them."
        self.fields["told"].help_text = "In the way that suits them. What happens next can be written below."
        self.fields["more"].label = "What else they were told"
        self.fields["more"].help_text = "For example, who will speak with them and when."

    def clean(self) -> dict:
        if "basis" in self.fields and self.cleaned_data.get("more") and not self.cleaned_data.get("basis"):
            self.add_error("basis", "Say what lets you tell them more than the list")
        return self.cleaned_data

    def is_told(self) -> bool:
        return self.cleaned_data["outcome"] == TOLD
