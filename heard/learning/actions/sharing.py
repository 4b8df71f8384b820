"""How is one entry of a learning log shown to one colleague, commented on, and taken back?"""

from django.db import transaction
from django.utils import timezone

from heard.accounts.models import User
from heard.audit.actions import record
from heard.learning.models import LogEntry, SharedEntry
from heard.rules.decision import Decision, NotAllowed, insist
from heard.rules.sharing_learning import may_share_with


@transaction.atomic
def share_entry(*, entry: LogEntry, peer: User, by: User) -> SharedEntry:
    """Show one's own entry to a colleague until it is withdrawn. Raises NotAllowed as the rule says."""
    LogEntry.objects.select_for_update().get(pk=entry.pk, owner=by)
    already = SharedEntry.objects.filter(entry=entry, peer=peer, withdrawn_at__isnull=True).exists()
    insist(
        may_share_with(
            is_own=peer.pk == by.pk, same_council=peer.authority_id == by.authority_id, is_active=peer.is_active, shared_already=already
        )
    )
    share = SharedEntry.objects.create(entry=entry, peer=peer, shared_at=timezone.now())
    record("share-learning-entry", on=share, by=by)
    return share


@transaction.atomic
def withdraw_share(*, share: SharedEntry, by: User) -> SharedEntry:
    """Take an entry back from a colleague: their next look finds nothing. Their comment stays with the entry. Twice is once."""
    share = SharedEntry.objects.select_for_update().get(pk=share.pk)
    if share.withdrawn_at is None:
        share.withdrawn_at = timezone.now()
        share.save(update_fields=["withdrawn_at"])
        record("withdraw-learning-entry", on=share, by=by)
    return share


@transaction.atomic
def comment_on_entry(*, share: SharedEntry, comment: str, by: User) -> SharedEntry:
    """Write, or write again, one's comment on an entry that a colleague shows one. Raises NotAllowed where it was taken back."""
    found = SharedEntry.objects.select_for_update().filter(pk=share.pk, peer=by, withdrawn_at__isnull=True).first()
    if found is None:
        raise NotAllowed(Decision(False, ("The entry was taken back while you wrote, so your comment was not sent.",)))
    share = found
    share.comment, share.commented_at = comment, timezone.now()
    share.save(update_fields=["comment", "commented_at"])
    record("comment-on-learning-entry", on=share, by=by)
    return share
