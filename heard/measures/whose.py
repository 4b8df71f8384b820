"""Whose figures may somebody see, and exactly or under disclosure control?"""

from dataclasses import dataclass

from heard.accounts.models import Authority
from heard.accounts.permissions import Permission, may

MINE, COUNCIL = "mine", "council"


@dataclass(frozen=True)
class Whose:
    """A choice on the figures page. ``exact`` only for the reader's own cases, which they could count themselves."""

    key: str
    label: str
    authority: Authority
    exact: bool = False


def whose_figures(user, asked_for: str) -> tuple[Whose, list[Whose]]:
    """The figures asked for, or the first that this user may see; and every choice they have. One query.

    Those who open cases have their own, and the whole council's under disclosure control. An analyst has the council's, and those of
    the other authorities their account names.
    """
    own = user.authority
    choices = [Whose(MINE, "Cases I can open", own, exact=True)] if may(user, Permission.SEE_CASES) else []
    choices.append(Whose(COUNCIL, own.name, own))
    if not may(user, Permission.SEE_CASES):
        choices += [Whose(other.slug, other.name, other) for other in user.figures_of.exclude(pk=own.pk).order_by("name")]
    return next((one for one in choices if one.key == asked_for), choices[0]), choices
