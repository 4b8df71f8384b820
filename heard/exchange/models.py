"""What came in from another system, and how did it stand when it came?"""

import uuid

from django.db import models

from heard.accounts.models import Authority


class ImportedRow(models.Model):
    """A row of a bundle as Heard held it straight after its import: how a change made in Heard since is noticed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    table = models.CharField(max_length=40)
    ref = models.CharField(max_length=500)
    record_id = models.UUIDField()
    cells = models.JSONField()
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "table", "ref"], name="imported_row_once")]
