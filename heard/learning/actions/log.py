"""How is a learning log written, and how is it really deleted? The audit says that it was done, and nothing of what it said."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from heard.audit.actions import record, record_many
from heard.flows.actions import forget_words
from heard.learning.actions.opened import forget_opened
from heard.learning.models import LogEntry, RegisterChoice, SharedEntry

WRITTEN = ("what", "kind", "done_on", "minutes", "why_relevant", "learnt", "differently", "difference", "discussed_with", "discussed",
           "scaffold", "started_from")  # fmt: skip


@transaction.atomic
def write_entry(*, by, resource: str = "", **said) -> LogEntry:
    """Write a new entry in one's own log. ``said`` are the fields named in WRITTEN; another is refused with TypeError."""
    now = timezone.now()
    entry = LogEntry(owner=by, resource=resource, written_at=now, changed_at=now, **_only_written(said))
    entry.save(force_insert=True)
    record("write-learning-entry", on=entry, by=by)
    return entry


@transaction.atomic
def change_entry(*, entry: LogEntry, by, **said) -> LogEntry:
    """Change one's own entry. What it said before is gone: it is about its writer, and theirs."""
    for name, value in _only_written(said).items():
        setattr(entry, name, value)
    entry.changed_at = timezone.now()
    entry.save(update_fields=[*said, "changed_at"])
    record("change-learning-entry", on=entry, by=by)
    return entry


def _only_written(said: dict) -> dict:
    if strange := set(said) - set(WRITTEN):
        raise TypeError(f"A log entry has no {', '.join(sorted(strange))}")
    return said


@transaction.atomic
def delete_entry(*, entry: LogEntry, by) -> None:
    """Delete one's own entry with every sharing and comment of it, and what was typed in it or of it and not saved. It is gone."""
    _delete_entries([entry], by)


@transaction.atomic
def delete_everything(*, by) -> int:
    """Delete all that Heard keeps of somebody's learning: entries, sharings, comments on them, what they opened, their register, and what
    they typed and did not save. Returns how many entries there were. The audit keeps that it was done.
    """
    entries = list(LogEntry.objects.select_for_update().filter(owner=by))
    _delete_entries(entries, by)
    for choice in RegisterChoice.objects.filter(owner=by):
        record("delete-register-choice", on=choice, by=by)
        choice.delete()
    for name in ("log-new", "log-register"):
        forget_words(by=by, address=reverse(name))
    for share in SharedEntry.objects.filter(peer=by):
        forget_words(by=by, address=reverse("shared-entry", args=[share.pk]))
    forget_opened(by=by)
    return len(entries)


def _delete_entries(entries: list[LogEntry], by) -> None:
    mine = [entry.pk for entry in entries]
    shares = SharedEntry.objects.filter(entry__in=mine)
    record_many("delete-shared-learning", on=shares, by=by)
    record_many("delete-learning-entry", on=entries, by=by)
    for entry in entries:
        for name in ("log-change", "share-entry"):
            forget_words(by=by, address=reverse(name, args=[entry.pk]))
    for share in shares.select_related("peer"):
        forget_words(by=share.peer, address=reverse("shared-entry", args=[share.pk]))
    shares.delete()
    LogEntry.objects.filter(pk__in=mine).delete()


@transaction.atomic
def choose_register(*, by, register: str, renews_on=None, reminds: bool = True) -> RegisterChoice:
    """Say which register one is on, when one renews where that is one's own day, and whether to be reminded."""
    values = {"register": register, "renews_on": renews_on, "reminds": reminds}
    choice, _ = RegisterChoice.objects.update_or_create(owner=by, defaults=values)
    record("choose-register", on=choice, by=by)
    return choice
