"""What was said about a check, and what was signed off?"""

from django.db import models
from django.db.models import Q

from heard.accounts.records import Record, Version


class CheckExplanation(Version):
    """Why what a check found is right, in somebody's words. ``what`` is the check's slug and ``about`` which of its findings."""

    year = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=40)
    about = models.CharField(max_length=200, blank=True)
    words = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "year", "what", "about"], condition=Q(is_current=True), name="one_current_explanation_of_a_check"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="explanation_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.what}, {self.year}"


class SignedReturn(Record):
    """A year's return as it was signed off, for good: its file with the file's hash, what the checks had found and how it was explained.

    Who and when are ``recorded_by`` and ``recorded_at``. A resubmission is a new row that points at the one before. ``checks`` is a list
    of dicts: check, about, severity, explanation, said, said_by and cases (their references). ``seal`` is the hash over all of it; blank in
    those signed before there was one, of which the file alone has a hash.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    supersedes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by")
    file = models.TextField()
    sha256 = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, blank=True)
    checks = models.JSONField(default=list)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "year", "number"], name="return_signed_once_under_a_number"),
            models.CheckConstraint(condition=Q(number=1, supersedes__isnull=True) | Q(number__gt=1, supersedes__isnull=False),
                                   name="resubmission_points_at_the_one_before"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.year}, signing {self.number}"
