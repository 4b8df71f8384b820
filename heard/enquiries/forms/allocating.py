"""Who is to lead the enquiry?"""

from django import forms

from heard.govuk.fields import FromList, LongText
from heard.govuk.forms import Question
from heard.rules.labelled import label_of
from heard.rules.vocabulary.people_who_use_heard import Role


def _people(people) -> list[tuple[str, str]]:
    return [(str(one.pk), f"{one.full_name}, {label_of(Role, one.role).lower()}") for one in people]


class Allocate(Question):
    """A manager gives the enquiry to a lead and a team. ``answers`` hold the people and the teams to choose from.

    ``led_by_now`` is the lead whom the page showed, so that a change made meanwhile is not overwritten.
    """

    title = "Who leads this enquiry?"
    submit = "Allocate"
    to = FromList("Lead", (), missing="Choose who leads this enquiry")
    team = FromList("Team", (), hint="Everybody in the team can see the case", missing="Choose the team")
    led_by_now = forms.CharField(required=False, widget=forms.HiddenInput)
    note = LongText("Note for them", required=False, rows=3, hint="What they need to know first. They see it on the case.")

    def adapt(self) -> None:
        self.fields["to"].choices = _people(self.answers["people"])
        self.fields["team"].choices = [(str(team.pk), team.name) for team in self.answers["teams"]]


class HandOver(Question):
    """The lead gives the enquiry to somebody else, with a note."""

    title = "Hand this enquiry over"
    submit = "Hand over"
    to = FromList("Who takes it on?", (), missing="Choose who takes it on")
    note = LongText(
        "Note for them", missing="Write a note for the person who takes it on",
        hint="What the adult has said so far, what was promised to them, what comes next, so that they need not tell it all again",
    )  # fmt: skip

    def adapt(self) -> None:
        self.fields["to"].choices = _people(self.answers["people"])
