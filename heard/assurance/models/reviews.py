"""Which Safeguarding Adult Reviews were begun, and about whom? (Care Act 2014, section 44)"""

from django.db import models

from heard.accounts.records import Record, one_ref
from heard.people.models import Person


class SafeguardingAdultReview(Record):
    """A review, from the day it started."""

    started_on = models.DateField()

    class Meta:
        constraints = [one_ref("review")]


class ReviewedPerson(models.Model):
    """Somebody a review is about, and what happened to them."""

    id = models.BigAutoField(primary_key=True)
    review = models.ForeignKey(SafeguardingAdultReview, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    died = models.BooleanField(default=False)
    survived_harm = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "person"], name="person_once_in_review")]
