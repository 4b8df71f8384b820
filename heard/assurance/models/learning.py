"""What is done about what an audit or a review found, by whom, by when, and what proves it?"""

from django.conf import settings
from django.db import models

from heard.accounts.records import Record, pair
from heard.assurance.models.audits import SampledCase
from heard.assurance.models.reviews import Recommendation
from heard.rules.vocabulary.assurance import Theme

_USER = settings.AUTH_USER_MODEL


class LearningAction(Record):
    """Something somebody does because of an audited case or a recommendation, to its proof. It is done when there is proof, not before."""

    sampled = models.ForeignKey(SampledCase, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    recommendation = models.ForeignKey(Recommendation, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    theme = models.CharField(max_length=30, choices=Theme.choices())
    what = models.TextField()
    owner_name = models.CharField(max_length=200)
    due_on = models.DateField()
    proof = models.TextField(blank=True)
    proved_on = models.DateField(null=True, blank=True)
    proved_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            pair("learning_action_proved_by_somebody", "proved_on", "proved_by"),
            models.CheckConstraint(
                condition=models.Q(sampled__isnull=False, recommendation__isnull=True)
                | models.Q(sampled__isnull=True, recommendation__isnull=False),
                name="learning_action_of_a_case_or_a_recommendation",
            ),
        ]
