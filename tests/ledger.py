"""Does every action write down each record it changed, exactly once?

While a test runs, every call of a function in an ``actions`` module is followed from its outermost transaction to its end: which records
were created, changed or deleted, and which audit events were written. A test whose actions changed a record without an event of its own,
or with two, fails, whatever else it was testing. So every test of an action is also a test of its audit.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save
from django.db.transaction import Atomic

IN_ACTIONS = re.compile(r"^heard\.(?!audit\b)\w+(\.\w+)*\.actions(\.|$)")
NOT_RECORDS = {
    "sessions.Session": "the machinery of signing in",
    "accounts.FailedSignIn": "a counter that slows a guesser; the event is about the try",
    "flows.Draft": "read by nobody until it is sent, and deleted unsent",
    "flows.KeptWords": "read by nobody but whoever typed them, until they save the page",
    "learning.OpenedResource": "a note for its owner alone, of what to offer them for their log; who reads what is nobody's business",
    "flows.Tally": "a counter that slows a flood",
    "voice.AnonymousExperience": "its event names no record, so that nothing ties it to a moment; its own test counts the event",
    "exchange.ImportedRow": "what an import last brought, to notice what is changed since; the events are the records' own",
    "measures.Refreshed": "when the figures were last worked out; nothing of anybody",
    "measures.TeamsRefreshed": "counts by team made from the records again and again; each look at them is an event",
    "measures.PublishedCell": "published figures of England and its councils; one event for each file loaded",
    "measures.MonthOfFigures": "whole numbers made from the records again and again; each look at them is an event",
    "people.SearchKey": "made from the person's record each time that is written; the event is the person's",
}
EVENT = "audit.Event"


@dataclass
class Ledger:
    """What one outermost call of an action changed and wrote down so far; records are named (model, id)."""

    action: str
    changed: set[tuple[str, str]] = field(default_factory=set)
    events: Counter = field(default_factory=Counter)

    def faults(self) -> list[str]:
        """Each record without exactly one event, in words."""
        return [
            f"{self.action} changed {model} and wrote {self.events[model, key] or 'no'} events for it; it must write one"
            for model, key in sorted(self.changed) if self.events[model, key] != 1
        ]  # fmt: skip


class Following:
    """Follows the actions of one test."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.seen: set[str] = set()
        self._ledger: Ledger | None = None
        self._outermost: Atomic | None = None

    def begins(self, atomic: Atomic, caller) -> None:
        """A transaction begins; where it is an action's and none is followed yet, follow it."""
        name = _action_of(caller)
        if name and self._ledger is None:
            self._ledger, self._outermost = Ledger(name), atomic

    def ends(self, atomic: Atomic, failed: bool) -> None:
        """A transaction ends; where it is the one followed, settle its ledger. What failed changed nothing."""
        if atomic is not self._outermost:
            return
        ledger, self._ledger, self._outermost = self._ledger, None, None
        self.seen.add(ledger.action)
        if not failed:
            self.faults += ledger.faults()

    def saw(self, record: Model) -> None:
        """A record was written, or an event."""
        if self._ledger is None or record._meta.auto_created or record._meta.label in NOT_RECORDS:
            return
        if record._meta.label == EVENT:
            if not record.is_read:
                self._ledger.events[record.subject, record.subject_id] += 1
        else:
            self._ledger.changed.add((record._meta.label_lower, str(record.pk)))


def _action_of(frame) -> str:
    """The action whose decorator or whose own ``with transaction.atomic()`` this frame is; blank for any other code."""
    function = frame.f_locals.get("func")
    module = getattr(function, "__module__", None) or frame.f_globals.get("__name__", "")
    name = getattr(function, "__name__", None) or frame.f_code.co_name
    return f"{module}.{name}" if IN_ACTIONS.match(module) else ""


@contextmanager
def following() -> Iterator[Following]:
    """Follow every action called inside."""
    following = Following()
    real = {"enter": Atomic.__enter__, "exit": Atomic.__exit__, "update": QuerySet.update, "bulk_create": QuerySet.bulk_create}

    def enter(atomic):
        following.begins(atomic, sys._getframe(1))
        return real["enter"](atomic)

    def leave(atomic, kind, value, trace):
        try:
            return real["exit"](atomic, kind, value, trace)
        finally:
            following.ends(atomic, failed=kind is not None)

    def update(rows, **values):
        if following._ledger is not None:
            for row in rows.all():
                following.saw(row)
        return real["update"](rows, **values)

    def bulk_create(rows, made, *args, **options):
        made = list(made)
        done = real["bulk_create"](rows, made, *args, **options)
        for row in made:
            following.saw(row)
        return done

    def wrote(sender, instance, **_):
        following.saw(instance)

    update.alters_data = bulk_create.alters_data = True
    Atomic.__enter__, Atomic.__exit__, QuerySet.update, QuerySet.bulk_create = enter, leave, update, bulk_create
    post_save.connect(wrote, weak=False)
    post_delete.connect(wrote, weak=False)
    try:
        yield following
    finally:
        Atomic.__enter__, Atomic.__exit__, QuerySet.update, QuerySet.bulk_create = real.values()
        post_save.disconnect(wrote)
        post_delete.disconnect(wrote)
