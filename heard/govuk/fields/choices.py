"""How is a person asked to choose?"""

from collections.abc import Iterable, Mapping

from django import forms
from django.forms import BoundField

from heard.govuk.fields.parts import grouped, labelled, set_up
from heard.rules.labelled import Labelled
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.answers import YesNo as YesOrNo

Choices = type[Labelled] | Iterable[tuple[str, str]]
NOT_LISTED = "Choose one of the answers shown"


class OneOf(forms.Field):
    """Radios over a vocabulary or (value, label) pairs. The answer is the vocabulary's member, or the value; "" for none.

    ``hints``: value -> hint. ``conditional``: value -> name of the field asked only with that answer. ``labels``: value -> other
    words for it. ``divider_before``: the value that follows an "or". ``inline`` for two short answers.
    """

    widget = forms.RadioSelect

    def __init__(
        self,
        label: str,
        choices: Choices,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        short: str = "",
        hints: Mapping | None = None,
        conditional: Mapping | None = None,
        labels: Mapping | None = None,
        divider_before: str = "",
        inline: bool = False,
        **more,
    ):
        super().__init__(label=label, help_text=hint, required=required, **more)
        set_up(self, short=short, missing=missing or f"Select an answer to ‘{label}’", nothing="")
        self.choices = choices
        self.hints, self.conditional, self.labels = dict(hints or {}), dict(conditional or {}), dict(labels or {})
        self.divider_before, self.inline = divider_before, inline

    @property
    def options(self) -> list[tuple[str, str]]:
        """Pairs of value and the words shown for it."""
        pairs = self.choices.choices() if isinstance(self.choices, type) else self.choices
        return [(str(value), self.labels.get(value, label)) for value, label in pairs]

    def member(self, value: str):
        """The answer that a posted value stands for; refuses one that was not offered."""
        if value not in dict(self.options):
            raise forms.ValidationError(NOT_LISTED)
        return self.choices(value) if isinstance(self.choices, type) else value

    def to_python(self, value):
        return self.member(str(value)) if value not in self.empty_values else ""

    def has_chosen(self, answer, value) -> bool:
        """Whether this answer is, or includes, the value."""
        return answer == value

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """The radios component and its parameters."""
        params = {"idPrefix": bound.auto_id, "name": bound.html_name, "items": self._items(bound), **grouped(bound, heading)}
        return "radios", params | ({"classes": "govuk-radios--inline"} if self.inline else {})

    def _items(self, bound: BoundField) -> list[dict]:
        chosen = bound.value()
        chosen = {str(one) for one in (chosen if isinstance(chosen, list | tuple | set) else [chosen])}
        items = []
        for value, label in self.options:
            if value == self.divider_before:
                items.append({"divider": "or"})
            item = {"value": value, "text": label, "checked": value in chosen}
            if value in self.hints:
                item["hint"] = {"text": self.hints[value]}
            if self.conditional.get(value) in bound.form.fields:
                item["reveals"] = self.conditional[value]
            items.append(item)
        return items

    def anchor(self, bound: BoundField) -> str:
        """Where the error summary's link goes: the first answer."""
        return bound.auto_id

    def display(self, value) -> str:
        """The answer in words, for "check your answers"."""
        return dict(self.options).get(str(value), "") if value else ""


class AnyOf(OneOf):
    """Checkboxes. The answer is a list, empty for none. ``none_of_these`` is the value that excludes the others."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: str, choices: Choices, *, none_of_these: str = "", **more):
        super().__init__(label, choices, **more)
        self.none_of_these, self.nothing = none_of_these, []
        self.divider_before = self.divider_before or none_of_these

    def to_python(self, value) -> list:
        return [self.member(str(one)) for one in value or []]

    def clean(self, value) -> list:
        chosen = super().clean(value)
        if self.none_of_these in chosen and len(chosen) > 1:
            raise forms.ValidationError(f"Select answers, or ‘{dict(self.options)[self.none_of_these]}’, not both")
        return chosen

    def has_chosen(self, answer, value) -> bool:
        return value in (answer or [])

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """The checkboxes component and its parameters."""
        items = self._items(bound)
        for item in items:
            if self.none_of_these and item.get("value") == self.none_of_these:
                item["behaviour"] = "exclusive"
        return "checkboxes", {"idPrefix": bound.auto_id, "name": bound.html_name, "items": items, **grouped(bound, heading)}

    def display(self, value) -> str:
        return ", ".join(dict(self.options).get(str(one), "") for one in value or [])


class FromList(OneOf):
    """A drop-down, for lists too long for radios (teams, colleagues). ``blank`` is shown until one is chosen."""

    widget = forms.Select

    def __init__(self, label: str, choices: Choices, *, blank: str = "Choose one", **more):
        super().__init__(label, choices, **more)
        self.blank = blank

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """The select component and its parameters."""
        items = [{"value": "", "text": self.blank}]
        items += [{"value": v, "text": label, "selected": v == str(bound.value())} for v, label in self.options]
        return "select", {**labelled(bound, heading), "items": items}


class Tick(AnyOf):
    """One box to tick. The answer is True or False; ``required`` means that it must be ticked."""

    def __init__(self, label: str, text: str, **more):
        super().__init__(label, [("yes", text)], **more)
        self.nothing = False

    def clean(self, value) -> bool:
        return bool(super().clean(value))

    def has_chosen(self, answer, value) -> bool:
        return bool(answer)

    def display(self, value) -> str:
        return "Yes" if value else "No"


class YesNo(OneOf):
    """Yes or no."""

    def __init__(self, label: str, **more):
        super().__init__(label, YesOrNo, **({"inline": not more.get("conditional")} | more))


class YesNoNotKnown(OneOf):
    """Yes, no, or not known; ``not_known`` is how that is put, "I don't know" to the public."""

    def __init__(self, label: str, *, not_known: str = Answer.NOT_KNOWN.label, **more):
        super().__init__(label, Answer, **({"labels": {Answer.NOT_KNOWN: not_known}} | more))
