"""What is asked about substantial difficulty in being involved?"""

from heard.govuk.fields import DayMonthYear, LongText, YesNoNotKnown
from heard.govuk.forms import Question
from heard.rules.vocabulary.rights import DifficultyArea


def _area(area: DifficultyArea, question: str) -> YesNoNotKnown:
    inside = {"yes": f"{area.name.lower()}_words"}
    return YesNoNotKnown(question, short=area.label, conditional=inside, missing=f"Select an answer about {area.label.lower()}")


def _words() -> LongText:
    return LongText("What is hard, in the adult’s words or as you saw it", required=False, rows=2)


class Difficulty(Question):
    """Adjustments first, then the four areas. Not a question about capacity."""

    learn = "advocacy"
    title = "Would the adult have difficulty taking part?"
    submit = "Save this answer"

    adjustments_tried = LongText(
        "What was tried first to make it easier?", required=False, rows=3, short="What was tried first",
        hint="For example, an interpreter, Easy Read, pictures, a quiet room, a better time of day",
    )  # fmt: skip
    understanding = _area(DifficultyArea.UNDERSTANDING, "Is it very hard for them to understand the information that matters?")
    understanding_words = _words()
    retaining = _area(DifficultyArea.RETAINING, "Is it very hard for them to keep that information in mind?")
    retaining_words = _words()
    using = _area(DifficultyArea.USING, "Is it very hard for them to use or weigh it as part of being involved?")
    using_words = _words()
    communicating = _area(DifficultyArea.COMMUNICATING, "Is it very hard for them to say or show their views, wishes or feelings?")
    communicating_words = _words()
    considered_on = DayMonthYear("When was this considered?", not_future=True)
    because = LongText("What has changed since the last answer?", required=False, rows=2)

    def adapt(self) -> None:
        if not self.about:
            del self.fields["because"]

    def areas(self) -> dict[str, dict[str, str]]:
        """Answer and words for each area."""
        said = self.cleaned_data
        return {
            area.value: {"answer": str(said[area.name.lower()]), "words": said[f"{area.name.lower()}_words"]} for area in DifficultyArea
        }


def as_asked(areas: dict[str, dict[str, str]]) -> dict[str, str]:
    """The answers kept, as the form asks them."""
    kept = {area.name.lower(): areas.get(area, {}) for area in DifficultyArea}
    return {f"{name}{end}": one.get(key, "") for name, one in kept.items() for end, key in (("", "answer"), ("_words", "words"))}
