"""What is somebody asked when they sign in, or when an administrator lets people in?"""

from django import forms
from django.contrib.auth.password_validation import validate_password

from heard.accounts.permissions import ROLE_DESCRIPTIONS
from heard.accounts.queries import email_is_taken, teams_for
from heard.govuk.fields import AnyOf, Email, OneOf, Secret, ShortText
from heard.govuk.forms import Question
from heard.rules.vocabulary.people_who_use_heard import Role

NOT_RECOGNISED = "The email address or the password is not right. Check both, and try again."


class SignIn(Question):
    """The same words whether the address or the password was wrong, so that nobody learns who has an account."""

    title = "Sign in"
    submit = "Sign in"
    email = Email("Email address", autocomplete="username", missing="Enter your email address")
    password = Secret("Password", missing="Enter your password")


class ChoosePassword(Question):
    """The first password, or a new one. ``about`` is the account."""

    title = "Choose a password"
    submit = "Save the password"
    password = Secret(
        "Password", autocomplete="new-password", missing="Enter a password",
        hint="At least 12 characters. Three words that do not belong together are easy to remember and hard to guess.",
    )  # fmt: skip

    def clean_password(self) -> str:
        validate_password(self.cleaned_data["password"], self.about)
        return self.cleaned_data["password"]


class _WhatTheyMayDo(Question):
    role = OneOf(
        "What is their role?", Role, hints={role.value: words for role, words in ROLE_DESCRIPTIONS.items()}, short="Role",
        missing="Select a role",
    )  # fmt: skip
    teams = AnyOf(
        "Which teams are they in?", (), required=False, short="Teams",
        hint="Social workers and managers see the cases of these teams.",
    )  # fmt: skip

    def adapt(self) -> None:
        """Offer the teams of the administrator's own authority; ask nothing where it has none."""
        self.known = {str(team.pk): team for team in teams_for(self.user)}
        self.fields["teams"].choices = [(key, team.name) for key, team in self.known.items()]
        if not self.known:
            del self.fields["teams"]

    def teams_chosen(self) -> list:
        """The teams ticked, as records."""
        return [self.known[key] for key in self.cleaned_data.get("teams", [])]


class AddAccount(_WhatTheyMayDo):
    title = "Add a person"
    full_name = ShortText("Full name", autocomplete="off", missing="Enter their full name")
    email = Email("Work email address", autocomplete="off", missing="Enter their work email address")
    field_order = ("full_name", "email", "role", "teams")

    def clean_email(self) -> str:
        if email_is_taken(self.cleaned_data["email"]):
            raise forms.ValidationError("Somebody already has an account with this email address")
        return self.cleaned_data["email"]


class ChangeAccount(_WhatTheyMayDo):
    title = "Change role and teams"
    submit = "Save"


class AddTeam(Question):
    title = "Add a team"
    submit = "Add the team"
    name = ShortText("What is the team called?", short="Name", missing="Enter the team's name")

    def clean_name(self) -> str:
        if any(team.name.casefold() == self.cleaned_data["name"].strip().casefold() for team in teams_for(self.user)):
            raise forms.ValidationError("There is already a team with this name")
        return self.cleaned_data["name"]
