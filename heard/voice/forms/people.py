"""Whom does this concern: somebody in the adult's life already, or somebody new?"""

from collections.abc import Iterable

from django import forms
from django.forms import BoundField

from heard.cases.models import Case
from heard.govuk.fields import OneOf
from heard.govuk.fields.dates import Parts
from heard.govuk.fields.parts import grouped, set_up
from heard.people.actions import add_network_member
from heard.people.models import NetworkMember

NOBODY, NEW = "nobody", "new"


class NameAndWho(forms.Field):
    """A name and who they are to the adult, side by side. The answer is a dict of the two, or None."""

    parts = ("name", "who")

    def __init__(self, label: str = "Who is it?", **more):
        super().__init__(label=label, widget=Parts(self.parts), required=False, **more)
        set_up(self, short="Their name", missing="", nothing=None)

    def clean(self, value) -> dict[str, str]:
        typed = value or {}
        if not typed.get("name"):
            raise forms.ValidationError("Enter their name, or how the adult calls them")
        if max(len(part) for part in typed.values()) > 200:
            raise forms.ValidationError("Name and who they are must each be 200 characters or fewer")
        return {"name": typed["name"], "relationship": typed.get("who", "")}

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """Two text inputs in one group, which the date input component draws."""
        typed = bound.value() or {}
        labels = {"name": "Name", "who": "Who they are to the adult"}
        wrong = " govuk-input--error" if bound.errors else ""
        items = [
            {
                "name": f"{bound.html_name}-{part}", "id": f"{bound.auto_id}-{part}", "label": labels[part], "inputmode": "text",
                "value": typed.get(part, ""), "classes": f"govuk-input--width-10{wrong if part == 'name' else ''}",
            }
            for part in self.parts
        ]  # fmt: skip
        return "date_input", {"id": bound.auto_id, "items": items, **grouped(bound, heading)}

    def anchor(self, bound: BoundField) -> str:
        """Where the error summary's link goes."""
        return f"{bound.auto_id}-name"

    def display(self, value) -> str:
        return ", ".join(part for part in (value or {}).values() if part)


def described(member: NetworkMember) -> str:
    """Their name and who they are to the adult."""
    return ", ".join(part for part in (member.name, member.relationship) if part)


def who_it_concerns(label: str, new_field: str = "new_member") -> OneOf:
    """The radios; ``offer`` fills in the people once the case is known."""
    return OneOf(label, [], required=False, conditional={NEW: new_field})


def offer(field: OneOf, members: Iterable[NetworkMember], *, nobody: bool = True) -> None:
    """Offer these people, somebody new and, where it makes sense, nobody."""
    listed = [(str(one.pk), described(one)) for one in members]
    field.choices = [*listed, *([(NOBODY, "Nobody in particular")] if nobody else []), (NEW, "Somebody not listed")]
    field.divider_before = (NOBODY if nobody else NEW) if listed else ""


def member_chosen(case: Case, said: dict, *, by, **more) -> NetworkMember | None:
    """The person chosen in the form's answers, added to the network first where they are new; None for nobody."""
    if said["concerns"] == NEW and said["new_member"]:
        return add_network_member(person=case.person, by=by, **said["new_member"], **more)
    return next((one for one in case.members if str(one.pk) == said["concerns"]), None)
