"""What did the figures come to when they were last worked out, and which questions did people save?

The kept figures are about nobody: whole numbers by month and by part. The case table holds no name and no words.
"""

import uuid

from django.conf import settings
from django.db import models

from heard.accounts.models import Authority
from heard.accounts.records import Record, pair


class Refreshed(models.Model):
    """When a council's figures were last worked out, and how long that took."""

    authority = models.OneToOneField(Authority, primary_key=True, on_delete=models.PROTECT, related_name="+")
    as_at = models.DateTimeField()
    seconds = models.FloatField()

    class Meta:
        verbose_name_plural = "refreshed"

    def __str__(self) -> str:
        return str(self.pk)


class TeamsRefreshed(models.Model):
    """Every team's caseload and what is owed in it, when it was last worked out and how long that took.

    ``teams`` holds, by the team's id (blank for cases that no team has yet), counts ``stages``, ``ages``, ``owed`` and ``overdue`` by slug.
    """

    authority = models.OneToOneField(Authority, primary_key=True, on_delete=models.PROTECT, related_name="+")
    as_at = models.DateTimeField()
    seconds = models.FloatField()
    teams = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "teams refreshed"

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


class CaseTable(models.Model):
    """The de-identified case table of one authority as a Parquet file, when it was made and how long that took. Only the newest is kept.

    ``most_of_one`` is the number of rows that one person has at most; nought where that was not counted.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.OneToOneField(Authority, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    seconds = models.FloatField()
    rows = models.PositiveIntegerField()
    most_of_one = models.PositiveIntegerField(default=0)
    parquet = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)


class SavedQuestion(Record):
    """A question somebody saved: what was chosen, never the answer. Their own, or shared with everybody in the authority who may ask."""

    name = models.CharField(max_length=80)
    terms = models.JSONField(default=dict)
    is_shared = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [pair("saved_question_removed_by_somebody_at_a_time", "removed_at", "removed_by")]

    def __str__(self) -> str:
        return str(self.pk)


class PublishedCell(models.Model):
    """One cell of the national file (Safeguarding Adults Collection) that was loaded. ``number`` is empty where it is not published."""

    id = models.BigAutoField(primary_key=True)
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    geography = models.CharField(max_length=60, blank=True)
    ons_code = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=200, blank=True)
    table = models.CharField(max_length=20)
    enquiry_type = models.CharField(max_length=100)
    category = models.CharField(max_length=200)
    subcategory = models.CharField(max_length=200, blank=True)
    number = models.FloatField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["year", "ons_code", "table"], name="published_by_area")]

    def __str__(self) -> str:
        return str(self.pk)
