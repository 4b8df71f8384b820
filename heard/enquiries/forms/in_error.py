"""Why was this recorded in error, or why not after all?"""

from heard.govuk.fields import LongText
from heard.govuk.forms import Question


class RecordedInError(Question):
    """Why a record does not belong on this file."""

    title = "Mark as recorded in error"
    submit = "Mark as recorded in error"
    because = LongText(
        "Why was this recorded in error?", missing="Say why this was recorded in error", rows=3,
        hint="For instance: it is about another adult. Do not name the other adult here.",
    )  # fmt: skip


class NotInError(Question):
    """Why a record belongs on this file after all."""

    title = "Take away the mark ‘recorded in error’"
    submit = "Put it back on the case"
    because = LongText("Why does it belong here after all?", missing="Say why it belongs here after all", rows=3)
