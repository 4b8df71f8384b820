"""How is a person asked to write something?"""

import re

from django import forms
from django.forms import BoundField

from heard.govuk.fields.parts import labelled, set_up

LONGEST = 50_000  # characters in one long answer: some thirty pages, so that nobody's account is cut short


class ShortText(forms.CharField):
    """One line. ``width`` is the design system's: 2, 3, 4, 5, 10, 20, 30 characters, or a fraction like "one-half"."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        short: str = "",
        width: int | str = "",
        autocomplete: str = "",
        max_length: int = 200,
        **more,
    ):
        super().__init__(label=label, help_text=hint, required=required, max_length=max_length, **more)
        self.error_messages["max_length"] = f"{short or 'This answer'} must be {max_length} characters or fewer"
        self.width, self.autocomplete = width, autocomplete
        set_up(self, short=short, missing=missing, nothing="")

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """The input component and its parameters."""
        value = bound.value()
        params = {**labelled(bound, heading), "value": "" if value is None else str(value), "classes": self._width()}
        if self.autocomplete:
            params["autocomplete"] = self.autocomplete
        return "input", params | self.looks()

    def looks(self) -> dict:
        """What else the input component is told; kinds of text override this."""
        return {}

    def _width(self) -> str:
        if not self.width:
            return ""
        return f"govuk-input--width-{self.width}" if isinstance(self.width, int) else f"govuk-!-width-{self.width}"

    def anchor(self, bound: BoundField) -> str:
        """Where the error summary's link goes."""
        return bound.auto_id

    def display(self, value) -> str:
        """The answer in words, for "check your answers"."""
        return "" if value is None else str(value)


class LongText(ShortText):
    """Several lines. ``max_length`` shows a count only when ``counted``; line ends are kept as typed."""

    def __init__(self, label: str, *, rows: int = 5, counted: bool = False, max_length: int = LONGEST, **more):
        super().__init__(label, max_length=max_length, **more)
        self.rows, self.counted = rows, counted
        self.widget = forms.Textarea()

    def to_python(self, value) -> str:
        return super().to_python(value).replace("\r\n", "\n")

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """The textarea component, or character count where the length is shown."""
        params = {**labelled(bound, heading), "value": bound.value() or "", "rows": self.rows}
        return ("character_count", {**params, "maxlength": self.max_length}) if self.counted else ("textarea", params)


class Telephone(ShortText):
    """A telephone number as written; at least seven digits, words such as "ext" or "after 6" allowed."""

    def __init__(self, label: str, *, width: int | str = 20, max_length: int = 100, **more):
        super().__init__(label, width=width, max_length=max_length, **more)

    def clean(self, value) -> str:
        cleaned = super().clean(value)
        if cleaned and len(re.sub(r"\D", "", cleaned)) < 7:
            raise forms.ValidationError("Enter a telephone number, like 01632 960 001 or 07700 900 982")
        return cleaned

    def looks(self) -> dict:
        return {"type": "tel"}


class Email(ShortText):
    """An e-mail address."""

    def __init__(self, label: str, *, max_length: int = 254, **more):
        super().__init__(label, max_length=max_length, **more)

    def clean(self, value) -> str:
        cleaned = super().clean(value)
        if cleaned and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", cleaned):
            raise forms.ValidationError("Enter an email address in the correct format, like name@example.com")
        return cleaned

    def looks(self) -> dict:
        return {"type": "email", "spellcheck": False}


class Number(ShortText):
    """A whole number between ``least`` and ``most``."""

    def __init__(self, label: str, *, least: int = 0, most: int = 1_000_000, width: int | str = 5, **more):
        super().__init__(label, width=width, **more)
        self.least, self.most = least, most
        self.nothing = None

    def clean(self, value) -> int | None:
        text = super().clean(value).replace(",", "")
        if not text:
            return None
        if not re.fullmatch(r"-?[0-9]{1,12}", text):
            raise forms.ValidationError(f"{self.short or self.label} must be a whole number")
        if not self.least <= int(text) <= self.most:
            raise forms.ValidationError(f"{self.short or self.label} must be between {self.least:,} and {self.most:,}")
        return int(text)

    def looks(self) -> dict:
        return {"inputmode": "numeric", "spellcheck": False}


class Secret(ShortText):
    """A password: never shown again after it is sent, spaces kept."""

    def __init__(self, label: str, *, autocomplete: str = "current-password", max_length: int = 1000, **more):
        super().__init__(label, autocomplete=autocomplete, max_length=max_length, strip=False, **more)

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """The password component, always empty."""
        return "password_input", {**labelled(bound, heading), "autocomplete": self.autocomplete}

    def display(self, value) -> str:
        return "Not shown"
