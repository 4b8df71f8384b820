"""What did somebody open lately that they may want in their log? Kept for them alone, so nothing of it is written in the audit."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from heard.learning.models import OpenedResource

KEPT = timedelta(days=90)


@transaction.atomic
def note_opened(*, resource: str, by) -> None:
    """Offer a resource for the log of whoever opened it, and forget what was offered to them more than 90 days ago."""
    now = timezone.now()
    OpenedResource.objects.update_or_create(owner=by, resource=resource, defaults={"opened_at": now})
    OpenedResource.objects.filter(owner=by, opened_at__lt=now - KEPT).delete()


@transaction.atomic
def forget_opened(*, by, resource: str = "") -> None:
    """Forget that ``by`` opened a resource; or, with none named, everything they opened."""
    mine = OpenedResource.objects.filter(owner=by)
    (mine.filter(resource=resource) if resource else mine).delete()
