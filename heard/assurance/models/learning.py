"""What is done about what an audit or a review found, by whom, by when, and what proves it?"""

from django.conf import settings
from django.db import models

from heard.accounts.records import Record, pair
from heard.assurance.models.audits import SampledCase
from heard.rules.vocabulary.assurance import Theme

_USER = settings.AUTH_USER_MODEL


class LearningAction(Record):
    """Something somebody does because of an audited case, to its proof. It is done when there is proof, not before."""

    sampled = models.ForeignKey(SampledCase, on_delete=models.PROTECT, related_name="actions")
    theme = models.CharField(max_length=30, choices=Theme.choices())
    what = models.TextField()
    owner_name = models.CharField(max_length=200)
    due_on = models.DateField()
    proof = models.TextField(blank=True)
    proved_on = models.DateField(null=True, blank=True)
    proved_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [pair("learning_action_proved_by_somebody", "proved_on", "proved_by")]
