"""What is kept of a form that has not been sent?"""

import uuid

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """Somebody's unsent answers, read by nobody. Sent: the answers are erased here, and what was made of them is named.

    ``data`` is what was typed, checked or not: {page: {"revision": times sent, "values": {input name: [text]}}}. ``hold`` is what a
    browser must show to have this draft; changing it ends every browser's hold. ``seed`` is one half of the return code, the other
    is the server's secret: the code itself is kept nowhere. ``about`` is the address's own values, as JSON.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    flow = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    authority = models.ForeignKey("accounts.Authority", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=300, blank=True)
    reference = models.CharField(max_length=12, unique=True)
    seed = models.CharField(max_length=40)
    hold = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    result_id = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["user", "flow", "about"], name="drafts_of_a_user"),
            models.Index(fields=["expires_at"], name="drafts_to_delete"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(submitted_at__isnull=False) | models.Q(result_id=""), name="draft_result_only_once_sent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.reference}"

    @property
    def is_sent(self) -> bool:
        return self.submitted_at is not None


class Tally(models.Model):
    """How often something happened lately: wrong codes, new forms. The key is a keyed hash, so no address is kept."""

    key = models.CharField(primary_key=True, max_length=64)
    number = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "tallies"

    def __str__(self) -> str:
        return f"{self.number} until {self.ends_at:%Y-%m-%d %H:%M}"


class KeptWords(models.Model):
    """What a signed-in user typed on a page with one form and has not saved yet, so that a closed tab or a dead battery loses nothing.

    Read by nobody else; gone when the page is saved, when they say so, or after as many days as a draft.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    address = models.CharField(max_length=300)
    words = models.JSONField()
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "kept words"
        constraints = [models.UniqueConstraint(fields=["user", "address"], name="kept_words_once_for_a_page")]
