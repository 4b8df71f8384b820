"""Whose records is a command about?"""

from django.db import transaction
from django.utils.text import slugify

from heard.accounts.models import Authority
from heard.audit.actions import record

NAME_WHERE_NONE_IS_GIVEN = "Council"


class NoSuchAuthority(Exception):
    """The command does not say, or says wrongly, whose records it is about; the message lists the authorities there are."""


def authority_for_command(name: str, *, make: bool) -> Authority | None:
    """The authority of that name, or the only one where no name is given.

    An empty database gets one, named "Council" unless a name is given; with ``make`` false none is made and the answer is None.
    Raises NoSuchAuthority for a name that no authority has, or for no name where there are several.
    """
    known = list(Authority.objects.order_by("name"))
    if not known:
        return add_authority(name or NAME_WHERE_NONE_IS_GIVEN) if make else None
    found = [one for one in known if one.name == name] if name else known
    if len(found) == 1:
        return found[0]
    names = "; ".join(one.name for one in known)
    wrong = f"There is no authority named '{name}'." if name else "There are several authorities."
    raise NoSuchAuthority(f"{wrong} Say which with --authority NAME, one of: {names}")


def every_authority() -> list[Authority]:
    """Every authority, by name: for a job that is about all of them."""
    return list(Authority.objects.order_by("name"))


@transaction.atomic
def add_authority(name: str) -> Authority:
    """Put the first authority on record. Its telephone numbers and times are set to the defaults, to be changed by an administrator."""
    made = Authority.objects.create(name=name[:200], slug=slugify(name)[:60] or "council")
    record("add-authority", on=made, by=None, authority_id=made.pk)
    return made
