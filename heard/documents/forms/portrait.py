"""Which face stands beside a worker's name?"""

from django import forms
from django.forms import BoundField

from heard.documents.faces import NoFace, face_from
from heard.govuk.fields.parts import labelled, set_up
from heard.govuk.forms import Question


class PictureFile(forms.FileField):
    """A photograph to upload; the answer is the small face made of it."""

    def __init__(self, label: str, *, hint: str = "", missing: str = "", **more):
        super().__init__(label=label, help_text=hint, **more)
        self.error_messages |= {"invalid": missing, "empty": "The file is empty. Choose another"}
        set_up(self, short="", missing=missing, nothing=None)

    def clean(self, data, initial=None) -> bytes:
        file = super().clean(data, initial)
        try:
            return face_from(file.read())
        except NoFace as no:
            raise forms.ValidationError(str(no)) from no

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """The file upload component and its parameters."""
        return "file_upload", {**labelled(bound, heading), "attributes": {"accept": "image/jpeg,image/png"}}

    def anchor(self, bound: BoundField) -> str:
        """Where the error summary's link goes."""
        return bound.auto_id

    def has_chosen(self, answer, value) -> bool:
        """No answer of this one asks for another."""
        return False


class MyPicture(Question):
    """The worker's own picture."""

    title = "Your picture"
    submit = "Show this picture"

    picture = PictureFile(
        "A photograph of your face", missing="Choose a photograph",
        hint="JPEG or PNG, at most 8 MB. The middle of it is kept, small. Where and when it was taken is not kept.",
    )  # fmt: skip
