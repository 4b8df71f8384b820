"""What does every record carry?

Each record belongs to one authority, says who recorded it and when, may have a reference given by another system, and can be
marked as recorded in error. A record of what somebody said, judged or decided is never overwritten: a correction is a new row that
points at the old one, and only the newest is current.
"""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from heard.accounts.models import Authority


class Record(models.Model):
    """A row of one authority. ``ref`` is the sending system's own reference, blank for what was born in Heard."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    ref = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class InError(models.Model):
    """A record that can be marked as recorded in error: hidden from the case, kept in the audit."""

    in_error_at = models.DateTimeField(null=True, blank=True)
    in_error_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    in_error_because = models.TextField(blank=True)

    class Meta:
        abstract = True


class Version(Record):
    """A record that is corrected or decided again by adding a row: ``supersedes`` points at the one before."""

    is_current = models.BooleanField(default=True)
    supersedes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by")
    because = models.TextField(blank=True)

    class Meta:
        abstract = True


def one_ref(name: str, *, versioned: bool = False) -> models.UniqueConstraint:
    """The constraint that a reference names one (current) row in an authority. ``name`` is the table's, unique in the database."""
    condition = ~models.Q(ref="")
    if versioned:
        condition &= models.Q(is_current=True)
    return models.UniqueConstraint(fields=["authority", "ref"], condition=condition, name=f"{name}_ref_once_in_authority")


def pair(name: str, first: str, second: str) -> models.CheckConstraint:
    """The constraint that two columns (who and when, say) are both null or both there."""
    both = models.Q(**{f"{first}__isnull": False, f"{second}__isnull": False})
    neither = models.Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
    return models.CheckConstraint(condition=both | neither, name=name)
