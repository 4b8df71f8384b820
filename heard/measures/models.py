"""What did the figures come to when they were last worked out? Nothing here is about anybody: whole numbers by month and by part."""

import uuid

from django.db import models

from heard.accounts.models import Authority


class Refreshed(models.Model):
    """When a council's figures were last worked out, and how long that took."""

    authority = models.OneToOneField(Authority, primary_key=True, on_delete=models.PROTECT, related_name="+")
    as_at = models.DateTimeField()
    seconds = models.FloatField()

    class Meta:
        verbose_name_plural = "refreshed"

    def __str__(self) -> str:
        return str(self.pk)


class MonthOfFigures(models.Model):
    """Every indicator for one month of conclusion: all together (``by`` is blank), or in one part of what it is broken down by.

    ``parts`` and ``wholes`` are counts by the indicator's slug; ``spreads`` how many took each number of days, by slug and by days.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    month = models.CharField(max_length=7)
    by = models.CharField(max_length=20, blank=True)
    part = models.CharField(max_length=200, blank=True)
    parts = models.JSONField(default=dict)
    wholes = models.JSONField(default=dict)
    spreads = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "months of figures"
        constraints = [models.UniqueConstraint(fields=["authority", "by", "month", "part"], name="one_row_of_figures_each")]

    def __str__(self) -> str:
        return str(self.pk)
