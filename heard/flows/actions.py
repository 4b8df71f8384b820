"""How is a draft begun, kept, sent and forgotten?"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from heard.accounts.models import Authority
from heard.audit import actions as audit
from heard.flows import limits
from heard.flows.codes import new_reference
from heard.flows.flow import Flow, Submission
from heard.flows.models import Draft, KeptWords, Tally
from heard.flows.queries import oldest_kept
from heard.flows.walk import Walk, walk

EVERY_HOUR = timedelta(hours=1)
MOST_KEPT = 400_000  # characters: some thirty pages in each of several answers
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "second_fact", "_kept")


class AlreadySent(Exception):
    """The draft was sent, so nothing can be saved in it."""


class Superseded(Exception):
    """The page was sent after this copy of it was opened, so what it saves by itself would undo that."""


class Unfinished(Exception):
    """A page that is shown is not in order. Carries the walk."""

    def __init__(self, walked: Walk):
        super().__init__("Some pages are not finished.")
        self.walk = walked


def kept_until(now: datetime) -> datetime:
    """When a draft last saved now is deleted."""
    return now + timedelta(days=getattr(settings, "HEARD_DRAFT_DAYS", 14))


@transaction.atomic
def start_draft(*, flow: Flow, authority: Authority, about: str, by, draft_id: UUID | None = None) -> Draft:
    """Begin a draft, held by a signed-in user (``by``) or by the browser that shows its ``hold``. The same id begins only one."""
    now = timezone.now()
    begun = {
        "flow": flow.slug,
        "title": flow.title,
        "authority": authority,
        "user": by,
        "about": about,
        "reference": new_reference(),
        "seed": secrets.token_hex(16),
        "hold": secrets.token_urlsafe(24),
        "created_at": now,
        "updated_at": now,
        "expires_at": kept_until(now),
    }
    made, _ = Draft.objects.get_or_create(pk=draft_id or uuid4(), user=by, flow=flow.slug, about=about, defaults=begun)
    return made


@transaction.atomic
def save_page(*, draft: Draft, page: str, values: Mapping[str, list[str]], by, sent: bool = True, revision: int | None = None) -> Draft:
    """Keep what was typed on a page, right or wrong. ``sent`` is False for saving by itself, which never undoes a later sending.

    Raises AlreadySent, and Superseded where ``revision`` is older than what is kept.
    """
    locked = Draft.objects.select_for_update(of=("self",)).select_related("authority").get(pk=draft.pk)
    if locked.is_sent:
        raise AlreadySent
    kept = locked.data.get(page, {"revision": 0})
    if not sent and revision is not None and revision < kept["revision"]:
        raise Superseded
    locked.data[page] = {"revision": kept["revision"] + (1 if sent else 0), "values": values}
    locked.updated_at = timezone.now()
    locked.expires_at = kept_until(locked.updated_at)
    locked.save(update_fields=["data", "updated_at", "expires_at"])
    return locked


@transaction.atomic
def submit_draft(*, draft: Draft, flow: Flow, about: Any, by) -> Draft:
    """Send a draft once, however often it is asked: ``on_submit`` in the same transaction, then the answers are erased here.

    Raises Unfinished, or whatever ``on_submit`` raises; the draft is then as it was.
    """
    locked = Draft.objects.select_for_update(of=("self",)).select_related("authority").get(pk=draft.pk)
    if locked.is_sent:
        return locked
    walked = walk(flow, locked.data, about=about, user=by)
    if walked.unfinished():
        raise Unfinished(walked)
    result = flow.on_submit(Submission(walked.answers, locked, by, about))
    locked.result_id = str(getattr(result, "pk", result) or "")
    locked.submitted_at = locked.updated_at = timezone.now()
    locked.data = {}
    locked.save(update_fields=["result_id", "submitted_at", "updated_at", "data"])
    return locked


@transaction.atomic
def add_information(*, draft: Draft, flow: Flow, words: str, once: str, by=None) -> None:
    """Hand words added after sending to ``on_add``; the same ``once`` is taken only once. Nothing of them stays in the draft."""
    locked = Draft.objects.select_for_update(of=("self",)).select_related("authority").get(pk=draft.pk)
    taken = locked.data.get("added", [])
    if once in taken:
        return
    flow.on_add(locked, words)
    locked.data = {"added": [*taken, once][-50:]}
    locked.save(update_fields=["data"])


def leave_draft(*, draft: Draft, by=None) -> None:
    """End every browser's hold on the draft: from now on only the reference and the code open it."""
    Draft.objects.filter(pk=draft.pk).update(hold=secrets.token_urlsafe(24))


def delete_draft(*, draft: Draft, by) -> None:
    """Delete one's own unsent draft."""
    Draft.objects.filter(pk=draft.pk, user=by, submitted_at=None).delete()


@transaction.atomic
def delete_expired_drafts(*, now: datetime | None = None) -> int:
    """Delete unsent drafts past their day, and what is left of staff's sent ones; only the count is written down. Returns it."""
    now = now or timezone.now()
    expired = Draft.objects.filter(expires_at__lte=now)
    unsent = expired.filter(submitted_at=None).delete()[0]
    expired.exclude(user=None).delete()
    Tally.objects.filter(ends_at__lte=now).delete()
    _forget_expired_words(now)
    if unsent:
        audit.record("unsent-drafts-deleted", on=None, by=None, detail={"count": unsent})
    return unsent


def delete_expired_now_and_then() -> None:
    """Called whenever a draft is begun, so that the promise to delete holds where nobody has set a timer: once an hour at most."""
    if limits.count("deleting", "expired drafts", EVERY_HOUR) == 1:
        delete_expired_drafts()


def keep_words(*, by, address: str, typed: dict[str, list[str]]) -> datetime | None:
    """Keep what ``by`` has typed at an address, in place of what was kept before; None where it is too much to keep. Never a password.

    A draft and not yet a record: read by nobody else, and so not in the audit.
    """
    words = {name: values for name, values in typed.items() if not any(never in name for never in NEVER_KEPT)}
    if sum(len(value) for values in words.values() for value in values) > MOST_KEPT:
        return None
    now = timezone.now()
    KeptWords.objects.update_or_create(user=by, address=address, defaults={"words": words, "kept_at": now})
    return now


def forget_words(*, by, address: str) -> None:
    """Delete what was kept for ``by`` at an address: it was saved, or they do not want it."""
    KeptWords.objects.filter(user=by, address=address).delete()


def _forget_expired_words(now: datetime) -> None:
    """Delete what was kept and never saved for as long as a draft."""
    KeptWords.objects.filter(kept_at__lte=oldest_kept(now)).delete()
