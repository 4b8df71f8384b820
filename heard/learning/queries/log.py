"""What is in somebody's own learning log? Every question starts from its owner: there is no other way in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import Http404

from heard.accounts.models import User
from heard.learning.library import Resource, library
from heard.learning.models import LogEntry, OpenedResource, RegisterChoice, SharedEntry
from heard.rules.cpd_renewal import NEEDED_PARTS, Piece, Progress, Register, must_remind, progress, registers_with
from heard.rules.vocabulary.learning import DiscussedWith

OFFERED = 6


def entries_of(user) -> QuerySet[LogEntry]:
    """The user's own entries, newest first, each with whom it was shared with."""
    shares = Prefetch("shares", SharedEntry.objects.select_related("peer").order_by("shared_at"))
    return LogEntry.objects.filter(owner_id=user.pk).prefetch_related(shares).order_by("-done_on", "-written_at")


def entry_of(user, entry_id: UUID) -> LogEntry:
    """One entry of the user's own. Raises Http404 for anybody else's, as for one that never was."""
    found = entries_of(user).filter(pk=entry_id).first()
    if found is None:
        raise Http404("No such entry of yours")
    return found


def shared_with(user) -> QuerySet[SharedEntry]:
    """Entries that colleagues of the same council show this user now, newest first, each with its owner."""
    shown = SharedEntry.objects.filter(peer_id=user.pk, withdrawn_at__isnull=True, entry__owner__authority_id=user.authority_id)
    return shown.select_related("entry__owner").order_by("-shared_at")


def shared_entry_for(user, share_id: UUID) -> SharedEntry:
    """One entry that is shown to this user now. Raises Http404 once it is withdrawn, and for everybody else."""
    found = shared_with(user).filter(pk=share_id).first()
    if found is None:
        raise Http404("No such entry is shared with you")
    return found


def own_share(user, share_id: UUID) -> SharedEntry:
    """A sharing of the user's own entry. Raises Http404 otherwise."""
    found = SharedEntry.objects.filter(pk=share_id, entry__owner_id=user.pk).select_related("entry", "peer").first()
    if found is None:
        raise Http404("No such sharing of yours")
    return found


def colleagues_of(user) -> QuerySet[User]:
    """Everybody else of the user's council who has access, by name."""
    return User.objects.filter(authority_id=user.authority_id, is_active=True).exclude(pk=user.pk).order_by("full_name", "email")


def opened_by(user) -> list[tuple[OpenedResource, Resource]]:
    """What the user opened lately and has not written about, the last first."""
    written = set(LogEntry.objects.filter(owner_id=user.pk).exclude(resource="").values_list("resource", flat=True))
    resources = library().resources
    rows = OpenedResource.objects.filter(owner_id=user.pk).order_by("-opened_at")
    return [(row, resources[row.resource]) for row in rows if row.resource in resources and row.resource not in written][:OFFERED]


def registers() -> Mapping[str, Register]:
    """The registers there are, with the council's own settings."""
    return registers_with(settings.HEARD_CPD)


def choice_of(user) -> RegisterChoice | None:
    """Which register the user said they are on, or None."""
    return RegisterChoice.objects.filter(owner_id=user.pk).first()


@dataclass(frozen=True)
class Standing:
    """How far the user is: with which register, and None for ``so_far`` where their own day of renewal is not known."""

    register: Register
    so_far: Progress | None
    reminds: bool


def standing_of(user, *, today: date) -> Standing | None:
    """How far the user is with what their register asks; None where they have said none. Two queries."""
    choice = choice_of(user)
    register = registers().get(choice.register) if choice else None
    if choice is None or register is None:
        return None
    so_far = progress(register, pieces_of(user), today=today, renews_on=choice.renews_on)
    return Standing(register, so_far, choice.reminds and must_remind(so_far, today=today))


def pieces_of(user) -> list[Piece]:
    """What the rule needs to know of each entry: which parts are written, and nothing of what they say."""
    return [piece_of(entry) for entry in LogEntry.objects.filter(owner_id=user.pk)]


def piece_of(entry: LogEntry) -> Piece:
    """One entry as the rule sees it."""
    parts = frozenset(name for name in NEEDED_PARTS if getattr(entry, name).strip())
    return Piece(entry.done_on, entry.minutes, parts, DiscussedWith(entry.discussed_with), bool(entry.discussed.strip()))


def parts_missing(entry: LogEntry) -> list[str]:
    """What an entry still has to say to count for a register, in words."""
    have = piece_of(entry).parts
    return [words for name, words in NEEDED_PARTS.items() if name not in have]


@dataclass(frozen=True)
class ToLearn:
    """What stands on the start page of whoever it is about, and of nobody else."""

    standing: Standing | None
    asked: int


def to_learn(user, *, today: date) -> ToLearn:
    """The reminder, where it is time; and how many colleagues wait for a comment. Three queries at most."""
    standing = standing_of(user, today=today)
    return ToLearn(standing if standing and standing.reminds else None, shared_with(user).filter(commented_at__isnull=True).count())
