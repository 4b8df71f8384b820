"""What do all fields share: label, hint, error, and where an error points?"""

from django import forms
from django.forms import BoundField


def set_up(field: forms.Field, *, short: str, missing: str, nothing) -> None:
    """Give a field the short label used on "check your answers", its own words for "not answered", and its blank value."""
    field.short = short
    field.nothing = nothing
    field.error_messages["required"] = missing or (f"Enter {_mid_sentence(short)}" if short else f"Answer ‘{field.label}’")


def _mid_sentence(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def name_in_errors(bound_or_field) -> str:
    """What an error message calls the field: its short label, else its label."""
    field = getattr(bound_or_field, "field", bound_or_field)
    return field.short or str(field.label)


def described(bound: BoundField) -> dict:
    """Component parameters for the hint and the error, where there are any."""
    said = {}
    if bound.help_text:
        said["hint"] = {"text": bound.help_text}
    if bound.errors:
        said["errorMessage"] = {"text": " ".join(bound.errors)}
    return said


def labelled(bound: BoundField, heading: bool) -> dict:
    """Component parameters of a field with one input: its label, perhaps as the page's h1."""
    label = {"text": bound.label}
    if heading:
        label |= {"isPageHeading": True, "classes": "govuk-label--l"}
    else:
        label["classes"] = "govuk-label--s"
    return {"id": bound.auto_id, "name": bound.html_name, "label": label, **described(bound)}


def grouped(bound: BoundField, heading: bool) -> dict:
    """Component parameters of a field with several inputs: its legend, perhaps as the page's h1."""
    size = "l" if heading else "s"
    legend = {"text": bound.label, "classes": f"govuk-fieldset__legend--{size}", "isPageHeading": heading}
    return {"fieldset": {"legend": legend}, **described(bound)}
