"""Whose return may somebody see, and exactly or under disclosure control?"""

from dataclasses import dataclass

from heard.accounts.models import Authority
from heard.accounts.permissions import Permission, may


@dataclass(frozen=True)
class Reader:
    """What somebody may see of a return. ``is_exact`` for who signs it off, who has to see what is sent; ``may_open`` for who may open the
    cases in their own scope behind a cell; everybody else sees figures under disclosure control."""

    authority: Authority
    choices: tuple[Authority, ...]
    is_exact: bool = False
    may_open: bool = False

    @property
    def key(self) -> str:
        """What names the authority in an address; blank for the reader's own."""
        return "" if self.authority == self.choices[0] else self.authority.slug


def reader_of(user, asked_for: str) -> Reader:
    """What this user may see. An analyst also sees the returns of the other authorities that their account names. One query at most."""
    own = user.authority
    if may(user, Permission.SEE_CASES):
        return Reader(own, (own,), is_exact=may(user, Permission.SIGN_OFF_RETURN), may_open=True)
    choices = (own, *user.figures_of.exclude(pk=own.pk).order_by("name"))
    return Reader(next((one for one in choices if one.slug == asked_for), own), choices)
