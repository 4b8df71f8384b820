"""What has somebody learnt? Read by nobody but its owner, and whoever they ask to read one entry.

No table here points at a case, a person or anything of theirs, and a test reads the tables to see it. What is deleted is gone.
"""

import uuid

from django.conf import settings
from django.db import models

from heard.rules.reflecting import Scaffold
from heard.rules.vocabulary.learning import DiscussedWith, LearningKind, StartedFrom


class LogEntry(models.Model):
    """One piece of learning, in its owner's words. ``resource`` is a slug, where it started from one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=LearningKind.choices())
    done_on = models.DateField()
    minutes = models.PositiveIntegerField(null=True, blank=True)
    why_relevant = models.TextField(blank=True)
    learnt = models.TextField(blank=True)
    differently = models.TextField(blank=True)
    difference = models.TextField(blank=True)
    discussed_with = models.CharField(max_length=20, choices=DiscussedWith.choices(), default=DiscussedWith.NOBODY)
    discussed = models.TextField(blank=True)
    scaffold = models.CharField(max_length=20, choices=Scaffold.choices(), default=Scaffold.NONE)
    started_from = models.CharField(max_length=20, choices=StartedFrom.choices(), default=StartedFrom.NOTHING)
    resource = models.CharField(max_length=100, blank=True)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "log entries"
        indexes = [models.Index(fields=["owner", "done_on"], name="log_of_an_owner")]

    def __str__(self) -> str:
        return f"an entry of {self.done_on}"


class SharedEntry(models.Model):
    """One entry shown to one named colleague, for their comment, until it is withdrawn. A comment stays with the entry's owner."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(LogEntry, on_delete=models.CASCADE, related_name="shares")
    peer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    shared_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    comment = models.TextField(blank=True)
    commented_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "shared entries"
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "peer"], condition=models.Q(withdrawn_at__isnull=True), name="entry_shared_once_with_a_peer"
            ),
            models.CheckConstraint(condition=models.Q(commented_at__isnull=False) | models.Q(comment=""), name="entry_comment_has_a_time"),
        ]

    def __str__(self) -> str:
        return f"shared {self.shared_at:%Y-%m-%d}"


class RegisterChoice(models.Model):
    """Which professional register somebody is on, and whether they want to be reminded of what it asks for."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+")
    register = models.CharField(max_length=60)
    renews_on = models.DateField(null=True, blank=True)
    reminds = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.register


class OpenedResource(models.Model):
    """A resource that somebody opened lately, offered to them for their log. Theirs to remove; gone by itself after 90 days.

    Written down nowhere else: who reads what is nobody's business, so this has no event in the audit.
    """

    id = models.BigAutoField(primary_key=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    resource = models.CharField(max_length=100)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "resource"], name="opened_resource_once_for_an_owner")]

    def __str__(self) -> str:
        return self.resource
