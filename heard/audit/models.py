"""What was done and looked at, by whom, when and why?"""

from django.conf import settings
from django.db import models


class Event(models.Model):
    """One thing done or looked at. Append-only: the database itself refuses a change or a deletion (see migration 0002).

    ``subject`` is "app.model" and ``subject_id`` its id; ``case_id`` the case it belongs to, where there is one. ``detail`` holds
    ids, terms searched for and before/after values, as plain JSON. ``why`` is the reader's role on the case, or what they said.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    authority_id = models.UUIDField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, blank=True)
    event = models.CharField(max_length=60)
    is_read = models.BooleanField(default=False)
    subject = models.CharField(max_length=60, blank=True)
    subject_id = models.CharField(max_length=60, blank=True)
    case_id = models.UUIDField(null=True)
    why = models.TextField(blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "subject_id"], name="audit_by_subject"),
            models.Index(fields=["case_id", "at"], name="audit_by_case"),
        ]

    def __str__(self) -> str:
        return f"{self.event} at {self.at:%Y-%m-%d %H:%M}"
