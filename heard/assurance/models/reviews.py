"""Which Safeguarding Adult Reviews were asked for, decided and begun, about whom, and what did they find? (Care Act 2014, section 44)"""

from django.conf import settings
from django.db import models

from heard.accounts.records import Record, Version, one_ref, pair
from heard.people.models import Person
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.assurance import Theme
from heard.rules.vocabulary.learning import Topic
from heard.rules.vocabulary.reviews import RecommendationStep, ReviewKind, ReviewMethod, TakesPart

_USER = settings.AUTH_USER_MODEL


class ReviewReferral(Record):
    """That somebody asked for a review, and why, in their words. The reference is as they typed it: nothing is looked up for them."""

    about = models.TextField()
    case_reference = models.CharField(max_length=60, blank=True)
    died = models.CharField(max_length=20, choices=Answer.choices())
    what_happened = models.TextField()
    why_together = models.TextField()
    familys_view = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "recorded_at"], name="review_referral_by_day")]


class PanelDecision(Version):
    """The panel's answer to each criterion, what the section made of them, and what was decided, with reasons. Decided again, a new row.

    ``criteria`` holds for each ``Criterion`` slug its ``answer`` and ``words``; ``rule_said`` is a ``ReviewKind`` or blank.
    """

    referral = models.ForeignKey(ReviewReferral, on_delete=models.PROTECT, related_name="decisions")
    criteria = models.JSONField()
    rule_said = models.CharField(max_length=10, blank=True)
    decision = models.CharField(max_length=10, choices=ReviewKind.choices())
    reasons = models.TextField()
    panel = models.TextField()
    decided_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["referral"], condition=models.Q(is_current=True), name="one_current_panel_decision")
        ]


class SafeguardingAdultReview(Record):
    """A review, from the day it started. ``title`` and ``text`` are the draft; ``published_title`` and ``published`` all can read."""

    started_on = models.DateField()
    referral = models.OneToOneField(ReviewReferral, null=True, blank=True, on_delete=models.PROTECT, related_name="review")
    title = models.CharField(max_length=200, blank=True)
    method = models.CharField(max_length=20, blank=True, choices=ReviewMethod.choices())
    method_because = models.TextField(blank=True)
    terms = models.TextField(blank=True)
    reviewer_name = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    published = models.TextField(blank=True)
    published_title = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [one_ref("review"), pair("review_published_by_somebody", "published_at", "published_by")]


class ReviewedPerson(models.Model):
    """Somebody a review is about, and what happened to them."""

    id = models.BigAutoField(primary_key=True)
    review = models.ForeignKey(SafeguardingAdultReview, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    died = models.BooleanField(default=False)
    survived_harm = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "person"], name="person_once_in_review")]


class EarlierReviewedPerson(Record):
    """What was said before of what happened to somebody a review is about, by whom, and why it was put right."""

    reviewed = models.ForeignKey(ReviewedPerson, on_delete=models.CASCADE, related_name="earlier")
    died = models.BooleanField()
    survived_harm = models.BooleanField()
    because = models.TextField()


class ReviewParticipant(Record):
    """The adult, or somebody close to them, and how they take part, with whose help."""

    review = models.ForeignKey(SafeguardingAdultReview, on_delete=models.PROTECT, related_name="participants")
    name = models.CharField(max_length=200)
    relationship = models.CharField(max_length=200)
    how = models.CharField(max_length=20, choices=TakesPart.choices())
    words = models.TextField(blank=True)
    advocate = models.CharField(max_length=200, blank=True)


class ChronologyEntry(Record):
    """One thing that happened, as one agency tells it, and where that agency has it written."""

    review = models.ForeignKey(SafeguardingAdultReview, on_delete=models.PROTECT, related_name="chronology")
    agency = models.CharField(max_length=200)
    on = models.DateField()
    at = models.TimeField(null=True, blank=True)
    what = models.TextField()
    source = models.CharField(max_length=300, blank=True)


class ReviewFinding(Record):
    """What a review found. With a ``sign`` (a slug of ``Wonder``), ``prompt`` is shown where a live case shows the same sign; with a
    ``topic``, at that learning resource and wherever it stands beside the work.
    """

    review = models.ForeignKey(SafeguardingAdultReview, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    theme = models.CharField(max_length=30, choices=Theme.choices())
    sign = models.CharField(max_length=60, blank=True)
    topic = models.CharField(max_length=60, blank=True, choices=Topic.choices())
    prompt = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="finding_number_once_in_review")]


class Recommendation(Record):
    """What a review says should change, who sees to it, how it will be seen that it did, and since when it is agreed."""

    review = models.ForeignKey(SafeguardingAdultReview, on_delete=models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    theme = models.CharField(max_length=30, choices=Theme.choices())
    owner_name = models.CharField(max_length=200)
    measure_of_change = models.TextField()
    agreed_on = models.DateField(null=True, blank=True)
    due_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="recommendation_number_once_in_review")]


class RecommendationLook(Record):
    """A step of a recommendation: what proves it, or what a look six months later found. None is ever changed."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="looks")
    step = models.CharField(max_length=20, choices=RecommendationStep.choices())
    on = models.DateField()
    words = models.TextField()


class AnonymityAnswer(Record):
    """Why nobody can be known from words that were warned of, in the sentence they stood in. Said again, a new row: the last counts."""

    review = models.ForeignKey(SafeguardingAdultReview, on_delete=models.PROTECT, related_name="anonymity_answers")
    what = models.CharField(max_length=20)
    found = models.TextField()
    sentence = models.TextField(blank=True)
    because = models.TextField()
